"""Moving chains: a new home empties an old one, which somebody takes, and so on: an absorbing Markov chain.

A filled dwelling of segment i (kind, or district and kind) is filled by a household which with probability
`vacates[i, j]` leaves a dwelling of segment j behind. Else the chain ends: the household came from outside, was new
(nobody moved out of a home), or the dwelling stays empty. Expected fillings per new dwelling: (I - T)⁻¹.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True)
class Chain:
    """vacates (segment, segment), from_outside, newly_formed (segment,), persons_from_outside (segment,) per household.

    The rows of vacates, from_outside and newly_formed sum to at most one; the rest stays empty.
    """

    vacates: Floats
    from_outside: Floats
    newly_formed: Floats
    persons_from_outside: Floats

    def __post_init__(self) -> None:
        total = self.vacates.sum(axis=1) + self.from_outside + self.newly_formed
        wrong = (self.vacates < 0).any() or (self.from_outside < 0).any() or (self.newly_formed < 0).any()
        if wrong or (total > 1 + 1e-9).any():
            raise Refused("Flyttekæden har en række, der er negativ eller summer til mere end 1; ret tabellen.")
        if np.abs(np.linalg.eigvals(self.vacates)).max(initial=0.0) >= 1.0:
            raise Refused("Flyttekæden slutter aldrig: ingen kommer udefra; ret tabellen.")

    def fillings(self, new: Floats, links: int | None = None) -> Floats:
        """Expected dwellings filled per segment when `new` (segment,) are built; `links` cuts the chain off there."""
        if links is None:
            return np.asarray(np.linalg.solve(np.eye(len(new)) - self.vacates.T, new), dtype=np.float64)
        total, link = np.zeros_like(new), new.astype(np.float64)
        for _ in range(links):
            total, link = total + link, self.vacates.T @ link
        return total

    def gross_yield(self, new: Floats, persons: Floats) -> float:
        """People who live in the new dwellings."""
        return float(new @ persons)

    def net_growth(self, new: Floats) -> float:
        """People who come to the municipality because of them: those from outside, in every link of the chain."""
        return float(self.fillings(new) @ (self.from_outside * self.persons_from_outside))

    def length(self) -> Floats:
        """Expected moves set off per new dwelling of each segment, its own filling included."""
        size = len(self.vacates)
        return np.asarray(np.linalg.solve(np.eye(size) - self.vacates, np.ones(size)), dtype=np.float64)

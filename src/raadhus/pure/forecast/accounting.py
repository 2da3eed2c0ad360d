"""The books: end = start + births - deaths + in - out, cell by cell, after every step.

Every flow is kept by cohort slot (`frame.py`); a flow's sign in the books is fixed here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from raadhus.pure.forecast.axes import Floats

SIGNS: Mapping[str, int] = {
    "births": 1,
    "deaths": -1,
    "in": 1,
    "out": -1,
    "net": 1,
    "between": 1,
    "homes": 1,
    "adjustment": 1,
}
"""births, in, out and deaths are never negative; net, between (zero over all districts), homes and adjustment may be.
Adjustment is what a constraint, a raking or the rule against negatives changed."""

TOLERANCE = 1e-9


class BooksDoNotBalance(ArithmeticError):
    """A bug in a step: people appeared or vanished without an entry."""


def balance(opening: Floats, flows: Mapping[str, Floats]) -> Floats:
    """What the cells should hold, given what they opened with and every entry since."""
    total = opening
    for name, flow in flows.items():
        total = total + SIGNS[name] * flow
    return total


def require_balance(opening: Floats, flows: Mapping[str, Floats], closing: Floats, *, after: str) -> None:
    """Raise `BooksDoNotBalance` if a cell is off by more than 1e-9 of itself (or of one person)."""
    expected = balance(opening, flows)
    scale = np.maximum(1.0, np.abs(opening) + np.abs(closing))
    gap = np.abs(expected - closing) / scale
    if gap.max(initial=0.0) > TOLERANCE:
        cell = np.unravel_index(int(gap.argmax()), gap.shape)
        raise BooksDoNotBalance(f"after {after}: cell {cell} holds {closing[cell]}, the entries give {expected[cell]}")

"""What of the past counts: weights of years, named events laid over the rates, trends from a national projection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import Axes, Floats
from raadhus.pure.kernel.errors import Refused


def year_weights(
    years: Sequence[int], *, special: Mapping[int, float] | None = None, half_life: float | None = None
) -> Floats:
    """(year,) weights between 0 and 1: `special` names years left out (0) or weighed down, such as 2020 and 2021;
    with `half_life` a year so many years before the last counts half."""
    named = special or {}
    if any(not 0 <= weight <= 1 for weight in named.values()):
        raise Refused("Et års vægt skal ligge mellem 0 (udeladt) og 1; ret vægten.")
    age = years[-1] - np.array(years, dtype=np.float64)
    faded = np.ones(len(years)) if half_life is None else 0.5 ** (age / half_life)
    weights: Floats = faded * np.array([named.get(year, 1.0) for year in years])
    if weights.sum() == 0:
        raise Refused("Alle år er udeladt; giv mindst ét år vægt.")
    return weights


def weighted(events: Floats, exposure: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Events and exposure summed over years (first axis) by weight; a weight w makes a year count as w years."""
    return np.tensordot(weights, events, axes=1), np.tensordot(weights, exposure, axes=1)


@dataclass(frozen=True)
class Overlay:
    """A named event beside the ordinary moves, such as refugees: people who come in a year and partly return later.

    arrivals (year,), returning (year,) part of those still here who leave in the year, profile (sex, age) of arrivals,
    district_share (district,).
    """

    name: str
    arrivals: Floats
    returning: Floats
    profile: Floats
    district_share: Floats

    def flows(self, axes: Axes) -> tuple[Floats, Floats]:
        """(in, net out) people (year, district, sex, age), the second to be put in `Inputs.net` with a minus.

        Those who came grow older between arrival and return; nobody returns who is not here.
        """
        coming = np.zeros(axes.flow)
        leaving = np.zeros(axes.flow)
        here = np.zeros(axes.stock)
        for year in range(len(axes.years)):
            here[..., 1:], here[..., 0] = _older(here), 0.0
            leaving[year] = here * self.returning[year]
            coming[year] = self.arrivals[year] * self.profile * self.district_share[:, np.newaxis, np.newaxis]
            here = here - leaving[year] + coming[year]
        return coming, leaving


def _older(here: Floats) -> Floats:
    older = here[..., :-1].copy()
    older[..., -1] += here[..., -1]
    return older


def with_trend(rate: Floats, national: Floats, jump_off: Floats) -> Floats:
    """(year, …) local rates that follow the nation's: rate · national (year, …) / the nation's at jump-off (…)."""
    known = np.broadcast_to(jump_off, national.shape) > 0
    relative: Floats = np.divide(national, jump_off, out=np.ones_like(national), where=known)
    return rate * relative

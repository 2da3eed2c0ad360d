"""Constraints: household population to dwellings, gross moves re-derived in closed form, raking to official totals.

Sources: the aim of the housing-led step is that of the GLA's flexible area model; the closed form follows from the
smallest relative entropy: in · out = a · b, in - out = n.
"""

from __future__ import annotations

import numpy as np

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.forecast.prepare import Figures
from raadhus.pure.forecast.steps import Year


def regrossed(moved_in: Floats, moved_out: Floats, net: Floats) -> tuple[Floats, Floats]:
    """In- and out-moves nearest the given ones whose difference is `net`: in = (n + √(n² + 4ab)) / 2, out = in - n.

    Never negative. Computed so that the smaller of the two keeps its digits when n is large.
    """
    root = np.sqrt(net * net + 4.0 * moved_in * moved_out)
    larger = (np.abs(net) + root) / 2.0
    smaller = np.divide(moved_in * moved_out, larger, out=np.zeros_like(larger), where=larger > 0)
    return np.where(net >= 0, larger, smaller), np.where(net >= 0, smaller, larger)


def fit_to_dwellings(year: Year, figures: Figures) -> None:
    """Bring every district's household population to `figures.residents`: moves keep their age profiles, their sums
    are re-grossed; whatever the profiles cannot carry is taken from the residents in proportion. People in
    institutions are not moved."""
    if figures.residents is None:
        return
    household = np.maximum(year.now - _communal(figures.communal, year.now), 0.0)
    here = household.sum(axis=(-1, -2))
    missing = figures.residents - here
    profile_in, profile_out = year.flows["in"], year.flows["out"]
    total_in, total_out = profile_in.sum(axis=(-1, -2)), profile_out.sum(axis=(-1, -2))
    new_in, new_out = regrossed(total_in, total_out, total_in - total_out + missing)
    more_in = np.maximum(_scaled(profile_in, total_in, new_in), -household)
    more_out = _scaled(profile_out, total_out, new_out)
    more_out = np.minimum(more_out, np.maximum(household + more_in, 0.0))
    year.enter("in", more_in)
    year.enter("out", more_out)
    stay = np.maximum(year.now - _communal(figures.communal, year.now), 0.0)
    remaining = figures.residents - stay.sum(axis=(-1, -2))
    year.enter("adjustment", _scaled(stay, stay.sum(axis=(-1, -2)), remaining, whole=True))


def _communal(communal: Floats, now: Floats) -> Floats:
    """People in institutions per slot: those of the open age shared by its two slots as the people are."""
    spread = np.broadcast_to(communal, now.shape).copy()
    both = now[..., -2:].sum(axis=-1, keepdims=True)
    part = np.divide(now[..., -2:], both, out=np.full_like(now[..., -2:], 0.5), where=both > 0)
    spread[..., -2:] = communal[..., -2:-1] * part
    return spread


def _scaled(profile: Floats, total: Floats, wanted: Floats, whole: bool = False) -> Floats:
    """The part of `profile` by which its sum becomes `wanted` (or, `whole`: `wanted` spread by the profile)."""
    extra = wanted if whole else wanted - total
    factor = np.divide(extra, total, out=np.zeros_like(extra), where=total > 0)
    return profile * factor[..., np.newaxis, np.newaxis]


def blended_size(structural: Floats, trend: Floats, mix: float) -> Floats:
    """Persons per dwelling between the one age structure implies (mix 0) and the one the trend run implies (mix 1)."""
    return structural + mix * (trend - structural)


def household_population(dwellings: Floats, size: Floats, vacancy: Floats | float = 0.0) -> Floats:
    """Occupied dwellings × persons per occupied dwelling."""
    return dwellings * (1.0 - vacancy) * size


def raked(
    people: Floats, margins: list[tuple[tuple[int, ...], Floats]], *, weight: float = 1.0, rounds: int = 200
) -> Floats:
    """`people` (district, sex, age) brought to official margins by iterative proportional fitting.

    Each margin is (axes summed away, totals). `weight` 0 keeps the own forecast, 1 meets the official one; between
    them the result is own^(1-w) · official^w per cell (the entropic mean), so no cell turns negative.
    """
    fitted = people.copy()
    for _ in range(rounds):
        before = fitted.copy()
        for summed, totals in margins:
            current = fitted.sum(axis=summed, keepdims=True)
            wanted = np.expand_dims(totals, summed)
            fitted = fitted * np.divide(wanted, current, out=np.zeros_like(current), where=current > 0)
        if np.abs(fitted - before).max(initial=0.0) <= 1e-12 * max(1.0, float(np.abs(fitted).max(initial=0.0))):
            break
    if weight == 1.0:
        return fitted
    ratio = np.divide(fitted, people, out=np.ones_like(people), where=people > 0)
    return people * ratio**weight

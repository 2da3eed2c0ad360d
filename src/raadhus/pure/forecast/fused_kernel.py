"""The loop of `fused.py` in the form a compiler likes: numbers in, numbers out. Without numba `COMPILED` is False and
nothing here is called.

Two sweeps a year over cells (sex · slot) that stay in the cache: the first gathers the pool of those who change
district, the second does all the rest and writes people where they stand a year older. The newborn follow, a handful
of cells. A block of draws goes through a year together, so that the year's figures are fetched once for all of them.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

import numpy as np

numba: Any
try:
    numba = importlib.import_module("numba")
except ImportError:  # the plain loop of population.py is used instead
    numba = None

COMPILED = numba is not None


def _as_it_is(function: Callable[..., Any]) -> Callable[..., Any]:
    return function


fast = (
    numba.njit(fastmath={"contract", "reassoc", "nsz", "nnan", "ninf"}, error_model="numpy", cache=True, nogil=True)
    if numba is not None
    else _as_it_is
)
"""Sums may be taken in another order than written, but always in the same one: a draw's figures do not depend on what
runs beside it."""
DEATHS, BIRTHS, OUT, IN, BETWEEN = range(5)


@fast
def gather(pool, start, between, level):  # type: ignore[no-untyped-def]
    """pool = those of all districts who change district."""
    pool[:] = 0.0
    for d in range(between.shape[0]):
        b = level[d, BETWEEN]
        for i in range(between.shape[1]):
            pool[i] += min(between[d, i] * b, 1.0) * start[d, i]


@fast
def pass_year(older, start, pool, figures, mothers, by_age, built, span, level, choices, children):  # type: ignore[no-untyped-def]
    """Every district's year while its cells are at hand; `older` is one cell ahead, so what is written is a year older.

    In turn: out, between and in; homes, where anything is built; deaths on start + half · (moved - start), of no more
    than are there (negative before is zero); children of the women in the cells of `span`; the open age gathers its two
    cohorts. Each loop has at most eight arrays: a compiler checks no more for overlap before it takes four cells at
    once.
    """
    out, between, share, inflow, dying, homes = figures
    out_age, dying_age = by_age
    slots, first, last, cap, half = out.shape[1] // 2, span[0], span[1], choices[0], choices[1]
    for d in range(out.shape[0]):
        o, b, n, q = level[d, OUT], level[d, BETWEEN], level[d, IN], level[d, DEATHS]
        then = older[d][1:]
        for i in range(out.shape[1]):
            leaving = min(min(out[d, i] * o * out_age[i], 1.0), cap) + min(between[d, i] * b, 1.0)
            then[i] = start[d, i] - leaving * start[d, i] + share[d, i] * pool[i] + inflow[d, i] * n
        if built[d]:
            for i in range(out.shape[1]):
                then[i] += max(homes[d, i], -max(then[i], 0.0))
        for i in range(out.shape[1]):
            now = max(then[i], 0.0)
            dead = min(dying[d, i] * q * dying_age[i], 1.0) * (start[d, i] + half * (now - start[d, i]))
            then[i] = now - min(dead, now)
        at_start, at_end = start[d][first:last], then[first:last]
        per_first, per_last = mothers[0][d][first:last], mothers[1][d][first:last]
        total = 0.0
        for i in range(last - first):
            total += at_start[i] * per_first[i] + at_end[i] * per_last[i]
        children[d] = total * level[d, BIRTHS]
        older[d, slots - 1] += older[d, slots]
        older[d, 2 * slots - 1] += older[d, 2 * slots]
        older[d, 0] = 0.0
        older[d, slots] = 0.0


@fast
def mix_homes(people, built, weights, profiles):  # type: ignore[no-untyped-def]
    """People of every district's new homes in one draw, and which districts have any this year."""
    for d in range(people.shape[0]):
        built[d] = False
        people[d, :] = 0.0
        for p in range(weights.shape[1]):
            weight = weights[d, p]
            if weight != 0.0:
                built[d] = True
                for i in range(people.shape[1]):
                    people[d, i] += weight * profiles[p, i]


@fast
def find_homes(homes, built):  # type: ignore[no-untyped-def]
    """Which districts have anybody in new homes."""
    for d in range(homes.shape[0]):
        built[d] = False
        for i in range(homes.shape[1]):
            built[d] |= homes[d, i] != 0.0


@fast
def count_bands(people, both, bands, result, draw):  # type: ignore[no-untyped-def]
    """People of both sexes in every district and band of ages; cell c + 1 of a sex holds age c on the first day."""
    slots = both.shape[0]
    for d in range(result.shape[0]):
        men, women = people[d][:slots], people[d][slots:]
        for i in range(slots):
            both[i] = men[i] + women[i]
        for b in range(bands.shape[0]):
            total = 0.0
            for people_of_age in both[bands[b, 0] + 1 : bands[b, 1] + 1]:
                total += people_of_age
            result[d, b, draw] = total


@fast
def raise_newborn(older, children, boys, figures, by_age, level, choices):  # type: ignore[no-untyped-def]
    """The year's newborn (district,) meet the same year and stand at age 0, sex by sex: cell 0 of each in the
    figures."""
    out, between, share, inflow, dying, homes = figures
    cap, weight = choices[0], choices[2]
    for s in range(2):
        cell = s * (out.shape[1] // 2)
        part = boys if s == 0 else 1.0 - boys
        pool = 0.0
        for d in range(children.shape[0]):
            pool += min(between[d, cell] * level[d, BETWEEN], 1.0) * children[d] * part
        for d in range(children.shape[0]):
            born = children[d] * part
            leaving = min(min(out[d, cell] * level[d, OUT] * by_age[0][cell], 1.0), cap)
            leaving += min(between[d, cell] * level[d, BETWEEN], 1.0)
            now = born - leaving * born + share[d, cell] * pool + inflow[d, cell] * level[d, IN]
            now += max(homes[d, cell], -max(now, 0.0))
            dead = min(dying[d, cell] * level[d, DEATHS] * by_age[1][cell], 1.0) * (born + weight * (now - born))
            older[d, cell + 1] = max(now - min(dead, max(now, 0.0)), 0.0)


@fast
def run_block(first, last, population, figures, mothers, span, boys, chances, homes, choices, bands, result):  # type: ignore[no-untyped-def]
    """Draws first..last-1 through all years into result (year + 1, district, band, draw).

    figures   out, between, share, inflow, dying, homes: each (year, district, sex · slot)
    mothers   births per first-day woman and per woman at the end, the same shape; span: the cells where they are
    chances   levels (draw, year, district, component); out and dying by age (draw or 1, sex · slot)
    homes     weights (draw, year, district, profile) and profiles (profile, sex · slot); none = the figures' homes
    choices   cap of out-moves, weight of the moved in deaths' exposure, the same for the newborn
    """
    out, between, share, inflow, dying, given_homes = figures
    levels, out_age, dying_age = chances
    years, districts, cells = out.shape
    block = last - first
    here, after = np.zeros((block, districts, cells + 1)), np.zeros((block, districts, cells + 1))
    pool, both, children = np.zeros(cells), np.zeros(cells // 2), np.zeros(districts)
    mixed, built = np.zeros((districts, cells)), np.zeros(districts, dtype=np.bool_)
    for k in range(block):
        here[k, :, :cells] = population
        count_bands(here[k], both, bands, result[0], first + k)
    for y in range(years):
        find_homes(given_homes[y], built)
        for k in range(block):
            draw, old, new = first + k, here[k], after[k]
            level, people = levels[draw, y], given_homes[y]
            by_age = out_age[min(draw, len(out_age) - 1)], dying_age[min(draw, len(dying_age) - 1)]
            if homes[0].shape[3] > 0:
                mix_homes(mixed, built, homes[0][draw, y], homes[1])
                people = mixed
            year = out[y], between[y], share[y], inflow[y], dying[y], people
            gather(pool, old, between[y], level)
            pass_year(
                new, old, pool, year, (mothers[0][y], mothers[1][y]), by_age, built, span, level, choices, children
            )
            raise_newborn(new, children, boys[y], year, by_age, level, choices)
            count_bands(new, both, bands, result[y + 1], draw)
        here, after = after, here

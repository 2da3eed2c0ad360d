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
def move(older, start, out, between, share, pool, inflow, out_age, level, cap):  # type: ignore[no-untyped-def]
    """Out, between and in of a year; `older` is one cell ahead. (Eight arrays in the inner loop: a compiler checks no
    more for overlap, and then it works on four or eight cells at once.)"""
    for d in range(out.shape[0]):
        o, b, n = level[d, OUT], level[d, BETWEEN], level[d, IN]
        for i in range(out.shape[1]):
            leaving = min(min(out[d, i] * o * out_age[i], 1.0), cap) + min(between[d, i] * b, 1.0)
            older[d, i + 1] = start[d, i] - leaving * start[d, i] + share[d, i] * pool[i] + inflow[d, i] * n


@fast
def live(older, start, dying, dying_age, homes, level, half):  # type: ignore[no-untyped-def]
    """Homes, then deaths on start + half · (moved - start), of no more than are there."""
    for d in range(dying.shape[0]):
        q = level[d, DEATHS]
        for i in range(dying.shape[1]):
            now = older[d, i + 1]
            now += max(homes[d, i], -max(now, 0.0))
            dead = min(dying[d, i] * q * dying_age[i], 1.0) * (start[d, i] + half * (now - start[d, i]))
            older[d, i + 1] = now - min(dead, max(now, 0.0))


@fast
def bear(children, older, start, per_start, per_present, first, last, level):  # type: ignore[no-untyped-def]
    """Children of every district's women, whose cells are first..last-1, and one further on in `older`."""
    for d in range(children.shape[0]):
        total = 0.0
        for i in range(last - first):
            total += start[d, first + i] * per_start[d, first + i]
            total += older[d, first + i + 1] * per_present[d, first + i]
        children[d] = total * level[d, BIRTHS]


@fast
def close(older, slots):  # type: ignore[no-untyped-def]
    """The open age gathers its two cohorts, nobody is negative, the first cell of each sex is free for the newborn."""
    for d in range(older.shape[0]):
        older[d, slots - 1] += older[d, slots]
        older[d, 2 * slots - 1] += older[d, 2 * slots]
        older[d, 0] = 0.0
        older[d, slots] = 0.0
        for i in range(older.shape[1]):
            older[d, i] = max(older[d, i], 0.0)


@fast
def mix_homes(people, weights, profiles):  # type: ignore[no-untyped-def]
    """People of every district's new homes in one draw."""
    for d in range(people.shape[0]):
        people[d, :] = 0.0
        for p in range(weights.shape[1]):
            weight = weights[d, p]
            if weight != 0.0:
                for i in range(people.shape[1]):
                    people[d, i] += weight * profiles[p, i]


@fast
def count_bands(people, both, bands, result, draw):  # type: ignore[no-untyped-def]
    """People of both sexes in every district and band of ages; cell c + 1 of a sex holds age c on the first day."""
    slots = both.shape[0]
    for d in range(result.shape[0]):
        for i in range(slots):
            both[i] = people[d, i] + people[d, slots + i]
        for b in range(bands.shape[0]):
            total = 0.0
            first = bands[b, 0] + 1
            for i in range(bands[b, 1] - bands[b, 0]):
                total += both[first + i]
            result[d, b, draw] = total


@fast
def raise_newborn(  # type: ignore[no-untyped-def]
    children, boys, older, out, between, share, inflow, dying, homes, out_age, dying_age, level, cap, weight
):
    """The year's newborn (district,) meet the same year and stand at age 0, sex by sex: cell 0 of each in the
    figures."""
    districts, slots = children.shape[0], out.shape[1] // 2
    for s in range(2):
        cell = s * slots
        part = boys if s == 0 else 1.0 - boys
        pool = 0.0
        for d in range(districts):
            pool += min(between[d, cell] * level[d, BETWEEN], 1.0) * children[d] * part
        for d in range(districts):
            born = children[d] * part
            leaving = min(min(out[d, cell] * level[d, OUT] * out_age[cell], 1.0), cap)
            leaving += min(between[d, cell] * level[d, BETWEEN], 1.0)
            now = born - leaving * born + share[d, cell] * pool + inflow[d, cell] * level[d, IN]
            now += max(homes[d, cell], -max(now, 0.0))
            dead = min(dying[d, cell] * level[d, DEATHS] * dying_age[cell], 1.0) * (born + weight * (now - born))
            older[d, cell + 1] = max(now - min(dead, max(now, 0.0)), 0.0)


@fast
def run_block(  # type: ignore[no-untyped-def]
    first,
    last,
    population,
    out,
    between,
    share,
    inflow,
    dying,
    homes,
    per_start,
    per_present,
    fertile,
    boys,
    levels,
    dying_age,
    out_age,
    weights,
    profiles,
    choices,
    bands,
    result,
):
    """Draws first..last-1 through all years into result (year + 1, district, band, draw).

    Figures are (year, district, sex · slot); levels (draw, year, district, component); dying_age and out_age (draw or
    1, sex · slot); weights (draw, year, district, profile); choices: cap, half of deaths' exposure, the newborn's.
    """
    years, districts, cells = out.shape
    slots, block = cells // 2, last - first
    here, after = np.zeros((block, districts, cells + 1)), np.zeros((block, districts, cells + 1))
    pool, both, children = np.zeros(cells), np.zeros(slots), np.zeros(districts)
    mixed = np.zeros((districts, cells))
    cap, half, newborn_half = choices
    women = slots + fertile[0], slots + fertile[1]
    for k in range(block):
        here[k, :, :cells] = population
        count_bands(here[k], both, bands, result[0], first + k)
    for y in range(years):
        for k in range(block):
            draw = first + k
            old, new, level = here[k], after[k], levels[draw, y]
            of_out, of_dying = out_age[min(draw, len(out_age) - 1)], dying_age[min(draw, len(dying_age) - 1)]
            people = homes[y]
            if weights.shape[3] > 0:
                mix_homes(mixed, weights[draw, y], profiles)
                people = mixed
            gather(pool, old, between[y], level)
            move(new, old, out[y], between[y], share[y], pool, inflow[y], of_out, level, cap)
            live(new, old, dying[y], of_dying, people, level, half)
            bear(children, new, old, per_start[y], per_present[y], women[0], women[1], level)
            close(new, slots)
            raise_newborn(
                children,
                boys[y],
                new,
                out[y],
                between[y],
                share[y],
                inflow[y],
                dying[y],
                people,
                of_out,
                of_dying,
                level,
                cap,
                newborn_half,
            )
            count_bands(new, both, bands, result[y + 1], draw)
        here, after = after, here

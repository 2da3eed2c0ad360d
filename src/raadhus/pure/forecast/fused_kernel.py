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
    numba.njit(fastmath={"contract", "reassoc", "nsz"}, error_model="numpy", cache=True, nogil=True)
    if numba is not None
    else _as_it_is
)
"""Sums may be taken in another order than written, but always in the same one: a draw's figures do not depend on what
runs beside it."""
DEATHS, BIRTHS, OUT, IN, BETWEEN = range(5)


@fast
def gather(pool, start, between, level):  # type: ignore[no-untyped-def]
    """pool += those of a district who change district."""
    for i in range(pool.shape[0]):
        pool[i] += min(between[i] * level, 1.0) * start[i]


@fast
def move(older, start, out, between, share, pool, inflow, out_age, level, cap):  # type: ignore[no-untyped-def]
    """Out, between and in of a district's year; `older` is one cell ahead. (Eight arrays: a compiler checks no more for
    overlap, and then it works on four or eight cells at once.)"""
    o, b, n = level[OUT], level[BETWEEN], level[IN]
    for i in range(start.shape[0]):
        leaving = min(min(out[i] * o * out_age[i], 1.0), cap) + min(between[i] * b, 1.0)
        older[i + 1] = start[i] - leaving * start[i] + share[i] * pool[i] + inflow[i] * n


@fast
def live(older, start, dying, dying_age, homes, level, half):  # type: ignore[no-untyped-def]
    """Homes, then deaths on start + half · (moved - start)."""
    q = level[DEATHS]
    for i in range(start.shape[0]):
        now = older[i + 1]
        now += max(homes[i], -max(now, 0.0))
        dead = min(dying[i] * q * dying_age[i], 1.0) * (start[i] + half * (now - start[i]))
        older[i + 1] = now - min(dead, max(now, 0.0))


@fast
def open_age(older, slots):  # type: ignore[no-untyped-def]
    """The open age gathers its two cohorts, nobody is negative, the first cell of each sex is free for the newborn."""
    men = older[slots]
    women = older[2 * slots]
    older[slots - 1] += men
    older[2 * slots - 1] += women
    older[slots] = 0.0
    older[0] = 0.0
    for i in range(older.shape[0]):
        older[i] = max(older[i], 0.0)


@fast
def mothers(older, start, per_start, per_present, first, last):  # type: ignore[no-untyped-def]
    """Children of a district's women; their cells are first..last-1 now and one further on in `older`."""
    total = 0.0
    for i in range(last - first):
        total += start[first + i] * per_start[first + i] + older[first + i + 1] * per_present[first + i]
    return total


@fast
def mix_homes(people, weights, profiles):  # type: ignore[no-untyped-def]
    """People of a district's new homes in one draw; whether there are any."""
    found = False
    for p in range(weights.shape[0]):
        if weights[p] != 0.0:
            if not found:
                people[:] = 0.0
            found = True
            for i in range(people.shape[0]):
                people[i] += weights[p] * profiles[p, i]
    return found


@fast
def count_band(people, first, last):  # type: ignore[no-untyped-def]
    """The sum of cells first..last-1."""
    total = 0.0
    for i in range(last - first):
        total += people[first + i]
    return total


@fast
def count_bands(people, bands, result, draw):  # type: ignore[no-untyped-def]
    """People of both sexes in every band of ages; cell c + 1 of a sex holds age c on the first day."""
    slots = people.shape[0] // 2
    for b in range(bands.shape[0]):
        first, last = bands[b, 0] + 1, bands[b, 1] + 1
        result[b, draw] = count_band(people, first, last) + count_band(people, slots + first, slots + last)


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
            now += max(homes[d, s], -max(now, 0.0))
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
    1, sex · slot); weights (draw, year, district, profile); choices: cap, half, newborn's half, part of level births.
    """
    years, districts, cells = out.shape
    slots, block = cells // 2, last - first
    here, next_year = np.zeros((block, districts, cells + 1)), np.zeros((block, districts, cells + 1))
    pool, people = np.zeros(cells), np.zeros(cells)
    children, young = np.zeros(districts), np.zeros((districts, 2))
    cap, half, newborn_half = choices
    for k in range(block):
        for d in range(districts):
            here[k, d, :cells] = population[d]
            count_bands(here[k, d, :cells], bands, result[0, d], first + k)
    for y in range(years):
        for k in range(block):
            draw = first + k
            level = levels[draw, y]
            by_age = min(draw, out_age.shape[0] - 1), min(draw, dying_age.shape[0] - 1)
            pool[:] = 0.0
            for d in range(districts):
                gather(pool, here[k, d, :cells], between[y, d], level[d, BETWEEN])
            for d in range(districts):
                mixed = mix_homes(people, weights[draw, y, d], profiles)
                moving = people if mixed else homes[y, d]
                young[d, 0], young[d, 1] = moving[0], moving[slots]
                old, new = here[k, d, :cells], next_year[k, d]
                move(
                    new,
                    old,
                    out[y, d],
                    between[y, d],
                    share[y, d],
                    pool,
                    inflow[y, d],
                    out_age[by_age[0]],
                    level[d],
                    cap,
                )
                live(new, old, dying[y, d], dying_age[by_age[1]], moving, level[d], half)
                born = mothers(new, old, per_start[y, d], per_present[y, d], slots + fertile[0], slots + fertile[1])
                children[d] = born * level[d, BIRTHS]
                open_age(new, slots)
            raise_newborn(
                children,
                boys[y],
                next_year[k],
                out[y],
                between[y],
                share[y],
                inflow[y],
                dying[y],
                young,
                out_age[by_age[0]],
                dying_age[by_age[1]],
                level,
                cap,
                newborn_half,
            )
            for d in range(districts):
                count_bands(next_year[k, d, :cells], bands, result[y + 1, d], draw)
        here, next_year = next_year, here

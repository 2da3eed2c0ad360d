"""The innermost loops of the compiled kernel: one row of cells (sex · slot) of one district in one draw.

Each has at most eight arrays it reads beside the one it writes: a compiler checks no more for overlap before it takes
several cells at once. Without numba they stay plain functions which nobody calls.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

numba: Any
try:
    numba = importlib.import_module("numba")
except ImportError:  # the plain loop of population.py is used instead
    numba = None

COMPILED = numba is not None


def _as_it_is(function: Callable[..., Any]) -> Callable[..., Any]:
    return function


HOW = {
    "fastmath": {"contract", "reassoc", "nsz", "nnan", "ninf"},
    "error_model": "numpy",
    "cache": True,
    "nogil": True,
    "_nrt": False,  # nothing is allocated here, and counting who holds every row would take longer than the rows do
}
fast = numba.njit(**HOW) if numba is not None else _as_it_is
"""Sums may be taken in another order than written, but always in the same one: a draw's figures do not depend on what
runs beside it."""


@fast
def add_leavers(pool, people, rate, factor, others, other_rate, other_factor):  # type: ignore[no-untyped-def]
    """pool += those who change district of two districts; no rate times its factor is over one."""
    for i in range(people.size):
        pool[i] += rate[i] * factor * people[i] + other_rate[i] * other_factor * others[i]


@fast
def add_bounded_leavers(pool, people, rate, factor):  # type: ignore[no-untyped-def]
    """pool += those who change district of one district whose rates the factor may take over one."""
    for i in range(people.size):
        pool[i] += min(rate[i] * factor, 1.0) * people[i]


@fast
def pass_district(then, start, pool, rates, factors, half):  # type: ignore[no-untyped-def]
    """A district's year but for births: out, between, in and homes; then deaths on start + half · (moved - start).

    Nobody is negative after the moves, nor after the deaths. No rate times its factor is over its bound.
    """
    out, between, share, coming, dying = rates
    o, b, n, q = factors
    of_start, of_moved = (1.0 - half) * q, half * q
    for i in range(then.size):
        moved = max(start[i] - (out[i] * o + between[i] * b) * start[i] + share[i] * pool[i] + coming[i] * n, 0.0)
        then[i] = max(moved - dying[i] * (of_start * start[i] + of_moved * moved), 0.0)


@fast
def bounded_row(row, rate, factor, ages, draw, limit):  # type: ignore[no-untyped-def]
    """The row, filled with the rate of each cell in this draw, at most the limit; `ages` (draw or none, cell)."""
    if len(ages) > 0:
        own = ages[draw]
        for i in range(rate.size):
            row[i] = min(rate[i] * factor * own[i], limit)
    else:
        for i in range(rate.size):
            row[i] = min(rate[i] * factor, limit)
    return row


@fast
def fill_arrivals(row, inflow, factor, homes, is_built, weights, profiles):  # type: ignore[no-untyped-def]
    """Whether anything is built; if so the row is in-movers and people of new homes together."""
    drawn = False
    for p in range(weights.size):
        drawn |= weights[p] != 0.0
    if not (drawn or is_built):
        return False
    for i in range(inflow.size):
        row[i] = inflow[i] * factor + homes[i]
    for p in range(weights.size):
        weight, profile = weights[p], profiles[p]
        if weight != 0.0:
            for i in range(inflow.size):
                row[i] += weight * profile[i]
    return True


@fast
def children_of(start, then, per_first, per_last):  # type: ignore[no-untyped-def]
    """Births of a district's women, of those there on the first day and of those there at the end."""
    total = 0.0
    for i in range(start.size):
        total += start[i] * per_first[i] + then[i] * per_last[i]
    return total


@fast
def count_bands(people, bands, result, draw):  # type: ignore[no-untyped-def]
    """People of both sexes in every band of ages, (band, draw); cell c + 1 of a sex holds age c on the first day."""
    slots = people.size // 2
    for b in range(bands.shape[0]):
        youngest, beyond = bands[b, 0] + 1, bands[b, 1] + 1
        men, women = people[youngest:beyond], people[slots + youngest : slots + beyond]
        total = 0.0
        for i in range(men.size):
            total += men[i] + women[i]
        result[b, draw] = total

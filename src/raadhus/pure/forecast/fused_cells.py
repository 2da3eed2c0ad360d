"""What happens to the cells of one district in a year, for a pack of draws at once. Needs numba.

A row holds people by cohort: the cell i of a year stands at i + `shift`, so as years pass nobody is moved in memory.
"""

from __future__ import annotations

import importlib
from typing import Any

from raadhus.pure.forecast.fused_layout import BETWEEN, DYING, IN, LANES, LINE, NEXT, OUT, SHARE
from raadhus.pure.forecast.packs import each, less, load, more, over, same, store
from raadhus.pure.forecast.packs_nearer import soon

numba: Any = importlib.import_module("numba")

HOW = {"error_model": "numpy", "nogil": True, "_nrt": False}
"""Nothing is allocated here, and counting who holds every row would take longer than the rows do."""
fast = numba.njit(no_cpython_wrapper=True, no_cfunc_wrapper=True, **HOW)
inside = numba.njit(no_cpython_wrapper=True, no_cfunc_wrapper=True, inline="always", **HOW)
"""For what is called often: an array is handed over as a dozen numbers."""

LEVEL_DEATHS, LEVEL_BIRTHS, LEVEL_OUT, LEVEL_IN, LEVEL_BETWEEN = range(5)
BY_DEATHS, BY_OUT = range(2)


@fast
def add_up(row, first, beyond):  # type: ignore[no-untyped-def]
    """People at first..beyond-1; four sums side by side, for one addition must wait for another's end."""
    a, b, c, d = same(0.0), same(0.0), same(0.0), same(0.0)
    fours = first + (beyond - first) // 4 * 4
    for i in range(first, fours, 4):
        a, b = a + load(row, i), b + load(row, i + 1)
        c, d = c + load(row, i + 2), d + load(row, i + 3)
    for i in range(fours, beyond):
        a = a + load(row, i)
    return (a + b) + (c + d)


@fast
def spans_of(bands, shift, first, beyond, spans):  # type: ignore[no-untyped-def]
    """How many bands meet the cells first..beyond-1, and in spans (number, 3): the band, its first place in a row and
    the place after its last."""
    found = 0
    for b in range(bands.shape[0]):
        low, high = max(bands[b, 0] + 1, first), min(bands[b, 1] + 1, beyond)
        if low < high:
            spans[found, 0], spans[found, 1], spans[found, 2] = b, low + shift, high + shift
            found += 1
    return found


@fast
def count_bands(row, spans, found, counts):  # type: ignore[no-untyped-def]
    """The people of the bands found by `spans_of`, beside those counted before, in counts (band, pack)."""
    for k in range(found):
        b = spans[k, 0]
        next_district = counts.size + b * LANES
        soon(counts, next_district)
        soon(counts, next_district + LINE)
        store(counts, b, load(counts, b) + add_up(row, spans[k, 1], spans[k, 2]))


@fast
def children_of(row, shift, figures, which, first, beyond):  # type: ignore[no-untyped-def]
    """Births of the women of these cells before the draw's level is put on."""
    even, odd = same(0.0), same(0.0)
    pairs = first + max(beyond - first, 0) // 2 * 2
    for i in range(first, pairs, 2):
        cell = i * LINE + which
        even = more(even, load(row, i + shift), each(figures, cell))
        odd = more(odd, load(row, i + 1 + shift), each(figures, cell + LINE))
    for i in range(pairs, beyond):
        even = more(even, load(row, i + shift), each(figures, i * LINE + which))
    return even + odd


@fast
def fill_arrivals(row, given, is_given, weights, active, profiles, first, beyond):  # type: ignore[no-untyped-def]
    """Who moves to or from homes, into row (cell, pack): those given, and the active pairs of profiles.

    weights (profile, pack), active (pair of profiles,), profiles (profile, cell)"""
    filled, cells = is_given, given.shape[0]
    if is_given:
        for i in range(first, beyond):
            store(row, i, each(given, i))
    for pair in range(active.shape[0]):
        if active[pair]:
            one, other = load(weights, 2 * pair), load(weights, 2 * pair + 1)
            here, there = 2 * pair * cells, (2 * pair + 1) * cells
            if filled:
                for i in range(first, beyond):
                    before = more(load(row, i), one, each(profiles, here + i))
                    store(row, i, more(before, other, each(profiles, there + i)))
            else:
                for i in range(first, beyond):
                    store(row, i, more(one * each(profiles, here + i), other, each(profiles, there + i)))
            filled = True


@fast
def settle(start, counted, coming, homes, living, rest, least):  # type: ignore[no-untyped-def]
    """Those of a cell who are there at the year's end, no fewer than `least`.

    Deaths fall on the exposed, moved + rest · start, of whom `counted` says what part of the first day's are among
    them; so of these, exposed · living - rest · start are left. Rounded as in `calm_pass`."""
    return max(over(rest * start, living, more(coming, start, counted) + homes), least)


def calm_pass(built: bool, even: bool):  # type: ignore[no-untyped-def]
    """The pass through cells where no draw's factor takes more than all, so no bound is asked for but by homes.

    built  whether people move to or from homes
    even   whether rest is one
    """

    @inside
    def pass_calm(row, shift, pool, ahead, figures, own, then, arriving, choices, first, beyond):  # type: ignore[no-untyped-def]
        rest, least = choices[2], choices[5]
        o, b, n = load(own, LEVEL_OUT), load(own, LEVEL_BETWEEN), load(own, LEVEL_IN)
        q, b_then = load(own, LEVEL_DEATHS), load(then, LEVEL_BETWEEN)
        for i in range(first, beyond):
            cell = i * LINE
            soon(figures, cell + figures.size)  # the next district's
            start = load(row, i + shift)
            counted = less(less(same(1.0 + rest), o, each(figures, cell + OUT)), b, each(figures, cell + BETWEEN))
            coming = more(n * each(figures, cell + IN), load(pool, i), each(figures, cell + SHARE))
            exposed = more(coming, start, counted)
            if built:
                exposed = exposed + load(arriving, i)
            end = over(start if even else rest * start, less(same(1.0), q, each(figures, cell + DYING)), exposed)
            if built:
                end = max(end, least)
            store(row, i + shift, end)
            store(ahead, i + 1, more(load(ahead, i + 1), b_then * each(figures, cell + NEXT), end))

    return pass_calm


calm, calm_built = calm_pass(False, False), calm_pass(True, False)
even_calm, even_built = calm_pass(False, True), calm_pass(True, True)


@fast
def changing(o, b, figures, i, cap):  # type: ignore[no-untyped-def]
    """Part of a cell who change district: of those the out-moves leave, no more than all."""
    return min(b * figures[i, BETWEEN], max(less(same(1.0), o, figures[i, OUT]), 1.0 - cap))


@fast
def staying(o, b, figures, i, cap, rest):  # type: ignore[no-untyped-def]
    """Part of a cell whom neither out-moves nor moves between districts take, and `rest` more."""
    return max(less(max(less(same(1.0 + rest), o, figures[i, OUT]), 1.0 + rest - cap), b, figures[i, BETWEEN]), rest)


@fast
def pass_bounded(row, shift, pool, ahead, figures, later, own, then, arriving, built, choices, by_age, first, beyond):  # type: ignore[no-untyped-def]
    """The same with every bound; by_age (deaths and out or none, cell, pack)."""
    o, b, n, q = load(own, LEVEL_OUT), load(own, LEVEL_BETWEEN), load(own, LEVEL_IN), load(own, LEVEL_DEATHS)
    o_then, b_then = load(then, LEVEL_OUT), load(then, LEVEL_BETWEEN)
    cap, half, rest, least, oldest = choices[0], choices[1], choices[2], choices[5], figures.shape[0] - 1
    for i in range(first, beyond):
        o_here, q_here, o_next = o, q, o_then
        if by_age.shape[0] > 0:
            q_here = q * load(by_age[BY_DEATHS], i)
            o_here = o * load(by_age[BY_OUT], i)
            o_next = o_then * load(by_age[BY_OUT], min(i + 1, oldest))
        homes = same(0.0)
        if built:
            homes = load(arriving, i)
        coming = more(n * figures[i, IN], load(pool, i), figures[i, SHARE])
        living = max(less(same(1.0), q_here, figures[i, DYING]), 1.0 - half)
        counted = staying(o_here, b, figures, i, cap, rest)
        end = settle(load(row, i + shift), counted, coming, homes, living, rest, least)
        store(row, i + shift, end)
        store(ahead, i + 1, more(load(ahead, i + 1), changing(o_next, b_then, later, min(i + 1, oldest), cap), end))


@fast
def leave_and_change(i, people, levels, by_age, figures, pool, place, cap):  # type: ignore[no-untyped-def]
    """Put into a year's pool, at `place`, those of cell i of a district who will change district."""
    o, b = load(levels, LEVEL_OUT), load(levels, LEVEL_BETWEEN)
    if by_age.shape[0] > 0:
        o = o * load(by_age[BY_OUT], i)
    store(pool, place, more(load(pool, place), changing(o, b, figures, i, cap), people))


@fast
def newborn_factors(levels, by_age):  # type: ignore[no-untyped-def]
    """Factors of out, between, in and deaths on the newborn of a district: levels (component, pack)."""
    o, q = load(levels, LEVEL_OUT), load(levels, LEVEL_DEATHS)
    if by_age.shape[0] > 0:
        o, q = o * load(by_age[BY_OUT], 0), q * load(by_age[BY_DEATHS], 0)
    return o, load(levels, LEVEL_BETWEEN), load(levels, LEVEL_IN), q

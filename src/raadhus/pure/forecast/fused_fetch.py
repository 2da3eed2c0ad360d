"""What a pack of draws is given before its years, and what is handed in after them. Needs numba."""

from __future__ import annotations

from raadhus.pure.forecast.fused_cells import LEVEL_BETWEEN, fast, leave_and_change
from raadhus.pure.forecast.fused_layout import BETWEEN, LINE
from raadhus.pure.forecast.packs import across, anything, each, load, more, same, store
from raadhus.pure.forecast.packs_nearer import soon, soon_written

AHEAD = 8
"""How many rows of the result are sent for before they are written: each lies far from the last."""


@fast
def fetch_levels(levels, first, begin, found):  # type: ignore[no-untyped-def]
    """The pack's levels from year `begin` on, found (year, district, component, pack), from those of all draws."""
    years, districts = found.shape[0], found.shape[1]
    apart = years * districts
    for c in range(len(levels)):
        level = levels[c]
        for y in range(begin, years):
            for d in range(districts):
                store(found[y, d], c, across(level, first * apart + y * districts + d, apart))


@fast
def fetch_homes(homes, first, begin, found, active, built):  # type: ignore[no-untyped-def]
    """The pack's homes from year `begin` on, found (year, district, profile, pack); whether there are any of a pair of
    profiles, active (year, district, pair), and of any, beside the homes that all draws share, built (year, district).
    """
    weights, where, _, given = homes
    years, places, profiles = found.shape[0], weights.shape[2], weights.shape[3]
    apart = years * places * profiles
    for y in range(begin, years):
        for d in range(found.shape[1]):
            built[y, d] = given[y, d]
            for p in range(found.shape[2]):
                active[y, d, p // 2] = False
            for p in range(found.shape[2] if where[d] >= 0 else 0):
                drawn = same(0.0)
                if p < profiles:
                    drawn = across(weights, first * apart + (y * places + where[d]) * profiles + p, apart)
                store(found[y, d], p, drawn)
                some = anything(drawn)
                active[y, d, p // 2] = active[y, d, p // 2] or some
                built[y, d] = built[y, d] or some


@fast
def fetch_ages(given, first, by_age):  # type: ignore[no-untyped-def]
    """The pack's factors by age, by_age (sex, deaths and out or none, cell, pack)."""
    apart = by_age.shape[0] * by_age.shape[1] * by_age.shape[2]
    for sex in range(by_age.shape[0]):
        for c in range(by_age.shape[1]):
            for i in range(by_age.shape[2]):
                place = (sex * by_age.shape[1] + c) * by_age.shape[2] + i
                store(by_age[sex, c], i, across(given, first * apart + place, apart))


@fast
def open_cohorts(opening, shift, first, beyond, people, pool, levels, by_age, figures, calm, cap):  # type: ignore[no-untyped-def]
    """The people of the cells first..beyond-1 of the first year, and who of one sex change district in it.

    opening  (district, age)
    people   (district, place, pack)"""
    for i in range(first, beyond):
        store(pool, i, same(0.0))
    for d in range(people.shape[0]):
        row, present, here, own = people[d], opening[d], figures[d], levels[d]
        for i in range(first, beyond):
            soon(here, i * LINE + here.size)
            there = same(present[i - 1])
            store(row, i + shift, there)
            if i < calm[d]:
                changing = load(own, LEVEL_BETWEEN) * each(here, i * LINE + BETWEEN)
                store(pool, i, more(load(pool, i), changing, there))
            else:
                leave_and_change(i, there, own, by_age, here, pool, i, cap)


@fast
def open_empty(shift, first, beyond, people, pool):  # type: ignore[no-untyped-def]
    """As `open_cohorts` where nobody is there."""
    for i in range(first, beyond):
        store(pool, i, same(0.0))
    for d in range(people.shape[0]):
        for i in range(first, beyond):
            store(people[d], i + shift, same(0.0))


@fast
def empty(counts):  # type: ignore[no-untyped-def]
    """Nobody counted yet in counts (district, band or other, pack)."""
    for d in range(counts.shape[0]):
        for b in range(counts.shape[1]):
            store(counts[d], b, same(0.0))


@fast
def hand_in(counts, before, result, first):  # type: ignore[no-untyped-def]
    """counts (district, band, pack) to their place in result (district, band, draw), the last being all the others
    together, added up in their order.

    before  as `result`, what stands before them in the sum; or with no districts"""
    rows, ahead, last = counts.shape[1], AHEAD * result.shape[2], counts.shape[0] - 1
    for d in range(last + 1):
        for b in range(rows):
            soon_written(result[d, b], first + ahead)
            soon_written(result[d, b], first + ahead + LINE)
            counted = load(counts[d], b)
            if d < last:
                store(counts[last], b, load(counts[last], b) + counted)
            if before.shape[0] > 0:
                soon(before[d, b], first + ahead)
                soon(before[d, b], first + ahead + LINE)
                counted = counted + load(before[d, b], first)
            store(result[d, b], first, counted)

"""The yearly loop of `population.run_year` for a pack of draws at once: numbers in, numbers out. Needs numba.

People stand by cohort: as years pass nobody is moved in memory, a row of slots merely begins one place earlier. One
sweep a year, sex by sex and district by district: count the first day's people, take them through the year, and gather
from them at once the pool of those who will change district in the year after. So a row of people comes from memory
once a year. The newborn follow, a handful of cells. `run_block` says what every array is.
"""

from __future__ import annotations

import importlib
from typing import Any

from raadhus.pure.forecast.fused_layout import BETWEEN, DYING, FIRST, IN, LANES, LAST, LINE, NEXT, OUT, SHARE
from raadhus.pure.forecast.packs import anything, less, load, more, same, soon, store

numba: Any = importlib.import_module("numba")

HOW = {"error_model": "numpy", "nogil": True, "_nrt": False}
"""Nothing is allocated here, and counting who holds every row would take longer than the rows do."""
fast = numba.njit(no_cpython_wrapper=True, no_cfunc_wrapper=True, **HOW)

LEVEL_DEATHS, LEVEL_BIRTHS, LEVEL_OUT, LEVEL_IN, LEVEL_BETWEEN = range(5)
BY_DEATHS, BY_OUT = range(2)
WOMEN, CHILDREN = 1, 2


@fast
def add_up(row, first, beyond):  # type: ignore[no-untyped-def]
    """People of the cells first..beyond-1; four sums side by side, for one addition must wait for another's end."""
    a, b, c, d = same(0.0), same(0.0), same(0.0), same(0.0)
    fours = first + (beyond - first) // 4 * 4
    for i in range(first, fours, 4):
        a, b = a + load(row, i), b + load(row, i + 1)
        c, d = c + load(row, i + 2), d + load(row, i + 3)
    for i in range(fours, beyond):
        a = a + load(row, i)
    return (a + b) + (c + d)


@fast
def count_bands(row, sex, bands, counts):  # type: ignore[no-untyped-def]
    """People of every band: men into counts (band, pack), then women beside them."""
    for b in range(bands.shape[0]):
        people = add_up(row, bands[b, 0] + 1, bands[b, 1] + 1)
        if sex == WOMEN:
            people = load(counts, b) + people
        store(counts, b, people)


@fast
def hand_in(counts, result, first):  # type: ignore[no-untyped-def]
    """counts (district, band, pack) to their place in result (district, band, draw)."""
    for d in range(counts.shape[0]):
        for b in range(counts.shape[1]):
            store(result[d, b], first, load(counts[d], b))


@fast
def fetch_levels(levels, first, y, found):  # type: ignore[no-untyped-def]
    """The pack's levels of year y, found (district, component, pack), from those of all draws."""
    for c in range(len(levels)):
        for k in range(LANES):
            level = levels[c][first + k, y]
            for d in range(level.shape[0]):
                found[d, c, k] = level[d]


@fast
def fetch_homes(weights, patch, which, first, y, found):  # type: ignore[no-untyped-def]
    """The pack's homes of year y, found (district, profile, pack)."""
    for k in range(LANES):
        own, other = weights[first + k, y], patch[first + k, y]
        for d in range(own.shape[0]):
            row = own[d]
            if which[d] >= 0:
                row = other[which[d]]
            for p in range(row.shape[0]):
                found[d, p, k] = row[p]


@fast
def children_of(row, figures, which, fertile):  # type: ignore[no-untyped-def]
    """Births of these women before the draw's level is put on."""
    even, odd = same(0.0), same(0.0)
    pairs = fertile[0] + (fertile[1] - fertile[0]) // 2 * 2
    for i in range(fertile[0], pairs, 2):
        even, odd = more(even, load(row, i), figures[i, which]), more(odd, load(row, i + 1), figures[i + 1, which])
    for i in range(pairs, fertile[1]):
        even = more(even, load(row, i), figures[i, which])
    return even + odd


@fast
def fill_arrivals(row, given, is_given, weights, profiles, cells):  # type: ignore[no-untyped-def]
    """Whether anybody moves to or from homes in this pack; if so `row` is who: weights (profile, pack)."""
    filled = is_given
    if is_given:
        for i in range(cells):
            store(row, i, same(given[i]))
    for p in range(weights.shape[0]):
        weight, profile = load(weights, p), profiles[p]
        if anything(weight):
            if filled:
                for i in range(cells):
                    store(row, i, more(load(row, i), weight, profile[i]))
            else:
                for i in range(cells):
                    store(row, i, weight * profile[i])
            filled = True
    return filled


@fast
def settle(start, stays, coming, homes, dying, half):  # type: ignore[no-untyped-def]
    """Those of a cell who are there at the year's end; deaths on start + half · (moved - start)."""
    moved = max(more(coming, start, stays) + homes, 0.0)
    return max(less(moved, dying, more(start * (1.0 - half), moved, half)), 0.0)


@fast
def pass_calm(row, pool, ahead, figures, factors, arriving, built, half, beyond, reach):  # type: ignore[no-untyped-def]
    """The cells 1..beyond-1, where no draw's factor takes more than all: no bound is asked for but by homes.

    `reach` is how many packs further the next district's row begins: it and its figures are sent for meanwhile."""
    o, b, n, q, _, b_then = factors
    for i in range(1, beyond):
        soon(row, (i + reach) * LANES)
        soon(row, (i + reach) * LANES + LINE)
        soon(figures, i * LINE + figures.size)
        start = load(row, i)
        stays = less(less(same(1.0), o, figures[i, OUT]), b, figures[i, BETWEEN])
        moved = more(more(n * figures[i, IN], load(pool, i), figures[i, SHARE]), start, stays)
        if built:
            moved = max(moved + load(arriving, i), 0.0)
        end = less(moved, q * figures[i, DYING], more(start * (1.0 - half), moved, half))
        if built:
            end = max(end, 0.0)
        store(row, i, end)
        store(ahead, i + 1, more(load(ahead, i + 1), b_then * figures[i, NEXT], end))


@fast
def changing(o, b, figures, i, cap):  # type: ignore[no-untyped-def]
    """Part of a cell who change district: of those the out-moves leave, no more than all."""
    return min(b * figures[i, BETWEEN], max(less(same(1.0), o, figures[i, OUT]), 1.0 - cap))


@fast
def staying(o, b, figures, i, cap):  # type: ignore[no-untyped-def]
    """Part of a cell whom neither out-moves nor moves between districts take."""
    return max(less(max(less(same(1.0), o, figures[i, OUT]), 1.0 - cap), b, figures[i, BETWEEN]), 0.0)


@fast
def pass_bounded(row, pool, ahead, figures, later, factors, arriving, built, choices, by_age, begin, cells):  # type: ignore[no-untyped-def]
    """The cells from `begin` on: the same, with every bound; by_age (deaths and out or none, cell, pack)."""
    o, b, n, q, o_then, b_then = factors
    cap, half = choices[0], choices[1]
    for i in range(begin, cells):
        o_here, q_here, o_next = o, q, o_then
        if by_age.shape[0] > 0:
            q_here = q * load(by_age[BY_DEATHS], i)
            o_here = o * load(by_age[BY_OUT], i)
            o_next = o_then * load(by_age[BY_OUT], min(i + 1, cells - 1))
        homes = same(0.0)
        if built:
            homes = load(arriving, i)
        coming = more(n * figures[i, IN], load(pool, i), figures[i, SHARE])
        dying = min(q_here * figures[i, DYING], 1.0)
        end = settle(load(row, i), staying(o_here, b, figures, i, cap), coming, homes, dying, half)
        store(row, i, end)
        store(ahead, i + 1, more(load(ahead, i + 1), changing(o_next, b_then, later, min(i + 1, cells - 1), cap), end))


@fast
def pass_sex(y, sex, program, homes, bands, work):  # type: ignore[no-untyped-def]
    """Year y of one sex in every district but for its newborn; what they need is noted in `born`.

    The open age gathers two cells before anybody of it is counted for next year's pool, as it would if the run began
    there; so its pool has a place of its own, behind the cells'.
    """
    figures, calm, fertile, choices = program[1], program[2], program[3], program[4]
    people, pools, arriving, born, counts, levels, weights, by_age = work
    years, cells = figures.shape[0], arriving.shape[0]
    follow = min(y + 1, years - 1)
    pool, ahead = pools[y % 2, sex], pools[(y + 1) % 2, sex]
    for i in range(cells + 2):
        store(ahead, i, same(0.0))
    for d in range(people.shape[1]):
        row, here, later = people[sex, d][years - y :], figures[y, sex, d], figures[follow, sex, d]
        count_bands(row, sex, bands, counts[d])
        children = same(0.0)
        if sex == WOMEN:
            children = children_of(row, here, FIRST, fertile)
        own, then = levels[y % 2, d], levels[(y + 1) % 2, d]
        built = fill_arrivals(arriving, program[5][y, sex, d], homes[4][y, d], weights[d], homes[3][sex], cells)
        factors = (
            load(own, LEVEL_OUT),
            load(own, LEVEL_BETWEEN),
            load(own, LEVEL_IN),
            load(own, LEVEL_DEATHS),
            load(then, LEVEL_OUT),
            load(then, LEVEL_BETWEEN),
        )
        begin = calm[y, sex, d]
        pass_calm(row, pool, ahead, here, factors, arriving, built, choices[1], begin, people.shape[2])
        pass_bounded(row, pool, ahead, here, later, factors, arriving, built, choices, by_age[sex], begin, cells)
        open_age = load(row, cells - 2) + load(row, cells - 1)
        store(row, cells - 2, open_age)
        oldest = figures[follow, sex, d]
        leave_and_change(cells - 1, open_age, then, by_age[sex], oldest, ahead, cells + 1, choices[0])
        homes_of_newborn = same(0.0)
        if built:
            homes_of_newborn = load(arriving, 0)
        store(born[d], sex, homes_of_newborn)
        if sex == WOMEN:
            children = children + children_of(row, here, LAST, fertile)
            store(born[d], CHILDREN, children * load(own, LEVEL_BIRTHS))
    store(ahead, cells - 1, load(ahead, cells + 1))


@fast
def newborn_factors(levels, by_age):  # type: ignore[no-untyped-def]
    """Factors of out, between, in and deaths on the newborn of a district: levels (component, pack)."""
    o, q = load(levels, LEVEL_OUT), load(levels, LEVEL_DEATHS)
    if by_age.shape[0] > 0:
        o, q = o * load(by_age[BY_OUT], 0), q * load(by_age[BY_DEATHS], 0)
    return o, load(levels, LEVEL_BETWEEN), load(levels, LEVEL_IN), q


@fast
def raise_newborn(y, sex, program, work):  # type: ignore[no-untyped-def]
    """The newborn of one sex meet the same year, and stand in cell 0, which is age 0 next year."""
    boys, figures, choices = program[0], program[1], program[4]
    people, pools, _, born, _, levels, _, by_age = work
    years, cap, ages = figures.shape[0], choices[0], by_age[sex]
    follow, ahead = min(y + 1, years - 1), pools[(y + 1) % 2, sex]
    part = 1.0 - boys[y] if sex == WOMEN else boys[y]
    pool = same(0.0)
    for d in range(people.shape[1]):
        o, b, _, _ = newborn_factors(levels[y % 2, d], ages)
        pool = more(pool, changing(o, b, figures[y, sex, d], 0, cap), load(born[d], CHILDREN) * part)
    for d in range(people.shape[1]):
        here, start = figures[y, sex, d], load(born[d], CHILDREN) * part
        o, b, n, q = newborn_factors(levels[y % 2, d], ages)
        coming, dying = more(n * here[0, IN], pool, here[0, SHARE]), min(q * here[0, DYING], 1.0)
        end = settle(start, staying(o, b, here, 0, cap), coming, load(born[d], sex), dying, choices[2])
        store(people[sex, d][years - y :], 0, end)
        leave_and_change(1, end, levels[(y + 1) % 2, d], ages, figures[follow, sex, d], ahead, 1, cap)


@fast
def leave_and_change(i, people, levels, by_age, figures, pool, place, cap):  # type: ignore[no-untyped-def]
    """Put into a year's pool, at `place`, those of cell i of a district who will change district."""
    o, b = load(levels, LEVEL_OUT), load(levels, LEVEL_BETWEEN)
    if by_age.shape[0] > 0:
        o = o * load(by_age[BY_OUT], i)
    store(pool, place, more(load(pool, place), changing(o, b, figures, i, cap), people))


@fast
def open_block(first, begin, opening, program, drawn, work):  # type: ignore[no-untyped-def]
    """The pack's own levels and factors by age, the people of year `begin`, and who change district in it."""
    figures, choices = program[1], program[4]
    people, pools, _, _, _, levels, _, by_age = work
    fetch_levels(drawn[0], first, begin, levels[begin % 2])
    for k in range(LANES):
        for sex in range(2):
            for c in range(by_age.shape[1]):
                for i in range(by_age.shape[2]):
                    by_age[sex, c, i, k] = drawn[1][first + k, sex, c, i]
    for sex in range(2):
        pool = pools[begin % 2, sex]
        for i in range(pool.shape[0]):
            store(pool, i, same(0.0))
        for d in range(people.shape[1]):
            row, present = people[sex, d][figures.shape[0] - begin :], opening[sex, d]
            here, own = figures[begin, sex, d], levels[begin % 2, d]
            for age in range(present.shape[0]):
                there = load(present, age)
                store(row, age + 1, there)
                leave_and_change(age + 1, there, own, by_age[sex], here, pool, age + 1, choices[0])


@fast
def keep_year(people, begin, kept):  # type: ignore[no-untyped-def]
    """Copy the people whose rows begin at `begin` into kept (sex, district, age, draw)."""
    for d in range(people.shape[1]):
        for sex in range(2):
            row, copy = people[sex, d][begin:], kept[sex, d]
            for age in range(copy.shape[0]):
                store(copy, age, load(row, age + 1))


@numba.njit(cache=True, **HOW)
def run_block(first, begin, opening, program, drawn, bands, result, kept, work):  # type: ignore[no-untyped-def]
    """Draws first..first+LANES-1 from year `begin` to the last, into result (year + 1, district, band, draw).

    opening  (sex, district, age, draw of the pack) people at the start of year `begin`
    program  boys' share (year,); figures (year, sex, district, cell, FIGURE); calm (year, sex, district) the first cell
             that may need a bound; fertile (first, beyond) cells; cap of out-moves, weight of the moved in deaths'
             exposure, the same for the newborn; homes (year, sex, district, cell)
    drawn    levels: five of (draw, year, district); factors by age (draw, sex, deaths and out or none, cell); homes:
             weights (draw, year, district, profile), the same of some districts in their place, (district,) which of
             those or -1, profiles (sex, profile, cell), whether the program's homes hold any (year, district)
    kept     (year,) which of the kept years a year is, or -1; (kept year, sex, district, age, draw of the pack)
    work     overwritten, the pack's draws last in each: people (sex, district, cell + years), pools (this or next year,
             sex, cell + 2), arrivals (cell), newborn (district, 3), counts (district, band), levels (this or next year,
             district, component), homes (district, profile), factors by age (sex, deaths and out or none, cell)
    """
    people, counts, levels, years, homes = work[0], work[4], work[5], program[1].shape[0], drawn[2]
    open_block(first, begin, opening, program, drawn, work)
    for y in range(begin, years):
        if kept[0][y] >= 0:
            keep_year(people, years - y, kept[1][kept[0][y]])
        fetch_levels(drawn[0], first, min(y + 1, years - 1), levels[(y + 1) % 2])
        fetch_homes(homes[0], homes[1], homes[2], first, y, work[6])
        for sex in range(2):
            pass_sex(y, sex, program, homes, bands, work)
        for sex in range(2):
            raise_newborn(y, sex, program, work)
        hand_in(counts, result[y], first)
    for sex in range(2):
        for d in range(people.shape[1]):
            count_bands(people[sex, d], sex, bands, counts[d])
    hand_in(counts, result[years], first)

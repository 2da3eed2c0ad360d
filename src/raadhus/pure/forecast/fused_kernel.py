"""The loop of `fused.py` in the form a compiler likes: numbers in, numbers out. Without numba `COMPILED` is False and
nothing here is called.

A block of draws goes through a year together, district by district, so that a district's figures are fetched once for
all of them: one sweep counts the people and gathers the pool of those who change district, the second does all the
rest and puts people where they stand a year older. The newborn follow, a handful of cells. Rows of cells
(sex · slot) are laid out by `fused.py` to begin where the machine reads best and may be wider than their cells.
"""

from __future__ import annotations

from raadhus.pure.forecast.fused_cells import (
    COMPILED,
    add_bounded_leavers,
    add_leavers,
    bounded_row,
    children_of,
    count_bands,
    fast,
    fill_arrivals,
    pass_district,
)

__all__ = ["COMPILED", "run_block"]
DEATHS, BIRTHS, OUT, IN, BETWEEN = range(5)
LEAVING, CHANGING, ARRIVING, DYING = range(4)


@fast
def count_and_gather(work, block, program, factors, first, year, bands, result):  # type: ignore[no-untyped-def]
    """Count the first day's people into result[year], and pool (draw, cell) = those of all districts who change; two
    districts at a time, an odd last one by itself."""
    here, pool = work[0], work[1]
    rates, highest = program[0][1], program[3]
    cells, last = program[5], here.shape[0] - 1
    pool[:] = 0.0
    for d in range(0, last + 1, 2):
        e = min(d + 1, last)
        for k in range(block):
            people, others = here[d, k][:cells], here[e, k][:cells]
            factor, other = factors[first + k, year, d], factors[first + k, year, e]
            count_bands(people, bands, result[year, d], first + k)
            count_bands(others, bands, result[year, e], first + k)
            if e > d and factor * highest[year, d, 1] <= 1.0 and other * highest[year, e, 1] <= 1.0:
                add_leavers(pool[k], people, rates[year, d], factor, others, rates[year, e], other)
            else:
                add_bounded_leavers(pool[k], people, rates[year, d], factor)
                if e > d:
                    add_bounded_leavers(pool[k], others, rates[year, e], other)


@fast
def pass_year(work, block, program, levels, ages, homes, first, y):  # type: ignore[no-untyped-def]
    """The year y of every district and draw of the block but for the newborn, whose figures are noted in `young`
    (district, sex, figure, draw) and whose number in `children` (district, draw).

    A district's row of rates is used as it is where its factor takes no cell over its bound; else (and where ages
    differ from draw to draw) a bounded row is made first. So are the arrivals where anything is built.
    """
    here, pool, rows, children, young = work
    figures, mothers, span, highest, choices, cells = program
    out, between, share, inflow, dying, given_homes = figures
    leave_limit, half = min(choices[0], 1.0), choices[1]
    for d in range(here.shape[0]):
        for k in range(block):
            draw = first + k
            start, then = here[d, k][:cells], rows[4][:cells]
            o, b = levels[OUT][draw, y, d], levels[BETWEEN][draw, y, d]
            n, q = levels[IN][draw, y, d], levels[DEATHS][draw, y, d]
            leave, change, come, die = out[y, d], between[y, d], inflow[y, d], dying[y, d]
            if len(ages[0]) > 0 or o * highest[y, d, 0] > leave_limit:
                leave, o = bounded_row(rows[0], leave, o, ages[0], draw, leave_limit), 1.0
            if b * highest[y, d, 1] > 1.0:
                change, b = bounded_row(rows[1], change, b, ages[0][:0], draw, 1.0), 1.0
            if len(ages[1]) > 0 or q * highest[y, d, 2] > 1.0:
                die, q = bounded_row(rows[2], die, q, ages[1], draw, 1.0), 1.0
            built, drawn = highest[y, d, 3] > 0.0, homes[0][draw, y, d]
            if fill_arrivals(rows[3], come, n, given_homes[y, d], built, drawn, homes[1]):
                come, n = rows[3], 1.0
            pass_district(then, start, pool[k], (leave, change, share[y, d], come, die), (o, b, n, q), half)
            note_newborn(young[d], k, cells // 2, (leave, change, come, die), (o, b, n, q))
            women = slice(span[0], span[1])
            born = children_of(start[women], then[women], mothers[0][y, d][women], mothers[1][y, d][women])
            children[d, k] = born * levels[BIRTHS][draw, y, d]
            grow_older(here[d, k], then)


@fast
def note_newborn(young, k, slots, rows, factors):  # type: ignore[no-untyped-def]
    """young (sex, figure, draw): what the newborn of a district will meet in draw k."""
    for s in range(2):
        cell, own = s * slots, young[s]
        changing = rows[1][cell] * factors[1]
        own[CHANGING, k] = changing
        own[LEAVING, k] = rows[0][cell] * factors[0] + changing
        own[ARRIVING, k] = rows[2][cell] * factors[2]
        own[DYING, k] = rows[3][cell] * factors[3]


@fast
def grow_older(people, then):  # type: ignore[no-untyped-def]
    """Every cohort one cell further; the open age gathers its two, and nobody is born into the next year yet."""
    slots = then.size // 2
    for i in range(then.size):
        people[i + 1] = then[i]
    people[slots - 1] += people[slots]
    people[2 * slots - 1] += people[2 * slots]
    people[0] = 0.0
    people[slots] = 0.0


@fast
def raise_newborn(here, children, young, pool, share, boys, weight, block, slots):  # type: ignore[no-untyped-def]
    """The newborn (district, draw) meet the same year and stand at age 0, sex by sex; pool (draw) is overwritten."""
    for s in range(2):
        part = boys if s == 0 else 1.0 - boys
        pool[:] = 0.0
        for d in range(children.shape[0]):
            born, changing = children[d], young[d, s, CHANGING]
            for k in range(block):
                pool[k] += changing[k] * born[k] * part
        for d in range(children.shape[0]):
            leaving, arriving, dying = young[d, s, LEAVING], young[d, s, ARRIVING], young[d, s, DYING]
            for k in range(block):
                born = children[d, k] * part
                now = max(born - leaving[k] * born + share[d, s * slots] * pool[k] + arriving[k], 0.0)
                here[d, k, s * slots + 1] = max(now - dying[k] * (born + weight * (now - born)), 0.0)


@fast
def run_block(first, last, population, boys, program, levels, ages, homes, bands, result, work):  # type: ignore[no-untyped-def]
    """Draws first..last-1 through all years into result (year + 1, district, band, draw).

    program   figures, mothers, span, highest, choices and the number of cells:
    figures   out, between, share, inflow, dying, homes: each (year, district, sex · slot)
    mothers   births per first-day woman and per woman at the end, the same shape; span: the cells where they are
    highest   (year, district, 4) of out, between, dying, and whether anybody is in homes
    choices   cap of out-moves, weight of the moved in deaths' exposure, the same for the newborn
    levels    of deaths, births, out, in, between: each (draw, year, district)
    ages      factors of out and of dying (draw or none, sex · slot)
    homes     weights (draw, year, district, profile) and profiles (profile, sex · slot), beside the figures' homes
    work      overwritten: people (district, draw of the block, cell + 1), pool (draw, cell), five rows of cells,
              children (district, draw), young (district, sex, figure, draw)
    """
    here, pool, _, children, young = work
    figures, choices, cells = program[0], program[4], program[5]
    years, districts, block = len(boys), population.shape[0], last - first
    for d in range(districts):
        for k in range(block):
            for i in range(cells):
                here[d, k, i] = population[d, i]
    for y in range(years):
        count_and_gather(work, block, program, levels[BETWEEN], first, y, bands, result)
        pass_year(work, block, program, levels, ages, homes, first, y)
        raise_newborn(here, children, young, pool[0], figures[2][y], boys[y], choices[2], block, cells // 2)
    for d in range(districts):
        for k in range(block):
            count_bands(here[d, k][:cells], bands, result[years, d], first + k)

"""The yearly loop of `population.run_year` for a pack of draws at once: numbers in, numbers out. Needs numba.

Cohorts meet only where children are born and where the open age gathers. So a block of cohorts lives through all its
years before the next is begun, the oldest first, and its people never leave a core's own cache. One sweep a year, sex
by sex and district by district: count the first day's people, take them through the year, and gather from them at once
the pool of those who will change district in the year after. The youngest block is born on the way, its mothers being
known by then. `run_block` says what every array is.
"""

from __future__ import annotations

from typing import Any

from raadhus.pure.forecast.axes import WOMEN
from raadhus.pure.forecast.fused_cells import (
    HOW,
    calm,
    calm_built,
    children_of,
    count_bands,
    even_built,
    even_calm,
    fast,
    fill_arrivals,
    inside,
    leave_and_change,
    numba,
    pass_bounded,
    spans_of,
)
from raadhus.pure.forecast.fused_fetch import (
    empty,
    fetch_ages,
    fetch_homes,
    fetch_levels,
    hand_in,
    open_cohorts,
    open_empty,
)
from raadhus.pure.forecast.fused_layout import FIRST, LAST
from raadhus.pure.forecast.fused_newborn import CHILDREN, raise_newborn
from raadhus.pure.forecast.fused_version import version_on_disk
from raadhus.pure.forecast.packs import load, same, store


@fast
def cells_of(block, y, years, cells):  # type: ignore[no-untyped-def]
    """The cells first..beyond-1 in which a block's cohorts stand in year y but for its newborn, and their shift."""
    stands = years - y
    return max(block[0] - stands, 1), min(block[1] - stands, cells), stands - block[0]


@inside
def pass_calm(row, shift, pool, ahead, figures, own, then, arriving, built, choices, first, beyond):  # type: ignore[no-untyped-def]
    """The pass of `fused_cells.calm_pass` that suits this district and these choices."""
    even = choices[2] == 1.0
    if even and built:
        even_built(row, shift, pool, ahead, figures, own, then, arriving, choices, first, beyond)
    elif even:
        even_calm(row, shift, pool, ahead, figures, own, then, arriving, choices, first, beyond)
    elif built:
        calm_built(row, shift, pool, ahead, figures, own, then, arriving, choices, first, beyond)
    else:
        calm(row, shift, pool, ahead, figures, own, then, arriving, choices, first, beyond)


@fast
def pass_sex(y, sex, block, program, homes, bands, nobody, work):  # type: ignore[no-untyped-def]
    """Year y of one sex of a block in every district but for the newborn; what they need is noted in `born`. Where
    `nobody` was anywhere before, districts without new homes are passed by.

    The open age gathers two cells before anybody of it is counted for next year's pool, as it would if the run began
    there; so its pool has a place of its own, behind the cells'.
    """
    figures, calm_until, fertile, choices = program[1], program[2], program[3], program[4]
    people, pools, arriving, born, counts, levels, weights, by_age, active, built, spans = work
    years, cells = figures.shape[0], arriving.shape[0]
    follow = min(y + 1, years - 1)
    first, beyond, shift = cells_of(block, y, years, cells)
    mothers = max(first, fertile[0]), min(beyond, fertile[1])
    pool, ahead, youngest = pools[y % 2, sex], pools[(y + 1) % 2, sex], 0 if block[0] == 1 else first
    for i in range(first, beyond + 2):
        store(ahead, i, same(0.0))
    found = spans_of(bands, shift, first, beyond, spans)
    for d in range(people.shape[1]):
        if nobody and not built[y, d]:
            continue
        row, here, later = people[sex, d], figures[y, sex, d], figures[follow, sex, d]
        own, then = levels[y, d], levels[follow, d]
        count_bands(row, spans, found, counts[y, d])
        children = same(0.0)
        if sex == WOMEN:
            children = children_of(row, shift, here, FIRST, mothers[0], mothers[1])
        if built[y, d]:
            given, weight, profiles = program[5][y, sex, d], weights[y, d], homes[2][sex]
            fill_arrivals(arriving, given, homes[3][y, d], weight, active[y, d], profiles, youngest, beyond)
        still = max(min(calm_until[y, sex, d], beyond), first)
        pass_calm(row, shift, pool, ahead, here, own, then, arriving, built[y, d], choices, first, still)
        if still < beyond:
            ages = by_age[sex]
            pass_bounded(
                row, shift, pool, ahead, here, later, own, then, arriving, built[y, d], choices, ages, still, beyond
            )
        if sex == WOMEN:
            children = children + children_of(row, shift, here, LAST, mothers[0], mothers[1])
            store(born[y, d], CHILDREN, load(born[y, d], CHILDREN) + children)
        if beyond == cells:
            open_age = load(row, cells - 2 + shift) + load(row, cells - 1 + shift)
            store(row, cells - 2 + shift, open_age)
            leave_and_change(cells - 1, open_age, then, by_age[sex], later, ahead, cells + 1, choices[0])
        if youngest == 0:
            homes_of_newborn = same(0.0)
            if built[y, d]:
                homes_of_newborn = load(arriving, 0)
            store(born[y, d], sex, homes_of_newborn)
    if beyond == cells:
        store(ahead, cells - 1, load(ahead, cells + 1))


@fast
def live(block, begin, opening, program, homes, bands, nobody, work):  # type: ignore[no-untyped-def]
    """One block of cohorts from year `begin` to the last; `nobody`: there is none to begin with."""
    figures, cap = program[1], program[4][0]
    people, pools, arriving, _, counts, levels, _, by_age, _, _, spans = work
    years, cells = figures.shape[0], arriving.shape[0]
    first, beyond, shift = cells_of(block, begin, years, cells)
    for sex in range(2):
        pool, here, still = pools[begin % 2, sex], figures[begin, sex], program[2][begin, sex]
        if nobody:
            open_empty(shift, first, beyond, people[sex], pool)
        else:
            own, ages = levels[begin], by_age[sex]
            open_cohorts(opening[sex], shift, first, beyond, people[sex], pool, own, ages, here, still, cap)
    for y in range(begin, years):
        for sex in range(2):
            pass_sex(y, sex, block, program, homes, bands, nobody and y == begin, work)
        if block[0] == 1:
            for sex in range(2):
                raise_newborn(y, sex, program, work)
    first, beyond, shift = cells_of(block, years, years, cells)
    found = spans_of(bands, shift, first, beyond, spans)
    for sex in range(2):
        for d in range(people.shape[1]):
            count_bands(people[sex, d], spans, found, counts[years, d])


def kernel(version: int) -> Any:
    """`run_block`, kept on disk for as long as `version` is the same."""

    @numba.njit(cache=True, **HOW)
    def run_block(first, begin, opening, program, drawn, bands, blocks, before, result, work):  # type: ignore[no-untyped-def]
        """Draws first..first+LANES-1 from year `begin` to the last, into result (one of the last years or their end,
        district, band, draw), where all districts together come last.

        opening  (sex, district, age) people at the start of year `begin`
        program  boys' share (year,); figures (year, sex, district, cell, FIGURE); calm (year, sex, district) the first
                 cell that may need a bound; fertile (first, beyond) cells; `Program.choices`; homes (year,
                 sex, district, cell)
        drawn    levels: five of (draw, year, district); factors by age (draw, sex, deaths and out or none, cell);
                 homes: weights (draw, year, place, profile), (district,) its place or -1, profiles (sex, profile,
                 cell), whether the program's homes hold any (year, district)
        bands    (band, 2) ages first and beyond
        blocks   (block, 2) cohorts first and beyond, oldest first: see `fused.blocks_of`
        before   as `result`, to which what is worked out is added, nobody being there at the start; or of no districts
        work     overwritten, the pack's draws last in all but three: people (sex, district, cohort of a block), pools
                 (this or next year, sex, cell + 2), arrivals (cell), newborn (year, district, 3), counts (year + 1,
                 district or all, band), levels (year, district, component), homes (year, district, profile), factors
                 by age (sex, deaths and out or none, cell), whether there are homes of a pair of profiles (year,
                 district, pair), or of any or given (year, district), the bands that a block meets (number, 3)
        """
        _ = version
        born, counts, homes, nobody = work[3], work[4], drawn[2], before.shape[1] > 0
        fetch_levels(drawn[0], first, begin, work[5])
        fetch_ages(drawn[1], first, work[7])
        fetch_homes(homes, first, begin, work[6], work[8], work[9])
        for y in range(begin, born.shape[0]):
            empty(born[y])
        for y in range(begin, counts.shape[0]):
            empty(counts[y])
        for k in range(blocks.shape[0]):
            live(blocks[k], begin, opening, program, homes, bands, nobody, work)
        early = counts.shape[0] - result.shape[0]
        for y in range(early, counts.shape[0]):
            hand_in(counts[y], before[y - early], result[y - early], first)

    return run_block


run_block = kernel(version_on_disk())

"""The first year of those born in it, for a pack of draws at once. Needs numba."""

from __future__ import annotations

from raadhus.pure.forecast.axes import WOMEN
from raadhus.pure.forecast.fused_cells import (
    LEVEL_BIRTHS,
    changing,
    fast,
    leave_and_change,
    newborn_factors,
    settle,
    staying,
)
from raadhus.pure.forecast.fused_layout import DYING, IN, SHARE
from raadhus.pure.forecast.packs import less, load, more, same, store

CHILDREN = 2
"""Where children stand beside the homes of men (0) and women (1) in what is noted for the newborn."""


@fast
def raise_newborn(y, sex, program, work):  # type: ignore[no-untyped-def]
    """The newborn of one sex meet the same year, and stand in cell 0, which is age 0 next year."""
    boys, figures, choices = program[0], program[1], program[4]
    people, pools, _, born, _, levels, _, by_age, _, _, _ = work
    years, cap, rest, ages = figures.shape[0], choices[0], choices[4], by_age[sex]
    follow, ahead, place = min(y + 1, years - 1), pools[(y + 1) % 2, sex], years - y - 1
    part = 1.0 - boys[y] if sex == WOMEN else boys[y]
    pool = same(0.0)
    for d in range(people.shape[1]):
        children = load(born[y, d], CHILDREN) * load(levels[y, d], LEVEL_BIRTHS)
        o, b, _, _ = newborn_factors(levels[y, d], ages)
        pool = more(pool, changing(o, b, figures[y, sex, d], 0, cap), children * part)
    for d in range(people.shape[1]):
        children = load(born[y, d], CHILDREN) * load(levels[y, d], LEVEL_BIRTHS)
        here = figures[y, sex, d]
        o, b, n, q = newborn_factors(levels[y, d], ages)
        coming, counted = more(n * here[0, IN], pool, here[0, SHARE]), staying(o, b, here, 0, cap, rest)
        living = max(less(same(1.0), q, here[0, DYING]), 1.0 - choices[3])
        end = settle(children * part, counted, coming, load(born[y, d], sex), living, rest, choices[5])
        store(people[sex, d], place, end)
        leave_and_change(1, end, levels[follow, d], ages, figures[follow, sex, d], ahead, 1, cap)

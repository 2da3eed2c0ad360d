"""Where the compiled kernel must ask for bounds, known from the highest levels of all draws before it runs."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.forecast.draws import Component
from raadhus.pure.forecast.fused_layout import BETWEEN, DYING, OUT, Program

MARGIN = 1e-6
"""Rates that leave less than this of a cell are bounded cell by cell: there the calm pass's subtraction would show."""


def calm_cells(program: Program, highest: Mapping[Component, Floats], aged: bool) -> NDArray[np.int64]:
    """(year, sex, district) the first cell where some draw's factors may take more than all of it; the kernel asks for
    bounds only from there on. Its figures are the same either way.

    highest  by component, (year, district) the highest level of any draw
    aged     whether draws have factors by age beside their levels"""
    calm = np.ones(program.figures.shape[:-1], dtype=bool)
    if aged:
        calm[..., 1:] = False
    cap, half, rest = program.choices[:3]
    for year in range(len(calm)):
        leaving, changing, dying = _at_most(program, highest, year)
        stays = 1.0 - leaving - changing
        moving = (leaving <= cap) & (stays > MARGIN)
        calm[year] &= moving & (dying <= half) & (dying * rest + MARGIN <= stays * (1.0 - dying))
        if year > 0:  # the sweep of a year gathers next year's movers, a cell older
            calm[year - 1, ..., :-1] &= moving[..., 1:]
            calm[year - 1, ..., -1] &= moving[..., -1]
    calm[..., 0] = True
    return np.where(calm.all(axis=-1), program.cells, calm.argmin(axis=-1)).astype(np.int64)


def never_below_nobody(program: Program, highest: Mapping[Component, Floats], by_age: Floats) -> bool:
    """Whether bounds on rates leave every draw's cells at nobody or more, so that none is asked for on people.

    by_age  (draw, sex, deaths and out or none, cell) factors beside the levels"""
    cap, half, rest, half_newborn, rest_newborn, _ = program.choices
    factors = by_age.max(axis=0)[:, :, np.newaxis] if by_age.shape[2] else np.ones((2, 2, 1, program.cells))
    most, after = np.full(program.cells, half), np.full(program.cells, rest)
    most[0], after[0] = half_newborn, rest_newborn
    for year in range(len(program.figures)):
        leaving, changing, dying = _at_most(program, highest, year)
        leaving, dying = np.minimum(leaving * factors[:, 1], cap), np.minimum(dying * factors[:, 0], most)
        stays = np.maximum(1.0 - leaving - changing, 0.0)
        if (dying * after > stays * (1.0 - dying)).any():
            return False
    return True


def _at_most(program: Program, highest: Mapping[Component, Floats], year: int) -> tuple[Floats, Floats, Floats]:
    """(sex, district, cell) the highest rates of out-moves, of moves between districts and of deaths of a year."""
    rates = program.figures[year]
    figures: tuple[tuple[Component, int], ...] = (("out", OUT), ("between", BETWEEN), ("deaths", DYING))
    leaving, changing, dying = (highest[name][year, :, np.newaxis] * rates[..., figure] for name, figure in figures)
    return leaving, changing, dying

"""How inputs lie in memory for the compiled kernel (`fused_kernel.py`), made once per run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import MEN, WOMEN, Axes, Floats
from raadhus.pure.forecast.frame import rate_in_slots, slots_of
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Kind, Model, Step
from raadhus.pure.forecast.prepare import AllYears, prepared

LANES = 16
"""Draws that pass a year together: their people fit in a core's own cache beside a district's figures."""
LINE = 8
"""Figures in a line of the cache."""
LARGE_PAGES = 1 << 20
"""Figures from which numpy asks for large pages (4 MB), and room to begin at one."""
OUT, BETWEEN, SHARE, IN, DYING, NEXT, FIRST, LAST, FIGURES = range(9)
"""The figures of a cell: one line of the cache. NEXT is BETWEEN a year later and a cell older."""
RATES: tuple[tuple[int, Kind], ...] = ((OUT, "out"), (BETWEEN, "between"), (IN, "in"), (DYING, "deaths"))


@dataclass(frozen=True)
class Program:
    """Everything the kernel reads but the draws. Build once, run often.

    population  (sex, district, age)
    figures     (year, sex, district, cell, FIGURE): rates of out and between, share of the pool, people coming in,
                probability of dying, rate of between next year, births per first-day woman and per woman at the end
    homes       (year, sex, district, cell) people moving to or from homes
    boys        (year,) share of boys
    fertile     (first, beyond) cells of women who may bear children
    choices     cap of out-moves; weight w of the moved in deaths' exposure, by which probabilities of dying are
                multiplied beforehand, and (1 - w) / w, that of the first day's people after that; both for the newborn;
                the fewest people a cell may hold
    """

    population: Floats
    figures: Floats
    homes: Floats
    boys: Floats
    fertile: tuple[int, int]
    choices: tuple[float, float, float, float, float, float]

    @property
    def cells(self) -> int:
        """Slots of a year."""
        return int(self.population.shape[-1]) + 1


def compiled_program(inputs: Inputs, axes: Axes, model: Model) -> Program:
    """Check the inputs and lay them out for the kernel."""
    years = prepared(inputs.admit(axes, model), model)
    place = {step.kind: number for number, step in enumerate(model.steps)}
    shape = (len(axes.years), len(axes.districts), 2, axes.ages + 1)

    def sex_first(array: Floats) -> Floats:
        return np.broadcast_to(array, shape).swapaxes(1, 2)

    parts = [(figure, sex_first(years.by_step[place[kind]])) for figure, kind in RATES]
    parts.append((SHARE, sex_first(years.where[place["between"]].share)))
    between, (first, last) = sex_first(years.by_step[place["between"]]), _per_woman(years, model)
    figures = whole_lines((*parts[0][1].shape, FIGURES))
    for year, cells in enumerate(figures):  # a year of figures fits in the cache while its eight kinds are laid in
        for figure, given in parts:
            cells[..., figure] = given[year]
        cells[MEN, ..., FIRST], cells[MEN, ..., LAST] = 0.0, 0.0
        cells[WOMEN, ..., FIRST], cells[WOMEN, ..., LAST] = first[year], last[year]
        after = between[min(year + 1, len(between) - 1)]
        cells[..., :-1, NEXT], cells[..., -1, NEXT] = after[..., 1:], after[..., -1]
    fertile = np.flatnonzero((first + last).any(axis=(0, 1)))
    half, newborn = death_weights(model.steps[place["deaths"]])
    figures[..., 1:, DYING] *= half
    figures[..., 0, DYING] *= newborn
    return Program(
        population=np.ascontiguousarray(years.population.swapaxes(0, 1)),
        figures=figures,
        homes=np.ascontiguousarray(sex_first(years.by_step[place["homes"]])),
        boys=years.boys_per_girl / (1.0 + years.boys_per_girl),
        fertile=(int(fertile[0]), int(fertile[-1]) + 1) if len(fertile) else (0, 0),
        choices=(min(model.out_cap, 1.0), half, (1.0 - half) / half, newborn, (1.0 - newborn) / newborn, 0.0),
    )


def death_weights(deaths: Step) -> tuple[float, float]:
    """The weight of those present in the exposure to death, of all and of the newborn."""
    return deaths.weight, deaths.weight if deaths.newborn_weight is None else deaths.newborn_weight


def _per_woman(years: AllYears, model: Model) -> tuple[Floats, Floats]:
    """Births per first-day woman and per woman at the end, (year, district, slot)."""
    at_start, at_end = slots_of(years.fertility), rate_in_slots(years.fertility, "end")
    women, width = model.women, model.width
    start = width * (women.start_by_age * at_start + women.start_by_cohort * at_end)
    present = width * (women.now_by_age * at_end + women.now_by_start * at_start)
    present[..., 0] = 0.0
    return start, present


def whole_lines(shape: tuple[int, ...]) -> Floats:
    """Room of this shape with the last axis widened to whole lines of the cache, the first at a line's beginning; what
    stands there is anybody's guess, for filling it with zeros takes as long as a deterministic run."""
    wide = (*shape[:-1], -(-shape[-1] // LINE) * LINE)
    raw = np.empty(int(np.prod(wide)) + LINE)
    first = -(raw.ctypes.data // raw.itemsize) % LINE
    return raw[first : first + int(np.prod(wide))].reshape(wide)


def side_by_side(shapes: Sequence[tuple[int, ...]]) -> tuple[Floats, ...]:
    """Arrays beside each other in one piece of memory, large enough to be given out in large pages: what is
    worked on for long should not miss the cache because its pages happen to collide there."""
    sizes = [-(-int(np.prod(shape)) // LINE) * LINE for shape in shapes]
    piece = whole_lines((max(sum(sizes), LARGE_PAGES),))
    ends = np.cumsum(sizes)
    return tuple(
        piece[end - size : end][: int(np.prod(shape))].reshape(shape)
        for shape, size, end in zip(shapes, sizes, ends.tolist(), strict=True)
    )

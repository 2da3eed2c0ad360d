"""How inputs and draws lie in memory for the compiled kernel (`fused_kernel.py`), made once per run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from raadhus.pure.forecast.axes import MEN, WOMEN, Axes, Floats
from raadhus.pure.forecast.draws import Component, Draws
from raadhus.pure.forecast.frame import count_in_slots, rate_in_slots, slots_of
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Kind, Model, Step
from raadhus.pure.forecast.prepare import AllYears, prepared

LANES = 16
"""Draws that pass a year together: their people fit in a core's own cache beside a district's figures."""
LINE = 8
"""Figures in a line of the cache."""
LARGE_PAGES = 1 << 20
"""Figures from which numpy asks for large pages (4 MB), and room to begin at one."""
IN_KERNEL_ORDER: tuple[Component, ...] = ("deaths", "births", "out", "in", "between")
AGED: tuple[Component, ...] = ("deaths", "out")
OUT, BETWEEN, SHARE, IN, DYING, NEXT, FIRST, LAST, FIGURES = range(9)
"""The figures of a cell: one line of the cache. NEXT is BETWEEN a year later and a cell older."""
RATES: tuple[tuple[int, Kind], ...] = ((OUT, "out"), (BETWEEN, "between"), (IN, "in"), (DYING, "deaths"))
MARGIN = 1e-12
"""Rates that leave less than this of a cell are bounded cell by cell."""


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
                multiplied beforehand, and (1 - w) / w, that of the first day's people after that; both for the newborn
    """

    population: Floats
    figures: Floats
    homes: Floats
    boys: Floats
    fertile: tuple[int, int]
    choices: tuple[float, float, float, float, float]

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
        choices=(min(model.out_cap, 1.0), half, (1.0 - half) / half, newborn, (1.0 - newborn) / newborn),
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


@dataclass(frozen=True)
class Drawn:
    """The draws as the kernel reads them: see `fused_kernel.run_block`, which also names `calm`."""

    count: int
    levels: tuple[Floats, ...]
    by_age: Floats
    weights: Floats
    profiles: Floats
    given: NDArray[np.bool_]
    calm: NDArray[np.int64]


def drawn(program: Program, draws: Draws) -> Drawn:
    """Lay the draws out; nothing is copied that lies as it should and is as many as a pack."""
    years, _, districts = program.figures.shape[:3]
    levels = tuple(at_least_a_pack(draws.levels[name]) for name in IN_KERNEL_ORDER)
    by_age = np.zeros((LANES, 2, 0, program.cells))
    if any(name in draws.by_age for name in AGED):
        ones = np.ones((draws.count, 2, program.cells - 1))
        factors = [rate_in_slots(draws.by_age.get(name, ones), "end") for name in AGED]
        by_age = at_least_a_pack(np.stack(factors, axis=2))
    built: NDArray[np.bool_] = np.asarray(program.homes.any(axis=(1, 3)))
    weights, profiles = np.zeros((LANES, years, districts, 0)), np.zeros((2, 0, program.cells))
    if draws.homes is not None and draws.profiles is not None:
        weights, built = at_least_a_pack(draws.homes), np.zeros((years, districts), dtype=bool)
        profiles = _in_pairs(np.moveaxis(count_in_slots(draws.profiles, "end"), 0, 1))
    return Drawn(draws.count, levels, by_age, weights, profiles, built, calm_cells(program, levels, by_age.size > 0))


def _in_pairs(profiles: Floats) -> Floats:
    """(sex, profile, cell), with an empty one at the end if they were odd in number."""
    pairs = np.zeros((profiles.shape[0], profiles.shape[1] + profiles.shape[1] % 2, profiles.shape[2]))
    pairs[:, : profiles.shape[1]] = profiles
    return pairs


def calm_cells(program: Program, levels: tuple[Floats, ...], aged: bool) -> NDArray[np.int64]:
    """(year, sex, district) the first cell where some draw's factors may take more than all of it; the kernel asks for
    bounds only from there on. Its figures are the same either way."""
    calm = np.ones(program.figures.shape[:-1], dtype=bool)
    if aged:
        calm[..., 1:] = False
    highest = {
        name: levels[IN_KERNEL_ORDER.index(name)].max(axis=0)[:, np.newaxis, :, np.newaxis]
        for name in ("deaths", "out", "between")
    }
    (cap, half, rest, _, _), figures = program.choices, program.figures
    for year in range(len(calm)):
        rates = figures[year]
        leaving, dying = highest["out"][year] * rates[..., OUT], highest["deaths"][year] * rates[..., DYING]
        stays = 1.0 - leaving - highest["between"][year] * rates[..., BETWEEN]
        moving = (leaving <= cap) & (stays > MARGIN)
        calm[year] &= moving & (dying <= half) & (dying * rest <= stays * (1.0 - dying))
        if year > 0:  # the sweep of a year gathers next year's movers, a cell older
            calm[year - 1, ..., :-1] &= moving[..., 1:]
            calm[year - 1, ..., -1] &= moving[..., -1]
    calm[..., 0] = True
    return np.where(calm.all(axis=-1), program.cells, calm.argmin(axis=-1)).astype(np.int64)


def at_least_a_pack(array: Floats) -> Floats:
    """(draw, …), the last draw repeated until there are enough for a pack; contiguous."""
    missing = max(LANES - len(array), 0)
    full = np.concatenate([array, np.repeat(array[-1:], missing, axis=0)]) if missing else array
    whole: Floats = np.require(full, np.float64, ["C", "W"])
    return whole


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

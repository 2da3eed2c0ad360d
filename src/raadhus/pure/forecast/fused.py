"""The yearly loop as one compiled kernel, for models of the recommended form.

That form: out-moves and moves between districts (one pool) of the first day's people, in-moves, new homes, deaths,
births, and the newborn after them. A model beyond it, or a machine without numba, takes the plain loop;
`ensemble.run` chooses. The two agree to 1e-9 of each figure (sums are taken in another order) wherever out-moves and
moves between districts do not together take more than all of a cell; docs/forecast.md says what happens there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from raadhus.pure.forecast.axes import Axes, Floats
from raadhus.pure.forecast.draws import Component, Draws
from raadhus.pure.forecast.frame import count_in_slots, rate_in_slots, slots_of
from raadhus.pure.forecast.fused_kernel import COMPILED, run_block
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Kind, Model
from raadhus.pure.forecast.prepare import AllYears, prepared

FORM = ("out", "between", "in", "homes", "deaths", "births")
IN_KERNEL_ORDER: tuple[Component, ...] = ("deaths", "births", "out", "in", "between")
AGED: tuple[Component, ...] = ("out", "deaths")
BLOCK = 16
"""Draws that go through a year together: their people fit in a core's own cache beside a district's figures."""
LINE = 8
"""Figures in a line of the cache."""
Bands = Sequence[tuple[int, int]]
"""Age bands [first, last): persons of both sexes are counted together."""


def can_fuse(model: Model, inputs: Inputs) -> bool:
    """Whether the compiled kernel knows this model and these inputs."""
    steps = [step for step in model.steps if step.kind != "constraint"]
    if not COMPILED or tuple(step.kind for step in steps) != FORM or len(inputs.exchanges) > 1:
        return False
    out, between, _, _, deaths, _ = steps
    first_day = out.weight == between.weight == 0.0 and model.newborn == "catch_up"
    whole = all(s.share == 1.0 and not s.unaged and not s.unhurt and s.age == "end" for s in steps)
    pooled = all(one.destination is None and one.pool is None for one in inputs.exchanges)
    plain = model.negative == "inflow" and inputs.births_to is None and inputs.population.ndim == 3
    free = not model.has("constraint") or inputs.residents is None
    return first_day and whole and pooled and plain and free and 0.0 <= deaths.weight <= 1.0


@dataclass(frozen=True)
class Program:
    """Everything the kernel reads but the draws: figures (year, district, sex · slot). Build once, run often.

    highest is (year, district, 4): the largest rate of out, between and dying, and 1 where anybody moves to new homes.
    """

    population: Floats
    out: Floats
    between: Floats
    share: Floats
    inflow: Floats
    dying: Floats
    homes: Floats
    per_start: Floats
    per_present: Floats
    fertile: NDArray[np.int64]
    boys: Floats
    choices: Floats
    highest: Floats


def compiled_program(inputs: Inputs, axes: Axes, model: Model) -> Program:
    """Check the inputs and lay them out for the kernel."""
    years = prepared(inputs.admit(axes, model), model)
    place = {step.kind: number for number, step in enumerate(model.steps)}
    shape = (len(axes.years), len(axes.districts), 2, axes.ages + 1)

    def figure(kind: Kind) -> Floats:
        return rows_of(np.broadcast_to(years.by_step[place[kind]], shape))

    per_start, per_present = _per_woman(years, model)
    fertile = np.flatnonzero((per_start + per_present).sum(axis=(0, 1))) - (axes.ages + 1)
    deaths = model.steps[place["deaths"]]
    newborn = deaths.weight if deaths.newborn_weight is None else deaths.newborn_weight
    out, between, dying, homes = (figure(kind) for kind in ("out", "between", "deaths", "homes"))
    return Program(
        population=_flat(slots_of(years.population)),
        out=out,
        between=between,
        share=rows_of(np.broadcast_to(years.where[place["between"]].share, shape)),
        inflow=figure("in"),
        dying=dying,
        homes=homes,
        per_start=per_start,
        per_present=per_present,
        fertile=np.array([fertile[0], fertile[-1] + 1] if len(fertile) else [0, 0]),
        boys=years.boys_per_girl / (1.0 + years.boys_per_girl),
        choices=np.array([model.out_cap, deaths.weight, newborn]),
        highest=np.stack([*(rate.max(axis=-1) for rate in (out, between, dying)), homes.any(axis=-1)], axis=-1),
    )


def _per_woman(years: AllYears, model: Model) -> tuple[Floats, Floats]:
    """Births per first-day woman and per woman at the end, (year, district, sex · slot), zero for men."""
    at_start, at_end = slots_of(years.fertility), rate_in_slots(years.fertility, "end")
    women, width = model.women, model.width
    start = width * (women.start_by_age * at_start + women.start_by_cohort * at_end)
    present = width * (women.now_by_age * at_end + women.now_by_start * at_start)
    present[..., 0] = 0.0
    men = np.zeros_like(start)
    return rows_of(np.stack([men, start], axis=-2)), rows_of(np.stack([men, present], axis=-2))


def simulate(program: Program, axes: Axes, draws: Draws, bands: Bands, result: Floats, first: int, last: int) -> None:
    """Fill result (year + 1, district, band, draw) for draws first..last-1."""
    nobody = np.zeros((0, 2, axes.ages))
    ages = tuple(rows_of(rate_in_slots(draws.by_age.get(name, nobody), "end")) for name in AGED)
    levels = tuple(_plain(draws.levels[name]) for name in IN_KERNEL_ORDER)
    homes, highest, profiles = program.homes, program.highest, nobody
    weights = np.zeros((draws.count, len(axes.years), len(axes.districts), 0))
    if draws.homes is not None and draws.profiles is not None:
        weights, profiles = draws.homes, draws.profiles
        homes, highest = np.zeros_like(homes), highest * (1.0, 1.0, 1.0, 0.0)
    drawn = _plain(weights), rows_of(count_in_slots(profiles, "end"))
    districts, cells = program.population.shape
    span = int(program.fertile[0]) + cells // 2, int(program.fertile[1]) + cells // 2
    figures = program.out, program.between, program.share, program.inflow, program.dying, homes
    mothers = program.per_start, program.per_present
    fixed = figures, mothers, span, highest, tuple(program.choices), cells
    ranges, work = np.array(bands, dtype=np.int64), _workspace(districts, cells)
    for begin in range(first, last, BLOCK):
        end = min(begin + BLOCK, last)
        run_block(begin, end, program.population, program.boys, fixed, levels, ages, drawn, ranges, result, work)


def _workspace(districts: int, cells: int) -> tuple[Floats, ...]:
    """What a block of draws is worked out in; `run_block` says what each array is."""
    people = (districts, BLOCK, cells + 1)
    return (
        aligned_rows(people),
        aligned_rows((BLOCK, cells)),
        aligned_rows((5, cells)),
        aligned_rows((districts, BLOCK)),
        aligned_rows((districts, 2, 4, BLOCK)),
    )


def rows_of(slots: Floats) -> Floats:
    """(…, sex, slot) → (…, sex · slot, then nothing up to a whole line of the cache), each row beginning a line."""
    flat = _flat(slots)
    rows = aligned_rows(flat.shape)
    rows[..., : flat.shape[-1]] = flat
    return rows


def aligned_rows(shape: tuple[int, ...]) -> Floats:
    """Zeros of this shape with the last axis widened to whole lines of the cache, the first at a line's beginning."""
    wide = (*shape[:-1], -(-shape[-1] // LINE) * LINE)
    raw = np.zeros(int(np.prod(wide)) + LINE)
    first = -(raw.ctypes.data // raw.itemsize) % LINE
    return raw[first : first + int(np.prod(wide))].reshape(wide)


def _plain(array: Floats) -> Floats:
    """The array as the kernel was compiled for: contiguous, writeable, in double precision."""
    plain: Floats = np.require(array, np.float64, ["C", "W"])
    return plain


def _flat(slots: Floats) -> Floats:
    """(…, sex, slot) → (…, sex · slot), contiguous."""
    return np.ascontiguousarray(slots.reshape(*slots.shape[:-2], slots.shape[-2] * slots.shape[-1]))

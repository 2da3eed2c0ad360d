"""The yearly loop as one compiled kernel, for models of the recommended form.

That form: out-moves and moves between districts (one pool) of the first day's people, in-moves, new homes, deaths,
births, and the newborn after them. A model beyond it, or a machine without numba, takes the plain loop;
`ensemble.run` chooses. The two agree to 1e-9 of each figure (sums are taken in another order).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from raadhus.pure.forecast.axes import Axes, Floats
from raadhus.pure.forecast.draws import Draws
from raadhus.pure.forecast.frame import count_in_slots, rate_in_slots, slots_of
from raadhus.pure.forecast.fused_kernel import COMPILED, run_block
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model
from raadhus.pure.forecast.prepare import AllYears, prepared

FORM = ("out", "between", "in", "homes", "deaths", "births")
IN_KERNEL_ORDER = ("deaths", "births", "out", "in", "between")
BLOCK = 8
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
    """Everything the kernel reads but the draws: figures (year, district, sex · slot). Build once, run often."""

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


def compiled_program(inputs: Inputs, axes: Axes, model: Model) -> Program:
    """Check the inputs and lay them out for the kernel."""
    years = prepared(inputs.admit(axes, model), model)
    place = {step.kind: number for number, step in enumerate(model.steps)}
    shape = (len(axes.years), len(axes.districts), 2, axes.ages + 1)

    def figure(array: Floats) -> Floats:
        return _flat(np.broadcast_to(array, shape))

    per_start, per_present = _per_woman(years, model)
    fertile = np.flatnonzero((per_start + per_present).sum(axis=(0, 1))) - (axes.ages + 1)
    deaths = model.steps[place["deaths"]]
    newborn = deaths.weight if deaths.newborn_weight is None else deaths.newborn_weight
    return Program(
        population=_flat(slots_of(years.population)),
        out=figure(years.by_step[place["out"]]),
        between=figure(years.by_step[place["between"]]),
        share=figure(years.where[place["between"]].share),
        inflow=figure(years.by_step[place["in"]]),
        dying=figure(years.by_step[place["deaths"]]),
        homes=figure(years.by_step[place["homes"]]),
        per_start=per_start,
        per_present=per_present,
        fertile=np.array([fertile[0], fertile[-1] + 1] if len(fertile) else [0, 0]),
        boys=years.boys_per_girl / (1.0 + years.boys_per_girl),
        choices=np.array([model.out_cap, deaths.weight, newborn]),
    )


def _per_woman(years: AllYears, model: Model) -> tuple[Floats, Floats]:
    """Births per first-day woman and per woman at the end, (year, district, sex · slot), zero for men."""
    at_start, at_end = slots_of(years.fertility), rate_in_slots(years.fertility, "end")
    women, width = model.women, model.width
    start = width * (women.start_by_age * at_start + women.start_by_cohort * at_end)
    present = width * (women.now_by_age * at_end + women.now_by_start * at_start)
    present[..., 0] = 0.0
    men = np.zeros_like(start)
    return np.concatenate([men, start], axis=-1), np.concatenate([men, present], axis=-1)


def simulate(program: Program, axes: Axes, draws: Draws, bands: Bands, result: Floats, first: int, last: int) -> None:
    """Fill result (year + 1, district, band, draw) for draws first..last-1."""
    levels = np.stack([draws.levels[name] for name in IN_KERNEL_ORDER], axis=-1)  # type: ignore[index]
    everybody = np.ones((1, 2, axes.ages))
    dying_age = _flat(rate_in_slots(draws.by_age.get("deaths", everybody), "end"))
    out_age = _flat(rate_in_slots(draws.by_age.get("out", everybody), "end"))
    own_homes = draws.homes is not None and draws.profiles is not None
    weights = draws.homes if own_homes else np.zeros((*levels.shape[:3], 0))
    profiles = np.zeros((0, 2, axes.ages)) if draws.profiles is None else draws.profiles
    homes = np.zeros_like(program.homes) if own_homes else program.homes
    women = program.population.shape[1] // 2 + program.fertile
    for begin in range(first, last, BLOCK):
        run_block(
            begin,
            min(begin + BLOCK, last),
            program.population,
            (program.out, program.between, program.share, program.inflow, program.dying, homes),
            (program.per_start, program.per_present),
            (int(women[0]), int(women[1])),
            program.boys,
            (levels, out_age, dying_age),
            (weights, _flat(count_in_slots(profiles, "end"))),
            tuple(program.choices),
            np.array(bands, dtype=np.int64),
            result,
        )


def _flat(slots: Floats) -> Floats:
    """(…, sex, slot) → (…, sex · slot), contiguous."""
    return np.ascontiguousarray(slots.reshape(*slots.shape[:-2], slots.shape[-2] * slots.shape[-1]))

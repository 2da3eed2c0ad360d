"""The yearly loop, the readable form of the method in `docs/forecast.md`; `fused.py` runs the same sums faster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast import steps
from raadhus.pure.forecast.accounting import SIGNS, balance, require_balance
from raadhus.pure.forecast.axes import Axes, Floats
from raadhus.pure.forecast.constraint import fit_to_dwellings
from raadhus.pure.forecast.frame import ages_of
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model, Step
from raadhus.pure.forecast.prepare import Figures, prepared
from raadhus.pure.forecast.steps import BORN_EARLIER, EVERYBODY, NEWBORN, WholePeople, Year


@dataclass(frozen=True)
class Projection:
    """population is (…draw, year + 1, district, sex, age); each flow (…draw, year, district, sex, age reached at the
    year's end), with the signs of `accounting.SIGNS`."""

    axes: Axes
    population: Floats
    flows: Mapping[str, Floats]

    def total(self, flow: str) -> Floats:
        """A flow summed over district, sex and age: (…draw, year)."""
        summed: Floats = self.flows[flow].sum(axis=(-1, -2, -3))
        return summed


def project(
    inputs: Inputs, axes: Axes, model: Model, *, file: str = "inddata", chance: WholePeople | None = None
) -> Projection:
    """Run `model` over every year of `axes`. Raises `Refused` on bad input, `BooksDoNotBalance` on a bug.

    With `chance` the start is rounded to whole people and every event is drawn.
    """
    figures = prepared(inputs.admit(axes, model, file=file), model)
    population = figures.population if chance is None else np.rint(figures.population)
    stocks, entries = [population], []
    for number in range(len(axes.years)):
        year = run_year(population, figures.of_year(number), model, chance)
        population = closed(year, model)
        stocks.append(population)
        entries.append({name: ages_of(flow) for name, flow in year.flows.items()})
    flows = {name: np.stack([entry[name] for entry in entries], axis=-4) for name in SIGNS}
    return Projection(axes, np.stack(np.broadcast_arrays(*stocks), axis=-4), flows)


def run_year(population: Floats, figures: Figures, model: Model, chance: WholePeople | None = None) -> Year:
    """One year, step by step in the model's order; the books must balance after each."""
    year = Year.opened(population, chance)
    earlier: list[tuple[int, Step]] = []
    born = not model.has("births")
    for place, step in enumerate(model.steps):
        if step.kind == "births":
            children = steps.children_of(year, model.women, figures.fertility, model.width)
            steps.give_birth(year, children, figures.boys_per_girl, figures.births_to)
            born = True
            for earlier_place, passed in earlier if model.newborn == "catch_up" else []:
                take(year, passed, figures, earlier_place, model, NEWBORN)
        else:
            earlier.append((place, step))
            take(year, step, figures, place, model, EVERYBODY if born else BORN_EARLIER)
        require_balance(year.opening, year.flows, year.now, after=step.kind)
    return year


def take(year: Year, step: Step, figures: Figures, place: int, model: Model, cells: slice) -> None:
    """One step on some slots."""
    if step.kind == "mark":
        if cells != NEWBORN:
            year.start = year.now.copy()
    elif step.kind == "constraint":
        fit_to_dwellings(year, figures)
    elif step.kind == "between":
        steps.move_between(year, step, figures.by_step[place], figures.where[place], cells)
    elif step.kind == "out":
        steps.move_out(year, step, figures.by_step[place], cells, model.out_cap)
    elif step.kind == "net":
        steps.move_net(year, step, figures.by_step[place], cells, model.net_as == "rates")
    else:
        plain = {"deaths": steps.survive, "in": steps.move_in, "homes": steps.fill_homes}
        plain[step.kind](year, step, figures.by_step[place], cells)


def closed(year: Year, model: Model) -> Floats:
    """The population at the year's end by age; a negative cell is treated by the model's rule, and the books tell."""
    ages = ages_of(year.now)
    if model.negative == "keep" or not (ages < 0).any():
        return ages
    raised = np.where(ages < 0, model.floor if model.negative == "floor" else 0.0, ages)
    correction = np.zeros_like(year.now)
    correction[..., :-1] = raised - ages
    year.flows["in" if model.negative == "inflow" else "adjustment"] += correction
    require_balance(ages_of(year.opening), {n: ages_of(f) for n, f in year.flows.items()}, raised, after="closing")
    return raised


def explained(projection: Projection) -> Floats:
    """What the books say each year's end should be, (…, year, district, sex, age): for tests and for the doubtful."""
    opening = projection.population[..., :-1, :, :, :]
    aged = np.zeros_like(opening)
    aged[..., 1:] = opening[..., :-1]
    aged[..., -1] += opening[..., -1]
    return balance(aged, projection.flows)

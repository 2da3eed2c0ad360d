"""Inputs by age → figures by cohort slot, once, before the yearly loop."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.forecast.frame import count_in_slots, rate_in_slots
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model, Step
from raadhus.pure.forecast.steps import Where

UNUSED: Floats = np.zeros((1, 1, 1, 1))


@dataclass(frozen=True)
class Figures:
    """Figures of one year (…, district, sex, slot), one array per step of the model (`UNUSED` where it needs none)."""

    by_step: list[Floats]
    where: list[Where]
    fertility: Floats
    boys_per_girl: float
    births_to: Floats | None
    residents: Floats | None
    communal: Floats


@dataclass(frozen=True)
class AllYears:
    """The same with a year axis, and the first population."""

    population: Floats
    by_step: list[Floats]
    where: list[Where]
    fertility: Floats
    boys_per_girl: Floats
    births_to: Floats | None
    residents: Floats | None
    communal: Floats

    def of_year(self, number: int) -> Figures:
        """Year `number`, counted from 0."""
        return Figures(
            by_step=[array[..., min(number, array.shape[-4] - 1), :, :, :] for array in self.by_step],
            where=[_in_year(where, number) for where in self.where],
            fertility=self.fertility[..., number, :, :],
            boys_per_girl=float(self.boys_per_girl[number]),
            births_to=None if self.births_to is None else self.births_to[..., number, :, :],
            residents=None if self.residents is None else self.residents[..., number, :],
            communal=self.communal,
        )


def prepared(inputs: Inputs, model: Model) -> AllYears:
    """Admitted inputs in the frame the model's steps ask for. Any draw axis is put on the population."""
    by_step = [_figures_of(step, inputs, model) for step in model.steps]
    draws = np.broadcast_shapes((), *(array.shape[:-4] for array in by_step), inputs.fertility.shape[:-3])
    fertile = np.arange(inputs.fertility.shape[-1])
    oldest = model.births_oldest if model.births_oldest is not None else len(fertile) - 1
    fertile_ages = (fertile >= model.births_youngest) & (fertile <= oldest)
    communal = inputs.communal
    assert communal is not None
    return AllYears(
        population=np.broadcast_to(inputs.population, (*draws, *inputs.population.shape[-3:])),
        by_step=by_step,
        where=[_where(step, inputs) for step in model.steps],
        fertility=np.where(fertile_ages, inputs.fertility, 0.0),
        boys_per_girl=inputs.boys_per_girl,
        births_to=inputs.births_to,
        residents=inputs.residents,
        communal=count_in_slots(communal, "end"),
    )


def _figures_of(step: Step, inputs: Inputs, model: Model) -> Floats:
    if step.kind == "deaths":
        return rate_in_slots(probability_of_dying(inputs.mortality, model), step.age)
    if step.kind == "between" and not inputs.exchanges:
        return np.zeros((1, 1, 1, inputs.population.shape[-1] + 1))
    if step.kind == "between":
        return _unhurt(step, inputs.exchanges[step.which].rate, inputs, model)
    if step.kind == "out" and inputs.out is not None:
        return _unhurt(step, inputs.out, inputs, model)
    if step.kind == "net" and inputs.net is not None:
        return (rate_in_slots if model.net_as == "rates" else count_in_slots)(inputs.net, step.age)
    count = {"in": inputs.inflow, "homes": inputs.homes}.get(step.kind)
    return UNUSED if count is None else count_in_slots(count, step.age)


def _unhurt(step: Step, rate: Floats, inputs: Inputs, model: Model) -> Floats:
    alive = 1.0 - step.unhurt * probability_of_dying(inputs.mortality, model) if step.unhurt else 1.0
    return rate_in_slots(rate * alive, step.age)


def _where(step: Step, inputs: Inputs) -> Where:
    if step.kind != "between":
        return Where(UNUSED)
    if not inputs.exchanges:
        return Where(np.zeros((1, 1, 1, inputs.population.shape[-1] + 1)))
    exchange = inputs.exchanges[step.which]
    if exchange.destination is not None:
        return Where(rate_in_slots(exchange.destination, step.age), by_table=True)
    assert exchange.share is not None
    return Where(rate_in_slots(exchange.share, step.age), exchange.pool)


def _in_year(where: Where, number: int) -> Where:
    if where.by_table:
        return Where(where.share[min(number, where.share.shape[0] - 1)], by_table=True)
    return Where(where.share[..., min(number, where.share.shape[-4] - 1), :, :, :], where.pool)


def probability_of_dying(mortality: Floats, model: Model) -> Floats:
    """Mortality in the model's form as a probability over one step of `width` years."""
    if model.mortality == "survival":
        return 1.0 - mortality
    if model.mortality == "central":
        return np.minimum(model.width * mortality / (1.0 + model.width * mortality / 2.0), 1.0)
    if model.mortality == "hazard":
        return -np.expm1(-model.width * mortality)
    return mortality

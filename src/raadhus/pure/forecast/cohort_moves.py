"""Inputs from counts of people and deaths alone, where moves and births by mother's age are not at hand.

Net movers are what ageing and deaths do not explain. Flows that bring people are kept as numbers (they come from
elsewhere), flows that take people as rates (they come from here). Families stay as local as they were; the moves of the
young and the old, which swing more, lean on all units and fade towards them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import WOMEN, Axes, Floats
from raadhus.pure.forecast.frame import ages_of, slots_of
from raadhus.pure.forecast.history import year_weights
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model, Step, Women
from raadhus.pure.forecast.population import Projection, project

RESIDUAL = Model(
    name="Kohorter med restflytning",
    steps=(Step("deaths"), Step("out"), Step("in"), Step("births")),
    women=Women(start_by_cohort=0.5, now_by_age=0.5),
    newborn="untouched",
    births_youngest=15,
    births_oldest=49,
)
"""Births here are children of age 0 at the year's end: those who died or moved as infants are already gone."""


@dataclass(frozen=True)
class Choices:
    """What the estimate rests on; years are counted back from the last known 1 January.

    window, half_life      years of moves used; a year so many years back counts half
    families               ages whose moves stay local: children and their parents
    firm, loose            people of all units' rate mixed in for families and for the others
    fade                   yearly factor on how much the others' moves differ from all units'
    births_window, births_prior   years of children used; children of all units' level mixed in
    long_run, approach     years of national fertility it returns to; factor by which the distance shrinks a year
    lean                   by so much a year a unit's births lean on its present share of all births
    """

    window: int = 5
    half_life: float = 1.5
    families: tuple[tuple[int, int], ...] = ((0, 17), (25, 45))
    firm: float = 0.1
    loose: float = 50.0
    fade: float = 0.85
    births_window: int = 5
    births_prior: float = 5.0
    long_run: int = 10
    approach: float = 0.5
    lean: float = 0.2


def project_units(
    people: Floats, deaths: Floats, national_fertility: Floats, axes: Axes, choices: Choices = Choices()
) -> Projection:
    """Project every unit from histories that end on the first day of `axes`.

    people              (years + 1, unit, sex, age)
    deaths              (years, unit, sex, age at death)
    national_fertility  (years of any length, age), its last year the last one known
    """
    survival = survival_of(people[:-1], deaths)
    inflow, out = _moves(people, survival, axes, choices)
    fertility = _fertility(people, national_fertility, axes, choices)
    boys = people[-5:, ..., 0].sum(axis=(0, 1))
    inputs = Inputs(
        people[-1],
        (1 - survival)[np.newaxis],
        np.minimum(fertility, 1.0),
        np.full(len(axes.years), boys[0] / boys[1]),
        out=out,
        inflow=inflow,
    )
    first = project(inputs, axes, RESIDUAL)
    leant = np.minimum(fertility * _leaning(first, people, choices)[..., np.newaxis], 1.0)
    return project(Inputs(**(vars(inputs) | {"fertility": leant})), axes, RESIDUAL)


def survival_of(people: Floats, deaths: Floats, *, prior: float = 200.0) -> Floats:
    """(unit, sex, age at the year's end) survival: all units' by age, times a level per unit leaning on 1."""
    deaths, people = deaths[-5:], people[-5:]
    common = np.minimum(deaths.sum(axis=(0, 1)) / np.maximum(people.sum(axis=(0, 1)), 1.0), 1.0)
    expected = (people * common).sum(axis=(0, 2, 3))
    level = (deaths.sum(axis=(0, 2, 3)) + prior) / (expected + prior)
    by_start = np.minimum(common * level[:, np.newaxis, np.newaxis], 0.9)
    return 1.0 - np.concatenate([np.zeros_like(by_start[..., :1]), by_start[..., :-1]], axis=-1)


def _moves(people: Floats, survival: Floats, axes: Axes, choices: Choices) -> tuple[Floats, Floats]:
    count = min(choices.window, len(people) - 1)
    weights = year_weights(range(count), half_life=choices.half_life)
    weights = weights / weights.sum()
    aged = ages_of(slots_of(people[-1 - count : -1]))
    left_over = people[-count:] - aged * survival
    left_over[..., 0] = 0.0
    net, base = np.tensordot(weights, left_over, axes=1), np.tensordot(weights, aged, axes=1)
    common = _smooth(net.sum(axis=0), 1) / np.maximum(_smooth(base.sum(axis=0), 1), 1.0)
    family = np.zeros(people.shape[-1], dtype=bool)
    for first, last in choices.families:
        family[first:last] = True
    prior = np.where(family, choices.firm, choices.loose)
    rate = (_smooth(net, 2) + prior * common) / (_smooth(base, 2) + prior)
    kept = np.where(family, 1.0, choices.fade ** np.arange(len(axes.years))[:, np.newaxis])[:, np.newaxis, np.newaxis]
    yearly = common + (rate - common) * kept
    return np.maximum(yearly, 0.0) * base, np.clip(-yearly, 0.0, 1.0)


def _smooth(values: Floats, reach: int) -> Floats:
    """Along age from 1 on, by a triangle over 2 · reach + 1 ages; age 0 stays."""
    kernel = np.array([1.0, 2, 1]) if reach == 1 else np.array([1.0, 2, 3, 2, 1])
    padded = np.concatenate([values[..., 1:2]] * reach + [values[..., 1:]] + [values[..., -1:]] * reach, axis=-1)
    size = values.shape[-1] - 1
    smooth = values.copy()
    smooth[..., 1:] = sum(k * padded[..., i : i + size] for i, k in enumerate(kernel / kernel.sum()))
    return smooth


def _fertility(people: Floats, national: Floats, axes: Axes, choices: Choices) -> Floats:
    """(year, unit, age): national rates on their way to the long-run mean, times each unit's own level."""
    last, mean = national[-1], national[-choices.long_run :].mean(axis=0)
    way = choices.approach ** np.arange(1, len(axes.years) + 1)[:, np.newaxis]
    yearly = way * last + (1 - way) * mean
    count = min(choices.births_window, len(people) - 1, len(national))
    women = (ages_of(slots_of(people[-1 - count : -1]))[:, :, WOMEN] + people[-count:, :, WOMEN]) / 2
    expected = np.einsum("yua,ya->yu", women, national[-count:])
    born = people[-count:, ..., 0].sum(axis=-1)
    all_units = born.sum() / expected.sum()
    own = (born.sum(axis=0) + choices.births_prior * all_units) / (expected.sum(axis=0) + choices.births_prior)
    now = born[-1].sum() / expected[-1].sum()
    level: Floats = own / all_units * now
    fertility: Floats = np.einsum("ya,u->yua", yearly, level)
    return fertility


def _leaning(first: Projection, people: Floats, choices: Choices) -> Floats:
    """(year, unit) factors which bring births part of the way from the model's to each unit's present share of all."""
    born = first.flows["births"].sum(axis=(-1, -2))
    recent = people[-3:, ..., 0].sum(axis=(0, 2))
    shared = born.sum(axis=1, keepdims=True) * recent / recent.sum()
    part = np.minimum(choices.lean * np.arange(1, len(born) + 1), 1.0)[:, np.newaxis]
    wanted = (1 - part) * born + part * shared
    factors: Floats = np.divide(wanted, born, out=np.ones_like(born), where=born > 0)
    return factors

"""The steps of a year, one function each. Arrays are (…draw, district, sex, slot); `cells` limits a step."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np

from raadhus.pure.forecast.accounting import SIGNS
from raadhus.pure.forecast.axes import WOMEN, Floats
from raadhus.pure.forecast.exchange import pooled, sent
from raadhus.pure.forecast.frame import slots_of, unaged
from raadhus.pure.forecast.model import Step, Women

EVERYBODY = slice(None)
NEWBORN = slice(0, 1)
BORN_EARLIER = slice(1, None)


class WholePeople(Protocol):
    """What draws whole people: see `chance.Chance`."""

    def taken(self, expected: Floats, people: Floats) -> Floats: ...
    def coming(self, expected: Floats) -> Floats: ...
    def boys(self, children: Floats, share: float) -> Floats: ...
    def handed_out(self, pool: Floats, share: Floats) -> Floats: ...


@dataclass(frozen=True)
class Where:
    """Where movers between districts go: shares of a pool (district, sex, slot), or a table (from, to, sex, slot)."""

    share: Floats
    pool: tuple[int, ...] | None = None
    by_table: bool = False


@dataclass
class Year:
    """One year under way: who was there on the first day (or at the last `mark`), who is there now, what happened."""

    opening: Floats
    start: Floats
    now: Floats
    flows: dict[str, Floats] = field(default_factory=dict)
    chance: WholePeople | None = None

    @classmethod
    def opened(cls, population: Floats, chance: WholePeople | None = None) -> Year:
        """A year at its first moment, from (…, district, sex, age)."""
        slots = slots_of(population)
        return cls(slots, slots.copy(), slots.copy(), {name: np.zeros_like(slots) for name in SIGNS}, chance)

    def taken(self, expected: Floats, cells: slice) -> Floats:
        """Those an event takes: as expected, or whole people by chance."""
        return expected if self.chance is None else self.chance.taken(expected, self.now[..., cells])

    def coming(self, expected: Floats) -> Floats:
        """Those who arrive: as expected, or whole people by chance, other people in every draw."""
        return expected if self.chance is None else self.chance.coming(expected)

    def enter(self, flow: str, people: Floats, cells: slice = EVERYBODY) -> None:
        """Write `people` in the books under `flow` and into the population."""
        self.flows[flow][..., cells] += people
        self.now[..., cells] += SIGNS[flow] * people

    def exposed(self, step: Step, cells: slice) -> Floats:
        """The people a rate is applied to: see `Step.weight` and `Step.unaged`."""
        if step.unaged:
            return unaged(self.opening[..., 1:])[..., cells]
        start, now = self.start[..., cells], self.now[..., cells]
        mixed: Floats = start + step.weight * (now - start)
        if step.newborn_weight is None or cells == BORN_EARLIER:
            return mixed
        mixed[..., 0] = start[..., 0] + step.newborn_weight * (now[..., 0] - start[..., 0])
        return mixed


def survive(year: Year, step: Step, probability: Floats, cells: slice) -> None:
    """Take the year's dead: probability of dying × exposed, and no more than are there (but `unaged` models do as
    they do)."""
    expected = step.share * probability[..., cells] * year.exposed(step, cells)
    if not step.unaged:
        expected = np.minimum(expected, np.maximum(year.now[..., cells], 0.0))
    year.enter("deaths", year.taken(expected, cells), cells)


def move_out(year: Year, step: Step, rate: Floats, cells: slice, cap: float) -> None:
    """Take those who leave the municipality; the rate is capped at `cap`."""
    expected = np.minimum(step.share * rate[..., cells], cap) * year.exposed(step, cells)
    year.enter("out", year.taken(expected, cells), cells)


def move_between(year: Year, step: Step, rate: Floats, where: Where, cells: slice) -> None:
    """Leavers of every district form a pool per sex and cohort which is handed out by shares, or follow a table from
    district to district; either way the sum over districts is zero. No more leave than are there (but `unaged` models
    do as they do)."""
    expected = step.share * rate[..., cells] * year.exposed(step, cells)
    if not step.unaged:
        expected = np.minimum(expected, np.maximum(year.now[..., cells], 0.0))
    leavers = year.taken(expected, cells)
    if year.chance is not None and where.pool is None and not where.by_table:
        arrivals = year.chance.handed_out(leavers.sum(axis=-3, keepdims=True), where.share[..., cells])
    elif where.by_table:
        arrivals = sent(leavers, where.share[..., cells])
    else:
        arrivals = pooled(leavers, where.share[..., cells], where.pool)
    year.enter("between", arrivals - leavers, cells)


def move_in(year: Year, step: Step, people: Floats, cells: slice) -> None:
    """Add people who move in."""
    expected = np.broadcast_to(step.share * people[..., cells], year.now[..., cells].shape)
    year.enter("in", year.coming(expected), cells)


def move_net(year: Year, step: Step, figures: Floats, cells: slice, as_rates: bool) -> None:
    """Add net movers, given as people or as a part of the exposed."""
    moved = figures[..., cells] * (year.exposed(step, cells) if as_rates else 1.0)
    year.enter("net", step.share * moved, cells)


def fill_homes(year: Year, step: Step, people: Floats, cells: slice) -> None:
    """Add those who move into new dwellings, less those whose dwellings are pulled down (never more than are there)."""
    wanted = np.broadcast_to(step.share * people[..., cells], year.now[..., cells].shape)
    if year.chance is not None:
        wanted = year.chance.coming(wanted) - year.chance.coming(-wanted)
    year.enter("homes", np.maximum(wanted, -np.maximum(year.now[..., cells], 0.0)), cells)


def children_of(year: Year, women: Women, by_age: Floats, width: int) -> Floats:
    """Births (…, district) from fertility by age (…, district, age): see `Women` for who counts."""
    start, now = year.start[..., WOMEN, :], year.now[..., WOMEN, :]
    at_start, at_end = slots_of(by_age), np.concatenate([by_age, by_age[..., -1:]], axis=-1)
    per_start_woman = women.start_by_age * at_start + women.start_by_cohort * at_end
    per_present_woman = women.now_by_age * at_end + women.now_by_start * at_start
    per_present_woman[..., 0] = 0.0  # those born this year bear no children
    total: Floats = (per_start_woman * start + per_present_woman * now).sum(axis=-1)
    return width * total


def give_birth(year: Year, children: Floats, boys_per_girl: float, births_to: Floats | None) -> None:
    """Put the newborn (…, district) in slot 0; `births_to` moves them to another group than their mother's."""
    if births_to is not None:
        children = children @ births_to
    share = boys_per_girl / (1.0 + boys_per_girl)
    children = year.coming(children)
    boys = children * share if year.chance is None else year.chance.boys(children, share)
    born = np.stack([boys, children - boys], axis=-1)[..., np.newaxis]
    year.enter("births", born, NEWBORN)
    year.start[..., NEWBORN] += born

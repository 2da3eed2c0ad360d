"""Run many draws, on any `concurrent.futures.Executor`, and keep what is asked about: people by district, band and
draw."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np

from raadhus.pure.forecast.axes import Axes, Floats
from raadhus.pure.forecast.draws import Draws, with_draws
from raadhus.pure.forecast.fused import COMPILED, Bands, can_fuse, packs_of, room_for, simulate
from raadhus.pure.forecast.fused_draws import Drawn, drawn
from raadhus.pure.forecast.fused_layout import Program, compiled_program
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model
from raadhus.pure.forecast.population import project

PLAIN_AT_ONCE = 25
"""Draws the plain loop takes together, to bound its memory."""

WORTH_COMPILING = 50_000
"""Figures of a year from which their ranks are searched for by compiled code."""


@dataclass(frozen=True)
class Ensemble:
    """People of every draw; every figure below is taken over the draws.

    later        (year from number `since` on, district, band, draw) people
    same, since  the years before number `since` are those of the ensemble `same`: what is known there is not worked
                 out again
    counted      as `later`, with all districts together behind them and room for some more draws, where the compiled
                 kernel filled it
    """

    axes: Axes
    bands: Bands
    later: Floats
    same: Ensemble | None = None
    since: int = 0
    counted: Floats | None = None
    _known: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def people(self) -> Floats:
        """(year + 1, district, band, draw)."""
        if self.same is None:
            return self.later
        if "people" not in self._known:
            self._known["people"] = np.concatenate([self.same.people[: self.since], self.later])
        people: Floats = self._known["people"]
        return people

    def as_edit_of(self, same: Ensemble, since: int) -> Ensemble:
        """This whole run as one that differs from `same` from year number `since` on."""
        counted = None if self.counted is None else self.counted[since:]
        return Ensemble(self.axes, self.bands, self.later[since:], same, since, counted)

    def quantiles(self, levels: Sequence[float]) -> Floats:
        """(level, year + 1, district, band): the draw of that rank (the nearest above), so always a figure that was
        drawn. Read-only: they are kept."""
        asked = tuple(levels)
        if asked not in self._known:
            count = self.later.shape[-1]
            ranks = [min(count - 1, max(0, int(np.ceil(level * count)) - 1)) for level in asked]
            found = np.full((len(asked), self.since + len(self.later), *self.later.shape[1:-1]), np.nan)
            if self.same is not None:
                found[...] = self.same.quantiles(asked)  # from `since` on guesses, near the truth
            on_threads(partial(_take_ranks, self.later, ranks, found[:, self.since :]), range(len(self.later)))
            found.setflags(write=False)
            self._known[asked] = found
        quantiles: Floats = self._known[asked]
        return quantiles

    def municipality(self) -> Ensemble:
        """The same for all districts together."""
        if "whole" not in self._known:
            same = None if self.same is None else self.same.municipality()
            count = self.later.shape[-1]
            added = self.later.sum(axis=1, keepdims=True) if self.counted is None else self.counted[:, -1:, :, :count]
            self._known["whole"] = Ensemble(self.axes, self.bands, added, same, self.since)
        whole: Ensemble = self._known["whole"]
        return whole

    def against(self, other: Ensemble) -> Ensemble:
        """Draw by draw, this minus the other: with common random numbers the difference of two scenarios has no
        noise."""
        return Ensemble(self.axes, self.bands, self.people - other.people)

    def risk_over(self, capacity: Floats) -> Floats:
        """(year + 1, district, band) probability of more people than `capacity` (broadcast to the same shape)."""
        risk: Floats = (self.people > np.asarray(capacity)[..., np.newaxis]).mean(axis=-1)
        return risk


def _take_ranks(people: Floats, ranks: list[int], found: Floats, year: int) -> None:
    here, there = people[year], found[:, year]
    if COMPILED and here.size >= WORTH_COMPILING:
        from raadhus.pure.forecast.fused_ranks import take_ranks  # as long to load as a small forecast takes to sort

        if take_ranks(here, ranks, there):
            return
    there[...] = np.moveaxis(np.sort(here, axis=-1)[..., ranks], -1, 0)


def on_threads(action: Callable[[int], object], numbers: Iterable[int]) -> None:
    """The action on every number, on as many threads as there are cores."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
        list(threads.map(action, numbers))


def run(
    inputs: Inputs,
    axes: Axes,
    model: Model,
    draws: Draws,
    bands: Bands,
    *,
    executor: Executor | None = None,
    parts: int | None = None,
    compiled: bool = True,
) -> Ensemble:
    """Every draw through every year. The figures are the same whatever the executor and however many parts.

    executor  any; None = threads of this process. With a process pool or a Dask client, each part is sent there and
    back.
    compiled  False takes the plain loop even where the fused kernel could run.
    """
    program = compiled_program(inputs, axes, model) if compiled and can_fuse(model, inputs, draws) else None
    if program is not None and executor is None:
        return run_compiled(axes, program, drawn(program, draws), bands)
    task = partial(run_part, program, inputs, axes, model, bands)
    count = parts or (os.cpu_count() or 1)
    edges = np.linspace(0, draws.count, min(count, draws.count) + 1).astype(int)
    pieces = [draws.part(int(a), int(b)) for a, b in pairwise(edges)]
    if executor is not None:
        return Ensemble(axes, bands, np.concatenate(list(executor.map(task, pieces)), axis=-1))
    with ThreadPoolExecutor(count) as threads:
        return Ensemble(axes, bands, np.concatenate(list(threads.map(task, pieces)), axis=-1))


def run_compiled(
    axes: Axes, program: Program, laid_out: Drawn, bands: Bands, *, same: Ensemble | None = None, since: int = 0
) -> Ensemble:
    """Every draw on threads, each taking the next pack of draws when it is free.

    same, since  as in `Ensemble`: the program and the draws are a difference from `same`, a whole run of the compiled
                 kernel, and begin to differ in year number `since` - 1
    """
    room = room_for(program, bands, laid_out.count, since)
    packs = iter(range(len(packs_of(laid_out.count))))
    before = None
    if same is not None:
        assert same.same is None, "only to a whole run can be added"
        assert same.counted is not None, "only to what the kernel counted can be added"
        before = same.counted[since:]

    def work(_: int) -> None:
        simulate(program, laid_out, bands, room, packs, begin=max(since - 1, 0), before=before)

    on_threads(work, range(os.cpu_count() or 1))
    return Ensemble(axes, bands, room[:, :-1, :, : laid_out.count], same, since, room)


def run_part(program: Program | None, inputs: Inputs, axes: Axes, model: Model, bands: Bands, draws: Draws) -> Floats:
    """(year + 1, district, band, draw) of some draws on one thread; `program` None = the plain loop."""
    if program is not None:
        people = room_for(program, bands, draws.count)
        simulate(program, drawn(program, draws), bands, people, range(len(packs_of(draws.count))))
        return people[:, :-1, :, : draws.count]
    checked = inputs.admit(axes, model)
    result = np.empty((len(axes.years) + 1, len(axes.districts), len(bands), draws.count))
    for first in range(0, draws.count, PLAIN_AT_ONCE):
        last = min(first + PLAIN_AT_ONCE, draws.count)
        given, as_given = with_draws(checked, model, draws.part(first, last))
        people = project(given, axes, as_given).population.sum(axis=-2)
        for number, (youngest, beyond) in enumerate(bands):
            result[..., number, first:last] = np.moveaxis(people[..., youngest:beyond].sum(axis=-1), 0, -1)
    return result

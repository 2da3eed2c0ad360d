"""Run many draws, on any `concurrent.futures.Executor`, and keep what is asked about: people by district, band and
draw."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np

from raadhus.pure.forecast.axes import Axes, Floats
from raadhus.pure.forecast.draws import Draws, with_draws
from raadhus.pure.forecast.fused import BLOCK, Bands, Program, can_fuse, compiled_program, simulate
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model
from raadhus.pure.forecast.population import project

PLAIN_AT_ONCE = 25
"""Draws the plain loop takes together, to bound its memory."""
PARTS_A_CORE = 8


@dataclass(frozen=True)
class Ensemble:
    """people (year + 1, district, band, draw); every figure below is taken over the draws."""

    axes: Axes
    bands: Bands
    people: Floats

    def quantiles(self, levels: Sequence[float]) -> Floats:
        """(level, year + 1, district, band): the draw of that rank (the nearest above), so always a figure that was
        drawn."""
        count = self.people.shape[-1]
        ranks = [min(count - 1, max(0, int(np.ceil(level * count)) - 1)) for level in levels]
        with ThreadPoolExecutor(os.cpu_count() or 1) as threads:
            found = list(threads.map(lambda year: np.sort(year, axis=-1)[..., ranks], self.people))
        return np.moveaxis(np.stack(found), -1, 0)

    def municipality(self) -> Ensemble:
        """The same for all districts together."""
        return Ensemble(self.axes, self.bands, self.people.sum(axis=1, keepdims=True))

    def against(self, other: Ensemble) -> Ensemble:
        """Draw by draw, this minus the other: with common random numbers the difference of two scenarios has no
        noise."""
        return Ensemble(self.axes, self.bands, self.people - other.people)

    def risk_over(self, capacity: Floats) -> Floats:
        """(year + 1, district, band) probability of more people than `capacity` (broadcast to the same shape)."""
        risk: Floats = (self.people > np.asarray(capacity)[..., np.newaxis]).mean(axis=-1)
        return risk


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
    fused = compiled and can_fuse(model, inputs)
    program = compiled_program(inputs, axes, model) if fused else None
    task = partial(run_part, program, inputs, axes, model, bands)
    if program is not None and executor is None:
        return Ensemble(axes, bands, _on_threads(program, axes, bands, draws, parts))
    count = parts or (os.cpu_count() or 1)
    edges = np.linspace(0, draws.count, min(count, draws.count) + 1).astype(int)
    pieces = [draws.part(int(a), int(b)) for a, b in pairwise(edges)]
    if executor is not None:
        return Ensemble(axes, bands, np.concatenate(list(executor.map(task, pieces)), axis=-1))
    with ThreadPoolExecutor(count) as threads:
        return Ensemble(axes, bands, np.concatenate(list(threads.map(task, pieces)), axis=-1))


def _on_threads(program: Program, axes: Axes, bands: Bands, draws: Draws, parts: int | None) -> Floats:
    """(year + 1, district, band, draw), each thread filling its own draws. Several parts for each core, so that none
    waits long for another which shares its core with somebody else's work."""
    result = np.empty((len(axes.years) + 1, len(axes.districts), len(bands), draws.count))
    cores = os.cpu_count() or 1
    size = -(-draws.count // (parts or PARTS_A_CORE * cores))
    size = size if parts else -(-size // BLOCK) * BLOCK
    with ThreadPoolExecutor(cores) as threads:
        ends = [(first, min(first + size, draws.count)) for first in range(0, draws.count, size)]
        list(threads.map(lambda part: simulate(program, axes, draws, bands, result, *part), ends))
    return result


def run_part(program: Program | None, inputs: Inputs, axes: Axes, model: Model, bands: Bands, draws: Draws) -> Floats:
    """(year + 1, district, band, draw) of some draws; `program` None = the plain loop."""
    result = np.empty((len(axes.years) + 1, len(axes.districts), len(bands), draws.count))
    if program is not None:
        simulate(program, axes, draws, bands, result, 0, draws.count)
        return result
    for first in range(0, draws.count, PLAIN_AT_ONCE):
        last = min(first + PLAIN_AT_ONCE, draws.count)
        people = project(with_draws(inputs, draws.part(first, last)), axes, model).population.sum(axis=-2)
        for number, (youngest, beyond) in enumerate(bands):
            result[..., number, first:last] = np.moveaxis(people[..., youngest:beyond].sum(axis=-1), 0, -1)
    return result

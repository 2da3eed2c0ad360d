"""How draws lie in memory for the compiled kernel (`fused_kernel.py`), made once per run."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.forecast.draws import Component, Draws
from raadhus.pure.forecast.frame import count_in_slots, rate_in_slots
from raadhus.pure.forecast.fused_bounds import calm_cells, never_below_nobody
from raadhus.pure.forecast.fused_layout import LANES, Program

IN_KERNEL_ORDER: tuple[Component, ...] = ("deaths", "births", "out", "in", "between")
AGED: tuple[Component, ...] = ("deaths", "out")


@dataclass(frozen=True)
class Drawn:
    """The draws as the kernel reads them: see `fused_kernel.run_block`, which also names `calm` and `places`."""

    count: int
    levels: tuple[Floats, ...]
    by_age: Floats
    weights: Floats
    places: NDArray[np.int64]
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
    highest = {name: level.max(axis=0) for name, level in zip(IN_KERNEL_ORDER, levels, strict=True)}
    calm = calm_cells(program, highest, by_age.size > 0)
    return Drawn(draws.count, levels, by_age, weights, np.arange(districts), profiles, built, calm)


def _in_pairs(profiles: Floats) -> Floats:
    """(sex, profile, cell), with an empty one at the end if they were odd in number."""
    pairs = np.zeros((profiles.shape[0], profiles.shape[1] + profiles.shape[1] % 2, profiles.shape[2]))
    pairs[:, : profiles.shape[1]] = profiles
    return pairs


def at_least_a_pack(array: Floats) -> Floats:
    """(draw, …), the last draw repeated until there are enough for a pack; contiguous."""
    missing = max(LANES - len(array), 0)
    full = np.concatenate([array, np.repeat(array[-1:], missing, axis=0)]) if missing else array
    whole: Floats = np.require(full, np.float64, ["C", "W"])
    return whole


@dataclass(frozen=True)
class Difference:
    """A run as what it adds to another with other homes: `program` and `drawn` without people, in-moves or homes."""

    program: Program
    drawn: Drawn

    def of_homes(self, weights: Floats, districts: list[int]) -> tuple[Program, Drawn]:
        """What to run for these more or fewer movers to homes, (draw, year, place, profile), of some districts."""
        places = np.full(self.program.population.shape[1], -1)
        places[districts] = range(len(districts))
        return self.program, replace(self.drawn, weights=at_least_a_pack(weights), places=places)


def as_difference(program: Program, drawn: Drawn) -> Difference | None:
    """The same rates and levels for the difference of two runs, which is itself such a run as long as nothing but rates
    is bounded. None where people may be: homes are left by some, or more may go and die than there are."""
    highest = {name: level.max(axis=0) for name, level in zip(IN_KERNEL_ORDER, drawn.levels, strict=True)}
    moving_in = min(float(homes.min(initial=0.0)) for homes in (drawn.weights, drawn.profiles, program.homes))
    if moving_in < 0.0 or not never_below_nobody(program, highest, drawn.by_age):
        return None
    levels = tuple(
        np.zeros_like(level) if name == "in" else level
        for name, level in zip(IN_KERNEL_ORDER, drawn.levels, strict=True)
    )
    nobody = replace(program, population=np.zeros_like(program.population), choices=(*program.choices[:-1], -np.inf))
    return Difference(nobody, replace(drawn, levels=levels, given=np.zeros_like(drawn.given)))

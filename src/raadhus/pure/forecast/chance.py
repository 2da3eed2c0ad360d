"""Demographic noise: people are whole, and each lives, moves and is born by chance.

Two ways: whole people, drawn step by step in any model (small areas), or the variance they would have, carried along
the cohorts in closed form: Var' = r²·Var + r(1-r)·E for those who stay, plus E for those who come (Poisson).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import WOMEN, Floats
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.population import Projection


@dataclass
class Chance:
    """Turns expected events into whole ones; hand it to `population.project(chance=…)`."""

    random: np.random.Generator

    def taken(self, expected: Floats, people: Floats) -> Floats:
        """How many of `people` an event takes when `expected` are expected: binomial; fractions of a person are
        rounded."""
        whole = np.maximum(np.rint(people), 0.0)
        share = np.divide(expected, people, out=np.zeros_like(expected), where=people > 0)
        return self.random.binomial(whole.astype(np.int64), np.clip(share, 0.0, 1.0)).astype(np.float64)

    def coming(self, expected: Floats) -> Floats:
        """How many arrive or are born: Poisson."""
        return self.random.poisson(np.maximum(expected, 0.0)).astype(np.float64)

    def boys(self, children: Floats, share: float) -> Floats:
        """How many of whole children are boys."""
        return self.random.binomial(children.astype(np.int64), share).astype(np.float64)

    def handed_out(self, pool: Floats, share: Floats) -> Floats:
        """Whole people of a pool (…, 1, sex, slot) to districts by shares (…, district, sex, slot)."""
        spread = np.moveaxis(np.broadcast_to(share, np.broadcast_shapes(share.shape, pool.shape)), -3, -1)
        total = spread.sum(axis=-1, keepdims=True)
        even = np.full_like(spread, 1.0 / spread.shape[-1])
        shares = np.divide(spread, total, out=even, where=total > 0)
        gone = self.random.multinomial(np.rint(pool[..., 0, :, :]).astype(np.int64), shares)
        return np.moveaxis(gone, -1, -3).astype(np.float64)


def demographic_variance(projection: Projection, inputs: Inputs) -> Floats:
    """(year + 1, district, sex, age) variance of whole people around a projection without draws.

    Cells are taken as independent but for the births, whose mothers' variance comes in by their fertility. Moves
    between districts enter by their net number, so in districts that swap many people alike the variance is a little
    low.
    """
    flows, people = projection.flows, projection.population
    variance = np.zeros_like(people)
    for year in range(len(projection.axes.years)):
        aged, spread = _aged(people[year]), _aged(variance[year])
        moved = flows["between"][year] + flows["homes"][year] + flows["net"][year] + flows["adjustment"][year]
        leaving = flows["deaths"][year] + flows["out"][year] + np.maximum(-moved, 0.0)
        stays = 1.0 - np.clip(np.divide(leaving, aged, out=np.zeros_like(aged), where=aged > 0), 0.0, 1.0)
        comes = flows["in"][year] + np.maximum(moved, 0.0)
        variance[year + 1] = stays**2 * spread + stays * (1 - stays) * aged + comes
        mothers = (inputs.fertility[year] ** 2 * variance[year][:, WOMEN]).sum(axis=-1)
        variance[year + 1, :, :, 0] += flows["births"][year][..., 0] + mothers[:, np.newaxis] / 4
    return variance


def _aged(cells: Floats) -> Floats:
    older = np.zeros_like(cells)
    older[..., 1:] = cells[..., :-1]
    older[..., -1] += cells[..., -1]
    return older


def with_noise(people: Floats, variance: Floats, random: np.random.Generator) -> Floats:
    """Draws (…, draw) of expected people with demographic noise of `variance` (…) put on, never below zero."""
    z = random.standard_normal(people.shape)
    noisy: Floats = np.maximum(people + np.sqrt(variance)[..., np.newaxis] * z, 0.0)
    return noisy

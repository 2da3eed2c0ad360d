"""Small districts lean on the municipality, the municipality on the nation: Gamma-Poisson shrinkage, cell by cell.

With r the rate one level up and k events' worth of prior, a cell's rate is (events + k) / (exposure + k / r): many
events keep their own rate, none give r. k is estimated from how much more the units differ than Poisson noise.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import Floats

FIRMEST, LOOSEST = 1e4, 0.5


@dataclass(frozen=True)
class Shrunk:
    """rate and variance, of the shape of the events; prior, in events."""

    rate: Floats
    variance: Floats
    prior: float


def estimate_prior(events: Floats, expected: Floats) -> float:
    """How many events a prior is worth: 1 / the variance of the units' (first axis) true ratios."""
    own = events.reshape(len(events), -1).sum(axis=1)
    out_of = expected.reshape(len(expected), -1).sum(axis=1)
    usable = out_of > 0
    if usable.sum() < 2:
        return FIRMEST
    own, out_of = own[usable], out_of[usable]
    centre = own.sum() / out_of.sum()
    excess = ((own - centre * out_of) ** 2 - centre * out_of).sum() / ((centre * out_of) ** 2).sum()
    return float(np.clip(1.0 / max(excess, 1.0 / FIRMEST), LOOSEST, FIRMEST))


def shrunk(events: Floats, exposure: Floats, upper: Floats, prior: float | None = None) -> Shrunk:
    """Rates of units (first axis) leaning on `upper` (their municipality's or nation's rate, same trailing shape)."""
    expected = exposure * upper
    k = estimate_prior(events, expected) if prior is None else prior
    rate_up = np.broadcast_to(upper, events.shape)
    own_exposure = exposure + np.divide(k, rate_up, out=np.full(events.shape, np.inf), where=rate_up > 0)
    rate = np.where(np.isinf(own_exposure), 0.0, (events + k) / own_exposure)
    return Shrunk(rate, np.where(np.isinf(own_exposure), 0.0, rate / own_exposure), k)


def levels(events: Floats, exposure: Floats, upper: Floats, prior: float | None = None) -> Shrunk:
    """One ratio per unit to the rates one level up, all cells together, where there is no own shape."""
    axes = tuple(range(1, events.ndim))
    own, out_of = events.sum(axis=axes), (exposure * upper).sum(axis=axes)
    k = estimate_prior(events, exposure * upper) if prior is None else prior
    return Shrunk((own + k) / (out_of + k), (own + k) / (out_of + k) ** 2, k)

"""The forecasts every other must beat, shown beside it always. History is (year, unit, sex, age), results
(horizon, unit, sex, age) for 1..h years after the last year of the history."""

from __future__ import annotations

import numpy as np

from raadhus.pure.forecast.axes import WOMEN, Floats
from raadhus.pure.forecast.frame import ages_of, slots_of

MOTHERS = slice(20, 45)


def constancy(history: Floats, horizon: int) -> Floats:
    """Nothing changes."""
    return np.repeat(history[-1:], horizon, axis=0)


def pro_rata(history: Floats, horizon: int, *, window: int = 5) -> Floats:
    """Everybody grows as all units together did in the last `window` years."""
    years = min(window, len(history) - 1)
    growth = (history[-1].sum() / history[-1 - years].sum()) ** (1.0 / max(years, 1))
    factors = growth ** np.arange(1, horizon + 1)
    grown: Floats = history[-1] * factors.reshape(-1, 1, 1, 1)
    return grown


def hamilton_perry(history: Floats, horizon: int, *, window: int = 5, prior: float = 0.0) -> Floats:
    """Cohort change ratios of the last `window` years; children by the child-woman ratio (women of 20-44).

    prior: so many people of the all-units ratio are mixed into every cell's own.
    """
    recent = history[-1 - min(window, len(history) - 1) :]
    older = _older(recent[:-1])
    reached, came_from = recent[1:].sum(axis=0), older.sum(axis=0)
    common = np.divide(
        reached.sum(axis=0), came_from.sum(axis=0), out=np.ones(reached.shape[1:]), where=came_from.sum(axis=0) > 0
    )
    weighed = came_from + prior
    ratio = np.divide(reached + prior * common, weighed, out=np.ones_like(reached) * common, where=weighed > 0)
    children = recent[1:, ..., 0].sum(axis=0) / recent[1:, :, WOMEN, MOTHERS].sum(axis=(0, 2))[:, np.newaxis]
    people, path = history[-1], []
    for _ in range(horizon):
        people = _older(people) * ratio
        people[..., 0] = children * people[:, WOMEN, MOTHERS].sum(axis=-1, keepdims=True)
        path.append(people)
    return np.stack(path)


def _older(people: Floats) -> Floats:
    older: Floats = ages_of(slots_of(people))
    return older

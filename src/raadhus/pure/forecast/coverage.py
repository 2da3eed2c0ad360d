"""Places by coverage rates: special-needs offers, nursing homes, home care; with healthy ageing as a switch."""

from __future__ import annotations

import numpy as np

from raadhus.pure.forecast.axes import Floats


def places_needed(people: Floats, rate: Floats) -> Floats:
    """(…, year, district) users from people (…, year, district, sex, age) and the part of each sex and age that uses
    the offer, (sex, age) or (year, sex, age) when it changes."""
    shape = rate if rate.ndim == 2 else rate[:, np.newaxis]
    users: Floats = (people * shape).sum(axis=(-1, -2))
    return users


def rate_of(users: Floats, people: Floats, *, prior: float = 0.0) -> Floats:
    """(sex, age) rates from users and people summed over years; `prior` people of the all-age rate are mixed in."""
    common = users.sum() / max(float(people.sum()), 1.0)
    below = people + prior
    rate: Floats = np.divide(users + prior * common, below, out=np.zeros_like(users), where=below > 0)
    return rate


def healthy_ageing(rate: Floats, gained: Floats, *, from_age: int = 65, part: float = 1.0) -> Floats:
    """(year, sex, age) rates in which part of the life expectancy gained by then, `gained` (year, sex) in years, is
    spent healthy: above `from_age` a person uses what a person so many years younger used. 0 = rates stay (sund
    aldring off), 1 = every year gained is a healthy one.
    """
    ages = np.arange(rate.shape[-1], dtype=np.float64)
    shifted = np.empty((*gained.shape, rate.shape[-1]))
    for year in range(gained.shape[0]):
        for sex in range(gained.shape[1]):
            younger = np.interp(ages - part * gained[year, sex], ages, rate[sex])
            shifted[year, sex] = np.where(ages >= from_age, younger, rate[sex])
    return shifted


def life_expectancy(probability_of_dying: Floats) -> Floats:
    """(…,) years left at birth from probabilities of dying by single age (…, age); the open age lives 1 / rate."""
    alive = np.cumprod(1.0 - probability_of_dying[..., :-1], axis=-1)
    in_open = alive[..., -1] * (1.0 / np.maximum(probability_of_dying[..., -1], 1e-6) - 0.5)
    years: Floats = 0.5 + alive[..., :-1].sum(axis=-1) + 0.5 * alive[..., -1] + in_open
    return years

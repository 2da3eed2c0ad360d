"""The cohort frame: within a year people are followed by cohort, so ageing changes labels and is no arithmetic.

With ages 0..A-1 (the last one open) a year has slots 0..A. Slot 0 holds those born this year, slot c those who were c-1
on the first day and are c on the last; slot A holds those who were already in the open age. At the year's end slots
A-1 and A are the open age together. A rate written by age at start or by age at end becomes a rate per slot once.
"""

from __future__ import annotations

from typing import Literal

import numpy as np

from raadhus.pure.forecast.axes import Floats

AgeAt = Literal["start", "end"]


def slots_of(population: Floats) -> Floats:
    """People on the first day, (…, age) → (…, slot); nobody is born yet."""
    slots = np.zeros((*population.shape[:-1], population.shape[-1] + 1))
    slots[..., 1:] = population
    return slots


def ages_of(slots: Floats) -> Floats:
    """People or events per slot by the age reached at the year's end, (…, slot) → (…, age)."""
    ages = slots[..., :-1].copy()
    ages[..., -1] += slots[..., -1]
    return ages


def rate_in_slots(rate: Floats, age_at: AgeAt) -> Floats:
    """A rate by age as a rate per slot; by age at start the newborn get 0 (they had no age on the first day)."""
    if age_at == "start":
        return slots_of(rate)
    return np.concatenate([rate, rate[..., -1:]], axis=-1)


def count_in_slots(count: Floats, age_at: AgeAt) -> Floats:
    """A number of people by age as a number per slot; by age at end the open age stands in slot A-1."""
    if age_at == "start":
        return slots_of(count)
    return np.concatenate([count, np.zeros_like(count[..., :1])], axis=-1)


def unaged(population: Floats) -> Floats:
    """First-day people of age c standing in slot c: the exposure of models that take this year's rate at an age on
    last year's people of that same age. The open age stands in its own slot, so no slot loses more than it has."""
    slots = np.zeros((*population.shape[:-1], population.shape[-1] + 1))
    slots[..., :-2] = population[..., :-1]
    slots[..., -1] = population[..., -1]
    return slots

"""A made-up municipality for tests: a few districts, young enough ages to read, everything within bounds."""

import numpy as np

from raadhus.pure.forecast.axes import Axes
from raadhus.pure.forecast.exchange import Exchange
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.published import RAADHUS

MODEL = RAADHUS.but(births_youngest=15, births_oldest=40)
BANDS = ((0, 3), (3, 6), (6, 17), (17, 50))


def axes_of(districts: int = 3, years: int = 4, ages: int = 50) -> Axes:
    return Axes(tuple(range(2022, 2022 + years)), tuple(f"D{number}" for number in range(districts)), ages=ages)


def inputs_of(axes: Axes, seed: int = 1, **changes: object) -> Inputs:
    random = np.random.default_rng(seed)
    shares = random.random(axes.flow)
    made = {
        "population": np.rint(random.uniform(5, 60, axes.stock)),
        "mortality": random.uniform(0.001, 0.03, axes.flow),
        "fertility": random.uniform(0.01, 0.12, (axes.flow[0], axes.flow[1], axes.ages)),
        "boys_per_girl": np.full(len(axes.years), 1.05),
        "out": random.uniform(0.02, 0.12, axes.flow),
        "inflow": random.uniform(0.5, 5, axes.flow),
        "exchanges": (Exchange(random.uniform(0, 0.08, axes.flow), shares / shares.sum(axis=1, keepdims=True)),),
        "homes": random.uniform(0, 1, axes.flow),
    }
    return Inputs(**(made | changes))

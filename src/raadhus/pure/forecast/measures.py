"""How wrong a forecast was: errors of totals, of intervals, of whole distributions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.forecast.normal import normal_density, normal_share


@dataclass(frozen=True)
class Accuracy:
    """n cells; mape, wmape (weighted by size), bias (mean signed error) and rmse_percent in percent of the observed;
    within_1 and within_5: part of the units less than 1 and 5 percent off."""

    n: int
    mape: float
    wmape: float
    bias: float
    rmse_percent: float
    within_1: float
    within_5: float


def accuracy(forecast: Floats, observed: Floats) -> Accuracy:
    """All measures of point forecasts against what came; units observed as 0 are left out."""
    known = observed > 0
    error = (forecast[known] - observed[known]) / observed[known] * 100.0
    weight = observed[known] / observed[known].sum()
    return Accuracy(
        n=int(known.sum()),
        mape=float(np.abs(error).mean()),
        wmape=float((np.abs(error) * weight).sum()),
        bias=float(error.mean()),
        rmse_percent=float(np.sqrt((error**2).mean())),
        within_1=float((np.abs(error) < 1).mean()),
        within_5=float((np.abs(error) < 5).mean()),
    )


def coverage(low: Floats, high: Floats, observed: Floats) -> float:
    """Part of the observed that fell within [low, high]."""
    return float(((observed >= low) & (observed <= high)).mean())


def crps_of_normal(mean: Floats, deviation: Floats, observed: Floats) -> Floats:
    """Continuous ranked probability score of a normal forecast, in the unit of the forecast; its absolute error if the
    deviation is 0 (Gneiting & Raftery 2007)."""
    spread = np.maximum(deviation, 1e-12)
    z = (observed - mean) / spread
    score = spread * (z * (2 * normal_share(z) - 1) + 2 * normal_density(z) - 1 / np.sqrt(np.pi))
    return np.where(deviation > 0, score, np.abs(observed - mean))


def crps_of_draws(draws: Floats, observed: Floats) -> Floats:
    """The same of an ensemble (draw, …): E|X - y| - E|X - X'| / 2, in n log n."""
    count = len(draws)
    ordered = np.sort(draws, axis=0)
    place = (2 * np.arange(1, count + 1) - count - 1).reshape(-1, *[1] * (draws.ndim - 1))
    spread = (place * ordered).sum(axis=0) / count**2
    score: Floats = np.abs(draws - observed).mean(axis=0) - spread
    return score


def skill(mape: float, baseline: float) -> float:
    """Percent by which an error is smaller than the baseline's; negative where the baseline wins."""
    return 100.0 * (1.0 - mape / baseline) if baseline > 0 else 0.0

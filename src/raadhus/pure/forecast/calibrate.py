"""Intervals from past errors: how far off earlier forecasts were, by horizon and size.

A horizon seen from at least two origins has half-widths of its own, one for each third of the units by size: so wide
that the wanted part of its past errors lies within (split conformal). Beyond the longest such horizon the half-width
grows with the horizon, for what all errors share persists. Where no horizon was seen twice, half-width = c · horizon^b
· size^g, b and g by least squares on the log of past relative errors. The part of the errors which all units of an
origin share (refugees, a housing crisis) has been seen only as many times as there are origins, so it is widened as
Student's t asks. Precision repeats itself, bias does not: no bias is carried over (Rayer, Smith & Tayman 2009).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.forecast.normal import normal_point, student_point
from raadhus.pure.kernel.errors import Refused

SIZE_GROUPS, ERRORS_A_GROUP, ORIGINS = 3, 20, 2
"""How many groups by size a horizon is parted in, if each has so many errors, from at least so many origins."""


@dataclass(frozen=True)
class Seen:
    """A horizon seen often enough: relative half-widths of the groups between `edges` of size."""

    horizon: float
    edges: Floats
    widths: Floats

    def at(self, size: Floats) -> Floats:
        """The relative half-width of forecasts of this size."""
        found: Floats = self.widths[np.digitize(size, self.edges)]
        return found


@dataclass(frozen=True)
class Calibration:
    """The relative half-width of the interval that holds `level` of past errors: that of `seen` horizons (ascending),
    beyond them growing with the horizon, elsewhere c · horizon^b · size^g."""

    c: float
    b: float
    g: float
    level: float
    seen: tuple[Seen, ...] = ()

    def relative_half_width(self, horizon: Floats, size: Floats) -> Floats:
        """As a part of the forecast."""
        width: Floats = self.c * horizon**self.b * np.maximum(size, 1.0) ** self.g
        for one in self.seen:
            width = np.where(horizon == one.horizon, one.at(size), width)
        for last in self.seen[-1:]:
            width = np.where(horizon > last.horizon, last.at(size) * horizon / last.horizon, width)
        return width

    def interval(self, forecast: Floats, horizon: Floats | float) -> tuple[Floats, Floats]:
        """(low, high) around forecasts of people, never below zero."""
        half = self.relative_half_width(np.asarray(horizon, dtype=np.float64), forecast) * forecast
        return np.maximum(forecast - half, 0.0), forecast + half

    def deviation(self, forecast: Floats, horizon: Floats | float) -> Floats:
        """The standard deviation of the normal distribution with that interval."""
        z = normal_point(0.5 + self.level / 2)
        spread: Floats = self.relative_half_width(np.asarray(horizon, dtype=np.float64), forecast) * forecast / z
        return spread


def fit_calibration(
    forecast: Floats, observed: Floats, horizon: Floats, origin: Floats, *, level: float = 0.8
) -> Calibration:
    """From past forecasts, flat arrays of equal length; `origin` says which were made in the same year.

    One horizon alone gets b = 1/2 (errors that add up).
    """
    known = (observed > 0) & (forecast > 0)
    if known.sum() < 20:
        raise Refused("Usikkerheden kan ikke beregnes af færre end 20 tidligere prognosetal; medtag flere år.")
    forecast, observed, horizon, origin = forecast[known], observed[known], horizon[known], origin[known]
    error = (observed - forecast) / forecast
    b, g = _exponents(np.maximum(np.abs(error), 1e-6), forecast, horizon)
    scaled = error / (horizon**b * forecast**g)
    rank = min(1.0, level * (1 + 1 / len(error)))
    widened = _widening(scaled, horizon, origin, level)
    seen = [
        _seen(error[own], forecast[own], origin[own], h, level) for h in np.unique(horizon) for own in [horizon == h]
    ]
    enough = tuple(one for one in seen if one is not None)
    return Calibration(float(np.quantile(np.abs(scaled), rank)) * widened, b, g, level, enough)


def _seen(error: Floats, forecast: Floats, origin: Floats, horizon: float, level: float) -> Seen | None:
    """The half-widths of one horizon's errors by size; None where they are too few or from too few origins."""
    groups = min(SIZE_GROUPS, len(error) // ERRORS_A_GROUP)
    if groups == 0 or len(np.unique(origin)) < ORIGINS:
        return None
    edges = np.quantile(forecast, np.arange(1, groups) / groups)
    group = np.digitize(forecast, edges)
    widened = _widening(error, np.full(len(error), horizon), origin, level)
    parts = [np.abs(error[group == number]) for number in range(groups)]
    if min(len(part) for part in parts) == 0:
        return None
    widths = [float(np.quantile(part, min(1.0, level * (1 + 1 / len(part))))) * widened for part in parts]
    return Seen(float(horizon), edges, np.array(widths))


def _exponents(size_of_error: Floats, forecast: Floats, horizon: Floats) -> tuple[float, float]:
    one_horizon = horizon.min() == horizon.max()
    columns = [np.ones_like(forecast), np.log(forecast)] + ([] if one_horizon else [np.log(horizon)])
    solution = np.linalg.lstsq(np.stack(columns, axis=1), np.log(size_of_error), rcond=None)[0]
    b = 0.5 if one_horizon else float(np.clip(solution[2], 0.2, 1.2))
    return b, float(np.clip(solution[1], -0.5, 0.0))


def _widening(scaled: Floats, horizon: Floats, origin: Floats, level: float) -> float:
    """Factor on the width: the shared part of the variance, seen once per origin, gets a t quantile."""
    cells = [scaled[(horizon == h) & (origin == o)] for h, o in sorted(set(zip(horizon, origin, strict=True)))]
    shared = float(np.mean([max(cell.mean() ** 2 - cell.var() / len(cell), 0.0) for cell in cells]))
    part = min(shared / float(np.mean(scaled**2)), 1.0)
    seen = len(set(origin.tolist()))
    tail = 0.5 + level / 2
    ratio = student_point(tail, max(seen - 1, 1)) * np.sqrt(1 + 1 / seen) / normal_point(tail)
    return float(np.sqrt(1 - part + part * ratio**2))


def by_residuals(draws: Floats, calibration_factor: Floats | float) -> Floats:
    """Draws (draw, …) widened or narrowed around their median by a factor, not below zero."""
    middle = np.median(draws, axis=0)
    widened: Floats = np.maximum(middle + (draws - middle) * calibration_factor, 0.0)
    return widened

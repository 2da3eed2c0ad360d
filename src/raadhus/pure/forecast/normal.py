"""The normal distribution without scipy."""

from __future__ import annotations

from math import erf, sqrt

import numpy as np

from raadhus.pure.forecast.axes import Floats

_erf = np.frompyfunc(erf, 1, 1)


def normal_share(z: Floats) -> Floats:
    """Φ(z), the part of a standard normal below z."""
    below: Floats = 0.5 * (1.0 + np.asarray(_erf(np.asarray(z) / sqrt(2.0)), dtype=np.float64))
    return below


def normal_density(z: Floats) -> Floats:
    """φ(z)."""
    density: Floats = np.exp(-0.5 * np.asarray(z) ** 2) / sqrt(2.0 * np.pi)
    return density


def normal_point(share: float) -> float:
    """The z below which `share` (strictly between 0 and 1) of a standard normal lies, by bisection, to 1e-12."""
    low, high = -40.0, 40.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        low, high = (middle, high) if float(normal_share(np.array(middle))) < share else (low, middle)
    return (low + high) / 2


def student_point(share: float, freedom: int) -> float:
    """The same for Student's t, by the trapezoid rule on its density in the angle t = √ν · tan θ; to about 1e-6."""
    angle = np.linspace(0.0, np.pi / 2, 20001)
    density = np.cos(angle) ** (freedom - 1)
    below = np.concatenate([[0.0], np.cumsum((density[1:] + density[:-1]) / 2)])
    reached = 0.5 + 0.5 * below / below[-1]
    return float(sqrt(freedom) * np.tan(np.interp(share, reached, angle)))

"""TOPALS: a small population's rates by age as a standard schedule plus a linear spline, all populations at once.

log rate = standard + B·α, deaths ~ Poisson(exposure · rate), penalty · Σ(α[k+1] - α[k])² / 2; Newton-Raphson.
Source: Gonzaga & Schmertmann (2016), "Estimating age- and sex-specific mortality rates for small areas with TOPALS".
The same serves fertility and out-moves (other knots), and each estimate carries its covariance.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.kernel.errors import Refused

MORTALITY_KNOTS = (0, 1, 10, 20, 40, 70)
FERTILITY_KNOTS = (15, 20, 25, 30, 35, 40)
MOVING_KNOTS = (0, 6, 17, 20, 25, 30, 40, 67)


def hats(ages: int, knots: tuple[int, ...]) -> Floats:
    """(age, knot) linear B-splines with a knot more at the last age; constant outside the knots."""
    points = np.unique(np.array([*knots, ages - 1], dtype=np.float64))
    return np.stack([np.interp(np.arange(ages), points, unit) for unit in np.eye(len(points))], axis=1)


@dataclass(frozen=True)
class Fitted:
    """log_rate (…, age); coefficients (…, knot); covariance (…, knot, knot) of the coefficients; basis (age, knot)."""

    log_rate: Floats
    coefficients: Floats
    covariance: Floats
    basis: Floats

    @property
    def rate(self) -> Floats:
        """(…, age)."""
        rate: Floats = np.exp(self.log_rate)
        return rate

    def log_variance(self) -> Floats:
        """(…, age) variance of the log rate."""
        variance: Floats = np.einsum("ak,...kj,aj->...a", self.basis, self.covariance, self.basis)
        return variance

    def draws(self, count: int, random: np.random.Generator) -> Floats:
        """(draw, …, age) factors to multiply the rates by, from the coefficients' normal distribution."""
        root = np.linalg.cholesky(self.covariance)
        z = random.standard_normal((count, *self.coefficients.shape))
        factors: Floats = np.exp(np.einsum("ak,...kj,d...j->d...a", self.basis, root, z))
        return factors


def fit_topals(
    events: Floats,
    exposure: Floats,
    standard: Floats,
    *,
    knots: tuple[int, ...] = MORTALITY_KNOTS,
    penalty: float = 2.0,
    most_steps: int = 50,
) -> Fitted:
    """Fit every population of events and exposure (…, age) to the standard log rates (…, age).

    Stops when no coefficient moves by more than 1e-10; `Refused` if it never does.
    """
    basis = hats(events.shape[-1], knots)
    differences = np.diff(np.eye(basis.shape[1]), axis=0)
    roughness = penalty * differences.T @ differences
    alpha = np.zeros((*events.shape[:-1], basis.shape[1]))
    for _ in range(most_steps):
        expected = exposure * np.exp(standard + alpha @ basis.T)
        gradient = (events - expected) @ basis - alpha @ roughness
        information = np.einsum("...a,ak,aj->...kj", expected, basis, basis, optimize=True) + roughness
        step = np.clip(np.linalg.solve(information, gradient[..., np.newaxis])[..., 0], -3.0, 3.0)
        alpha = alpha + step
        if np.abs(step).max(initial=0.0) < 1e-10:
            return Fitted(standard + alpha @ basis.T, alpha, np.linalg.inv(information), basis)
    raise Refused("Raterne kan ikke tilpasses: der er for få hændelser; slå flere år eller distrikter sammen.")

"""Rolling origin: forecast from every earlier year with what was known then, and look at what came.

The baselines run beside the model always. A forecaster is a function (origin, horizon) → (horizon, unit, sex, age)
which looks only at what was known at the origin: the history up to and with index `origin`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.forecast.calibrate import Calibration, fit_calibration
from raadhus.pure.forecast.measures import Accuracy, accuracy, coverage, crps_of_normal
from raadhus.pure.kernel.errors import Refused

Forecaster = Callable[[int, int], Floats]
Groups = Mapping[str, slice]


@dataclass(frozen=True)
class Backtest:
    """history (year, unit, sex, age); groups: names of age ranges; horizons in years."""

    history: Floats
    groups: Groups
    horizons: tuple[int, ...] = (1, 3, 5)

    def pairs(self, forecaster: Forecaster, origins: Sequence[int], group: str, horizon: int) -> tuple[Floats, Floats]:
        """(forecast, observed), each (origin, unit), for the origins whose target year is known."""
        known = [origin for origin in origins if origin + horizon < len(self.history)]
        if not known:
            raise Refused(f"Ingen af udgangsårene har en kendt fremtid på {horizon} år; vælg tidligere udgangsår.")
        ages = self.groups[group]
        forecast = [forecaster(origin, horizon)[horizon - 1][..., ages].sum(axis=(-1, -2)) for origin in known]
        observed = [self.history[origin + horizon][..., ages].sum(axis=(-1, -2)) for origin in known]
        return np.stack(forecast), np.stack(observed)

    def table(
        self, forecasters: Mapping[str, Forecaster], origins: Sequence[int]
    ) -> dict[tuple[str, str, int], Accuracy]:
        """Accuracy by (forecaster, group, horizon)."""
        return {
            (name, group, horizon): accuracy(*self.pairs(forecaster, origins, group, horizon))
            for name, forecaster in forecasters.items()
            for group in self.groups
            for horizon in self.horizons
        }

    def calibration_at(
        self, forecaster: Forecaster, origin: int, group: str, first: int, *, level: float = 0.8
    ) -> Calibration:
        """What was learnt by the origin's first day: from earlier origins (`first` on) and targets not after it."""
        forecasts: list[Floats] = []
        observed: list[Floats] = []
        horizons: list[Floats] = []
        origins: list[Floats] = []
        for earlier in range(first, origin):
            reach = min(origin - earlier, max(self.horizons))
            path = forecaster(earlier, reach)[..., self.groups[group]].sum(axis=(-1, -2))
            came = self.history[earlier + 1 : earlier + 1 + reach][..., self.groups[group]].sum(axis=(-1, -2))
            forecasts.append(path.ravel())
            observed.append(came.ravel())
            horizons.append(np.repeat(np.arange(1.0, reach + 1), path.shape[1]))
            origins.append(np.full(path.size, float(earlier)))
        if not forecasts:
            raise Refused("Der er ingen tidligere prognoser at måle usikkerheden på; begynd tidligere.")
        parts = [np.concatenate(part) for part in (forecasts, observed, horizons, origins)]
        return fit_calibration(parts[0], parts[1], parts[2], parts[3], level=level)

    def intervals(
        self,
        forecaster: Forecaster,
        origins: Sequence[int],
        group: str,
        horizon: int,
        first: int,
        *,
        level: float = 0.8,
    ) -> tuple[float, float]:
        """(coverage, mean CRPS in people) of intervals calibrated, at every origin, on what was known then."""
        forecast, observed = self.pairs(forecaster, origins, group, horizon)
        known = [origin for origin in origins if origin + horizon < len(self.history)]
        fits = [self.calibration_at(forecaster, origin, group, first, level=level) for origin in known]
        low, high = zip(*(fit.interval(f, horizon) for fit, f in zip(fits, forecast, strict=True)), strict=True)
        spread = np.stack([fit.deviation(f, horizon) for fit, f in zip(fits, forecast, strict=True)])
        return coverage(np.stack(low), np.stack(high), observed), float(
            crps_of_normal(forecast, spread, observed).mean()
        )


def remembered(forecaster: Forecaster, longest: int) -> Forecaster:
    """The same forecaster, run once per origin to its longest horizon; shorter ones are the first years of that."""
    paths: dict[int, Floats] = {}

    def forecast(origin: int, horizon: int) -> Floats:
        if origin not in paths:
            paths[origin] = forecaster(origin, longest)
        return paths[origin][:horizon]

    return forecast

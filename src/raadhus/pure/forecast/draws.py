"""Many futures: what varies from draw to draw, as factors on the rates and as people in new homes.

Every source of chance owns its random numbers by seed and name (`delay.generator`), so two scenarios with one seed
share them: their difference holds no noise, and adding a district or project changes no other's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Literal

import numpy as np

from raadhus.pure.forecast.axes import Axes, Floats
from raadhus.pure.forecast.delay import generator
from raadhus.pure.forecast.exchange import Exchange
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model
from raadhus.pure.forecast.prepare import probability_of_dying

Component = Literal["deaths", "births", "out", "in", "between"]
COMPONENTS: tuple[Component, ...] = ("deaths", "births", "out", "in", "between")


@dataclass(frozen=True)
class Spread:
    """Standard deviations on the log scale of one component.

    level   of the whole municipality's level, for all years (parameter uncertainty)
    local   of each district's own level beside that
    shock   of a yearly shock shared by all districts, which keeps `memory` of last year's
    """

    level: float = 0.0
    local: float = 0.0
    shock: float = 0.0
    memory: float = 0.6


TYPICAL: Mapping[Component, Spread] = {
    "deaths": Spread(level=0.02, local=0.03, shock=0.02, memory=0.2),
    "births": Spread(level=0.03, local=0.05, shock=0.03, memory=0.8),
    "out": Spread(level=0.02, local=0.06, shock=0.03),
    "in": Spread(level=0.03, local=0.06, shock=0.06),
    "between": Spread(level=0.02, local=0.05, shock=0.02),
}


@dataclass(frozen=True)
class Draws:
    """levels: per component (draw, year, district) factors; by_age: deaths and out (draw, sex, age) factors;
    homes (draw, year, district, profile) people by `profiles` (profile, sex, age), in place of `Inputs.homes`."""

    levels: Mapping[Component, Floats]
    by_age: Mapping[Component, Floats] = field(default_factory=dict)
    homes: Floats | None = None
    profiles: Floats | None = None

    @property
    def count(self) -> int:
        """How many draws."""
        return len(self.levels["deaths"])

    def part(self, first: int, last: int) -> Draws:
        """Draws first..last-1: the same numbers as in the whole."""
        return replace(
            self,
            levels={name: factors[first:last] for name, factors in self.levels.items()},
            by_age={name: factors[first:last] for name, factors in self.by_age.items()},
            homes=None if self.homes is None else self.homes[first:last],
        )


def draw_levels(spreads: Mapping[Component, Spread], axes: Axes, *, draws: int, seed: int) -> dict[Component, Floats]:
    """Factors (draw, year, district) of every component, with median 1."""
    return {name: _factors(name, spreads.get(name, Spread()), axes, draws, seed) for name in COMPONENTS}


def _factors(name: Component, spread: Spread, axes: Axes, draws: int, seed: int) -> Floats:
    shared = generator(seed, name, "alle distrikter")
    log = np.zeros((draws, len(axes.years), len(axes.districts)))
    log += spread.level * shared.standard_normal((draws, 1, 1))
    log += _shocks(spread, shared.standard_normal((draws, len(axes.years))))[..., np.newaxis]
    for place, district in enumerate(axes.districts):
        own = generator(seed, name, "distrikt", district).standard_normal((draws, 1))
        log[..., place] += spread.local * own
    return np.asarray(np.exp(log), dtype=np.float64)


def _shocks(spread: Spread, z: Floats) -> Floats:
    """An autoregressive series per draw with standard deviation `shock` in every year."""
    series = np.empty_like(z)
    series[:, 0] = spread.shock * z[:, 0]
    fresh = spread.shock * np.sqrt(1.0 - spread.memory**2)
    for year in range(1, z.shape[1]):
        series[:, year] = spread.memory * series[:, year - 1] + fresh * z[:, year]
    return series


def with_draws(inputs: Inputs, model: Model, draws: Draws) -> tuple[Inputs, Model]:
    """Inputs with a leading draw axis, and the model for them: the plain way to run an ensemble, against which the
    fused kernel is held. Mortality becomes probabilities: so a factor is one on deaths, in whatever form they stood."""
    most = np.inf if model.signed_rates else 1.0

    def factor(name: Component) -> Floats:
        level = draws.levels[name][..., np.newaxis, np.newaxis]
        ages = draws.by_age.get(name)
        return level if ages is None else level * ages[:, np.newaxis, np.newaxis]

    def rate(name: Component, values: Floats, at_most: float = 1.0) -> Floats:
        return np.minimum(values * factor(name), at_most)

    homes = inputs.homes
    if draws.homes is not None and draws.profiles is not None:
        homes = np.einsum("...k,ksa->...sa", draws.homes, draws.profiles)
    changed = {
        "mortality": rate("deaths", probability_of_dying(inputs.mortality, model), most),
        "fertility": np.minimum(inputs.fertility * draws.levels["births"][..., np.newaxis], most),
        "out": None if inputs.out is None else rate("out", inputs.out),
        "inflow": None if inputs.inflow is None else inputs.inflow * factor("in"),
        "exchanges": tuple(
            Exchange(rate("between", one.rate), one.share, one.pool, one.destination) for one in inputs.exchanges
        ),
        "homes": homes,
    }
    kept = {one.name: getattr(inputs, one.name) for one in fields(inputs)}
    return Inputs(**(kept | changed)), model.but(mortality="probability")

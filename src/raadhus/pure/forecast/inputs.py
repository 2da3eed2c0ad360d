"""What a projection is fed with: one dataclass of arrays, checked against the axes once."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from raadhus.pure.forecast.axes import FIX, Axes, Floats, admitted
from raadhus.pure.forecast.exchange import Exchange
from raadhus.pure.forecast.model import Model
from raadhus.pure.kernel.errors import Refused

FIX_OR_TAKE = f"{FIX}, eller lad modellen tage tabellen, som den står (signed_rates=True)"


@dataclass(frozen=True)
class Inputs:
    """Arrays in the axis order of `axes.py`; every one but `population`, `boys_per_girl` and `births_to` may carry a
    leading draw axis. Axes in front may be left out, and an axis may have size one.

    population     (district, sex, age) people on the first day of the first year
    mortality      (year, district, sex, age) in the form `Model.mortality` names
    fertility      (year, district, age) births per woman and year
    boys_per_girl  (year,)
    out            (year, district, sex, age) part of the exposed who leave the municipality
    inflow         (year, district, sex, age) people moving in
    net            (year, district, sex, age) net movers, a number or a rate (`Model.net_as`)
    exchanges      moves between districts, one `Exchange` per kind of move
    homes          (year, district, sex, age) net movers to and from built and demolished dwellings
    residents      (year, district) household population which the dwellings hold at the year's end (constraint)
    communal       (district, sex, age) people in institutions, outside the constraint
    births_to      (year, district of mother, district of child), rows sum to one: for groups such as nationalities
    """

    population: Floats
    mortality: Floats
    fertility: Floats
    boys_per_girl: Floats
    out: Floats | None = None
    inflow: Floats | None = None
    net: Floats | None = None
    exchanges: tuple[Exchange, ...] = ()
    homes: Floats | None = None
    residents: Floats | None = None
    communal: Floats | None = None
    births_to: Floats | None = None

    def admit(self, axes: Axes, model: Model, *, file: str = "inddata") -> Inputs:
        """The same inputs at full shape and checked for shape, sign and rates over one; `Refused` names the fault."""
        flow, stock, names = axes.flow, axes.stock, axes.names

        def full(
            name: str, values: Floats | None, low: float | None = 0.0, high: float | None = None, over: str = FIX
        ) -> Floats:
            given = 0.0 if values is None else values
            return admitted(name, given, flow, low=low, high=high, file=file, names=names, over=over)

        def of_stock(name: str, values: Floats | None) -> Floats:
            return admitted(name, 0.0 if values is None else values, stock, file=file, names=names[1:])

        lowest, highest = (None, None) if model.signed_rates else (0.0, 1.0)
        death_floor = lowest if model.mortality == "probability" else 0.0
        death_ceiling = highest if model.mortality in ("probability", "survival") else None
        by_mother = (flow[0], flow[1], flow[3])
        mothers = (names[0], names[1], names[3])
        checked = replace(
            self,
            population=of_stock("folketal", self.population),
            mortality=full("dødelighed", self.mortality, low=death_floor, high=death_ceiling, over=FIX_OR_TAKE),
            fertility=admitted(
                "fertilitet", self.fertility, by_mother, high=highest, file=file, names=mothers, over=FIX_OR_TAKE
            ),
            boys_per_girl=admitted("drenge pr. pige", self.boys_per_girl, flow[:1], file=file, names=names[:1]),
            out=full("fraflytning", self.out, low=lowest, high=1.0),
            inflow=full("tilflytning", self.inflow, low=lowest),
            net=full("nettoflytning", self.net, low=None),
            exchanges=tuple(exchange.admit(axes, file) for exchange in self.exchanges),
            homes=full("boliger", self.homes, low=None),
            communal=of_stock("institutioner", self.communal),
            births_to=None
            if self.births_to is None
            else admitted("børns distrikt", self.births_to, (flow[0], flow[1], flow[1]), high=1.0, file=file),
        )
        return checked._with_its_own_rules(axes, model, file)

    def _with_its_own_rules(self, axes: Axes, model: Model, file: str) -> Inputs:
        asked = max((step.which for step in model.steps if step.kind == "between"), default=-1)
        if asked >= max(1, len(self.exchanges)):
            raise Refused(
                f"{file}: modellen {model.name} beder om flere slags flytning mellem distrikter end der er; "
                "giv en Exchange mere, eller ret trinnets which."
            )
        if self.births_to is not None and not np.allclose(self.births_to.sum(axis=-1), 1.0, atol=1e-9):
            raise Refused(f"{file}: fordelingen af børns distrikt summer ikke til 1 i hver række; ret den.")
        if self.boys_per_girl.ndim != 1:
            raise Refused(f"{file}: drenge pr. pige skal være ét tal pr. år for alle distrikter; giv ét tal pr. år.")
        if model.width != axes.width:
            raise Refused(
                f"{file}: modellen regner i trin på {model.width} år, men aldersgrupperne er {axes.width} år; "
                "giv Model og Axes samme width."
            )
        if not model.has("constraint") or self.residents is None:
            return replace(self, residents=None)
        residents = admitted("beboere i boliger", self.residents, axes.flow[:2], file=file, names=axes.names[:2])
        return replace(self, residents=residents)

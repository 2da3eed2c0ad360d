"""Moves between districts (or other groups): nobody is created, nobody is lost."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from raadhus.pure.forecast.axes import SEXES, Axes, Floats, admitted
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True)
class Exchange:
    """One kind of move between districts; exactly one of `share` and `destination` is given.

    rate         (year, district, sex, age) part of the exposed who move
    share        (year, district, sex, age) where the pool of movers goes; sums to one over the districts of a pool
    pool         (district,) number of the pool each district hands to and takes from; None = one pool for all
    destination  (district from, district to), with sex and age behind or not, then also with the year in front: rows
                 sum to one where anybody moves; a multiregional model
    """

    rate: Floats
    share: Floats | None = None
    pool: tuple[int, ...] | None = None
    destination: Floats | None = None

    def admit(self, axes: Axes, file: str) -> Exchange:
        """The same, at full shape and checked."""
        if (self.share is None) == (self.destination is None):
            raise Refused(
                f"{file}: flytning mellem distrikter skal have enten andele eller en tabel fra-til, ikke begge."
            )
        name, names = "flytning mellem distrikter", axes.names
        rate = admitted(name, self.rate, axes.flow, high=1.0, file=file, names=names)
        if self.destination is not None:
            return replace(self, rate=rate, destination=_admitted_table(self.destination, rate, axes, file))
        share = admitted("fordeling mellem distrikter", self.share, axes.flow, high=1.0, file=file, names=names)
        for number in set(self.pools(axes)):
            members = np.array(self.pools(axes)) == number
            _require_one(rate[..., members, :, :], share[..., members, :, :], axes, file)
        return replace(self, rate=rate, share=share)

    def pools(self, axes: Axes) -> tuple[int, ...]:
        """The pool of every district."""
        return self.pool if self.pool is not None else (0,) * len(axes.districts)


def _admitted_table(table: Floats, rate: Floats, axes: Axes, file: str) -> Floats:
    """The table as (year, from, to, sex, age), with one year where it is the same in all."""
    square = np.asarray(table, dtype=np.float64)
    square = square[:, :, np.newaxis, np.newaxis] if square.ndim == 2 else square
    count, years = len(axes.districts), len(axes.years) if square.ndim == 5 else 1
    names = (("år", axes.years), ("fra", axes.districts), ("til", axes.districts), *axes.names[2:])
    full = admitted("flytning fra-til", square, (years, count, count, 2, axes.ages), high=1.0, file=file, names=names)
    total = full.sum(axis=2)
    moved = rate.any(axis=tuple(range(rate.ndim - 4)))
    astray = np.argwhere((np.abs(total - 1.0) > 1e-9) & moved)
    if len(astray):
        year, district, sex, age = astray[0]
        raise Refused(
            f"{file}: flytning fra-til, række år {axes.years[year]}, fra {axes.districts[district]}, køn {SEXES[sex]}, "
            f"kolonne alder {axes.age_labels[age]} summer til {total[min(year, years - 1), district, sex, age]:g} "
            "i stedet for 1; ret andelene."
        )
    return full


def _require_one(rate: Floats, share: Floats, axes: Axes, file: str) -> None:
    total = share.sum(axis=-3)
    astray = (np.abs(total - 1.0) > 1e-9) & (rate.sum(axis=-3) > 0)
    if astray.any():
        where = tuple(int(i) for i in np.argwhere(astray)[0])
        raise Refused(
            f"{file}: fordeling mellem distrikter, række år {axes.years[where[-3]]}, "
            f"kolonne alder {axes.age_labels[where[-1]]} summer til {total[where]:g} i stedet for 1; ret andelene."
        )


def pooled(leavers: Floats, share: Floats, pool: tuple[int, ...] | None) -> Floats:
    """Arrivals (…, district, sex, slot) when each pool's leavers are handed out by shares."""
    if pool is None:
        arrivals: Floats = share * leavers.sum(axis=-3, keepdims=True)
        return arrivals
    members = (np.array(pool)[:, np.newaxis] == np.unique(pool)).astype(np.float64)
    totals = np.einsum("...dsa,dp->...psa", leavers, members)
    handed: Floats = share * np.einsum("...psa,dp->...dsa", totals, members)
    return handed


def sent(leavers: Floats, destination: Floats) -> Floats:
    """Arrivals when each district's leavers follow its own row of the table."""
    arrivals: Floats = np.einsum("...dsa,desa->...esa", leavers, destination)
    return arrivals

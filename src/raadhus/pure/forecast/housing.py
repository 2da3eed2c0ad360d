"""From dwellings to people: who moves into new homes, and how many live in homes that stand.

A phase's standing people at the end of a year are dwellings · occupied share · persons per dwelling, both by time since
the month of moving in; the year's arrivals are the change in that. They come *beside* the district's ordinary moves.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from raadhus.pure.forecast.axes import Axes, Floats
from raadhus.pure.forecast.programme import Phase, Programme
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True)
class Kinds:
    """What a municipality knows about each kind of dwelling.

    names      (kind,) type and tenure, `etagebolig/almen`
    persons    (kind, since) persons per occupied dwelling by whole years since moving in; the last stands for later
    profile    (kind, since, sex, age) who they are; sums to one over sex and age
    occupancy  (kind, months) part of the dwellings lived in so many months after; the last stands for later
    """

    names: tuple[str, ...]
    persons: Floats
    profile: Floats
    occupancy: Floats

    def __post_init__(self) -> None:
        kinds = len(self.names)
        if not (len(self.persons) == len(self.profile) == len(self.occupancy) == kinds):
            raise Refused(
                "Boligtyperne har ikke lige mange rækker i personer, profil og indflytningstakt; ret tabellerne."
            )
        if (self.persons < 0).any() or (self.occupancy < 0).any() or (self.occupancy > 1).any():
            raise Refused(
                "Personer pr. bolig skal være mindst 0 og indflytningstakten mellem 0 og 1; ret boligtabellen."
            )
        if not np.allclose(self.profile.sum(axis=(2, 3)), 1.0, atol=1e-9) or (self.profile < 0).any():
            raise Refused("En indflytterprofil summer ikke til 1 over køn og alder; ret boligtabellen.")

    @property
    def generations(self) -> int:
        """How many different years since moving in have their own profile."""
        return int(self.profile.shape[1])

    @property
    def profiles(self) -> Floats:
        """(kind · since, sex, age): the profiles in the order of the weights of `weights_of`."""
        return self.profile.reshape(-1, *self.profile.shape[2:])

    def standing(self, months: int) -> Floats:
        """(kind, months) people per dwelling so many months after moving in; the first twelve are year 0."""
        month = np.arange(months)
        years = np.minimum(np.maximum(month - 1, 0) // 12, self.persons.shape[1] - 1)
        ramp = np.minimum(month, self.occupancy.shape[1] - 1)
        people: Floats = self.persons[:, years] * self.occupancy[:, ramp]
        return people


def weights_of(
    programme: Programme, kinds: Kinds, axes: Axes, slips: NDArray[np.int64] | None = None, kept: Floats | None = None
) -> Floats:
    """Net movers per year, district and profile, (…draw, year, district, kind · since), in people.

    slips  (draw, phase) months later than planned, in the order of `programme.phases`
    kept   (draw, phase) part of the phase that is built at all
    """
    draws = () if slips is None else slips.shape[:1]
    weights = np.zeros((*draws, len(axes.years), len(axes.districts), len(kinds.names) * kinds.generations))
    standing = kinds.standing(int(12 * (len(axes.years) + 40)))
    for number, phase in enumerate(programme.phases):
        if phase.kind not in kinds.names or phase.district not in axes.districts:
            raise Refused(
                f"Projektet {phase.project} har ukendt boligtype eller distrikt ({phase.kind}, {phase.district})."
            )
        late, which = (
            (np.zeros(1, dtype=np.int64), 0) if slips is None else np.unique(slips[:, number], return_inverse=True)
        )
        moved = _movers(phase, standing, kinds, axes, late)[which]
        if kept is not None:
            less = np.flatnonzero(kept[:, number] != 1.0)
            moved[less] *= kept[less, number, np.newaxis, np.newaxis]
        weights[..., axes.districts.index(phase.district), :] += moved
    return weights


def _movers(phase: Phase, standing: Floats, kinds: Kinds, axes: Axes, late: NDArray[np.int64]) -> Floats:
    """(months late, year, kind · since) net movers of a phase: many draws are late by the same months."""
    kind, last = kinds.names.index(phase.kind), standing.shape[1] - 1
    months = 12 * np.array([*axes.years, axes.years[-1] + 1]) - phase.month - late[:, np.newaxis]
    known = np.full(months.shape, last) if phase.demolished else np.clip(months, 0, last)
    living = np.where(months > 0, standing[kind, known], 0.0)
    since = np.minimum(np.maximum(known - 1, 0) // 12, kinds.generations - 1)[:, 1:, np.newaxis]
    change = np.diff(living, axis=-1)[..., np.newaxis] * phase.dwellings * (-1.0 if phase.demolished else 1.0)
    profile = np.arange(len(kinds.names) * kinds.generations)
    movers: Floats = np.where(profile == kind * kinds.generations + since, change, 0.0)
    return movers


def movers(weights: Floats, kinds: Kinds) -> Floats:
    """(…draw, year, district, sex, age) net movers to new and from demolished homes: the `homes` of `Inputs`."""
    people: Floats = np.einsum("...k,ksa->...sa", weights, kinds.profiles)
    return people


def dwellings_standing(programme: Programme, existing: Floats, axes: Axes) -> Floats:
    """(year, district) dwellings at each year's end from those standing now, less the demolished, plus the finished."""
    standing = np.broadcast_to(existing, (len(axes.years), len(axes.districts))).copy()
    ends = 12 * (np.array(axes.years) + 1)
    for phase in programme.phases:
        change = phase.dwellings * (-1.0 if phase.demolished else 1.0)
        standing[:, axes.districts.index(phase.district)] += np.where(ends > phase.month, change, 0.0)
    return np.maximum(standing, 0.0)


def residents(
    existing: Floats, size: Floats, vacancy: Floats | float, densification: Floats | float, weights: Floats, axes: Axes
) -> Floats:
    """(…draw, year, district) household population the dwellings hold: the `residents` of `Inputs`.

    existing       (district,) dwellings standing at the start
    size           (district,) persons per occupied dwelling at the start
    vacancy        part of them empty
    densification  yearly relative change of the persons per existing dwelling (fortætning positive)
    weights        of `weights_of`: people in new and demolished dwellings
    """
    years = np.arange(1, len(axes.years) + 1)[:, np.newaxis]
    kept: Floats = existing * (1.0 - vacancy) * size * (1.0 + np.asarray(densification)) ** years
    housed: Floats = np.maximum(kept + np.cumsum(weights.sum(axis=-1), axis=-2), 0.0)
    return housed

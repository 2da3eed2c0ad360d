"""From residents to pupils: who starts when, who goes on, and to which school.

Grade 0 is 0. klasse … 9 is 9. klasse, 10 is 10. klasse. Pupils are counted in the autumn after the first day of the
year (5 September): 0. klasse takes children by the age they have on 1 January before (5, or 6 when they were deferred).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.kernel.errors import Refused

GRADES = 11
CHOICES = ("egen skole", "anden folkeskole", "privat", "specialtilbud", "anden kommune")


@dataclass(frozen=True)
class Schooling:
    """progression  (district, grade 0..9) pupils in the next grade per pupil a year before: stayers, leavers and comers
    starts       age on 1 January before starting → part of those children who start 0. klasse; the parts of a cohort
                 sum to the part who start here at all (5: on time, 6: deferred, 4: early)
    residents    (grade,) the age on 1 January which most of a grade's pupils have, for children of new homes
    """

    progression: Floats
    starts: dict[int, float]

    def __post_init__(self) -> None:
        if (self.progression < 0).any() or not 0.0 < sum(self.starts.values()) <= 1.0 + 1e-9:
            raise Refused(
                "Skolestart skal være andele, der tilsammen er højst 1, og overgange mindst 0; ret skoletabellen."
            )


def progression_of(pupils: Floats, *, prior: float = 0.0) -> Floats:
    """(…, grade 0..G-2) pupils in grade g+1 over pupils in grade g a year before, summed over years, from pupils
    (year, …, grade). `prior` pupils of all districts' ratio are mixed in (hierarchical shrinkage)."""
    came, went_on = pupils[:-1, ..., :-1].sum(axis=0), pupils[1:, ..., 1:].sum(axis=0)
    others = tuple(range(came.ndim - 1))
    common = _ratio(went_on.sum(axis=others), came.sum(axis=others), 1.0)
    return _ratio(went_on + prior * common, came + prior, common)


def mean_progression(pupils: Floats) -> Floats:
    """The mean of the yearly ratios, as simple grade progression models have it (enrollcast's worked example)."""
    mean: Floats = (pupils[1:, ..., 1:] / pupils[:-1, ..., :-1]).mean(axis=0)
    return mean


def _ratio(above: Floats, below: Floats, otherwise: Floats | float) -> Floats:
    given = np.broadcast_to(np.asarray(otherwise, dtype=np.float64), above.shape).copy()
    return np.divide(above, below, out=given, where=below > 0)


def starters(people: Floats, starts: dict[int, float]) -> Floats:
    """(…, year, district) children in 0. klasse each autumn from people (…, year, district, age) on 1 January
    before."""
    total: Floats = sum((part * people[..., age] for age, part in starts.items()), np.zeros(people.shape[:-1]))
    return total


def pupils_of(first: Floats, entering: Floats, progression: Floats, moved_in: Floats | None = None) -> Floats:
    """(…, year + 1, district, grade) pupils living in each district.

    first        (district, grade) this autumn's pupils
    entering     (…, year, district) in 0. klasse in each autumn after
    progression  (district, grade - 1) or (grade - 1,)
    moved_in     (…, year, district, grade) children of new homes, who stand in no progression
    """
    autumns = [np.broadcast_to(first, (*entering.shape[:-2], *first.shape))]
    for year in range(entering.shape[-2]):
        grown = np.concatenate([entering[..., year, :, np.newaxis], autumns[-1][..., :-1] * progression], axis=-1)
        autumns.append(grown if moved_in is None else grown + moved_in[..., year, :, :])
    return np.stack(autumns, axis=-3)


def children_of_homes(homes: Floats, grades: int = GRADES) -> Floats:
    """(…, year, district, grade) from net movers to new homes by age on 1 January after, (…, year, district, age).

    0. klasse comes by its age from the population itself, so its column is zero.
    """
    grades_of_ages = homes[..., 6 : 6 + grades].copy()
    grades_of_ages[..., 0] = 0.0
    return grades_of_ages


@dataclass(frozen=True)
class Destinations:
    """share (district, grade, school + outside) where the pupils of a district go; rows sum to one. `schools` are the
    municipality's own; `outside` such as private, special and other municipalities."""

    schools: tuple[str, ...]
    outside: tuple[str, ...]
    share: Floats

    def __post_init__(self) -> None:
        astray = np.argwhere((np.abs(self.share.sum(axis=-1) - 1.0) > 1e-9) | (self.share < 0).any(axis=-1))
        if len(astray):
            district, grade = (int(i) for i in astray[0])
            total = self.share[district, grade].sum()
            raise Refused(
                f"Elevfordelingen for distrikt nr. {district + 1}, {grade}. klasse, summer til {total:g} "
                "i stedet for 1; ret andelene."
            )

    def pupils(self, residents: Floats, from_outside: Floats | None = None) -> Floats:
        """(…, year, school + outside, grade) pupils by place from residents (…, year, district, grade); `from_outside`
        (school, grade) are children of other municipalities."""
        placed: Floats = np.einsum("...dg,dgs->...sg", residents, self.share)
        if from_outside is not None:
            placed[..., : len(self.schools), :] += from_outside
        return placed


def destinations_of(pupils: Floats, *, prior: float = 10.0) -> Floats:
    """Shares (district, grade, place) from counted pupils (year, district, grade, place); each row leans on its
    district's
    share over all grades by `prior` pupils. A district without pupils is refused."""
    counted = pupils.sum(axis=0)
    all_grades = counted.sum(axis=1, keepdims=True)
    if (all_grades.sum(axis=-1) == 0).any():
        raise Refused("Et distrikt har ingen elever i elevfordelingen; slå det sammen med et andet.")
    common = all_grades / all_grades.sum(axis=-1, keepdims=True)
    shares: Floats = (counted + prior * common) / (counted.sum(axis=-1, keepdims=True) + prior)
    return shares


def to_upper_school(share: Floats, feeds: dict[int, int], *, first_grade: int = 7) -> Floats:
    """Shares in which the lower schools' pupils go on to their overbygning from `first_grade`: {school: upper
    school}."""
    moved = share.copy()
    for lower, upper in feeds.items():
        moved[:, first_grade:, upper] += moved[:, first_grade:, lower]
        moved[:, first_grade:, lower] = 0.0
    return moved

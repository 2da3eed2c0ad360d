"""Daycare by month: children of an age in months, the places they take, the month of the peak, the staff.

A child has the right to a place from 26 weeks (dagtilbudsloven § 23) to school start. Ages are completed months, 0 to
83; month 0 is January of the first year, and figures are counted on the first day of a month.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.kernel.errors import Refused

AGES_IN_MONTHS = 84
FIRST_MONTH = 6
TODDLERS = slice(0, 36)
OLDER = slice(36, AGES_IN_MONTHS)


@dataclass(frozen=True)
class Coverage:
    """part (type, age in months) of the children of that age who have a place of each type (dagpleje, vuggestue,
    børnehave …); over types at most one. School start: children who reach six in a year leave at `school_month`
    (8 = August); the part deferred stays a year more."""

    types: tuple[str, ...]
    part: Floats
    school_month: int = 8
    deferred: float = 0.05

    def __post_init__(self) -> None:
        if self.part.shape != (len(self.types), AGES_IN_MONTHS):
            raise Refused(
                f"Dækningsgrader skal gives for hver måned 0-{AGES_IN_MONTHS - 1} og hver pladstype; ret tabellen."
            )
        if (self.part < 0).any() or (self.part.sum(axis=0) > 1 + 1e-9).any():
            month = int(np.argmax(self.part.sum(axis=0)))
            raise Refused(f"Dækningsgraderne i alder {month} måneder er negative eller over 1 tilsammen; ret tabellen.")
        if self.part[:, :FIRST_MONTH].any():
            raise Refused("Ingen har plads før 26 uger (6 måneder); ret dækningsgraden for de første måneder.")


def children_by_month(people: Floats, births_by_month: Floats | None = None) -> Floats:
    """(…, month, district, age in months) from people (…, year + 1, district, age) on 1 January, ages 0 to 7 at least.

    Those aged a on 1 January were born over the year before that birthday, by `births_by_month` (12,), which sums to
    one (even if not given). Between two Januaries a cohort goes evenly from one count to the next; the year's newborn
    are those who are 0 at its end, and come in the month of their birth.
    """
    season = np.full(12, 1 / 12) if births_by_month is None else births_by_month
    years = people.shape[-3] - 1
    shape = (*people.shape[:-3], 12 * years, people.shape[-2], AGES_IN_MONTHS)
    children = np.zeros(shape)
    for month in range(12 * years):
        year, passed = divmod(month, 12)
        for age in range(AGES_IN_MONTHS // 12):
            at_first = people[..., year, :, age]
            at_end = people[..., year + 1, :, age + 1]
            cohort = at_first + (at_end - at_first) * passed / 12
            for born in range(12):
                months_old = 12 * age + (11 - born) + passed
                if months_old < AGES_IN_MONTHS:
                    children[..., month, :, months_old] += cohort * season[born]
        for born in range(passed):
            children[..., month, :, passed - 1 - born] += people[..., year + 1, :, 0] * season[born]
    return children


def enrolled(children: Floats, coverage: Coverage) -> Floats:
    """(…, month, district, type) children with a place on the first day of each month."""
    kept = np.ones((children.shape[-3], AGES_IN_MONTHS))
    for month in range(children.shape[-3]):
        kept[month] = _not_at_school(month % 12, coverage)
    places: Floats = np.einsum("...mda,ma,ta->...mdt", children, kept, coverage.part)
    return places


def _not_at_school(month: int, coverage: Coverage) -> Floats:
    """(age in months,) part not yet at school on the first of a month (0 = January)."""
    ages = np.arange(AGES_IN_MONTHS)
    birth_year_age = (ages + 12 - month) // 12  # the age reached on 31 December
    gone_since = np.where(month >= coverage.school_month - 1, birth_year_age, birth_year_age - 1)
    return np.where(gone_since < 6, 1.0, np.where(gone_since == 6, coverage.deferred, 0.0))


def full_year_children(places: Floats) -> Floats:
    """(…, year, district, type) helårsbørn: the mean over the months of each year."""
    shape = (*places.shape[:-3], places.shape[-3] // 12, 12, *places.shape[-2:])
    mean: Floats = places.reshape(shape).mean(axis=-3)
    return mean


def peak(places: Floats) -> tuple[Floats, Floats]:
    """((…, year, district, type) places in the fullest month, and that month 1-12)."""
    shape = (*places.shape[:-3], places.shape[-3] // 12, 12, *places.shape[-2:])
    by_year = places.reshape(shape)
    return by_year.max(axis=-3), (by_year.argmax(axis=-3) + 1).astype(np.float64)


def staff(children: Floats, coverage: Coverage) -> Floats:
    """(…, year) full-time pedagogical staff over the whole municipality and year: 1 to 3 children under three, 1 to 6
    above (minimumsnormeringer, dagtilbudsloven § 19 a), wherever they are enrolled; dagpleje is another matter."""
    young, old = children.copy(), children.copy()
    young[..., OLDER] = 0.0
    old[..., TODDLERS] = 0.0
    toddlers = full_year_children(enrolled(young, coverage)).sum(axis=(-1, -2))
    older = full_year_children(enrolled(old, coverage)).sum(axis=(-1, -2))
    total: Floats = toddlers / 3.0 + older / 6.0
    return total


def places_short(places: Floats, capacity: Floats | float) -> Floats:
    """Places missing, never negative."""
    return np.maximum(places - capacity, 0.0)

"""From pupils to classes: the ceiling by grade and cohort, classes that last, and the probability of one more.

Folkeskoleloven § 17: at most 28 pupils at the start of the year; from August 2024, for cohorts that begin then or
later, 26 in 0.-2. grade (the council may allow 30, or 28 for those, in special cases).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import lgamma

import numpy as np
from numpy.typing import NDArray

from raadhus.pure.forecast.axes import Floats
from raadhus.pure.forecast.normal import normal_share

SMALLER_FROM = 2024
Counts = NDArray[np.int64]


@dataclass(frozen=True)
class Ceiling:
    """Pupils per class; `special_cases` takes the ceiling the council may allow."""

    special_cases: bool = False

    def of(self, grade: int, autumn: int) -> int:
        """The ceiling in `grade` in the school year that begins in the autumn of that year."""
        cohort = autumn - grade
        if grade <= 2 and cohort >= SMALLER_FROM:
            return 28 if self.special_cases else 26
        return 30 if self.special_cases else 28

    def table(self, autumns: tuple[int, ...], grades: int) -> Floats:
        """(autumn, grade)."""
        return np.array([[float(self.of(grade, autumn)) for grade in range(grades)] for autumn in autumns])


def classes_for(pupils: Floats, ceiling: Floats | float) -> Counts:
    """Fewest classes for so many (whole) pupils."""
    return np.ceil(np.rint(pupils) / ceiling - 1e-9).astype(np.int64)


def lasting_classes(pupils: Floats, ceiling: Floats, *, merge_below: float = 0.0) -> Counts:
    """Classes (…, autumn, grade) of one school from pupils (…, autumn, grade) when classes once formed go on.

    A cohort's classes split when they no longer hold it; they merge only where the pupils per class, were there one
    class fewer, would be at most `merge_below` of the ceiling (0 = never merge).
    """
    needed = classes_for(pupils, ceiling)
    formed = needed.copy()
    for autumn in range(1, pupils.shape[-2]):
        before = formed[..., autumn - 1, :-1]
        now, cap = pupils[..., autumn, 1:], np.broadcast_to(ceiling, pupils.shape[-2:])[autumn, 1:]
        fewer = np.maximum(before - 1, 1)
        may_merge = (before > needed[..., autumn, 1:]) & (now <= fewer * cap * merge_below)
        formed[..., autumn, 1:] = np.maximum(needed[..., autumn, 1:], np.where(may_merge, fewer, before))
        formed[..., autumn, 1:] = np.where(now < 0.5, 0, formed[..., autumn, 1:])
    return formed


def chances_of_classes(
    expected: float, ceiling: int, *, variance: float | None = None, most: int | None = None
) -> Floats:
    """(0..most,) probability of each number of classes when so many pupils are expected.

    Without `variance` each child comes or not by chance (Poisson); with a larger one, the uncertainty of the forecast
    comes on top (a normal distribution, counted in whole pupils). 26 expected under a ceiling of 26 is no one class.
    """
    spread = expected if variance is None else variance
    most = most if most is not None else int(np.ceil((expected + 8 * np.sqrt(spread) + 8) / ceiling))
    tops = np.arange(most + 1) * ceiling
    below = _poisson_up_to(tops, expected) if variance is None else _normal_up_to(tops, expected, variance)
    below[-1] = 1.0
    chances: Floats = np.diff(below, prepend=0.0)
    return chances


def _poisson_up_to(tops: Counts, mean: float) -> Floats:
    if mean <= 0:
        return np.ones(len(tops))
    counts = np.arange(int(tops[-1]) + 1)
    log = counts * np.log(mean) - mean - np.array([lgamma(n + 1.0) for n in counts])
    reached = np.cumsum(np.exp(log))
    return np.asarray(reached[tops], dtype=np.float64)


def _normal_up_to(tops: Counts, mean: float, variance: float) -> Floats:
    if variance <= 0:
        return np.asarray(np.rint(mean) <= tops, dtype=np.float64)
    return normal_share((tops + 0.5 - mean) / np.sqrt(variance))


def chances_from_draws(pupils: Floats, ceiling: Floats | float, most: int) -> Floats:
    """(0..most, …) probability of each number of classes from draws (draw, …) of pupils; `most` stands for more too."""
    classes = np.minimum(classes_for(pupils, ceiling), most)
    return np.stack([(classes == number).mean(axis=0) for number in range(most + 1)])


def expected_classes(chances: Floats) -> Floats:
    """The mean number of classes, which is more than the number for the mean pupils."""
    mean: Floats = np.tensordot(np.arange(len(chances), dtype=np.float64), chances, axes=1)
    return mean


def rooms_short(classes: Floats | Counts, rooms: Floats | float) -> Floats:
    """Classrooms missing, never negative; `classes` already summed over grades."""
    return np.maximum(np.asarray(classes, dtype=np.float64) - rooms, 0.0)

"""How old, how late, and the middle one of many: what an overview is made of."""

from collections.abc import Iterable
from datetime import date, timedelta

# Upper bounds in days, from the first day on; None is everything beyond.
AGES: tuple[tuple[str, int | None], ...] = (
    ("month", 30),
    ("quarter", 91),
    ("half_year", 182),
    ("year", 365),
    ("older", None),
)
LATENESS: tuple[tuple[str, int | None], ...] = (("two_weeks", 14), ("two_months", 60), ("longer", None))


def spans(steps: Iterable[tuple[str, int | None]], today: date, *, begin: int) -> list[tuple[str, date | None, date]]:
    """For each step its name, its first day (None: no first) and its last, going back from `today`; the first step ends
    `begin` days before."""
    found: list[tuple[str, date | None, date]] = []
    newest = today - timedelta(days=begin)
    for name, days in steps:
        oldest = today - timedelta(days=days) if days is not None else None
        found.append((name, oldest, newest))
        if oldest is not None:
            newest = oldest - timedelta(days=1)
    return found


def median_of(histogram: Iterable[tuple[int, int]]) -> float | None:
    """The middle value of (value, how many) pairs; the mean of the two in the middle of an even number; None for
    none."""
    pairs = sorted(histogram)
    count = sum(number for _, number in pairs)
    if not count:
        return None
    return (_at(pairs, (count - 1) // 2) + _at(pairs, count // 2)) / 2


def _at(pairs: list[tuple[int, int]], place: int) -> int:
    for value, number in pairs:
        if place < number:
            return value
        place -= number
    raise IndexError(place)

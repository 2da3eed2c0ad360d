"""The days of a series of meetings: every so many weeks, or the n-th weekday of a month; holidays and July are left
out, and told of."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from raadhus.domains.proceedings.rules.danish_days import day_in_words
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.kernel.holidays import CUSTOMARY, public_holidays

MOST = 120  # ten years of monthly meetings
_JULY = 7


@dataclass(frozen=True, slots=True)
class Series:
    """Meetings from `first` to `last`, both included.

    "weeks": every `every` weeks, on the weekday of `first`. "month": in every `every`-th month on the `nth` (1 to 4,
    -1 for the last) weekday of `first`'s kind, the month of `first` being the first.
    """

    first: date
    last: date
    pattern: Literal["weeks", "month"] = "weeks"
    every: int = 1
    nth: int = 1
    pauses_in_july: bool = True


@dataclass(frozen=True, slots=True)
class Days:
    """The days to meet on, and those left out, each with the Danish words for why."""

    days: tuple[date, ...]
    left_out: tuple[tuple[date, str], ...]


def days_of(series: Series, *, customary_off: bool) -> Days:
    """The days of `series`; `customary_off` leaves out Grundlovsdag, 24 and 31 December too. `Refused` where the series
    is upside down, too long, or has no day left."""
    _check(series)
    days, left_out = [], []
    for day in _weekly(series) if series.pattern == "weeks" else _monthly(series):
        why = _why_not(day, series, customary_off)
        if why:
            left_out.append((day, why))
        else:
            days.append(day)
        if len(days) > MOST:
            raise Refused(f"Serien har over {MOST} møder. Vælg en tidligere slutdag, og lav resten senere.")
    if not days:
        raise Refused("Der er ingen mødedage i serien. Vælg en senere slutdag, eller en anden ugedag.")
    return Days(tuple(days), tuple(left_out))


def _check(series: Series) -> None:
    if series.last < series.first:
        raise Refused("Serien slutter, før den begynder. Byt om på de to dage.")
    if series.every < 1:
        raise Refused("Skriv, hvor mange uger eller måneder der er mellem møderne: 1 eller flere.")
    if series.pattern == "month" and series.nth not in (1, 2, 3, 4, -1):
        raise Refused("Vælg den første, anden, tredje, fjerde eller sidste af ugedagen i måneden.")


def _weekly(series: Series) -> Iterator[date]:
    day = series.first
    while day <= series.last:
        yield day
        day += timedelta(weeks=series.every)


def _monthly(series: Series) -> Iterator[date]:
    month = series.first.year * 12 + series.first.month - 1
    while True:
        day = _nth(month // 12, month % 12 + 1, series.first.weekday(), series.nth)
        if day > series.last:
            return
        if day >= series.first:
            yield day
        month += series.every


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    if nth > 0:
        begins = date(year, month, 1)
        return begins + timedelta(days=(weekday - begins.weekday()) % 7 + 7 * (nth - 1))
    ends = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return ends - timedelta(days=(ends.weekday() - weekday) % 7)


def _why_not(day: date, series: Series, customary_off: bool) -> str:
    if series.pauses_in_july and day.month == _JULY:
        return f"{day_in_words(day)} falder i sommerpausen"
    if name := public_holidays(day.year).get(day):
        return f"{day_in_words(day)} er {name}"
    if customary_off:
        for name, month_and_day in CUSTOMARY.items():
            if (day.month, day.day) == month_and_day:
                return f"{day_in_words(day)} er {name}"
    return ""

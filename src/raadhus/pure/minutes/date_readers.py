"""What the core of a date phrase means, seen from the day of the meeting.

Every reader gives None where the words are no date after all (31 February, week 60, "2. halvdel").
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from raadhus.pure.minutes.date_table import MONTHS, NUMBERS, ORDINALS, SEASONS, WEEKDAYS, Season

Looking = Literal["future", "past", "nearest"]
Window = tuple[date, date]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Clock:
    """The day of the meeting, and which way an unstated year is sought."""

    on: date
    looking: Looking

    def choose(self, window_in: Callable[[int], Window | None]) -> Window | None:
        """The window of the year that fits: not over (future), begun (past), or the closest."""
        found = [window for year in range(self.on.year - 1, self.on.year + 3) if (window := window_in(year))]
        if self.looking == "future":
            return next((window for window in found if window[1] >= self.on), None)
        if self.looking == "past":
            return next((window for window in reversed(found) if window[0] <= self.on), None)
        return min(found, key=lambda window: abs((window[0] - self.on).days), default=None)


@dataclass(frozen=True, slots=True)
class Core:
    """A date without its preposition. `unit` says how wide it was named: day, week, month, season, year, span."""

    first: date
    last: date
    unit: str
    vague: bool = False
    doubt: str | None = None
    season: Season | None = None
    year: int | None = None


Reader = Callable[[re.Match[str], Clock], Core | None]


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def _year(written: str | None) -> int | None:
    if not written:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


def _window_of_days(first: int, last: int, month: int, year: int) -> Window | None:
    start, end = _day(year, month, first), _day(year, month, last)
    return (start, end) if start and end and start <= end else None


def read_day(match: re.Match[str], clock: Clock) -> Core | None:
    """ "torsdag den 3. februar 2022", "den 3.-5. februar", "3/2", "03-02-2022"; a wrong weekday is doubted."""
    part = match.groupdict()
    month = MONTHS[part["name"].lower().rstrip(".")] if part.get("name") else int(part["month"])
    first = int(part["day"])
    last = int(part.get("until") or first)
    year = _year(part.get("year"))
    window = _window_of_days(first, last, month, year) if year else None
    if not year:
        window = clock.choose(lambda each: _window_of_days(first, last, month, each))
    return Core(*window, "day", doubt=_weekday_doubt(part.get("weekday"), window[0])) if window else None


def _weekday_doubt(written: str | None, day: date) -> str | None:
    if written is None or WEEKDAYS[written.lower()] == day.weekday():
        return None
    names = list(WEEKDAYS)
    return f"Den {day:%d-%m-%Y} er en {names[day.weekday()]}, men der står {written.lower()}."


def month_window(year: int, month: int, last_month: int | None = None) -> Window:
    """The first and last day of a month, or of several in a row (over New Year where the last is the smaller)."""
    end = last_month or month
    end_year = year + (end < month)
    return date(year, month, 1), date(end_year, end, monthrange(end_year, end)[1])


def read_month(match: re.Match[str], clock: Clock) -> Core | None:
    """ "marts", "marts 2022", "marts måned", "marts/april"."""
    first, last = MONTHS[match["name"].lower()], MONTHS[(match["to"] or match["name"]).lower()]
    year = _year(match["year"])
    window = month_window(year, first, last) if year else clock.choose(lambda each: month_window(each, first, last))
    return Core(*window, "month") if window else None


def _weeks(year: int, first: int, last: int) -> Window | None:
    highest = date(year, 12, 28).isocalendar().week
    if not 1 <= first <= last <= highest:
        return None
    return date.fromisocalendar(year, first, 1), date.fromisocalendar(year, last, 7)


def read_week(match: re.Match[str], clock: Clock) -> Core | None:
    """ "uge 7", "uge 7-8", "uge 7 2023"; ISO weeks, Monday to Sunday."""
    first, last = int(match["week"]), int(match["until"] or match["week"])
    year = _year(match["year"])
    window = _weeks(year, first, last) if year else clock.choose(lambda each: _weeks(each, first, last))
    return Core(*window, "week") if window else None


def read_quarter(match: re.Match[str], clock: Clock) -> Core | None:
    """ "1. kvartal 2023", "Q2", "første halvår"."""
    number = int(match["number"]) if match["number"].isdigit() else ORDINALS[match["number"].lower()]
    length = 6 if "halv" in match[0].lower() else 3
    if number * length > 12:
        return None
    start, year = (number - 1) * length + 1, _year(match["year"])
    window = month_window(year or 2000, start, start + length - 1)
    if not year:
        chosen = clock.choose(lambda each: month_window(each, start, start + length - 1))
        return Core(*chosen, "month") if chosen else None
    return Core(*window, "month")


def read_season(match: re.Match[str], clock: Clock) -> Core | None:
    """ "foråret 2023", "sommerferien", "påske"; what "inden" and "efter" make of it is in the table."""
    season = next(row for row in SEASONS if re.fullmatch(row.words, match["season"], re.I))
    year = _year(match["year"])
    window = season.in_year(year) if year else clock.choose(season.in_year)
    return Core(*window, "season", True, season=season, year=year) if window else None


def read_year(match: re.Match[str], clock: Clock) -> Core | None:
    """ "2023", "året", "næste år", "det nye år"."""
    word = match[0].lower()
    year = _year(match["year"]) or clock.on.year + any(part in word for part in ("næste", "nye", "kommende"))
    return Core(date(year, 1, 1), date(year, 12, 31), "year", True)


def read_this(match: re.Match[str], clock: Clock) -> Core | None:
    """ "ugen", "næste uge", "måneden", "indeværende kvartal", counted from the meeting."""
    step = 1 if (match["which"] or "").lower() in ("næste", "kommende", "den kommende", "den næste") else 0
    unit = match["unit"].lower()[:3]
    if unit == "uge":
        monday = clock.on - clock.on.weekday() * _DAY + step * 7 * _DAY
        return Core(monday, monday + 6 * _DAY, "week")
    length = {"mån": 1, "kva": 3, "hal": 6}[unit]
    start = (clock.on.month - 1) // length * length + step * length
    year, month = clock.on.year + start // 12, start % 12 + 1
    return Core(*month_window(year, month, month + length - 1), "month")


def read_in(match: re.Match[str], clock: Clock) -> Core | None:
    """ "om 14 dage" is that day, "om to uger" that week, "om en måned" that calendar month."""
    number = int(match["number"]) if match["number"].isdigit() else NUMBERS[match["number"].lower()]
    if number > 600:
        return None
    unit = match["unit"].lower()
    day = add(clock.on, number, unit)
    if unit.startswith("dag"):
        return Core(day, day, "day")
    if unit.startswith("uge"):
        return Core(day - day.weekday() * _DAY, day + (6 - day.weekday()) * _DAY, "week", True)
    return Core(*month_window(day.year, day.month), "month", True)


def read_within(match: re.Match[str], clock: Clock) -> Core | None:
    """ "inden for 14 dage", "i løbet af de næste to uger", "14 dage efter mødet": from the meeting until then."""
    number = int(match["number"]) if match["number"].isdigit() else NUMBERS[match["number"].lower()]
    return Core(clock.on, add(clock.on, number, match["unit"].lower()), "span", True) if number <= 600 else None


def add(day: date, number: int, unit: str) -> date:
    """`day` moved by a number of "dage", "hverdage" (five a week), "uger", "måneder" or "år"."""
    if unit.startswith(("dag", "uge")):
        return day + number * (7 if unit.startswith("uge") else 1) * _DAY
    if unit.startswith(("hverdag", "arbejdsdag")):
        return day + (number + number // 5 * 2) * _DAY
    months = day.month - 1 + number * (12 if unit.startswith("år") else 1)
    year, month = day.year + months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def read_weekday(match: re.Match[str], clock: Clock) -> Core | None:
    """ "fredag" after a preposition: the first one after the meeting; "i morgen"."""
    if match["weekday"].lower() == "i morgen":
        return Core(clock.on + _DAY, clock.on + _DAY, "day")
    ahead = (WEEKDAYS[match["weekday"].lower()] - clock.on.weekday() - 1) % 7 + 1
    return Core(clock.on + ahead * _DAY, clock.on + ahead * _DAY, "day")

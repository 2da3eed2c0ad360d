"""Danish time codes as half-open periods: 2022, 2022H1, 2022K1, 2022M03, 2022U07, 2014/2015, 2000:2004.

K and U are Danish (kvartal, uge); Q and W are what the same tables write in English. Weeks are ISO weeks.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_CODE = re.compile(r"(\d{4})(?:([HKQMUW])(\d{1,2}))?")
_DAY = re.compile(r"(\d{4})M(\d{2})D(\d{2})")
_SPAN = re.compile(r"(\d{4})\s*([/:–-])\s*(\d{4})")
_KINDS = {"H": "half", "K": "quarter", "Q": "quarter", "M": "month", "U": "week", "W": "week"}
_MONTHS = {"half": 6, "quarter": 3, "month": 1}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """From `start` until, not including, `until`; `kind` is year, half, quarter, month, week, day or years."""

    start: date
    until: date
    kind: str


def time_of(code: str) -> Span | None:
    """The period of a time code, None where it is no time code or no such period exists."""
    said = code.strip().upper()
    try:
        return _single(said) or _several_years(said) or _day(said)
    except ValueError:
        return None


def _single(said: str) -> Span | None:
    match = _CODE.fullmatch(said)
    if match is None:
        return None
    year = int(match[1])
    if match[2] is None:
        return Span(date(year, 1, 1), date(year + 1, 1, 1), "year")
    kind, number = _KINDS[match[2]], int(match[3])
    if kind == "week":
        start = date.fromisocalendar(year, number, 1)
        return Span(start, start + timedelta(days=7), kind)
    months = _MONTHS[kind]
    if not 1 <= number <= 12 // months:
        return None
    return Span(_month(year, (number - 1) * months), _month(year, number * months), kind)


def _month(year: int, months: int) -> date:
    return date(year + months // 12, months % 12 + 1, 1)


def _several_years(said: str) -> Span | None:
    """A run of years, both included; with a slash a year that begins in one and ends in the next."""
    match = _SPAN.fullmatch(said)
    if match is None or int(match[1]) >= int(match[3]):
        return None
    return Span(date(int(match[1]), 1, 1), date(int(match[3]) + 1, 1, 1), "split" if match[2] == "/" else "years")


def _day(said: str) -> Span | None:
    match = _DAY.fullmatch(said)
    if match is None:
        return None
    start = date(int(match[1]), int(match[2]), int(match[3]))
    return Span(start, start + timedelta(days=1), "day")


def from_timeval(scale: str, stamp: str) -> str:
    """A PX time stamp as a Danish code: ("Q1", "20041") is 2004K1, ("M1", "200403") is 2004M03."""
    letter = {"H": "H", "Q": "K", "M": "M", "W": "U"}.get(scale[:1].upper())
    if letter is None or not stamp.isdigit() or len(stamp) < 5:
        return stamp
    number = stamp[4:].zfill(2) if letter in "MU" else stamp[4:].lstrip("0")
    return f"{stamp[:4]}{letter}{number}"

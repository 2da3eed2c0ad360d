"""The meeting's date and hours, in every form a head has them."""

# ruff: noqa: E501  (a row of a table is one line)

import re
from datetime import date

from raadhus.pure.minutes.headings import MONTHS

_SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12}  # fmt: skip
_MONTH_NUMBER = {name: number for number, name in enumerate(MONTHS, 1)} | _SHORT
_WORDED = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\.?\s*(?P<month>{'|'.join(MONTHS)}|{'|'.join(_SHORT)})\.?,?\s+(?P<year>\d{{4}})",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s?(?P<sep>[-./])\s?(?P<month>\d{1,2})\s?(?P=sep)\s?(?P<year>\d{4}|\d{2})(?!\d)"
)
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_CLOCK = r"(?P<hour{n}>[01]?\d|2[0-4])(?:[.:]\s?(?P<minute{n}>[0-5]\d))?"
_HOURS = re.compile(
    rf"(?:\bkl(?:okken|\.)?\s*|\btid(?:spunkt)?:?\s*)?(?<![\d.:-]){_CLOCK.format(n='')}(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?{_CLOCK.format(n='2')})?(?![\d.:])",
    re.IGNORECASE,
)
_AFTER_KL = re.compile(rf"\bkl(?:okken)?\.?:?\s*{_CLOCK.format(n='')}(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?{_CLOCK.format(n='2')})?", re.IGNORECASE)  # fmt: skip


def day_in(text: str) -> date | None:
    """The first date in `text`, with its year; None where there is none or it is no date."""
    for pattern in (_ISO, _WORDED, _NUMERIC):
        for match in pattern.finditer(text):
            if (day := _day(match)) is not None:
                return day
    return None


def without_dates(text: str) -> str:
    """`text` with every date blanked out, so that what is left may be searched for hours."""
    for pattern in (_ISO, _WORDED, _NUMERIC):
        text = pattern.sub(" ", text)
    return text


def _day(match: re.Match[str]) -> date | None:
    month = match["month"].casefold()
    number = int(month) if month.isdigit() else _MONTH_NUMBER[month]
    year = int(match["year"])
    try:
        return date(year + 2000 if year < 100 else year, number, int(match["day"]))
    except ValueError:
        return None


def hours_in(text: str, *, labelled: bool = False) -> tuple[str | None, str | None]:
    """The hours "HH:MM" from and to in `text`: after "kl.", or anywhere where `labelled` says the line is about time."""
    rest = without_dates(text)
    match = _AFTER_KL.search(rest) or (_HOURS.search(rest) if labelled else None)
    if match is None or (labelled and match["hour"] is None):
        return None, None
    return _clock(match, ""), _clock(match, "2")


def _clock(match: re.Match[str], n: str) -> str | None:
    hour = match[f"hour{n}"]
    return None if hour is None or int(hour) > 23 else f"{int(hour):02d}:{match[f'minute{n}'] or '00'}"

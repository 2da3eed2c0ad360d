"""What a sheet says about time, as a window of days: a date cell, a date in one of many ways of writing, or words."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from raadhus.pure.documents.grid import Cell
from raadhus.pure.minutes.dates import find_date_words

_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip
_SHORT = re.compile(rf"\b({'|'.join(sorted({month[:3] for month in _MONTHS}))})\b\.?", re.IGNORECASE)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_BARE_MONTH = re.compile(rf"\b(?<!i )({'|'.join(_MONTHS)})\b(?!\s+\d)", re.IGNORECASE)
_SERIALS = range(36_526, 73_051)  # 1 January 2000 to 1 January 2100, as Excel counts days


@dataclass(frozen=True, slots=True)
class When:
    """A time: `words` as written ("" for a date cell), its first and last day where there are any, and a sentence of
    `doubt` where a reader would expect one and there is none."""

    words: str = ""
    first: date | None = None
    last: date | None = None
    doubt: str = ""


def read_when(cell: Cell | None, *, on: date) -> When:
    """What the cell says, in a sheet read `on` that day; nothing is guessed."""
    if cell is None or cell.text.strip() == "":
        return When()
    if isinstance(cell.value, datetime):
        return When("", cell.value.date(), cell.value.date())
    if isinstance(cell.value, date):
        return When("", cell.value, cell.value)
    if isinstance(cell.value, int) and cell.value in _SERIALS:
        return When(cell.text, doubt=f"»{cell.text}« er et tal; det er måske en dato, som Excel ikke viser som dato")
    return read_words(cell.text, on=on)


def read_words(text: str, *, on: date) -> When:
    """As `read_when`, of a text."""
    said = text.strip()
    spelt, wrong = _spelt(said)
    if wrong:
        return When(said, doubt=f"»{wrong}« er ingen dag")
    found = [one for one in find_date_words(spelt, on=on) if one.kind == "date" and one.first and one.last]
    windows = {(one.first, one.last) for one in found}
    if len(windows) > 1:
        return When(said, doubt=f"»{said}« har flere tider")
    if not windows:
        return When(said, doubt=f"»{said}« er ingen dato" if said else "")
    first, last = windows.pop()
    return When(said, first, last)


def _spelt(text: str) -> tuple[str, str]:
    """`text` with its dates as 2022-02-01 and its months in full, and the words of one that is no day."""
    if _ISO.search(text):
        return text, ""
    wrong = ""

    def day(match: re.Match[str]) -> str:
        nonlocal wrong
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        try:
            return date(year, int(match[2]), int(match[1])).isoformat()
        except ValueError:
            wrong = match[0]
            return match[0]

    spelt = _NUMERIC.sub(day, text)
    spelt = _SHORT.sub(lambda match: next(one for one in _MONTHS if one.startswith(match[1].lower())), spelt)
    return _BARE_MONTH.sub(r"i \1", spelt) if not re.search(r"\d", spelt) else spelt, wrong

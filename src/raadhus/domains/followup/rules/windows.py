""" "inden 1. marts", "uge 7", "efter sommerferien": a deadline as people type it → its first and last day."""

import re
from dataclasses import dataclass
from datetime import date

from raadhus.pure.kernel.errors import Refused
from raadhus.pure.minutes.dates import find_date_words

_SAYS_HOW = re.compile(r"(?:til|efter|inden|senest|i|den|på|først|medio|primo|ultimo|før|om)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which something is to be done, both included."""

    first: date
    last: date


def read_window(words: str, *, on: date, made_on: date | None = None) -> Window:
    """What `words`, written `on` that day, mean; refused where they say no day, two, or one before the promise."""
    said = " ".join(words.split())
    found = [one for one in find_date_words(_with_preposition(said), on=on) if one.kind == "date"]
    days: set[tuple[date, date]] = {(one.first, one.last) for one in found if one.first and one.last}
    if not days:
        raise Refused(f"„{said}“ siger ikke hvornår. Skriv en dag, en uge eller en periode, fx „1. marts 2022“.")
    if len(days) > 1:
        raise Refused(f"„{said}“ siger to tider. Skriv én.")
    if found[0].doubt:
        raise Refused(f"{found[0].doubt.rstrip('.')}. Skriv datoen igen.")
    first, last = days.pop()
    refuse_before(last, made_on)
    return Window(max(first, made_on) if made_on else first, last)


def refuse_before(last: date | None, made_on: date | None) -> None:
    """Refuse a promise that is due before it was made."""
    if last is not None and made_on is not None and last < made_on:
        raise Refused(
            f"Fristen {last:%d-%m-%Y} ligger, før løftet blev givet {made_on:%d-%m-%Y}. Skriv en senere frist."
        )


def _with_preposition(said: str) -> str:
    if re.match(r"\d{1,2}[./-]\s?\d|\d{1,2}\.?\s+[a-zæøå]", said, re.IGNORECASE):
        return f"den {said}"
    return said if _SAYS_HOW.match(said) else f"i {said}"

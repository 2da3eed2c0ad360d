"""What a body sets otherwise about its reminders, checked; and quiet periods as people write them.

In a body's settings a quiet period is "07-01/07-31" (month-day); typed it is "1/7-31/7", with commas between several.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

from raadhus.domains.proceedings.rules.reminding import DigestOn, Quiet, Reminding
from raadhus.pure.kernel.errors import Refused

_SPANS: Mapping[str, tuple[int, int, str]] = {
    "days_ahead": (1, 60, "Antallet af dage før en frist"),
    "keeper_after": (1, 30, "Antallet af hverdage, før sekretæren hører om et løfte uden svar,"),
    "head_after": (1, 60, "Antallet af hverdage, før det går videre til chefen,"),
}
MOST_QUIET = 150  # days of a year; the rest is needed for reminding
_STORED = re.compile(r"(\d{2})-(\d{2})/(\d{2})-(\d{2})")
_TYPED = re.compile(r"(\d{1,2})[./]\s?(\d{1,2})\.?\s*[-–]\s*(\d{1,2})[./]\s?(\d{1,2})\.?")
_HOW = "Skriv dem som 1/7-31/7, 24/12-1/1."


def with_reminding(reminding: Reminding, settings: Mapping[str, Any]) -> Reminding:
    """`reminding` as a body has set it; `Refused` for a name or value that it cannot have."""
    return replace(reminding, **{name: _checked(name, value) for name, value in settings.items()})


def _checked(name: str, value: Any) -> Any:
    if name == "digest_on":
        if value not in get_args(DigestOn):
            raise Refused(f"Oversigten kan sendes {', '.join(get_args(DigestOn))}, ikke „{value}“.")
        return value
    if name in _SPANS:
        return _within(name, value)
    if name == "head_post":
        if not isinstance(value, str):
            raise Refused("Skriv navnet på den post, der hører om løfter uden svar.")
        return " ".join(value.split())
    if name == "may_stop":
        if not isinstance(value, bool):
            raise Refused(f"Indstillingen may_stop er ja eller nej (true eller false), ikke „{value}“.")
        return value
    if name == "quiet":
        return _quiet(value)
    raise Refused(f"Påmindelser har ingen indstilling „{name}“. Fjern den, eller ret navnet.")


def _within(name: str, value: Any) -> int:
    least, most, said = _SPANS[name]
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise Refused(f"{said} er et helt tal fra {least} til {most}, ikke „{value}“.")
    return value


def _quiet(value: Any) -> tuple[Quiet, ...]:
    found = []
    for said in value:
        numbers = _STORED.fullmatch(said) if isinstance(said, str) else None
        if numbers is None:
            raise Refused(f"„{said}“ er ikke en stille periode. Skriv den som 07-01/07-31.")
        first_month, first_day, last_month, last_day = map(int, numbers.groups())
        found.append(Quiet(_month_day(first_month, first_day), _month_day(last_month, last_day)))
    if _days_of(found) > MOST_QUIET:
        raise Refused(f"De stille perioder er over {MOST_QUIET} dage om året. Gør dem kortere, så løfter ikke glemmes.")
    return tuple(found)


def _month_day(month: int, day: int) -> tuple[int, int]:
    try:
        date(2024, month, day)  # a leap year
    except ValueError:
        raise Refused(f"{day}/{month} er ingen dag. {_HOW}") from None
    return month, day


def _days_of(quiet: Sequence[Quiet]) -> int:
    year = (date(2024, 1, 1) + timedelta(days=number) for number in range(366))
    return sum(any(one.holds(day) for one in quiet) for day in year)


def read_quiet(typed: str) -> list[str]:
    """Typed periods as they are stored; `Refused`, with how to write them, for what is none."""
    found = []
    for said in filter(None, (part.strip() for part in re.split(r"[,;\n]", typed))):
        numbers = _TYPED.fullmatch(said)
        if numbers is None:
            raise Refused(f"„{said}“ er ikke en periode. {_HOW}")
        day, month, last_day, last_month = map(int, numbers.groups())
        found.append(f"{month:02}-{day:02}/{last_month:02}-{last_day:02}")
    _quiet(found)
    return found


def quiet_in_words(quiet: Sequence[Quiet]) -> str:
    """The periods as one types them."""
    return ", ".join(f"{one.first[1]}/{one.first[0]}-{one.last[1]}/{one.last[0]}" for one in quiet)

"""What a deferral means: "udsat til …" → a window of days → the first meeting in it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from raadhus.domains.proceedings.rules.danish_days import short_day
from raadhus.pure.minutes.dates import find_date_words


@dataclass(frozen=True, slots=True)
class Deferral:
    """The words as typed and their window, both days included. `last` is None for "the next meeting".

    `question` is a Danish sentence where the words say no time; then there is no window either.
    """

    words: str
    first: date | None = None
    last: date | None = None
    question: str = ""


@dataclass(frozen=True, slots=True)
class Placing:
    """The meeting a deferred item comes back on, or the sentence that says why there is none."""

    meets_on: date | None
    sentence: str


def read_deferral(words: str, *, on: date) -> Deferral:
    """What `words` after "udsat til" mean at a meeting held `on` that day; nothing is guessed."""
    said = " ".join(words.split())
    found = [one for one in find_date_words(_with_preposition(said), on=on) if one.kind != "recurring"]
    if not found:
        return Deferral(said, question=_ask(said))
    when = next((one for one in found if one.kind == "date"), found[0])
    if when.doubt:
        return Deferral(said, question=f"{when.doubt.rstrip('.')}. Skriv datoen igen.")
    if when.kind == "next_meeting":
        return Deferral(said, first=_after(on))
    if when.first is None or when.last is None:
        return Deferral(said, question=_ask(said))
    if when.last <= on:
        return Deferral(said, question=f"„{said}“ ligger før eller på mødets egen dag. Skriv en senere dag.")
    return Deferral(said, max(when.first, _after(on)), when.last)


def _with_preposition(said: str) -> str:
    if re.match(r"\d{1,2}[./-]\s?\d", said):
        return f"til den {said}"
    return said if said.lower().startswith(("til ", "efter ", "inden ", "senest ", "i ", "den ")) else f"til {said}"


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _ask(said: str) -> str:
    if not said:
        return "Hvornår skal punktet på igen? Skriv en dato, et møde eller en periode, fx „efter sommerferien“."
    return f"„{said}“ siger ikke hvornår. Skriv en dato, et møde eller en periode, fx „efter sommerferien“."


def place(deferral: Deferral, *, body: str, meetings: Iterable[date]) -> Placing:
    """The first of `meetings` in the window of `deferral`, or the sentence that there is none and what to do."""
    if deferral.first is None:
        return Placing(None, deferral.question or _ask(deferral.words))
    within = sorted(day for day in meetings if is_within(deferral, day))
    if within:
        return Placing(within[0], f"Punktet kommer på mødet i {body} {short_day(within[0])}.")
    span = f"efter {short_day(date.fromordinal(deferral.first.toordinal() - 1))}"
    if deferral.last is not None:
        span = f"mellem {short_day(deferral.first)} og {short_day(deferral.last)}"
        if deferral.first == deferral.last:
            span = short_day(deferral.first)
    return Placing(None, f"Der er intet møde i {body} {span}. Planlæg et, eller udsæt punktet til en anden tid.")


def is_within(deferral: Deferral, day: date) -> bool:
    """Whether `day` lies in the window."""
    if deferral.first is None or day < deferral.first:
        return False
    return deferral.last is None or day <= deferral.last

"""One typed line at the meeting, "Økonomichefen opdaterer arket inden fredag": who, what, and by when.

What the line does not say, or says in a way that could mean two things, comes back as a question and is left empty.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from raadhus.pure.minutes.actors import actors_at
from raadhus.pure.minutes.bodies import body_meant, find_bodies
from raadhus.pure.minutes.dates import DateWords, find_date_words
from raadhus.pure.minutes.promise_table import VERBS

_LONGEST = 1_000
_PRONOUN = re.compile(r"(?:vi|han|hun|de|man|alle|begge|samtlige|nogen)\b", re.IGNORECASE)
_BRINGS_BACK = re.compile(
    r"\b(?:forelægge[rs]?|forelagt|genoptage[rs]?|kommer|kom(?:me)? (?:på|igen|tilbage)|vender tilbage|drøfte[rs]?|"
    r"behandle[rs]|tages op|sættes på|udskydes|udsættes|præsentere[rs]|fremlægge[rs]?)\b",
    re.IGNORECASE,
)
_LABELS = re.compile(r"^\s*(?:løfte|opgave|aktion|handling|aftale(?:t)?)\s*:\s*", re.IGNORECASE)
_AGREED = re.compile(r"^(?:det (?:blev|er) )?aftalt,? at\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise as typed. `due` has first and last day; `body` is the one a matter returns to (kind "return").

    `questions` are Danish sentences for what is unclear; a line without questions can be kept as it is.
    """

    line: str
    kind: Literal["task", "return"]
    who: tuple[str, ...]
    what: str
    due: tuple[date, date] | None
    due_words: str
    body: str | None
    questions: tuple[str, ...]


def read_promise_line(line: str, *, on: date, body: str | None = None) -> PromiseLine:
    """What `line` promises, seen from a meeting of `body` held `on` that day."""
    said = " ".join(line.split())[:_LONGEST]
    text = _AGREED.sub("", _LABELS.sub("", said))
    who, after, questions = _who(text)
    when, asked = _when(text, on)
    what = _what(text, after, when)
    if not what:
        asked = (*asked, "Hvad er lovet? Skriv det som „hvem gør hvad, hvornår“.")
    back = _body(text, body) if _BRINGS_BACK.search(text) else None
    if back and not who:
        questions = ()
    due = (max(when.first, on), when.last) if when and when.first and when.last else None
    return PromiseLine(
        said,
        "return" if back else "task",
        who,
        what,
        due,
        when.quote if when else "",
        back,
        (*questions, *asked),
    )


def _who(text: str) -> tuple[tuple[str, ...], int, tuple[str, ...]]:
    """The names as written, where the words after them begin, and what to ask."""
    pronoun = _PRONOUN.match(text)
    if pronoun:
        return (), pronoun.end(), (f"Hvem er „{pronoun[0].lower()}“? Skriv navn eller stilling.",)
    actors = actors_at(text, 0, len(text))
    if actors is None or text.split()[0].lower() in VERBS:
        return (), 0, ("Hvem gør det? Begynd linjen med navn eller stilling.",)
    return actors.names, actors.end, ()


def _when(text: str, on: date) -> tuple[DateWords | None, tuple[str, ...]]:
    """The words that say by when, None where they are unclear, and what to ask."""
    found = [one for one in find_date_words(text, on=on) if one.kind != "recurring"]
    dated = [one for one in found if one.kind == "date" and one.last is not None and one.last >= on]
    if not dated:
        if found:
            return None, (f"„{found[0].quote}“ er ingen frist. Skriv en dag, en uge eller en måned.",)
        return None, ("Hvornår skal det være gjort? Skriv for eksempel „inden fredag“ eller „i uge 7“.",)
    limits = [one for one in dated if one.until] or dated
    if len({(one.first, one.last) for one in limits}) > 1:
        both = " eller ".join(f"„{one.quote}“" for one in limits[:2])
        return None, (f"Der står flere tider. Er fristen {both}?",)
    if limits[0].doubt:
        return None, (f"{limits[0].doubt.rstrip('.')}. Skriv datoen igen.",)
    return limits[0], ()


def _what(text: str, after: int, when: DateWords | None) -> str:
    rest = text[after:]
    if when is not None and when.start >= after:
        rest = text[after : when.start] + text[when.end :]
    return " ".join(rest.split()).strip(" .,;:")


def _body(text: str, own: str | None) -> str | None:
    named = find_bodies(text, 0, len(text))
    return body_meant(named[0]["body"], own) if named else own if re.search(r"\bmøde(?:t)?\b", text) else None

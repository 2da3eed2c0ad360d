"""The parts of a commitment once it is found: due window, body, and a stated responsible person."""

import re
from datetime import date

from raadhus.pure.minutes.actors import actors_at
from raadhus.pure.minutes.bodies import body_meant, find_bodies
from raadhus.pure.minutes.dates import DateWords, find_windows
from raadhus.pure.minutes.structure import Window

RESPONSIBLE = re.compile(r"\(?\b(?:ansvarlige?|tovholder|ansv\.)\s?:\s*", re.I)
_INITIALS_AT_END = re.compile(r"\(([A-ZÆØÅ]{2,4}(?:\s?(?:/|,|og|&)\s?[A-ZÆØÅ]{2,4})*)\)\W*$")
_OF_A_PAPER = re.compile(r"\b(?:af|dateret|fra|fra mødet|siden|for)\s?$", re.I)
_FROM_A_PAPER = re.compile(
    r"\b\w*(?:notat|referat|møde|brev|rapport|beslutning|mail|svar|aftale|version)\w*\s(?:fra|af)\s?$", re.I
)
_PERIOD = re.compile(r"\s?(?:til|-|–|til og med)\s?$", re.I)


def due_of(text: str, start: int, end: int, verb_at: int, on: date | None) -> Window | None:
    """The window in which `text[start:end]` is due: an end stated with "inden" first, else the first after the verb."""
    if on is None:
        return None
    stretch = text[start:end]
    dated = [words for words in find_windows(stretch, on=on) if _may_be_due(stretch, words, on)]
    dated = _joined(stretch, dated)
    if not dated:
        return None
    after = [words for words in dated if words.start >= verb_at - start]
    best = next((words for words in dated if words.until), (after or dated)[0])
    if best.first is None or best.last is None:
        return None
    return max(best.first, on).isoformat(), best.last.isoformat()


def _may_be_due(stretch: str, words: DateWords, on: date) -> bool:
    if words.first is None or words.last is None or words.last < on:
        return False
    return not (_OF_A_PAPER.search(stretch[: words.start]) or _FROM_A_PAPER.search(stretch[: words.start + 4]))


def _joined(stretch: str, dated: list[DateWords]) -> list[DateWords]:
    """ "12. februar til 15. marts" is one window."""
    found: list[DateWords] = []
    for words in dated:
        last = found[-1] if found else None
        if (
            last
            and (words.quote.lower().startswith("til ") or _PERIOD.search(stretch[last.end : words.start]))
            and words.start - last.end <= 4
        ):
            found[-1] = DateWords(
                last.quote, last.start, words.end, last.first, words.last, last.vague, until=last.until
            )
        else:
            found.append(words)
    return found


def body_of(
    text: str, start: int, end: int, verb_at: int, who: tuple[str, ...], meeting_body: str | None
) -> str | None:
    """The body that a matter comes back to: named after the verb, else before it, else the meeting's own.

    A body that brings the matter ("Direktionen fremlægger …") is not the one it comes to.
    """
    before = [body for body in find_bodies(text, start, verb_at) if not any(body["body"] in name for name in who)]
    named = find_bodies(text, verb_at, end) or before
    return body_meant(named[0]["body"], meeting_body) if named else meeting_body


def responsible_in(text: str, start: int, end: int) -> tuple[str, ...]:
    """ "(ansvarlig: Ole Wind)", "(TBM)": those stated to be responsible, as written."""
    stated = RESPONSIBLE.search(text, start, end)
    if stated:
        actors = actors_at(text, stated.end(), end)
        return actors.names if actors else ()
    initials = _INITIALS_AT_END.search(text[start:end])
    return tuple(re.findall(r"[A-ZÆØÅ]{2,4}", initials[1])) if initials else ()

"""Closed items: the reason, what may not be closed, when it is looked at again, and how closedness is inherited.

Unknown means closed, and what lies under something closed is closed, whatever its own mark says.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.domains.proceedings.rules.danish_days import short_day
from raadhus.domains.proceedings.rules.profile import OpenMatter, Profile

# Words that close nothing: that it is closed, or that one would like to speak freely.
_EMPTY = re.compile(
    r"(?:punktet er |sagen er )?(?:lukket(?: punkt| sag| møde)?|fortroligt?|lukkede døre|hemmeligt?|personsag)?\W*",
    re.I,
)
_FREE_DEBATE = re.compile(r"\b(?:fri(?:e|t)?|åben|uforstyrret) (?:debat|drøftelse|dialog|snak)|uden offentlighed", re.I)
_SHORTEST = 15


@dataclass(frozen=True, slots=True)
class Closing:
    """How an item is closed. `reason` is a key of the profile's reasons, `words` the concrete ground, `open_again_on`
    the day when it is looked at again; `matter` is the key of an open matter that the item is about."""

    reason: str = ""
    words: str = ""
    open_again_on: date | None = None
    matter: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A text or attachment of an item; `is_closed` is None where nobody has said."""

    name: str
    is_closed: bool | None


def effectively_closed(item_is_closed: bool | None, part_is_closed: bool | None) -> bool:
    """Whether a part is closed: where it or its item is, or either is unknown. An open item may have a closed part."""
    return item_is_closed is not False or part_is_closed is not False


def check_closing(profile: Profile, closing: Closing, meets_on: date) -> tuple[Breach, ...]:
    """What a closed item lacks: a reason, a concrete ground, a day to look again; or that it may not be closed."""
    return (
        *_check_reason(profile, closing),
        *_check_words(profile, closing),
        *_check_matter(profile, closing),
        *_check_again(profile, closing, meets_on),
    )


def _check_reason(profile: Profile, closing: Closing) -> tuple[Breach, ...]:
    if closing.reason in {reason.key for reason in profile.closing_reasons}:
        return ()
    grounds = "; ".join(reason.says for reason in profile.closing_reasons)
    return profile.breach("closed.reason", f"Vælg, hvorfor punktet lukkes: {grounds}. Ellers skal det være åbent.")


def _check_words(profile: Profile, closing: Closing) -> tuple[Breach, ...]:
    words = " ".join(closing.words.split())
    if _FREE_DEBATE.search(words):
        return profile.breach(
            "closed.concrete", "Ønsket om en fri debat kan ikke lukke et punkt. Skriv, hvad i sagen der er fortroligt."
        )
    if len(words) < _SHORTEST or _EMPTY.fullmatch(words):
        return profile.breach(
            "closed.concrete", "Skriv med en sætning, hvad netop i denne sag der gør det nødvendigt at lukke punktet."
        )
    return ()


def _check_matter(profile: Profile, closing: Closing) -> tuple[Breach, ...]:
    for matter in profile.open_matters:
        if matter.key == closing.matter:
            sentence = (
                f"Sager om {matter.name} behandles for åbne døre. Åbn punktet, og læg det fortrolige i en lukket del."
            )
            return (Breach("closed.never", matter.severity, sentence, matter.source),)
    return ()


def _check_again(profile: Profile, closing: Closing, meets_on: date) -> tuple[Breach, ...]:
    rule = "closed.open_again"
    if closing.open_again_on is None:
        return profile.breach(rule, "Skriv en dato, hvor det vurderes, om punktet stadig skal være lukket.")
    if closing.open_again_on <= meets_on:
        return profile.breach(
            rule, f"Lukningen vurderes på ny {short_day(closing.open_again_on)}; vælg en dag efter mødet."
        )
    return ()


def is_due_for_another_look(closing: Closing, today: date) -> bool:
    """Whether the day to look at the closing again has come."""
    return closing.open_again_on is not None and closing.open_again_on <= today


def open_matter_in(profile: Profile, title: str) -> OpenMatter | None:
    """The open matter that a word of `title` begins like: a question to the secretary, no decision."""
    words = re.findall(r"\w+", title.casefold())
    for matter in profile.open_matters:
        if any(word.startswith(matter.words) for word in words):
            return matter
    return None


def check_parts(profile: Profile, *, item_is_closed: bool | None, parts: Sequence[Part]) -> tuple[Breach, ...]:
    """A breach for each part of a closed item that is marked open: it is kept closed and somebody should look."""
    if item_is_closed is False:
        return ()
    found: tuple[Breach, ...] = ()
    for part in parts:
        if part.is_closed is False:
            found += profile.breach(
                "closed.part", f"„{part.name}“ er mærket åbent i et lukket punkt og holdes lukket. Ret det ene mærke."
            )
    return found


def check_published(profile: Profile, *, public_words: str, secret_because: str) -> tuple[Breach, ...]:
    """A breach where a closed decision has neither words for the public nor a reason why secrecy forbids them."""
    if public_words.strip() or secret_because.strip():
        return ()
    return profile.breach(
        "closed.publish",
        "Beslutningen i det lukkede punkt skal offentliggøres. Skriv den, så intet fortroligt røbes, "
        "eller skriv, hvilken tavshedspligt der hindrer det.",
    )

"""From the key of an outcome to the words of the decision, in the body's own phrases."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from raadhus.domains.proceedings.rules.profile import Phrase, Profile
from raadhus.pure.kernel.errors import Refused

_ASKS = {
    "when": "Skriv, hvornår punktet skal på igen, fx „mødet den 3. februar“.",
    "to": "Skriv, hvem sagen går til, fx „Økonomiudvalget“.",
    "text": "Skriv den ændrede tekst, som den blev vedtaget.",
}
_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided on one recommendation point."""

    number: int
    words: str


def phrase_for(profile: Profile, letter: str) -> Phrase:
    """The phrase under a key, capital or small; raises `Refused` with the keys there are."""
    for phrase in profile.phrases:
        if phrase.letter == letter.upper():
            return phrase
    keys = ", ".join(f"{phrase.letter} {phrase.words.split('{')[0].strip(' .:').lower()}" for phrase in profile.phrases)
    raise Refused(f"Tasten „{letter}“ har intet udfald i {profile.name.lower()}. Brug en af disse: {keys}.")


def asked_by(phrase: Phrase) -> tuple[str, ...]:
    """What must be typed before the words are whole: "when", "to", "text"."""
    return tuple(_GAP.findall(phrase.words))


def wording(profile: Profile, letter: str, *, when: str = "", to: str = "", text: str = "") -> str:
    """The decision in words; raises `Refused` with the question where something that the phrase asks is missing."""
    phrase = phrase_for(profile, letter)
    given = {"when": when, "to": to, "text": text}
    filled = phrase.words
    for gap in asked_by(phrase):
        said = " ".join(given.get(gap, "").split())
        if not said:
            raise Refused(_ASKS.get(gap, f"Ordlyden mangler {gap}. Ret frasen, eller skriv beslutningen selv."))
        filled = filled.replace(f"{{{gap}}}", _without_lead(said, gap))
    return filled if filled.endswith((".", "!", "?", "”", "“")) else f"{filled}."


def _without_lead(said: str, gap: str) -> str:
    """ "til mødet" after "Udsat til" says "til" once."""
    if gap in ("when", "to"):
        said = re.sub(r"^til\s+", "", said, flags=re.IGNORECASE).rstrip(".")
    return said


def decision_text(points: Sequence[Decided]) -> str:
    """One point's words as they are; several as "Ad 1: …" in the order of their numbers, one a paragraph."""
    if len(points) == 1:
        return points[0].words
    return "\n\n".join(f"Ad {point.number}: {point.words}" for point in sorted(points, key=lambda one: one.number))

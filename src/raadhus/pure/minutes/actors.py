"""Who can promise: posts, departments, bodies, persons and initials, read at one place in a text."""

import re
from dataclasses import dataclass
from functools import lru_cache

from raadhus.pure.minutes.actor_table import FORE, NOT_ADJECTIVES, POSTS, UNITS
from raadhus.pure.minutes.name_table import AREAS, GIVEN_NAMES, NOT_NAMES, THING_ENDINGS

_ENDINGS = r"(?:merne|mer|met|erne|ene|rne|en|et|ne|e|er|n|r|t)?"
_STEMS = "|".join(sorted({*POSTS, *UNITS}, key=len, reverse=True))
_LEAST_NOUN = rf"[\wæøåÆØÅé-]*(?:{_STEMS}|centr|mænd|gruppern|musee|udvalgen){_ENDINGS}"
_NOUN = rf"(?:{_LEAST_NOUN}|økonomi|parterne|begge\ssider|sagsbehandle\w+)"
_ADJECTIVE = rf"(?!(?:{NOT_ADJECTIVES}|ministeri\w+)\s)[a-zæøå-]+(?:isk|iske|lig|lige|ig|ige|ive|elle|ale)"
_NAMES_IN_S = "|".join(sorted(name for name in GIVEN_NAMES if name.endswith("s")))
_BEFORE_NOUN = rf"(?:{FORE}|{_ADJECTIVE})\s"
_GENITIVE = rf"(?!(?:{_NAMES_IN_S})\s|[\wæøå]*[^n]es\s)[\wæøåÆØÅé-]+s\s"
# The bounds keep reading linear in the text.
_FORE = rf"(?:{_BEFORE_NOUN}){{0,4}}(?:{_GENITIVE}(?:{_BEFORE_NOUN}){{0,2}})?"
_CAP = r"[A-ZÆØÅ][\wæøåÆØÅé'’-]*"
_NAME = rf"{_CAP}(?:\s(?:[A-ZÆØÅ]\.(?=[\s,])|{_CAP}))*"
_TITLED = rf"(?:\s{_CAP}(?:\s{_CAP})*)?"
_AREA = rf"{_CAP}(?:(?:,\s{_CAP})*(?:\s(?:&|og)\s{_CAP})|-\sog\s\w+)?"
_FROM = r"\s(?:fra|i)\s(?!\w*(?:mød|dag|perioden|år))[a-zæøå]{4,}(?:en|et|erne)\b"
_OF = rf"(?:\s(?:for|i|på|af|fra)\s{_AREA}(?:\s{_CAP})*|{_FROM})?"

_PRONOUN = r"(?:vi|han|hun|undertegnede|alle|begge|samtlige|begge\sparter)\b"

_ONE = re.compile(
    rf"(?P<place>(?:Center|Afdelingen?|Forvaltningen|Området|Team|Sekretariatet|Staben|Udvalget|Rådet|Fagchefen|Chefen|Direktøren|Lederen|"
    rf"Formanden|Enheden|Styregruppen|Arbejdsgruppen|Projektgruppen|TR|AMR)\s(?:for|i|fra|på|af)\s{_AREA}(?:\s{_CAP})*)"
    rf"|(?P<noun>(?:{_CAP}-(?:,\s{_CAP}-)?\s(?:og|&)\s)?(?i:{_FORE}{_NOUN})\b(?:{_TITLED}(?=[\s,]|$)|{_OF}))"
    rf"|(?P<pronoun>(?i:{_PRONOUN}))"
    rf"|(?P<name>{_NAME})"
)
_TWOAREAS = re.compile(rf"(?:{_CAP},\s)?{_CAP}\s(?:&|og)\s{_CAP}\b(?!\s{_CAP})")
# "Ditte (leder) …"; a single letter is a party.
_ASIDE = re.compile(r"\s\([^()]{3,40}\)(?=\s)")
_NO_NAME = ("er", "r", "s", "ng", "ion", "ive", "ige", "ske", "nde", "ede", "elle", "ale", "ene", "erne")
_BOTH = re.compile(r"(?:både|såvel)\s", re.I)
_AND = re.compile(r"\s?(?:,(?:\sog|\ssamt)?|/|\sog|\ssamt|\ssåvel\ssom|\s&|\s\+)\s?")


# "Kommunerne", "Naboerne": a noun in the definite form, which promises only before a verb that nobody but people do.
_DEFINITE = re.compile(
    r"(?!\w*(?:ministeri|styrelsen|region|stat|folketing|lov|plan|rapport|notat|projekt|forslag|aftale|strategi|regl|ordning|"
    r"politik|budget|model|analyse|undersøgelse|referat|bilag|skema|sagen|sager|punkt|brev|tal)\w*\b)(?:de\s)?(?:[\wæøå-]+s\s)?"
    r"[\wæøåÆØÅ-]{2,}(?:en|et|erne|ene|ne)(?=\s)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Actors:
    """Those named from one place in the text on, as written, and where the phrase ends."""

    names: tuple[str, ...]
    end: int


@lru_cache(maxsize=64)  # a clause is asked about its beginning several times over
def actors_at(text: str, at: int, end: int) -> Actors | None:
    """The actor phrase that begins at `at` ("cheferne", "Inger Lund og Tom Kjær"), or None where there is none."""
    names: list[str] = []
    both = _BOTH.match(text, at, end)
    found = _one(text, both.end() if both else at, end)
    last = at
    while found is not None:
        names.append(found[0])
        last = found[1]
        joint = _AND.match(text, last, end)
        found = _one(text, joint.end(), end) if joint else None
        if found and found[0].lower() in ("vi", "han", "hun"):
            break
    return Actors(tuple(names), last) if names else None


def people_at(text: str, at: int, end: int) -> Actors | None:
    """A noun in the definite form that fills the stretch: who or what does something, as far as the form tells."""
    match = _DEFINITE.match(text, at, end)
    return Actors((match[0],), match.end()) if match and match.end() + 1 >= end else None


def _one(text: str, at: int, end: int) -> tuple[str, int] | None:
    areas = _TWOAREAS.match(text, at, end)
    if areas and _is_area(areas[0]):
        return areas[0], areas.end()
    match = _ONE.match(text, at, end)
    if match is None:
        return None
    written = match[0]
    if match.lastgroup == "name" and not _is_name(written):
        return None
    aside = _ASIDE.match(text, match.end(), end)
    return written, aside.end() if aside else match.end()


def _is_area(written: str) -> bool:
    return "&" in written or any(word.strip(",") in AREAS for word in written.split())


def _is_name(written: str) -> bool:
    """Whether capitalised words are a person, initials or a unit rather than the first word of a sentence."""
    words = written.split()
    if words[0] in NOT_NAMES and not any(word in AREAS for word in words[1:]):
        return False
    if len(words) > 1 or words[0] in GIVEN_NAMES or words[0] in AREAS or words[0][:2].isupper():
        return True
    return not words[0].lower().endswith(THING_ENDINGS)


def _like_a_name(word: str) -> bool:
    """Whether a capitalised word has the length and ending of a given name that no table has ("Jørn")."""
    return word[0].isupper() and 3 <= len(word) <= 8 and not word.endswith(_NO_NAME)


def is_sure(name: str) -> bool:
    """Whether a name read is surely somebody: a known given name, several words, initials, or a post or unit."""
    first = name.split()[0]
    known = first in GIVEN_NAMES or first in AREAS or first[:2].isupper() or " " in name or _like_a_name(first)
    return known or re.match(rf"(?i:{_FORE}{_NOUN}|{_PRONOUN})\b", name) is not None

"""Who can promise: posts, departments, bodies, persons and initials, read at one place in a text."""

import re
from dataclasses import dataclass

from raadhus.pure.minutes.name_table import AREAS, GIVEN_NAMES, NOT_NAMES, THING_ENDINGS
from raadhus.pure.minutes.word_blocks import words_of

# Endings of common nouns for posts and units, in the definite form or after "hver", "alle", "de".
_POSTS = words_of("""
chef direktør leder konsulent koordinator sekretær formand mand mester medarbejder repræsentant entreprenør rådgiver
arkitekt jurist planlægger ansvarlig holder kasserer bygherre leverandør borgmester pædagog lærer inspektør ejer
medlem part vikar assistent specialist ejendomsmester underviser deltager kontaktperson tovholder referent ordfører
partner tekniker controller ingeniør læge sygeplejerske terapeut psykolog økonom udvikler redaktør revisor
instruktør kurator vært forældre
""")
_UNITS = words_of("""
afdeling forvaltning administration direktion ledelse gruppe udvalg råd bestyrelse forum sekretariat center stab
team enhed hus skole institution kontor service nævn side organisation forening forsyning kommune center område
kreds komite komité institut bibliotek kommission task-force taskforce jobcenter daginstitution dagtilbud
plejecenter børnehus ressort drift team
""")
_ENDINGS = r"(?:merne|mer|met|erne|ene|enes|en|et|ne|e|er|n|t)?"
_LEAST_NOUN = (
    rf"[\wæøåÆØÅé-]*(?:{'|'.join(sorted({*_POSTS, *_UNITS}, key=len, reverse=True))}|centr|mænd|gruppern){_ENDINGS}"
)
_NOUN = rf"(?:{_LEAST_NOUN}|økonomi|parterne|begge\ssider|sagsbehandle\w+)"
_FORE = (
    r"(?:(?:den|de|det|hele|et|en|hver|hvert|alle|samtlige|begge|øvrige|enkelte|enkelt|relevante?|ansvarlige?|berørte?|nye|pågældende|kommunens|"
    r"skolens|udvalgets|rådets|tekniske?|lokale|faglige?|pædagogiske?|økonomiske?|administrative?|daglige?|involverede|interesserede|nævnte|politiske|fælles|nedsatte|stedlige|daglige)\s)*"
)
_CAP = r"[A-ZÆØÅ][\wæøåÆØÅé'’-]*"
_NAME = rf"{_CAP}(?:\s(?:{_CAP}|[A-ZÆØÅ]\.))*"
_AREA = rf"{_CAP}(?:(?:,\s{_CAP})*(?:\s(?:&|og)\s{_CAP})|-\sog\s\w+)?"
_OF = rf"(?:\s(?:for|i|på|af|fra)\s{_AREA}(?:\s{_CAP})*)?"

_PRONOUN = r"(?:vi|han|hun|alle|begge|samtlige|begge\sparter)\b"

_ONE = re.compile(
    rf"(?P<place>(?:Center|Afdelingen?|Forvaltningen|Området|Team|Sekretariatet|Staben|Udvalget|Rådet|Fagchefen|Chefen|Direktøren|Lederen|"
    rf"Formanden|Enheden|Styregruppen|Arbejdsgruppen|Projektgruppen|TR|AMR)\s(?:for|i|fra|på|af)\s{_AREA}(?:\s{_CAP})*)"
    rf"|(?P<noun>(?i:{_FORE}{_NOUN})\b{_OF})"
    rf"|(?P<pronoun>(?i:{_PRONOUN}))"
    rf"|(?P<name>{_NAME})"
)
_TWOAREAS = re.compile(rf"(?:{_CAP},\s)?{_CAP}\s(?:&|og)\s{_CAP}\b(?!\s{_CAP})")
_AND = re.compile(r"\s?(?:,(?:\sog|\ssamt)?|/|\sog|\ssamt|\s&)\s?")


@dataclass(frozen=True, slots=True)
class Actors:
    """Those named from one place in the text on, as written, and where the phrase ends."""

    names: tuple[str, ...]
    end: int


def actors_at(text: str, at: int, end: int) -> Actors | None:
    """The actor phrase that begins at `at` ("cheferne", "Inger Lund og Tom Kjær"), or None where there is none."""
    names: list[str] = []
    found = _one(text, at, end)
    last = at
    while found is not None:
        names.append(found[0])
        last = found[1]
        joint = _AND.match(text, last, end)
        found = _one(text, joint.end(), end) if joint else None
        if found and found[0].lower() in ("vi", "han", "hun"):
            break
    return Actors(tuple(names), last) if names else None


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
    return written, match.end()


def _is_area(written: str) -> bool:
    return "&" in written or any(word.strip(",") in AREAS for word in written.split())


def _is_name(written: str) -> bool:
    """Whether capitalised words are a person, initials or a unit rather than the first word of a sentence."""
    words = written.split()
    if words[0] in NOT_NAMES:
        return False
    if len(words) > 1 or words[0] in GIVEN_NAMES or words[0] in AREAS or words[0][:2].isupper():
        return True
    return not words[0].lower().endswith(THING_ENDINGS)


def is_sure(name: str) -> bool:
    """Whether a name read is surely somebody: a known given name, several words, initials, or a post or unit."""
    first = name.split()[0]
    known = first in GIVEN_NAMES or first in AREAS or first[:2].isupper() or " " in name
    return known or re.match(rf"(?i:{_FORE}{_NOUN}|{_PRONOUN})\b", name) is not None

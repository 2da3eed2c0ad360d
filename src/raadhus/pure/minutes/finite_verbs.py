"""The words of a clause and which of them is its finite verb, though no table has it."""

import re
from dataclasses import dataclass
from itertools import islice

from raadhus.pure.minutes.actors import actors_at, is_sure
from raadhus.pure.minutes.light_verbs import LIGHT
from raadhus.pure.minutes.name_table import GIVEN_NAMES
from raadhus.pure.minutes.promise_table import VERBS, Verb
from raadhus.pure.minutes.promise_words import FRONTED, MODAL, TELLING
from raadhus.pure.minutes.word_blocks import words_of


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text in lower case, and where it stands."""

    word: str
    start: int
    end: int
    capital: bool = False


_WORD = re.compile(r"[\wæøåÆØÅé]+")
_PAST = re.compile(
    r"(?:[bdfgjklmnprstvøåæ]ede|[bdfgklmnprsv]te|[rlnv]dte|(?:(?<!b)er|tt|kk|pp|nn|mm|ll|ss|gn|nst|rk)edes)$"
)
_BEFORE_ADJECTIVE = frozenset(
    words_of("""
de den det en et alle disse nye to tre fire flere samt og til af med om for fra på i
""")
)
PRESENT_WORD = re.compile(r"[a-zæøå]{3,}er|[a-zæøå]{2,}(?:ør|år)")
_PRESENT = re.compile(rf"\s({PRESENT_WORD.pattern})\b")
_NOUNS_IN_ER = words_of("leder dinger ninger heder ioner uger måneder timer tider efter under over")
_NAMES = frozenset(name.lower() for name in GIVEN_NAMES)
PASSIVE = re.compile(r"(?:[a-zæøå]{2,}[^n]|[a-zæøå]*(?:åbn|regn|egn|ordn))es$")
_GENITIVES = frozenset(
    words_of("""
medarbejderes lederes borgeres brugeres læreres pårørendes fælles deres vores ældres unges andres øvriges alles
kollegers politikeres forældres ligeledes således særdeles ellers bedstes vedkommendes partneres ansattes beboeres
ejeres chefers
""")
)
_NOUNS_TOO = frozenset(
    {
        "ønsker",
        "aftaler",
        "svar",
        "håber",
        "virker",
        "ser",
        "kører",
        "tester",
        "følger",
        "retter",
        "ansøger",
        "leder",
        "planlægger",
    }
)
_AGREED_FIRST = frozenset({"aftalt", "besluttet", "vedtaget", "aftales", "aftaltes"})
_NOT_PAST = frozenset(
    words_of("""
første femte sjette største mindste sidste næste bedste fleste berette dette rette gifte enkelte korrekte direkte
diskrete konkrete stede imødekommende relevante private offentlige åbne bestemte udvalgte ansatte vedtagne vigtigste
nærmeste seneste
""")
)


def tokens(text: str, start: int, end: int, most: int | None = None) -> list[Token]:
    """The words of `text[start:end]`, the first `most` of them."""
    found = islice(_WORD.finditer(text, start, end), most)
    return [
        Token(match[0].lower().replace("aa", "å"), match.start(), match.end(), match[0][0].isupper()) for match in found
    ]


def finite_verb(words: list[Token]) -> int | None:
    """The index of the first finite verb: one that tells, a modal, or a form in the table; None where there is none."""
    for index, token in enumerate(words):
        if index == 0 and token.capital and token.word in _NOUNS_TOO and len(words) > 3:
            continue
        if (
            token.word in TELLING
            or token.word in MODAL
            or token.word in LIGHT
            or _is_finite(VERBS.get(token.word))
            or is_past(words, index)
        ):
            return index
        if index == 0 and token.word in _AGREED_FIRST:
            return index
    return _open_passive(words)


def open_verb(text: str, start: int, end: int) -> Token | None:
    """A word in the form of a present right behind the actor that the clause begins with ("Driftschefen rykker …")."""
    actors = actors_at(text, start, end)
    match = _PRESENT.match(text, actors.end, end) if actors else _inverted(text, start, end)
    if match is None or match[1] in TELLING or match[1] in MODAL:
        return None
    return Token(match[1], match.start(1), match.end(1))


def _inverted(text: str, start: int, end: int) -> re.Match[str] | None:
    """A present that surely somebody stands right behind, after something else: "Efter mødet rykker Jens"."""
    if not FRONTED.match(text, start, end):
        return None
    for match in _PRESENT.finditer(text, start, end):
        actors = actors_at(text, match.end() + 1, end) if text[match.end() : match.end() + 1] == " " else None
        if actors and is_sure(actors.names[0]) and not match[1].endswith(_NOUNS_IN_ER):
            return match
    return None


def _open_passive(words: list[Token]) -> int | None:
    """The index of a word in the form of a passive ("opgraderes") that no table has."""
    for index, token in enumerate(words):
        if (
            index
            and PASSIVE.match(token.word)
            and token.word not in _GENITIVES
            and words[index - 1].word not in _BEFORE_ADJECTIVE
        ):
            return index
    return None


def _is_finite(verb: Verb | None) -> bool:
    return verb is not None and verb.voice in ("active", "passive")


def is_past(words: list[Token], index: int) -> bool:
    """Whether the word looks like a past tense ("roste", "drøftede") and does not stand as an adjective."""
    word = words[index].word
    if len(word) < 5 or word in _NOT_PAST or not _PAST.search(word):
        return False
    if index == 0 or words[index - 1].word in _BEFORE_ADJECTIVE:
        return False
    owner = words[index - 1].word
    return owner in _NAMES or not owner.endswith(("ets", "ens", "nes", "rs"))

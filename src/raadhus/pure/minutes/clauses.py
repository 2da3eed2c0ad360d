"""A sentence cut into clauses, each with its own finite verb, and how each hangs on the one before."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from raadhus.pure.minutes.actors import actors_at
from raadhus.pure.minutes.promise_table import VERBS, Verb
from raadhus.pure.minutes.promise_words import MODAL, TELLING
from raadhus.pure.minutes.word_blocks import words_of

Hanging = Literal["main", "and", "attached", "at", "relative", "so", "sub"]


@dataclass(frozen=True, slots=True)
class Clause:
    """`text[start:end]`; `begin` is where its linking word begins. `hanging` says what it is to the one before:

    "so" is a consequence, "and" is coordinate, "attached" a condition of the outcome ("idet …"), "at" a that-clause,
    "relative" som/der, "sub" any other subordinate clause.
    """

    begin: int
    start: int
    end: int
    hanging: Hanging


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text in lower case, and where it stands."""

    word: str
    start: int
    end: int
    capital: bool = False


_WORD = re.compile(r"[\wæøåÆØÅé]+")
_LINK = re.compile(
    r"(?:,\s+|\s)(?P<attached>idet|hvorefter|hvorfor|dog\ssåledes,?\sat|med\s(?:den\s)?(?:bemærkning(?:en)?|ændring|tilføjelse|aftale)"
    r"(?:\som)?,?\sat)\s+"
    r"|(?:,\s+|\s)(?P<at>at)\s+"
    r"|(?:,\s+|\s)(?P<relative>som|der)\s+"
    r"|(?:,\s+|\s)(?P<sub>hvor\w*|hvad|hvem|hvilke\w*|da|fordi|hvis|når|såfremt|om|mens|med\smindre|selv\som|således)\s+"
    r"|(?:,\s+)(?P<so>så)\s+"
    r"|(?P<and>,\s+(?:og|samt|men)|\s(?:og|samt|men)|;|\s[–-])\s+"
    r"|(?P<comma>,\s+(?=[A-ZÆØÅ]))",
    re.I,
)
_PAST = re.compile(r"(?:[bdfgklmnprstvøåæ]ede|[bdfgklmnprsv]te|[rlnv]dte)$")
_BEFORE_ADJECTIVE = frozenset(
    words_of("""
de den det en et alle disse nye to tre fire flere samt og til af med om for fra på i
""")
)
_PRESENT = re.compile(r"\s([a-zæøå]{3,}(?:er|ør|år))\b")
_PASSIVE = re.compile(r"[a-zæøå]{2,}(?:[^n]|åbn|regn|egn|ordn)es$")
_GENITIVES = frozenset(
    words_of("""
medarbejderes lederes borgeres brugeres læreres pårørendes fælles deres vores ældres unges andres øvriges alles
kollegers politikeres forældres ligeledes således særdeles ellers bedstes vedkommendes partneres ansattes beboeres
ejeres chefers
""")
)
_NOUNS_TOO = frozenset({"ønsker", "aftaler", "svar", "håber", "virker", "ser", "kører", "tester", "følger", "retter"})
_AGREED_FIRST = frozenset({"aftalt", "besluttet", "vedtaget", "aftales", "aftaltes"})
_NOT_PAST = frozenset(
    words_of("""
første femte sjette største mindste sidste næste bedste fleste berette dette rette gifte enkelte korrekte direkte
diskrete konkrete stede imødekommende relevante private offentlige åbne bestemte udvalgte ansatte vedtagne vigtigste
nærmeste seneste
""")
)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]`."""
    found = _WORD.finditer(text, start, end)
    return [Token(match[0].lower(), match.start(), match.end(), match[0][0].isupper()) for match in found]


def finite_verb(words: list[Token]) -> int | None:
    """The index of the first finite verb: one that tells, a modal, or a form in the table; None where there is none."""
    for index, token in enumerate(words):
        if index == 0 and token.capital and token.word in _NOUNS_TOO and len(words) > 3:
            continue
        if token.word in TELLING or token.word in MODAL or _is_finite(VERBS.get(token.word)) or is_past(words, index):
            return index
        if index == 0 and token.word in _AGREED_FIRST:
            return index
    return _open_passive(words)


def open_verb(text: str, start: int, end: int) -> Token | None:
    """A word in the form of a present right behind the actor that the clause begins with ("Driftschefen rykker …")."""
    actors = actors_at(text, start, end)
    match = _PRESENT.match(text, actors.end, end) if actors else None
    if match is None or match[1] in TELLING or match[1] in MODAL:
        return None
    return Token(match[1], match.start(1), match.end(1))


def _open_passive(words: list[Token]) -> int | None:
    """The index of a word in the form of a passive ("opgraderes") that no table has."""
    for index, token in enumerate(words):
        if (
            index
            and _PASSIVE.match(token.word)
            and token.word not in _GENITIVES
            and words[index - 1].word not in _BEFORE_ADJECTIVE
        ):
            return index
    return None


class _Words:
    """The words of a sentence, found once and asked for by stretch."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.tokens = tokens(text, start, end)
        self.starts = [token.start for token in self.tokens]

    def within(self, start: int, end: int) -> list[Token]:
        """The words that begin in `text[start:end]`."""
        return self.tokens[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a finite verb stands there, or something like one right behind an actor."""
        return finite_verb(self.within(start, end)) is not None or open_verb(self.text, start, end) is not None


def _is_finite(verb: Verb | None) -> bool:
    return verb is not None and verb.voice in ("active", "passive")


def is_past(words: list[Token], index: int) -> bool:
    """Whether the word looks like a past tense ("roste", "drøftede") and does not stand as an adjective."""
    word = words[index].word
    if len(word) < 5 or word in _NOT_PAST or not _PAST.search(word):
        return False
    return index > 0 and words[index - 1].word not in _BEFORE_ADJECTIVE


def begins_with_verb(text: str, clause: Clause) -> bool:
    """Whether the clause has no subject of its own and so shares that of the one before."""
    return finite_verb(tokens(text, clause.start, clause.end)[:1]) == 0


def clauses(text: str, start: int, end: int) -> list[Clause]:
    """`text[start:end]` in clauses: a link cuts only where a finite verb stands on both sides of it."""
    links = [link for link in _LINK.finditer(text, start, end) if link["comma"] is None or _new_actor(text, link, end)]
    words = _Words(text, start, end)
    found: list[Clause] = []
    begin, inner, hanging = start, start, _hanging(None)
    for index, link in enumerate(links):
        after = links[index + 1].start() if index + 1 < len(links) and link["at"] is None else end
        if not words.has_verb(inner, link.start()):
            continue
        if not words.has_verb(link.end(), after) and not _continues(words, links, index, end):
            continue
        found.append(Clause(begin, inner, link.start(), hanging))
        begin, inner, hanging = link.start(), link.end(), _hanging(link)
    found.append(Clause(begin, inner, end, hanging))
    return found


def _new_actor(text: str, comma: re.Match[str], end: int) -> bool:
    """Whether a comma alone begins a clause: somebody and right behind a verb ("LK laver udkast, JP retter det")."""
    actors = actors_at(text, comma.end(), end)
    follows = tokens(text, actors.end, end)[:1] if actors else []
    return bool(follows) and (finite_verb(follows) == 0 or open_verb(text, comma.end(), end) is not None)


def _continues(words: _Words, links: list[re.Match[str]], index: int, end: int) -> bool:
    """Whether what follows a link is a subject in several parts whose verb comes after the next "og"."""
    if index + 1 >= len(links) or links[index]["and"] is None or links[index + 1]["and"] is None:
        return False
    if not links[index][0].startswith(","):
        return False
    after = links[index + 2].start() if index + 2 < len(links) else end
    first, second = (
        words.within(links[index].end(), links[index + 1].start()),
        words.within(links[index + 1].end(), after),
    )
    return len(first) <= 4 and finite_verb(second) not in (None, 0)


def _hanging(link: re.Match[str] | None) -> Hanging:
    if link is None:
        return "main"
    kind = "and" if link.lastgroup == "comma" else link.lastgroup
    return kind if kind in ("attached", "at", "relative", "so", "sub", "and") else "sub"  # type: ignore[return-value]

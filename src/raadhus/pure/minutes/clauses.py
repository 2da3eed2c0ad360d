"""A sentence cut into clauses, each with its own finite verb, and how each hangs on the one before."""

import re
from dataclasses import dataclass
from typing import Literal

from raadhus.pure.minutes.promise_table import VERBS, Verb
from raadhus.pure.minutes.promise_words import MODAL, TELLING
from raadhus.pure.minutes.word_blocks import words_of

Hanging = Literal["main", "and", "attached", "at", "relative", "sub"]


@dataclass(frozen=True, slots=True)
class Clause:
    """`text[start:end]`; `begin` is where its linking word begins. `hanging` says what it is to the one before:

    "and" is coordinate, "attached" a condition of the outcome ("idet …"), "at" a that-clause, "relative" som/der,
    "sub" any other subordinate clause.
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


_WORD = re.compile(r"[\wæøåÆØÅé]+")
_LINK = re.compile(
    r"(?:,\s+|\s)(?P<attached>idet|hvorefter|hvorfor|dog\ssåledes,?\sat|med\s(?:den\s)?(?:bemærkning(?:en)?|ændring|tilføjelse|aftale)"
    r"(?:\som)?,?\sat)\s+"
    r"|(?:,\s+|\s)(?P<at>at)\s+"
    r"|(?:,\s+|\s)(?P<relative>som|der)\s+"
    r"|(?:,\s+|\s)(?P<sub>hvor\w*|hvad|hvem|hvilke\w*|da|fordi|hvis|når|såfremt|om|mens|med\smindre|selv\som|så|således)\s+"
    r"|(?P<and>,\s+(?:og|samt|men)|\s(?:og|samt|men)|;|\s[–-])\s+",
    re.I,
)
_PAST = re.compile(r"(?:[bdfgklmnprstvøåæ]ede|[bdfgklmnprsv]te|[rlnv]dte)$")
_BEFORE_ADJECTIVE = frozenset(
    words_of("""
de den det en et alle disse nye to tre fire flere samt og til af med om for fra på i
""")
)
_NOT_PAST = frozenset(
    words_of("""
første femte sjette største mindste sidste næste bedste fleste berette dette rette gifte enkelte korrekte direkte
diskrete konkrete stede imødekommende relevante private offentlige åbne bestemte udvalgte ansatte vedtagne vigtigste
nærmeste seneste
""")
)


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The words of `text[start:end]`."""
    return [Token(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text, start, end)]


def finite_verb(words: list[Token]) -> int | None:
    """The index of the first finite verb: one that tells, a modal, or a form in the table; None where there is none."""
    for index, token in enumerate(words):
        if token.word in TELLING or token.word in MODAL or _is_finite(VERBS.get(token.word)) or is_past(words, index):
            return index
    return None


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
    links = list(_LINK.finditer(text, start, end))
    found: list[Clause] = []
    begin, inner, hanging = start, start, _hanging(None)
    for index, link in enumerate(links):
        after = links[index + 1].start() if index + 1 < len(links) and link["at"] is None else end
        if finite_verb(tokens(text, inner, link.start())) is None:
            continue
        if finite_verb(tokens(text, link.end(), after)) is None and not _continues(text, links, index, end):
            continue
        found.append(Clause(begin, inner, link.start(), hanging))
        begin, inner, hanging = link.start(), link.end(), _hanging(link)
    found.append(Clause(begin, inner, end, hanging))
    return found


def _continues(text: str, links: list[re.Match[str]], index: int, end: int) -> bool:
    """Whether what follows a link is a subject in several parts whose verb comes after the next "og"."""
    if index + 1 >= len(links) or links[index]["and"] is None or links[index + 1]["and"] is None:
        return False
    if not links[index][0].startswith(","):
        return False
    after = links[index + 2].start() if index + 2 < len(links) else end
    words = tokens(text, links[index + 1].end(), after)
    return len(tokens(text, links[index].end(), links[index + 1].start())) <= 4 and finite_verb(words) not in (None, 0)


def _hanging(link: re.Match[str] | None) -> Hanging:
    if link is None:
        return "main"
    kind = link.lastgroup
    return kind if kind in ("attached", "at", "relative", "sub", "and") else "sub"  # type: ignore[return-value]

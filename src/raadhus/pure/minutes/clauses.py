"""A sentence cut into clauses, each with its own finite verb, and how each hangs on the one before."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from raadhus.pure.minutes.actors import actors_at, is_sure
from raadhus.pure.minutes.finite_verbs import PASSIVE, PRESENT_WORD, Token, finite_verb, open_verb, tokens
from raadhus.pure.minutes.promise_table import VERBS
from raadhus.pure.minutes.promise_words import MODAL, OUTCOME_FIRST, TELLING

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


_SHORT = frozenset({"gå", "få", "se", "stå", "gøre", "være", "have"})
_FIRST = re.compile(
    r"(?:da|eftersom|idet|fordi|når|så\ssnart|mens|selv\som|efter\sat|før|siden|hvad\s\w+|for\så\svidt|"
    r"i\sdet\somfang)\b",
    re.I,
)
_COMMA = re.compile(r",\s+")
_LINK = re.compile(
    r"(?:,\s+|\s)(?P<attached>idet|hvorefter|hvorfor|dog\ssåledes,?\sat|med\s(?:den\s)?(?:bemærkning(?:en)?|"
    r"ændring(?:en)?|tilføjelse(?:n)?|aftale|præcisering(?:en)?|besked|justering|rettelse|opdrag)"
    r"(?:\som)?,?\sat)\s+"
    r"|(?:,\s+|\s)(?P<at>at)\s+"
    r"|(?:,\s+|\s)(?P<relative>som|der)\s+"
    r"|(?:,\s+|\s)(?P<sub>hvor\w*|hvad|hvem|hvilke\w*|da|fordi|hvis|når|såfremt|om|mens|med\smindre|selv\som|"
    r"således)\s+"
    r"|(?:,\s+)(?P<so>så)\s+"
    r"|(?P<and>,\s+(?:og|samt|men)|\s(?:og|samt|men)|;|\s[–-])\s+"
    r"|(?P<comma>,\s+(?=[A-ZÆØÅ]|punkt\s\d))",
    re.I,
)


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
        """Whether a finite verb stands there, something like one behind an actor, or an outcome ("Godkendt, og …")."""
        if OUTCOME_FIRST.match(self.text, start, end):
            return True
        return finite_verb(self.within(start, end)) is not None or open_verb(self.text, start, end) is not None


def begins_with_verb(text: str, clause: Clause) -> bool:
    """Whether the clause has no subject of its own and so shares that of the one before."""
    return finite_verb(tokens(text, clause.start, clause.end, 1)) == 0


def clause_first(text: str, start: int, end: int) -> int | None:
    """Where the main clause begins behind a clause in first place: "Da tallene mangler, | rykker Ole banken"."""
    if not _FIRST.match(text, start, end):
        return None
    for comma in _COMMA.finditer(text, start, end):
        if words := tokens(text, comma.end(), end, 1):
            present = PRESENT_WORD.fullmatch(words[0].word) and words[0].word not in TELLING
            behind = actors_at(text, words[0].end + 1, end)
            if finite_verb(words) == 0 or (present and behind and is_sure(behind.names[0])):
                return comma.end()
            if PASSIVE.match(words[0].word):
                return comma.end()
    return None


def clauses(text: str, start: int, end: int) -> list[Clause]:
    """`text[start:end]` in clauses: a link cuts only where a finite verb stands on both sides of it."""
    links = [link for link in _LINK.finditer(text, start, end) if _is_link(text, link, start, end)]
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


def _is_link(text: str, link: re.Match[str], start: int, end: int) -> bool:
    """Whether a link can cut: a comma before somebody and a verb, and no "der" that is a subject."""
    if link["comma"] is not None:
        return text.startswith("punkt", link.end()) or _new_actor(text, link, end)
    if link["at"] is not None:
        return not _is_infinitive(tokens(text, link.end(), min(end, link.end() + 30), 1))
    if link["relative"] is None or link[0].startswith(","):
        return True
    before = tokens(text, max(start, link.start() - 30), link.start())[-1:]
    return not (before and (before[0].word in MODAL or (before[0].word.endswith("s") and before[0].word in VERBS)))


def _is_infinitive(behind: list[Token]) -> bool:
    """Whether "at" stands before an infinitive and so begins no clause ("at gå i udbud")."""
    if not behind:
        return False
    verb = VERBS.get(behind[0].word)
    return behind[0].word in _SHORT if verb is None else verb.voice == "infinitive"


def _new_actor(text: str, comma: re.Match[str], end: int) -> bool:
    """Whether a comma alone begins a clause: somebody and right behind a verb ("LK laver udkast, JP retter det")."""
    actors = actors_at(text, comma.end(), end)
    follows = tokens(text, actors.end, end, 1) if actors else []
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

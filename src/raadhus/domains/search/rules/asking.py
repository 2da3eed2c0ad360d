"""What somebody typed into the search field, as terms that every one must be met."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from raadhus.pure.kernel.stems import stem
from raadhus.pure.kernel.words import Word, words_of

LONGEST = 200  # characters
MOST_TERMS = 8
_TERM = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Stems in a row: one for a word, several for a "phrase"; `is_excluded` for -word."""

    stems: tuple[str, ...]
    is_excluded: bool = False


def terms_of(typed: str) -> tuple[Term, ...]:
    """The terms of a question, at most `MOST_TERMS` from its first `LONGEST` characters; () where no word stands."""
    terms: list[Term] = []
    for match in _TERM.finditer(typed[:LONGEST]):
        is_phrase = match["phrase"] is not None
        stems = tuple(stem(word.folded) for word in _words(match["phrase"] if is_phrase else match["word"]))
        rows = [stems] if is_phrase else [(one,) for one in stems]
        terms += [Term(row, bool(match["minus"])) for row in rows if row]
    return tuple(dict.fromkeys(terms))[:MOST_TERMS]


def _words(text: str) -> Iterator[Word]:
    """As in the index, but a number with dashes inside is asked for whole only."""
    end = -1
    for word in words_of(text):
        if word.start >= end:
            end = word.end
            yield word

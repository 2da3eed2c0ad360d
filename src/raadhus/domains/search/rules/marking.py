"""Showing why something was found: the passage with most of the words, and the words marked."""

from collections.abc import Collection
from dataclasses import dataclass

from raadhus.domains.search.rules.asking import Term
from raadhus.pure.kernel.compounds import Vocabulary, split, stretches
from raadhus.pure.kernel.stems import stem
from raadhus.pure.kernel.words import words_of

LENGTH = 260  # characters of a passage, about three lines


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text; `is_hit` where it is one of the words asked for."""

    text: str
    is_hit: bool


def mark(text: str, terms: Collection[Term], vocabulary: Vocabulary) -> tuple[Stretch, ...]:
    """The whole of `text` with the words marked."""
    return _marked(text, 0, len(text), [(start, end) for start, end, _ in _hits(text, terms, vocabulary)])


def passage(text: str, terms: Collection[Term], vocabulary: Vocabulary) -> tuple[Stretch, ...]:
    """About `LENGTH` characters around the place with most different words; the beginning where none stands."""
    hits = _hits(text, terms, vocabulary)
    start = max(0, min(_best_start(hits) - 40, len(text) - LENGTH))
    start = 0 if start == 0 else text.rfind(" ", 0, start) + 1
    end = len(text) if start + LENGTH >= len(text) else max(text.rfind(" ", start, start + LENGTH), start + 1)
    inside = [(one, other) for one, other, _ in hits if one >= start and other <= end]
    dots = Stretch("… ", False)
    before, after = ((dots,) if start else ()), ((Stretch(" …", False),) if end < len(text) else ())
    return (*before, *_marked(text, start, end, inside), *after)


def _hits(text: str, terms: Collection[Term], vocabulary: Vocabulary) -> list[tuple[int, int, str]]:
    wanted = {one for term in terms if not term.is_excluded for one in term.stems}
    found = []
    for word in words_of(text):
        stems = {stem(word.folded)} | {stem(run) for run in stretches(split(word.folded, vocabulary))}
        if met := stems & wanted:
            found.append((word.start, word.end, min(met)))
    return found


def _best_start(hits: list[tuple[int, int, str]]) -> int:
    def different(first: int) -> int:
        return len({one for start, end, one in hits if start >= hits[first][0] and end <= hits[first][0] + LENGTH - 60})

    return hits[max(range(min(len(hits), 200)), key=lambda first: (different(first), -first))][0] if hits else 0


def _marked(text: str, start: int, end: int, hits: list[tuple[int, int]]) -> tuple[Stretch, ...]:
    stretches_, at = [], start
    for first, last in hits:
        if first < at:
            continue
        stretches_ += [Stretch(text[at:first], False), Stretch(text[first:last], True)]
        at = last
    return tuple(one for one in (*stretches_, Stretch(text[at:end], False)) if one.text)

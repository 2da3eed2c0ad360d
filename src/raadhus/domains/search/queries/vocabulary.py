"""The words that split compounds: those of the KLE plan's titles and of the open items, kept in the process."""

from collections.abc import Iterable

from raadhus.domains.cases.models import Subject
from raadhus.domains.search.models import Word
from raadhus.pure.kernel.compounds import Vocabulary, part_can_be
from raadhus.pure.kernel.words import words_of

_known = Vocabulary()
_read: list[int] = []  # how many rows of Word were there when they were read; empty: read them anew


def known() -> Vocabulary:
    """Every word known now. Read again when another process has added words."""
    global _known
    count = Word.objects.count()
    if _read != [count]:
        _known = Vocabulary([*Word.objects.values_list("folded", flat=True), *_from_kle()])
        _read[:] = [count]
    return _known


def new_among(words: Iterable[str]) -> list[str]:
    """Those of `words` that may be a part of a compound and are not known yet, in order of the alphabet."""
    have = known().words
    return sorted(word for word in set(words) if part_can_be(word) and word not in have)


def add(words: Iterable[str]) -> None:
    """Let words just stored count at once, without reading the table again."""
    words = list(words)
    _known.add(words)
    _read[:] = [_read[0] + len(words)] if _read else []


def forget() -> None:
    """Read the words anew next time."""
    _read.clear()


def _from_kle() -> set[str]:
    titles = Subject.objects.values_list("title", flat=True)
    return {word.folded for title in titles for word in words_of(title)}

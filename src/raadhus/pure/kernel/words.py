"""Text cut into words that know where they stood, folded so that spellings of one word meet."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 60  # letters of a word that count; a PDF may give a page without a space
_WORD = re.compile(r"[^\W_]+(?:[.\-/][^\W_]+)*")
_INNER = re.compile(r"[^\W_]+")
_DIGRAPHS = (("aa", "å"), ("ae", "æ"), ("oe", "ø"))


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and its stretch [start, end) in the text."""

    folded: str
    start: int
    end: int


@lru_cache(maxsize=50_000)  # the same few thousand words make up most of any collection
def fold(word: str) -> str:
    """Lower case; Aabenraa as Åbenrå; accents off other letters than å (é is e)."""
    lowered = word.lower()
    if not lowered.isascii():
        lowered = "".join(_without_accent(letter) for letter in unicodedata.normalize("NFC", lowered))
    for written, letter in _DIGRAPHS:
        lowered = lowered.replace(written, letter)
    return lowered


def _without_accent(letter: str) -> str:
    if letter in "æøå" or letter.isascii():
        return letter
    bare = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in bare if not unicodedata.combining(part) and (part.isalnum()))


def folded_words(text: str) -> list[str]:
    """The words of `words_of`, folded, without their places: what the index needs, in a third of the time."""
    found: list[str] = []
    for whole in _WORD.findall(text):
        if whole.isalnum():
            found.append(fold(whole)[:LONGEST])
            continue
        parts = _INNER.findall(whole)
        if any(letter.isdigit() for letter in whole):
            found.append(fold("".join(parts))[:LONGEST])
        found += [fold(part)[:LONGEST] for part in parts]
    return [word for word in found if word]


def words_of(text: str) -> Iterator[Word]:
    """Every word of `text` in order.

    A number with points, dashes or slashes inside (a case number, a date, "2018-2021") comes once whole, without them,
    and then part by part; a hyphenated word comes part by part only.
    """
    for match in _WORD.finditer(text):
        whole = match.group()
        parts = [(part.group(), match.start() + part.start()) for part in _INNER.finditer(whole)]
        if len(parts) > 1 and any(letter.isdigit() for letter in whole):
            yield Word(fold("".join(part for part, _ in parts))[:LONGEST], match.start(), match.end())
        for part, start in parts:
            if folded := fold(part)[:LONGEST]:
                yield Word(folded, start, start + len(part))

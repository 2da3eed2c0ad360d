"""Words broken at a line's end: put together only where it is certain what the word is.

The rule, for `front-` at a line's end and `back` at the beginning of the next line of the same paragraph or page:

1. `frontback` stands elsewhere in the document and `front-back` does not: one word ("Økonomi-/udvalget").
2. `front-back` stands elsewhere and `frontback` does not: one word with its hyphen.
3. A digit before the hyphen and a digit after it: kept with the hyphen ("2018-/2021", "00.01.00-A21-/2-21").
4. `back` is a joining word (og, eller, samt …): left alone, the hyphen stands for a left-out word ("sprog-/og").
5. `front` is capitals, a single letter, "ikke" or has a digit, and `back` is in lower case: kept with the hyphen
   ("IT-/afdelingen", "ikke-/planlagte").
6. `front` and `back` are letters, `back` in lower case: one word, since only the line's end puts a hyphen there.
7. Anything else is left as it stands, hyphen and all.

What is put together stands at the end of the upper line; the rest of the lower line follows on its own.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from raadhus.pure.documents.read.placed import PlacedLine

# Bytes are split several times as fast as a pattern finds words, and this is done for every page.
Words = frozenset[bytes]
_WIDE_MARKS = "–—…»«„”“’"
_NARROW_MARKS = bytes(32 if byte < 128 and not chr(byte).isalnum() and byte != 45 else byte for byte in range(256))
_FRONT = re.compile(r"([^\W_]+)-$")
_BACK = re.compile(r"[^\W_]+")
_JOINING = frozenset(
    ("og", "eller", "samt", "til", "men", "som", "i", "på", "for", "fra", "over", "under", "både", "end", "såvel")
)


def join_broken_words(lines: list[PlacedLine]) -> None:
    """Move the second part of every surely broken word in `lines` up; a line left empty goes."""
    body = [line for line in lines if not line.running and not line.picture]
    broken = [(above, below) for above, below in pairwise(body) if above.text.endswith("-") and not above.ends]
    if not broken:
        return
    known = words_within(line.text for line in body)
    for above, below in broken:
        _join(above, below, known)
    lines[:] = [line for line in lines if line.text or line.picture]


def words_within(lines: Iterable[str]) -> Words:
    """Every word that stands whole in one of `lines`, with the hyphens inside it."""
    text = "\n".join(lines).casefold()
    for mark in _WIDE_MARKS:
        text = text.replace(mark, " ")
    return frozenset(text.encode("utf-8", "replace").translate(_NARROW_MARKS).split())


def _join(above: PlacedLine, below: PlacedLine, known: Words) -> None:
    front, back = _FRONT.search(above.text), _BACK.match(below.text)
    if not front or not back:
        return
    between = hyphen_between(front[1], back[0], known)
    if between is None:
        return
    moved, _, rest = below.text.partition(" ")
    above.text = above.text[:-1] + between + moved
    below.text = rest
    above.ends = below.ends and not rest


def hyphen_between(front: str, back: str, known: Words) -> str | None:
    """What stands between the two parts: "" or "-"; None where that is not certain. `known` as by `words_within`."""
    whole, hyphened = _word(front + back) in known, _word(f"{front}-{back}") in known
    if whole != hyphened:
        return "" if whole else "-"
    if whole or not (back[0].islower() or back[0].isdigit()):
        return None
    if back[0].isdigit():
        return "-" if front[-1].isdigit() else None
    if back in _JOINING:
        return None
    if len(front) == 1 or front.casefold() == "ikke" or front.isupper() or not front.isalpha():
        return "-"
    return "" if back.isalpha() else None


def _word(text: str) -> bytes:
    return text.casefold().encode("utf-8", "replace")

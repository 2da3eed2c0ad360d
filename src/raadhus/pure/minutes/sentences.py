"""Running text cut into sentences, list points and paragraphs, each a stretch of the source."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from raadhus.pure.minutes.word_blocks import words_of


class Stretch(NamedTuple):
    """`text[start:end]`, trimmed of white space."""

    start: int
    end: int


_ABBREVIATIONS = frozenset(
    words_of("""
d kl nr ca bl.a bl a f.eks f eks mv m.v m v pkt stk mio mia kr jf evt pr inkl ekskl vedr resp tlf ang afd sml dvs
d.v.s o.l osv pga p.g.a pt p.t ift i.f.t mht m.h.t mhp m.fl fl max min hhv
""")
)
# Only after a day: "den 3. jul. 2022" goes on, "inden jul." does not.
_MONTHS = frozenset(words_of("jan feb febr mar apr jun jul aug sept sep okt nov dec"))
_DAY_BEFORE = re.compile(r"\d\.?\s+[^\s(]+$")
_STOP = re.compile(
    r"[.!?…]+[\"”)]?(?=\s+[\"”(•–-]?\s?[A-ZÆØÅ0-9•–-])|\n\s*\n|\n(?=\s*(?:[-–•*]|\d+[.)]|[a-z]\))\s)|\n(?=[A-ZÆØÅ])"
)
_LONGEST = 1000  # What is longer is no sentence; the bound keeps reading linear in the text.
_LAST_WORD = re.compile(r"([^\s(]+)$")
_COUNTED = re.compile(
    r"\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|kvartal|halvår|klasse|etape|behandling|og|til|–|-)", re.I
)


def sentences(text: str) -> list[Stretch]:
    """The sentences, list points and paragraphs of `text`, in order, none empty."""
    cuts = [0]
    cuts += [stop.end() for stop in _STOP.finditer(text) if _ends_sentence(text, stop)]
    cuts.append(len(text))
    found = (trimmed(text, start, end) for cut in pairwise(cuts) for start, end in _bounded(text, *cut))
    return [stretch for stretch in found if stretch.end > stretch.start]


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in pieces of at most `_LONGEST` characters, cut at white space where there is any."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        yield start, cut
        start = cut
    yield start, end


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    if not stop[0].startswith("."):
        return True
    word = _LAST_WORD.search(text[max(0, stop.start() - 20) : stop.start()])
    if word is None:
        return True
    last = word[1].lower()
    if last in _MONTHS:
        return not _DAY_BEFORE.search(text, max(0, stop.start() - 20), stop.start())
    if last in _ABBREVIATIONS:
        return len(last) > 1 and word[1].isupper()
    if last.isdigit():
        return not _COUNTED.match(text, stop.end())
    return not (len(last) == 1 and word[1].isupper())


def trimmed(text: str, start: int, end: int) -> Stretch:
    """The stretch without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(start, end)

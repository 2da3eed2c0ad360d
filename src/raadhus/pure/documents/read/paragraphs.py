"""Where one paragraph of a PDF ends: by the distance to the next line, by the type, or by the page."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from raadhus.pure.documents.read.placed import PlacedLine
from raadhus.pure.kernel.source_text import SourceLine

# A paragraph's end is a distance of more than this many line pitches.
_WIDER = 1.2
# The line pitch, in heights of the font's box, at most and where a document's own cannot be seen.
_MOST_PITCH, _USUAL_PITCH = 2.6, 1.4
# What a first word must leave free to have fitted on the line above, as a share of its estimated width.
_SLACK = 1.3
_SENTENCE_END = re.compile(r"[.:;!?…][»”\"')\]]*$")


def mark_ends(lines: Sequence[PlacedLine]) -> None:
    """Set `ends` on every line with which a paragraph ends.

    Running lines and pictures part no paragraph: one that runs on over a page's end is one paragraph.
    """
    body = [line for line in lines if not line.running and not line.picture]
    margins = _right_margins(body)
    pitches = _pitches(body, margins)
    for above, below in pairwise(body):
        above.ends = _parted(above, below, margins, pitches)


def source_lines(lines: Sequence[PlacedLine]) -> tuple[SourceLine, ...]:
    """`lines` numbered from 1, with an empty line after each with which a paragraph ends."""
    numbered: list[SourceLine] = []
    for line in lines:
        numbered.append(SourceLine(line.text, len(numbered) + 1, line.page, _hint(line)))
        if line.ends:
            numbered.append(SourceLine("", len(numbered) + 1, line.page))
    return tuple(numbered)


def _hint(line: PlacedLine) -> str:
    if line.picture:
        return "picture"
    if line.running:
        return "running"
    return "bold" if line.bold else ""


def _parted(above: PlacedLine, below: PlacedLine, margins: dict[int, float], pitches: dict[int, float]) -> bool:
    if above.page != below.page:
        return not _runs_on(above, below, margins)
    distance = above.base - below.base
    if abs(distance) < 1 and below.left >= above.right:
        return False
    if distance <= 0:
        return not _runs_on(above, below, margins)
    if above.bold != below.bold and _ended_early(above, below, margins):
        return True
    return distance > _WIDER * _pitch(min(above.height, below.height), pitches)


def _runs_on(above: PlacedLine, below: PlacedLine, margins: dict[int, float]) -> bool:
    """Whether a paragraph goes on from the foot of one page or column to the head of the next."""
    if above.bold != below.bold or not _alike(above.height, below.height):
        return False
    ended = bool(_SENTENCE_END.search(above.text))
    if below.text[0].islower():
        return not ended or not _ended_early(above, below, margins)
    return not ended and not _ended_early(above, below, margins)


def _alike(one: float, other: float) -> bool:
    return abs(one - other) <= 0.25 * max(one, other)


def _ended_early(above: PlacedLine, below: PlacedLine, margins: dict[int, float]) -> bool:
    """Whether the first word of `below` would have fitted on `above`: the line was ended on purpose."""
    letters = len(below.text.split(" ", 1)[0]) + 1
    letter_width = (above.right - above.left) / max(len(above.text), 1)
    return above.right + _SLACK * letters * letter_width < margins.get(above.page, 0.0)


def _right_margins(lines: Iterable[PlacedLine]) -> dict[int, float]:
    """For each page how far right its lines reach; short pages take the reach of the page before."""
    reach: dict[int, float] = {}
    for line in lines:
        reach[line.page] = max(reach.get(line.page, 0.0), line.right)
    typical = sorted(reach.values())[len(reach) // 2] if reach else 0.0
    return {page: max(right, typical) if right > 0.5 * typical else typical for page, right in reach.items()}


def _pitches(lines: Sequence[PlacedLine], margins: dict[int, float]) -> dict[int, float]:
    """The usual distance between two lines of one paragraph by the font's height (tenths of a point); 0 for any font.

    Seen on pairs of lines of which the upper is full, so that the break between them was made by the margin.
    """
    seen: dict[int, Counter[float]] = {}
    for above, below in pairwise(lines):
        distance = above.base - below.base
        if not 0.5 * above.height < distance < _MOST_PITCH * above.height or above.page != below.page:
            continue
        if abs(above.height - below.height) < 0.3 and not _ended_early(above, below, margins):
            seen.setdefault(round(above.height), Counter())[round(distance * 2) / 2] += 1
    return {height: distances.most_common(1)[0][0] for height, distances in seen.items()}


def _pitch(height: float, pitches: dict[int, float]) -> float:
    if (own := pitches.get(round(height))) is not None:
        return own
    if pitches:
        nearest = min(pitches, key=lambda known: abs(known - height))
        return pitches[nearest] * height / max(nearest, 1)
    return _USUAL_PITCH * height

"""Headers and footers: lines that come back on nearly every page, at the same height, at its edge."""

import re
from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter

from raadhus.pure.documents.read.placed import PlacedLine

# So many of the pages must have the line, and so many of the outermost lines of a page are looked at.
_SHARE = 0.6
_DEPTH = 8
# Points by which a header may stand higher or lower from one page to the next.
_STEADY = 3.0
_DIGIT = re.compile(r"\d")
_SIDE = re.compile(r"\b(?:side|s\.|page|p\.)\s*(\d+)(?:\s*(?:af|of|/|-)\s*\d+)?", re.IGNORECASE)
_OF_ALL = re.compile(r"(\d+)\s*(?:af|of|/)\s*\d+$")
_ALONE = re.compile(r"^[-–—|\s]*(\d+)[-–—|\s]*$")
_LAST = re.compile(r"(?<=\s)(\d+)$")
_NUMBERED_THING = re.compile(r"^(?:punkt|pkt\.?|nr\.?|sag|sag nr\.?|bilag|ad)\s*\d+$", re.IGNORECASE)

_base = attrgetter("base")

Key = tuple[str, int]
Edge = list[tuple[PlacedLine, tuple[Key, Key]]]


def mark_running(lines: list[PlacedLine], pages: int) -> None:
    """Set `running` on every header and footer among `lines`; nothing is taken away.

    A line is one when it stands among the outermost lines of its page and the same words stand at the same height on
    at least 60 % of the pages (and on two at least). A page number may differ, as long as it goes with the page; a
    numbered thing of the meeting ("Punkt 3") is never one. "Side 3" by itself at the edge of page 3 is one in any case.
    """
    by_page: dict[int, list[PlacedLine]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    edges = [edge for on_page in by_page.values() for edge in _edges(on_page)]
    found = _repeated(edges, pages)
    for edge in edges:
        _mark(edge, found)


def _edges(lines: list[PlacedLine]) -> tuple[Edge, Edge]:
    """The uppermost and the lowest lines, each from the edge inwards, with what they are known by."""
    ordered = sorted((line for line in lines if not line.picture), key=_base)
    outermost = ordered[:_DEPTH], ordered[: -_DEPTH - 1 : -1]
    low, high = ([(line, _keys(line)) for line in edge] for edge in outermost)
    return high, low


def _repeated(edges: Iterable[Edge], pages: int) -> set[Key]:
    on: dict[Key, set[int]] = defaultdict(set)
    for edge in edges:
        for line, keys in edge:
            for key in keys:
                on[key].add(line.page)
    least = max(2, _SHARE * pages)
    return {key for key, where in on.items() if len(where) >= least}


def _mark(edge: Edge, found: set[Key]) -> None:
    """From the edge inwards, as far as lines run; the first that does not is where the page's own text begins."""
    for line, (one, other) in edge:
        if one not in found and other not in found and not _is_page_number(line):
            return
        line.running = True


def _is_page_number(line: PlacedLine) -> bool:
    match = _SIDE.fullmatch(line.text)
    return match is not None and int(match[1]) == line.page


def _keys(line: PlacedLine) -> tuple[Key, Key]:
    """What a running line has in common with its fellows: words and height (two steps, so that none falls between)."""
    words = _without_page_number(line)
    step = line.base / (2 * _STEADY)
    return (words, int(step) * 2), (words, int(step + 0.5) * 2 + 1)


def _without_page_number(line: PlacedLine) -> str:
    """The text with its page number as a distance from the page's place in the file, so that it is the same on all."""
    if not _DIGIT.search(line.text) or _NUMBERED_THING.match(line.text):
        return line.text
    for pattern in (_SIDE, _OF_ALL, _ALONE, _LAST):
        if match := pattern.search(line.text):
            return f"{line.text[: match.start()]}#{int(match[1]) - line.page}{line.text[match.end() :]}"
    return line.text

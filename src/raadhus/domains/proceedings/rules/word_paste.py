"""What Word writes on the clipboard: points that are paragraphs with a style, and the marker in a span to be ignored.

Word marks such a paragraph `mso-list:l0 level2 lfo1`, and its marker `mso-list:Ignore`; seen in Word 2010 to 365.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element

from raadhus.domains.proceedings.rules.rich_text import Block, Points

_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d+)", re.IGNORECASE)
_MARKER = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_COUNTED = re.compile(r"\(?(?:(?P<figures>\d{1,4})|(?P<letter>[a-zA-Z])|(?P<roman>[ivxIVX]{2,6}))[.)]")
_DEEPEST = 9


@dataclass(slots=True)
class WordPoint:
    """A paragraph that Word shows as a point: how deep, with which marker, and what it says."""

    level: int
    marker: str
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class _Open:
    """A list that is being filled."""

    level: int
    style: str
    start: int
    entries: list[list[Block]] = field(default_factory=list)


def level_of(element: _Element) -> int:
    """How deep the paragraph stands in one of Word's lists, 1 outermost; 0 where it is no point."""
    found = _LEVEL.search(element.get("style", ""))
    return min(int(found[1]), _DEEPEST) if found else 0


def is_marker(element: _Element) -> bool:
    """Whether the element holds the marker that Word wrote out, and not the author's words."""
    return bool(_MARKER.search(element.get("style", "")))


def as_points(points: Sequence[WordPoint]) -> tuple[Block, ...]:
    """The lists that points after each other make; a deeper one lies in the entry before it."""
    done: list[Block] = []
    open_lists: list[_Open] = []
    for point in points:
        style, start = _style_of(point.marker)
        while open_lists and _ends(open_lists, point.level, style):
            _close(open_lists, done)
        if not open_lists or open_lists[-1].level < point.level:
            open_lists.append(_Open(point.level, style, start))
        open_lists[-1].entries.append(list(point.blocks))
    while open_lists:
        _close(open_lists, done)
    return tuple(done)


def _ends(open_lists: Sequence[_Open], level: int, style: str) -> bool:
    inner = open_lists[-1]
    return inner.level > level or (inner.level == level and inner.style != style)


def _close(open_lists: list[_Open], done: list[Block]) -> None:
    inner = open_lists.pop()
    made = Points(tuple(tuple(entry) for entry in inner.entries), inner.style, inner.start)
    (open_lists[-1].entries[-1] if open_lists else done).append(made)


def _style_of(marker: str) -> tuple[str, int]:
    """What a list counts with that has this marker, and from where; ("", 1) for dashes and dots."""
    found = _COUNTED.fullmatch("".join(marker.split()))
    if not found:
        return "", 1
    if found["figures"]:
        return "1", int(found["figures"])
    numeral = found["roman"] or (found["letter"] if found["letter"] in "iIvVxX" else "")
    if numeral:
        return ("i" if numeral.islower() else "I"), _roman(numeral)
    letter = found["letter"]
    return ("a", ord(letter) - 96) if letter.islower() else ("A", ord(letter) - 64)


def _roman(numeral: str) -> int:
    """The number of a Roman numeral below 40."""
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in numeral.lower()]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))

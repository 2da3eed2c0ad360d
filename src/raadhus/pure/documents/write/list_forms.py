"""How a list counts, where what stands before its points is what a word processor or a browser would write itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from raadhus.pure.documents.tree import ListEntry

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_NUMBER = re.compile(r"(\d{1,4})([.)])")
_LETTER = re.compile(r"([a-z])([.)])")
DASHES = frozenset("-–—*")
BULLET = "•"


@dataclass(frozen=True, slots=True)
class ListForm:
    """`kind` is "decimal", "letter" or "bullet"; a counted list begins with `start`, its numbers end with `sign`, and
    the points of a bullet list all have `sign`."""

    kind: str
    start: int
    sign: str


def form_of(entries: Sequence[ListEntry]) -> ListForm | None:
    """The form whose counting gives each point the marker it has; None where the markers follow no rule."""
    markers = [entry.marker for entry in entries]
    if not markers:
        return None
    if set(markers) <= DASHES | {BULLET} and len(set(markers)) == 1:
        return ListForm("bullet", 1, markers[0])
    return _counted(markers, _NUMBER, "decimal") or _counted(markers, _LETTER, "letter")


def _counted(markers: Sequence[str], pattern: re.Pattern[str], kind: str) -> ListForm | None:
    found = [pattern.fullmatch(marker) for marker in markers]
    if not all(found):
        return None
    read = [(match[1], match[2]) for match in found if match]
    places = [int(count) if kind == "decimal" else _LETTERS.index(count) + 1 for count, _ in read]
    first, sign = places[0], read[0][1]
    follows = places == list(range(first, first + len(places))) and {one for _, one in read} == {sign}
    is_plain = kind == "letter" or read[0][0] == str(first)  # "01." is counted by nobody
    return ListForm(kind, first, sign) if follows and is_plain else None

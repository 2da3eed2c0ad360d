"""Source lines → the lines a reader of minutes sees: no running heads, no line ends that only the page made.

A `Line` never holds a word that its source lines do not hold; it may hold several of them (`first` … `last`).
"""

import re
from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from itertools import pairwise

from raadhus.pure.kernel.source_text import SourceLine, SourceText
from raadhus.pure.minutes.case_numbers import details_of
from raadhus.pure.minutes.vocabulary import KIND_OF, LONGEST_HEADING, key_of

LIST_MARK = re.compile(r"(?:[-–—•·▪●◦*o]\s*(?=\S)|\d{1,3}[.):]\s|[a-zæøå][.)]\s|[Aa][dt]\s*\d+\s*[.):])")
_PAGE_NUMBER = re.compile(r"[-–\s]*(?:side|s\.)\s*\d{1,4}(?:\s*(?:af|/|ud af)\s*\d{1,4})?[-–\s]*", re.IGNORECASE)
_ENDS_A_PARAGRAPH = (".", ":", ";", "!", "?", ")", "”", '"')
# Characters on a full page line; a "page" of shorter or longer lines is not set in lines at all.
_NARROWEST, _WIDEST = 60, 160
# What a line must hold, with the next line's first word, to have been full: lines of one width differ in characters.
_FULL = 0.9
_FIELD = re.compile(r"(?:Mødedato|Mødested)\b|(?:Dato|Tid|Sted|Udvalg|Deltagere|Afbud|Fraværende|Referent)\s?:")
_LEADER = re.compile(r"(?:\.\s?){4,}")
_GLUED_TO_LEADER = re.compile(r"^(.*?(?:\.\s?){4,}\s*\d{1,3}?)((?:Punkt|Pkt\.?|Sag nr\.?)\s*\d.*)$")
_GLUED_TO_CONTENTS = re.compile(r"^(Indholdsfortegnelse)\s*((?:Punkt\s*)?\d{1,3}[.:)]?\s*\S.*)$")


@dataclass(slots=True)
class Line:
    """A line with words: `text` stripped, `first` and `last` source line, and whether a blank line stood before it."""

    text: str
    first: int
    last: int
    blank_before: bool
    hint: str = ""
    page: int | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Tidied:
    """The lines to read, and the source lines set aside: `running` repeats on every page, `single` does not."""

    lines: list[Line]
    running: tuple[int, ...]
    single: tuple[SourceLine, ...]


def tidy(source: SourceText, furniture: re.Pattern[str] | None = None) -> Tidied:
    """The lines of `source` without running heads and page furniture, wrapped lines and page ends joined."""
    aside = _set_aside(source)
    known = _furniture(source, furniture)
    counts = Counter(_blurred(line.text) for line in aside.values())
    repeated = {number for number, line in aside.items() if counts[_blurred(line.text)] > 1}
    single = tuple(line for number, line in aside.items() if number not in repeated | known)
    lines = _visible(source, aside.keys() | known)
    return Tidied(_joined(lines, _width(source)), tuple(sorted(repeated | known)), single)


def _furniture(source: SourceText, furniture: re.Pattern[str] | None) -> set[int]:
    """The numbers of the lines that belong to the layout's web page."""
    if furniture is None:
        return set()
    short = ((line.number, line.text.strip()) for line in source.lines if len(line.text) < 80)
    return {number for number, text in short if text and furniture.fullmatch(text)}


def _set_aside(source: SourceText) -> dict[int, SourceLine]:
    aside = {}
    for line in source.lines:
        text = line.text.strip()
        if not text:
            continue
        if line.hint == "running" or (len(text) < 30 and _PAGE_NUMBER.fullmatch(text)):
            aside[line.number] = line
    return aside


def _blurred(text: str) -> str:
    return re.sub(r"\d+", "#", key_of(text))


def _visible(source: SourceText, aside: Set[int]) -> list[Line]:
    lines: list[Line] = []
    blank = True
    for line in source.lines:
        text = line.text.strip()
        if not text:
            blank = True
        elif line.number not in aside:
            for part in _unglued(text):
                lines.append(Line(part, line.number, line.number, blank, line.hint, line.page, _key(part)))
                blank = False
    return lines


def _key(text: str) -> str:
    return key_of(text) if len(text) <= LONGEST_HEADING else ""


def _unglued(text: str) -> tuple[str, ...]:
    if text.startswith("Indhold") and (match := _GLUED_TO_CONTENTS.match(text)):
        return match.group(1), match.group(2)
    if "...." in text and (match := _GLUED_TO_LEADER.match(text)):
        return match.group(1).rstrip(), match.group(2)
    return (text,)


def _width(source: SourceText) -> int:
    """Characters a full line holds where the source has page lines (PDF); 0 where a line is a paragraph.

    Seen from the lines that are followed by another in the same paragraph: most of those are full.
    """
    if source.format != "pdf":
        return 0
    inner = (line.text for line, after in pairwise(source.lines) if line.text and after.text and line.hint != "running")
    lengths = sorted(len(text) for text in inner if len(text) >= _NARROWEST and not _LEADER.search(text))
    widest = lengths[len(lengths) * 3 // 4] if lengths else 0
    return widest if widest <= _WIDEST else 0


def _joined(lines: list[Line], width: int) -> list[Line]:
    result: list[Line] = []
    last_piece = ""
    for line in lines:
        before = result[-1] if result else None
        if before is not None and _continues(before, last_piece, line, width):
            before.text, before.last, before.page = f"{before.text} {line.text}", line.last, line.page
            before.key = _key(before.text)
        else:
            result.append(line)
        last_piece = line.text
    return result


def _continues(before: Line, piece: str, line: Line, width: int) -> bool:
    """Whether only the page made the break between `piece`, the last source line of `before`, and `line`."""
    turned = before.page is not None and line.page is not None and line.page != before.page
    if not turned and (not width or line.blank_before):
        return False
    if LIST_MARK.match(line.text) or line.key in KIND_OF or before.key in KIND_OF or _LEADER.search(piece):
        return False
    if _FIELD.match(line.text) or details_of(line.text) is not None or details_of(before.text) is not None:
        return False
    if (before.hint == "bold") != (line.hint == "bold"):
        return False
    if line.hint[:1] == "h" or before.hint[:1] == "h":
        return not turned and line.hint == before.hint and bool(width) and _was_full(piece, line, width)
    if turned:
        return not piece.endswith(_ENDS_A_PARAGRAPH) and line.text[:1].islower()
    return _was_full(piece, line, width)


def _was_full(piece: str, line: Line, width: int) -> bool:
    """Letters are of unequal width, so that a full line may hold fewer; a sentence that runs on is then the sign."""
    length = len(piece) + 1 + len(line.text.split(" ", 1)[0])
    runs_on = line.text[:1].islower() and piece[-1:] not in _ENDS_A_PARAGRAPH
    return length > (0.75 if runs_on else _FULL) * width

"""A text as plain words, as the record has them, and plain words back as a text.

Paragraphs are parted by an empty line; a point is a line with its dash or number first, the points in it indented; a
table is a line a row, its cells parted by " | "; a picture is its description in brackets.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from raadhus.domains.proceedings.rules.html import parsed, written
from raadhus.domains.proceedings.rules.rich_text import (
    Block,
    Heading,
    Paragraph,
    Picture,
    Points,
    Run,
    joined,
    words_of,
)

_INDENT = "   "
_POINT = re.compile(r"(?:(?P<dash>[-–•])|(?P<number>\d{1,4})[.)])\s+(?P<text>\S.*)")


def plain_of(html: str) -> str:
    """The words of a text."""
    return plain_of_blocks(parsed(html))


def plain_of_blocks(blocks: Sequence[Block]) -> str:
    """The words of a tree."""
    return "\n\n".join(filter(None, map(_plain, blocks)))


def html_of(plain: str) -> str:
    """Plain words as a text: paragraphs and points, nothing more."""
    return written(_read(_parts(plain)))


def with_plain(html: str, plain: str) -> str:
    """The text after somebody changed its plain words without an editor.

    What they let stand keeps its tables, pictures and dress; what they wrote is paragraphs and points.
    """
    blocks = [block for block in parsed(html) if _plain(block)]
    parts = _parts(plain)
    kept = SequenceMatcher(None, [_plain(block) for block in blocks], parts, autojunk=False)
    result: list[Block] = []
    for name, first, last, new_first, new_last in kept.get_opcodes():
        result += blocks[first:last] if name == "equal" else _read(parts[new_first:new_last])
    return written(result)


def _plain(block: Block) -> str:
    if isinstance(block, Paragraph | Heading):
        return words_of(block.runs)
    if isinstance(block, Picture):
        return f"(Billede: {block.alt})" if block.alt else ""
    if isinstance(block, Points):
        return "\n".join(_entry(marker, entry) for marker, entry in zip(_markers(block), block.entries, strict=True))
    return "\n".join(" | ".join(_in_one_line(cell.blocks) for cell in row) for row in block.rows)


def _entry(marker: str, entry: Sequence[Block]) -> str:
    lines = "\n".join(filter(None, map(_plain, entry))).splitlines() or [""]
    return "\n".join([f"{marker} {lines[0]}", *(f"{_INDENT}{line}" for line in lines[1:])])


def _in_one_line(blocks: Sequence[Block]) -> str:
    return " ".join(" ".join(map(_plain, blocks)).split())


def _markers(points: Points) -> list[str]:
    numbers = range(points.start, points.start + len(points.entries))
    if not points.style:
        return ["-"] * len(points.entries)
    if points.style == "1":
        return [f"{number}." for number in numbers]
    written_as = _letter if points.style in "aA" else _roman
    lower = [written_as(number) for number in numbers]
    return [f"{name.upper() if points.style.isupper() else name})" for name in lower]


def _letter(number: int) -> str:
    """a to z, then aa, ab …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(97 + rest) + letters
    return letters


def _roman(number: int) -> str:
    parts = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    numeral = ""
    for value, letters in parts:
        while number >= value:
            numeral, number = numeral + letters, number - value
    return numeral


def _parts(plain: str) -> list[str]:
    """What empty lines part, without spaces at the ends of lines."""
    lines = "\n".join(line.rstrip() for line in plain.replace("\r\n", "\n").split("\n"))
    return [part.strip("\n") for part in re.split(r"\n{2,}", lines) if part.strip()]


def _read(parts: Sequence[str]) -> list[Block]:
    return [block for part in parts for block in _of_part(part.split("\n"))]


def _of_part(lines: Sequence[str]) -> list[Block]:
    """A paragraph, with the points that follow in it; a line that is no point belongs to the point before it."""
    running: list[str] = []
    points: list[tuple[str, list[str]]] = []
    for line in lines:
        found = _POINT.fullmatch(line.strip())
        if found:
            points.append((found["number"] or "", [found["text"]]))
        else:
            (points[-1][1] if points else running).append(line)
    blocks: list[Block] = []
    if running:
        blocks.append(_paragraph(running))
    if points:
        style = "1" if points[0][0] else ""
        entries = tuple((_paragraph(said),) for _, said in points)
        blocks.append(Points(entries, style, max(1, int(points[0][0] or 1))))
    return blocks


def _paragraph(lines: Sequence[str]) -> Paragraph:
    return Paragraph(joined([Run("\n".join(lines))]))

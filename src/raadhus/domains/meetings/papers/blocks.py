"""A section's text as written → the paragraphs and points that paper sets it in."""

import re

from raadhus.pure.documents.tree import Block, ListEntry, NameList, Paragraph, PointList

_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)"
_POINT = re.compile(
    rf"(?P<marker>[-–—•▪●◦·*](?!\d)|\d{{1,2}}[.)](?=\s*\D)(?!\s*{_MONTH})|[a-zæøå][.)](?=\s))\s*(?P<text>\S.*)"
)


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of `text`: an empty line parts paragraphs, a line with a number or dash first is a point.

    Points that follow on each other are one list; a line without a marker after a point belongs to that point.
    """
    blocks: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text):
        for block in _of_paragraph([line.strip() for line in paragraph.splitlines() if line.strip()]):
            before = blocks[-1] if blocks else None
            if isinstance(before, PointList) and isinstance(block, PointList):
                blocks[-1] = PointList(before.entries + block.entries)
            else:
                blocks.append(block)
    return tuple(blocks)


def _of_paragraph(lines: list[str]) -> list[Block]:
    running: list[str] = []
    entries: list[ListEntry] = []
    for line in lines:
        if point := _POINT.fullmatch(line):
            entries.append(ListEntry(point["marker"], point["text"]))
        elif entries:
            entries[-1] = ListEntry(entries[-1].marker, f"{entries[-1].text}\n{line}")
        else:
            running.append(line)
    blocks: list[Block] = [Paragraph("\n".join(running))] if running else []
    return [*blocks, PointList(tuple(entries))] if entries else blocks


def names_of(text: str) -> tuple[Block, ...]:
    """A list of attachments: a name a line where the lines have no markers, else as any other text."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if any(_POINT.fullmatch(line) for line in lines):
        return blocks_of(text)
    return (NameList(tuple(lines)),) if lines else ()

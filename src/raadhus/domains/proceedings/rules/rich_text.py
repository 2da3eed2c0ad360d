"""A text with headings, points, tables and pictures as a tree; `html` reads and writes it, `plain` tells its words.

There is one tree for one look: runs with the same marks are one run, spaces are single, nothing is empty but table
cells. A line break inside a paragraph is the character "\\n" in a run.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

STRONG, EMPHASIS, SUBSCRIPT, SUPERSCRIPT = "strong", "em", "sub", "sup"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike; `href` is empty where they are no link."""

    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that flow together."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; level 3 or 4."""

    level: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A stored picture; `alt` says in words what it shows."""

    src: str
    alt: str


@dataclass(frozen=True, slots=True)
class Points:
    """A list; `style` is "" for dashes, else what it counts with (1, a, A, i, I), from `start`."""

    entries: tuple[tuple["Block", ...], ...]
    style: str = ""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell of a table."""

    blocks: tuple["Block", ...]
    is_head: bool = False
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Paragraph | Heading | Picture | Points | Table


def words_of(runs: Sequence[Run]) -> str:
    """The runs as bare text."""
    return "".join(run.text for run in runs)


def all_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """Every block, those inside points and cells too, in reading order."""
    for block in blocks:
        yield block
        if isinstance(block, Points):
            for entry in block.entries:
                yield from all_blocks(entry)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from all_blocks(cell.blocks)


def joined(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Runs with single spaces, none at the ends or beside a line break, and those that look alike as one."""
    kept: list[Run] = []
    last = "\n"  # so that no space begins the text
    for run in runs:
        text = ""
        for letter in run.text:
            if letter.isspace() and letter != "\n":
                letter = " "
            if letter == "\n" and last == " ":
                kept, text = _without_last(kept, text)
            if letter == " " and last in " \n":
                continue
            text, last = text + letter, letter
        if text:
            kept.append(Run(text, run.marks, run.href))
    return tuple(_alike_as_one(_trimmed(kept)))


def _without_last(kept: list[Run], text: str) -> tuple[list[Run], str]:
    if text:
        return kept, text[:-1]
    before = kept[-1]
    return [*kept[:-1], *([Run(before.text[:-1], before.marks, before.href)] if before.text[:-1] else [])], text


def _trimmed(runs: list[Run]) -> list[Run]:
    runs = list(runs)
    while runs and not runs[-1].text.rstrip():
        runs.pop()
    if runs:
        runs[-1] = Run(runs[-1].text.rstrip(), runs[-1].marks, runs[-1].href)
    while runs and not runs[0].text.lstrip():
        runs.pop(0)
    if runs:
        runs[0] = Run(runs[0].text.lstrip(), runs[0].marks, runs[0].href)
    return runs


def _alike_as_one(runs: Sequence[Run]) -> Iterator[Run]:
    held: Run | None = None
    for run in runs:
        if held and (held.marks, held.href) == (run.marks, run.href):
            held = Run(held.text + run.text, held.marks, held.href)
        else:
            if held:
                yield held
            held = run
    if held:
        yield held

"""StatBank's cross tables (the web site's Excel and matrix CSV): title, unit, headings over columns, stub at the left.

The title names the dimensions in order, stub first: "Population … by time, region, age and sex". The stub has a column
a dimension, or two (code and text); a blank stub cell repeats the one above. A note may follow after a blank row.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from raadhus.pure.statbank.place import Place, refusal

Cell = str | float | None
_BY = re.compile(r"^(.*?)\s+(?:by|efter|fordelt på)\s+(.+)$", re.IGNORECASE)
_AND = re.compile(r"\s*,\s*|\s+(?:and|og)\s+")
_UNIT = re.compile(r"^(?:units?|enheder?|enhed)\s*:\s*(.*)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Grid:
    """All cells of a sheet by row, from its first row and column, and how a place in it is said."""

    file: str
    cells: Sequence[Sequence[Cell]]
    place: Callable[[int, int], Place]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts are: rows and columns count from 0, `until` is the row after the last with figures."""

    title: str
    names: tuple[str, ...]
    unit: str
    first: int
    until: int
    stub: int
    width: int
    headings: int
    notes: tuple[str, ...]

    @property
    def pairs(self) -> bool:
        """Whether each stub dimension has a column for its code and one for its text."""
        return self.stub == 2 * (len(self.names) - self.headings)


def is_blank(cell: Cell) -> bool:
    """No content."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def text_in(cell: Cell) -> str:
    """The cell as text; a whole number without decimals, for a code is text."""
    if isinstance(cell, float):
        return str(int(cell)) if cell == int(cell) else str(cell)
    return (cell or "").strip()


def layout_of(grid: Grid) -> Layout:
    """The layout of a cross table; refuses a sheet that has none, naming the row where it fails."""
    if not grid.cells or is_blank(grid.cells[0][0] if grid.cells[0] else None):
        raise refusal(grid.place(0, 0), "her skulle tabellens titel stå; hent tabellen igen fra statistikbanken.")
    title = text_in(grid.cells[0][0])
    unit = _UNIT.match(text_in(grid.cells[1][0])) if len(grid.cells) > 1 and grid.cells[1] else None
    top = 2 if unit else 1
    while top < len(grid.cells) and all(is_blank(cell) for cell in grid.cells[top]):
        top += 1
    first = next((at for at in range(top, len(grid.cells)) if not is_blank(_at(grid, at, 0))), None)
    if first is None or first == top:
        raise refusal(grid.place(top, 0), "her skulle kolonnernes overskrifter stå over tallene; hent tabellen igen.")
    heads = grid.cells[first - 1]
    stub = next((at for at, cell in enumerate(heads) if not is_blank(cell)), 0)
    width = max((at + 1 for at, cell in enumerate(heads) if not is_blank(cell)), default=0)
    if not 0 < stub < width:
        raise refusal(grid.place(first - 1, 0), "overskrifterne står ikke over tallene; hent tabellen igen.")
    until, notes = _end(grid, first)
    names = _names(grid, title, first - top, stub)
    return Layout(title, names, unit[1].strip() if unit else "", first, until, stub, width, first - top, notes)


def _at(grid: Grid, row: int, column: int) -> Cell:
    return grid.cells[row][column] if column < len(grid.cells[row]) else None


def _names(grid: Grid, title: str, headings: int, stub: int) -> tuple[str, ...]:
    """The dimensions that the title names; refuses a title that names another number than the sheet shows."""
    match = _BY.match(title)
    names = tuple(name.strip() for name in _AND.split(match[2])) if match else ()
    stubs = len(names) - headings
    if stubs < 1 or stub not in (stubs, 2 * stubs) or len(set(names)) != len(names):
        said = f"titlen nævner {len(names)} dimensioner, men arket har {stub} forspalter og {headings} hoveder"
        raise refusal(grid.place(0, 0), f"{said}; hent tabellen igen uden at ændre titlen.")
    return names


def _end(grid: Grid, first: int) -> tuple[int, tuple[str, ...]]:
    """The row after the last figures, and the notes below: what follows a blank row with only its first cell filled."""
    blank = (at for at in range(first, len(grid.cells)) if all(is_blank(cell) for cell in grid.cells[at]))
    until = next(blank, len(grid.cells))
    notes = []
    for at in range(until, len(grid.cells)):
        filled = [column for column, cell in enumerate(grid.cells[at]) if not is_blank(cell)]
        if filled not in ([], [0]):
            raise refusal(
                grid.place(at, filled[-1]), "her er indhold under tabellens slutning; fjern den tomme række over."
            )
        notes += [text_in(grid.cells[at][0])] if filled else []
    return until, tuple(notes)

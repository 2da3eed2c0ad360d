"""A cross table as a `Table`: stub filled down, headings filled right, every combination there once."""

from dataclasses import dataclass
from itertools import product

import numpy as np

from raadhus.pure.statbank.dimension import Dimension, role_of
from raadhus.pure.statbank.figures import MISSING, NIL, MarkTexts, cells_in, refuse_misnamed, table_read
from raadhus.pure.statbank.grid import Cell, Grid, Layout, is_blank, layout_of, text_in
from raadhus.pure.statbank.labelled import Figures, Marks, Note
from raadhus.pure.statbank.place import Place, refusal
from raadhus.pure.statbank.regions import as_region_code
from raadhus.pure.statbank.table import Table


@dataclass(frozen=True, slots=True)
class GridLocator:
    """A figure's row and column follow from its position, for the table is whole and in order."""

    grid: Grid
    layout: Layout
    columns: int

    @property
    def file(self) -> str:
        """The file's name."""
        return self.grid.file

    def place_of(self, position: int) -> Place:
        """The cell."""
        row, column = divmod(position, self.columns)
        return self.grid.place(self.layout.first + row, self.layout.stub + column)


def table_of_grid(grid: Grid, name: str) -> Table:
    """The table of a sheet; refuses one with a missing, extra or doubled row, or a cell that is no figure."""
    layout = layout_of(grid)
    stubs = len(layout.names) - layout.headings
    rows = _stub_keys(grid, layout, stubs)
    columns = _heading_keys(grid, layout)
    dims = [_stub_dimension(grid, layout, rows, at) for at in range(stubs)]
    for level in range(layout.headings):
        labels = tuple(dict.fromkeys(key[level] for key in columns))
        said = layout.names[stubs + level]
        dims.append(Dimension(said, labels, labels, said, role_of(said)))
    _refuse_out_of_order(grid, layout, rows, dims[:stubs])
    wanted = list(product(*(dim.codes for dim in dims[stubs:])))
    if columns != wanted:
        at = next(
            (at for at, (is_, must) in enumerate(zip(columns, wanted, strict=False)) if is_ != must), len(columns) - 1
        )
        raise refusal(
            grid.place(layout.first - 1, layout.stub + at), "kolonnerne er ikke alle der; hent tabellen igen."
        )
    cells_in(grid.place(0, 0), [len(dim) for dim in dims])
    texts = MarkTexts()
    values, marks = _figures(grid, layout, texts)
    made = table_read(
        GridLocator(grid, layout, len(columns)), dims, values, marks, texts, name=name, title=layout.title
    )
    return made.changed(unit=layout.unit, notes=tuple(Note(text) for text in layout.notes))


def _stub_keys(grid: Grid, layout: Layout, stubs: int) -> list[tuple[str, ...]]:
    """The code of every stub dimension for each row, blanks filled from above."""
    step = 2 if layout.pairs else 1
    above: list[str] = [""] * stubs
    keys = []
    for row in range(layout.first, layout.until):
        for at in range(stubs):
            cell = grid.cells[row][at * step] if at * step < len(grid.cells[row]) else None
            above[at] = above[at] if is_blank(cell) else text_in(cell)
            if not above[at] or (at == stubs - 1 and is_blank(cell)):
                raise refusal(
                    grid.place(row, at * step), f"{layout.names[at]} mangler i forspalten; hent tabellen igen."
                )
        keys.append(tuple(above))
    return keys


def _heading_keys(grid: Grid, layout: Layout) -> list[tuple[str, ...]]:
    """The texts over each column, blanks filled from the left."""
    levels = []
    for row in range(layout.first - layout.headings, layout.first):
        last, texts = "", []
        for column in range(layout.stub, layout.width):
            cell = grid.cells[row][column] if column < len(grid.cells[row]) else None
            last = last if is_blank(cell) else text_in(cell)
            if not last or (row == layout.first - 1 and is_blank(cell)):
                raise refusal(grid.place(row, column), "kolonnen har ingen overskrift; hent tabellen igen.")
            texts.append(last)
        levels.append(texts)
    return list(zip(*levels, strict=True))


def _stub_dimension(grid: Grid, layout: Layout, rows: list[tuple[str, ...]], at: int) -> Dimension:
    name, step = layout.names[at], 2 if layout.pairs else 1
    role = role_of(name)
    first_row: dict[str, int] = {}
    for row, key in enumerate(rows):
        first_row.setdefault(key[at], layout.first + row)
    labels = {code: text_in(grid.cells[row][at * step + step - 1]) or code for code, row in first_row.items()}
    codes = {code: as_region_code(code) if role == "region" else code for code in first_row}
    if len(set(codes.values())) != len(codes):
        raise refusal(grid.place(layout.first, at * step), f"{name} har samme kode skrevet på to måder; ret den ene.")
    dim = Dimension(name, tuple(codes.values()), tuple(labels.values()), name, role)
    places = {codes[code]: grid.place(row, at * step + step - 1) for code, row in first_row.items()}
    refuse_misnamed(dim, places, grid.place(layout.first, at * step))
    return dim


def _refuse_out_of_order(grid: Grid, layout: Layout, rows: list[tuple[str, ...]], dims: list[Dimension]) -> None:
    """Refuses a sheet whose rows are not every combination of the stub, once and in order."""
    met = [list(dict.fromkeys(key[at] for key in rows)) for at in range(len(dims))]
    wanted = 0
    for wanted, key in enumerate(product(*met)):
        if wanted >= len(rows) or rows[wanted] != key:
            said = ", ".join(f"{dim.name}={code}" for dim, code in zip(dims, key, strict=True))
            place = grid.place(layout.first + min(wanted, len(rows) - 1), 0)
            raise refusal(place, f"her mangler rækken {said}, eller den står et andet sted; hent tabellen igen.")
    if wanted + 1 != len(rows):
        raise refusal(
            grid.place(layout.first + wanted + 1, 0), "rækken er for meget eller står to gange; hent tabellen igen."
        )


def _figures(grid: Grid, layout: Layout, texts: MarkTexts) -> tuple[Figures, Marks]:
    size = (layout.until - layout.first, layout.width - layout.stub)
    values, marks = np.full(size, np.nan), np.zeros(size, np.uint8)
    for row in range(size[0]):
        cells = grid.cells[layout.first + row]
        if any(not is_blank(cell) for cell in cells[layout.width :]):
            raise refusal(
                grid.place(layout.first + row, layout.width), "her er et tal uden overskrift; hent tabellen igen."
            )
        for column in range(size[1]):
            spot = layout.stub + column
            cell: Cell = cells[spot] if spot < len(cells) else None
            if isinstance(cell, float):
                values[row, column] = cell
                continue
            text = text_in(cell)
            place = grid.place(layout.first + row, spot)
            if text not in (*MISSING, NIL):
                raise refusal(
                    place, f"»{text[:20]}« er ikke et tal; hent tabellen igen." if text else "tallet mangler."
                )
            marks[row, column] = texts.index(text, place)
            values[row, column] = 0.0 if text == NIL else np.nan
    return values.ravel(), marks.ravel()

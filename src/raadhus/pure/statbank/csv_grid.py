"""StatBank's matrix CSV: the cross table of the web site as text, years or sexes as columns."""

import re

from raadhus.pure.statbank.csv_rows import numbered_rows
from raadhus.pure.statbank.figures import MISSING, NIL
from raadhus.pure.statbank.grid import Cell, Grid
from raadhus.pure.statbank.grid_table import table_of_grid
from raadhus.pure.statbank.place import Place, refusal
from raadhus.pure.statbank.table import Table
from raadhus.pure.statbank.text import text_of_statbank
from raadhus.pure.statbank.vintage import table_name_in

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)


def read_csv_grid(
    data: bytes, file: str, *, table: str = "", delimiter: str = ";", decimal: str | None = None
) -> Table:
    """The cross table of a matrix CSV; `decimal` is "," or "." where the figures must be told, one for the file."""
    text = text_of_statbank(file, data)
    if not text.endswith(("\n", "\r")):
        place = Place(file, text.count("\n") + 1)
        raise refusal(place, "sidste række slutter uden linjeskift; filen kan være skåret over. Hent den igen.")
    rows: list[list[str]] = []
    for number, row in numbered_rows(file, text, delimiter):
        rows += [[] for _ in range(number - 1 - len(rows))] + [row]
    sign = decimal or _decimal_sign(file, rows)
    cells = [[_cell(field, sign, column) for column, field in enumerate(row)] for row in rows]
    grid = Grid(file, cells, lambda row, column: Place(file, row + 1, column + 1))
    return table_of_grid(grid, table or table_name_in(file))


def _cell(field: str, sign: str, column: int) -> Cell:
    """A figure as float, but texts that are not figures, and the first column's codes and years, as text."""
    said = field.strip()
    if column == 0 or not said or said in (*MISSING, NIL) or not _NUMBER.fullmatch(said):
        return said
    wrong = "." if sign == "," else ","
    return (
        said
        if wrong in said or (said.startswith("0") and said.isdigit() and len(said) > 1)
        else float(said.replace(sign, "."))
    )


def _decimal_sign(file: str, rows: list[list[str]]) -> str:
    found: dict[str, Place] = {}
    for number, row in enumerate(rows, 1):
        for column, field in enumerate(row, 1):
            if _NUMBER.fullmatch(field.strip()) and not field.strip().lstrip("+-").isdigit():
                found.setdefault("," if "," in field else ".", Place(file, number, column))
    if len(found) > 1:
        raise refusal(list(found.values())[-1], "tallene har både komma og punktum; sig hvad der er decimaltegn.")
    return next(iter(found), ".")

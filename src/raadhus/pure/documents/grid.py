"""A workbook as plain values: sheets of cells that know where they stood. Rows and columns count from 1, as Excel's."""

from dataclasses import dataclass, field
from datetime import date, datetime

Value = str | int | float | bool | date | datetime


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with something in it: `value` as its kind of value, `text` as a Danish reader sees it.

    `number_format` is Excel's code for a number or a date, "" for the general one. `formula` is the formula without
    "=", whose result is the value; a formula whose result the file does not hold, or which failed, has `is_broken`.
    """

    value: Value
    text: str
    number_format: str = ""
    formula: str = ""
    is_broken: bool = False


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that were merged into one, both ends included; only the first of them has a value."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Worksheet:
    """One sheet: the cells with something in them, by row and column. `hidden_rows` are folded away or filtered out."""

    name: str
    rows: dict[int, dict[int, Cell]]
    merges: tuple[Merge, ...] = ()
    is_hidden: bool = False
    hidden_rows: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets of a file, in its order."""

    name: str
    sheets: tuple[Worksheet, ...]


def place(row: int, column: int) -> str:
    """What Excel calls the cell: (4, 7) is "G4"."""
    return f"{letters(column)}{row}"


def letters(column: int) -> str:
    """What Excel calls the column: 28 is "AB"."""
    found = ""
    while column:
        column, at = divmod(column - 1, 26)
        found = chr(65 + at) + found
    return found

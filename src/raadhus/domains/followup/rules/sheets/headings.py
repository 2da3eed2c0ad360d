"""Where the headings of a sheet stand, how many rows they take, and which column is which: a suggestion to a person."""

from collections.abc import Mapping
from dataclasses import dataclass

from raadhus.domains.followup.rules.sheets.columns import OWN, STANDARD, key_of, plain
from raadhus.pure.documents.grid import Cell, Workbook, Worksheet

_LOOKED_AT = 40  # rows from the top within which a head is looked for
_FEWEST = 2  # headings that must be known before a row is taken for a head


@dataclass(frozen=True, slots=True)
class Head:
    """The sheet's name, the first and last row of its headings, and each column's kind (a key, "own", "left_out")."""

    sheet: str
    first_row: int
    last_row: int
    keys: Mapping[int, str]


def suggest_head(book: Workbook) -> Head:
    """The sheet and rows whose headings are known best; where none are, the first row with most in it, all "own"."""
    shown = [sheet for sheet in book.sheets if not sheet.is_hidden] or list(book.sheets)
    return max((_best_of(sheet) for sheet in shown), key=lambda head: _score(head))


def head_at(sheet: Worksheet, first_row: int, last_row: int) -> Head:
    """The suggestion for a head that somebody has pointed out."""
    return Head(sheet.name, first_row, last_row, _keys(headings_of(sheet, first_row, last_row)))


def headings_of(sheet: Worksheet, first_row: int, last_row: int) -> dict[int, str]:
    """Each column's heading, put together of its rows ("Ansvarlig – Hoved"); "" where there is none."""
    wide = filled(sheet)
    found = {}
    for column in columns_of(sheet):
        parts = [wide[row][column].text for row in range(first_row, last_row + 1) if column in wide.get(row, {})]
        words = [" ".join(part.split()) for part in parts]
        found[column] = " – ".join(dict.fromkeys(words))
    return found


def columns_of(sheet: Worksheet) -> list[int]:
    """The columns with something in them, from the left."""
    return sorted({column for cells in sheet.rows.values() for column in cells})


def filled(sheet: Worksheet) -> dict[int, dict[int, Cell]]:
    """The sheet's cells, with the value of merged cells in each of the cells that they cover."""
    rows = {row: dict(cells) for row, cells in sheet.rows.items()}
    known = set(columns_of(sheet))
    for merge in sheet.merges:
        value = sheet.rows.get(merge.first_row, {}).get(merge.first_column)
        if value is None:
            continue
        for row in range(merge.first_row, min(merge.last_row, max(rows)) + 1):
            for column in known & set(range(merge.first_column, merge.last_column + 1)):
                rows.setdefault(row, {}).setdefault(column, value)
    return rows


def _best_of(sheet: Worksheet) -> Head:
    rows = [row for row in sorted(sheet.rows) if row <= _LOOKED_AT] or [min(sheet.rows)]
    heads = [head_at(sheet, row, last) for row in rows for last in (row, row + 1) if last == row or last in sheet.rows]
    best = max(heads, key=lambda head: (_score(head), head.first_row == head.last_row, -head.first_row))
    if _score(best) >= _FEWEST:
        return best
    fullest = max(rows, key=lambda row: (len(sheet.rows[row]), -row))
    return Head(sheet.name, fullest, fullest, dict.fromkeys(columns_of(sheet), OWN))


def _score(head: Head) -> int:
    return sum(key != OWN for key in head.keys.values())


def _keys(headings: Mapping[int, str]) -> dict[int, str]:
    """Each column's kind; a kind is given once, to the heading that names it best, from the left."""
    found = {column: _key(heading) for column, heading in headings.items()}
    taken: set[str] = set()
    for column, key in found.items():
        if key in taken:
            found[column] = OWN
        elif key in STANDARD:
            taken.add(key)
    return found


def _key(heading: str) -> str:
    """By the whole heading, else by its last row: "Budgetaftale 2022 – Handling" is handling."""
    whole = key_of(plain(heading))
    return whole if whole != OWN else key_of(heading.rpartition(" – ")[2])

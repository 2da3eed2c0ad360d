"""Sheets → an Excel file without formulas, links or macros: what was text stays text, also when somebody edits it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet as Page

from raadhus.pure.documents.grid import Cell, Worksheet
from raadhus.pure.documents.write.characters import shown
from raadhus.pure.kernel.errors import Refused

LONGEST = 32_767  # what one cell of Excel holds
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_DAY, _MOMENT = "dd-mm-yyyy", "dd-mm-yyyy hh:mm"
_UNFIT = str.maketrans(dict.fromkeys("[]:*?/\\", " "))


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet is set: `head_row` is the last row of the head, which stays in sight; 0 for none.

    `widths` are in characters, by column from the first; `strong_rows` are headings among the rows.
    """

    head_row: int = 0
    widths: tuple[float, ...] = ()
    strong_rows: frozenset[int] = frozenset()


def write_xlsx(sheets: Mapping[str, tuple[Worksheet, Look]], *, title: str, made_on: date) -> bytes:
    """The file, the same bytes for the same sheets; `Refused` where a text is longer than a cell of Excel holds."""
    held = BytesIO()
    book = xlsxwriter.Workbook(held, dict(_OPTIONS))
    book.set_properties({"title": title, "created": datetime(made_on.year, made_on.month, made_on.day)})
    formats = _Formats(book)
    for name, (sheet, look) in sheets.items():
        page = book.add_worksheet(sheet_name(name))
        _write(page, sheet, look, formats)
    book.close()
    return held.getvalue()


def sheet_name(name: str) -> str:
    """`name` as Excel takes it for a sheet: 31 signs, and none of its own."""
    return " ".join(name.translate(_UNFIT).split()).strip("'")[:31].strip(" '") or "Ark"


class _Formats:
    """Every format once; Excel counts them."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool, bool], Format] = {}

    def of(self, code: str, *, is_text: bool, is_strong: bool) -> Format:
        key = (code, is_text, is_strong)
        if key not in self._made:
            # quote_prefix is the ' before a text: it stays a text when somebody edits the cell or saves it again.
            facts: dict[str, Any] = {"text_wrap": True, "valign": "top", "quote_prefix": is_text, "bold": is_strong}
            self._made[key] = self._book.add_format(facts | ({"num_format": code} if code else {}))
        return self._made[key]


def _write(page: Page, sheet: Worksheet, look: Look, formats: _Formats) -> None:
    for column, width in enumerate(look.widths):
        page.set_column(column, column, width)
    for row, cells in sheet.rows.items():
        is_strong = row == look.head_row or row in look.strong_rows
        for column, cell in cells.items():
            _write_cell(page, row - 1, column - 1, cell, formats, is_strong)
    for merge in sheet.merges:
        first = sheet.rows.get(merge.first_row, {}).get(merge.first_column)
        spanned = (merge.first_row - 1, merge.first_column - 1, merge.last_row - 1, merge.last_column - 1)
        page.merge_range(*spanned, "", formats.of("", is_text=True, is_strong=True))
        if first is not None:
            _write_cell(page, spanned[0], spanned[1], first, formats, True)
    if look.head_row:
        last_row, last_column = (
            max(sheet.rows, default=1),
            max((max(cells) for cells in sheet.rows.values()), default=1),
        )
        page.freeze_panes(look.head_row, 0)
        page.repeat_rows(look.head_row - 1)
        page.autofilter(look.head_row - 1, 0, max(last_row, look.head_row) - 1, last_column - 1)
    page.set_landscape()
    page.set_paper(8)  # A3
    page.fit_to_pages(1, 0)


def _write_cell(page: Page, row: int, column: int, cell: Cell, formats: _Formats, is_strong: bool) -> None:
    value = cell.value
    if isinstance(value, str):
        text = _fitting(value)
        page.write_string(row, column, text, formats.of("", is_text=True, is_strong=is_strong))
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, formats.of("", is_text=False, is_strong=is_strong))
    elif isinstance(value, date):
        code = cell.number_format or (_MOMENT if isinstance(value, datetime) else _DAY)
        page.write_datetime(row, column, value, formats.of(code, is_text=False, is_strong=is_strong))
    else:
        page.write_number(row, column, value, formats.of(cell.number_format, is_text=False, is_strong=is_strong))


def _fitting(text: str) -> str:
    """`text` as a cell may hold it: line ends and tabs stay, what no reader could see is spelt out."""
    if len(text) > LONGEST:
        raise Refused(
            f"En celle har {len(text)} tegn, og Excel kan højst have {LONGEST} i én. "
            "Del teksten, eller hent arket som PDF."
        )
    return "\t".join(shown(part) for part in text.split("\t"))

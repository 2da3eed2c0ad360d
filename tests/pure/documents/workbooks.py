"""Workbooks made for a test: by XlsxWriter as Excel would save them, and part by part where no program would."""

import io
import zipfile
from collections.abc import Callable

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def made(fill: Callable[[xlsxwriter.Workbook, Worksheet], None], sheet: str = "Ark1") -> bytes:
    """The file after `fill` has written on its only sheet."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    fill(book, book.add_worksheet(sheet))
    book.close()
    return held.getvalue()


def of_rows(rows: list[list[object]], sheet: str = "Ark1") -> bytes:
    """The file with these values from A1; None leaves a cell empty."""

    def fill(book: xlsxwriter.Workbook, page: Worksheet) -> None:
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if value is not None:
                    page.write(row, column, value)

    return made(fill, sheet)


def of_xml(sheet_data: str, *, before: str = "", **parts: str) -> bytes:
    """The file whose only sheet has this XML in its `sheetData`; `parts` replace or add whole parts."""
    held = io.BytesIO()
    all_parts = {
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELATIONS}">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f"{before}<worksheet {_MAIN}><sheetData>{sheet_data}</sheetData></worksheet>",
    } | parts
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in all_parts.items():
            archive.writestr(name, text)
    return held.getvalue()

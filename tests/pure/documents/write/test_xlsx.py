"""Sheets as Excel files: what is written is what is read again, and nothing of it is a formula."""

import io
import re
import zipfile
from datetime import date, datetime

import pytest

from raadhus.pure.documents.grid import Cell, Merge, Worksheet
from raadhus.pure.documents.read.workbook import read_workbook
from raadhus.pure.documents.write.xlsx import LONGEST, Look, sheet_name, write_xlsx
from raadhus.pure.kernel.errors import Refused

DAY = date(2022, 1, 20)
HOSTILE = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "{=1+1}", "http://eksempel.dk", '=HYPERLINK("x")']


def text(value: str) -> Cell:
    return Cell(value, value)


def written(sheet: Worksheet, look: Look | None = None) -> bytes:
    return write_xlsx({"Ark": (sheet, look or Look())}, title="Prøve", made_on=DAY)


def test_what_is_written_is_read_again_cell_by_cell() -> None:
    sheet = Worksheet(
        "Ark",
        {
            1: {1: text("Opfølgning på Budgetaftale 2022")},
            3: {
                1: text("to\nlinjer med _x000D_ og  dobbelt mellemrum "),
                2: Cell(date(2022, 2, 1), "01-02-2022", "dd-mm-yyyy"),
                3: Cell(datetime(2022, 2, 1, 12, 30), "01-02-2022 kl. 12.30", "dd-mm-yyyy hh:mm"),
                4: Cell(1250.5, "1250,5"),
                5: Cell(0.25, "25 %", "0%"),
                6: Cell(True, "SAND"),
            },
        },
        (Merge(1, 1, 1, 4),),
    )
    assert read_workbook(written(sheet, Look(1, (10.0, 20.0))), "ark.xlsx").sheets == (sheet,)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_text_that_looks_like_a_formula_is_a_text_and_stays_one(hostile: str) -> None:
    data = written(Worksheet("Ark", {1: {1: text(hostile)}}))
    parts = {
        name: zipfile.ZipFile(io.BytesIO(data)).read(name).decode()
        for name in zipfile.ZipFile(io.BytesIO(data)).namelist()
    }
    page = parts["xl/worksheets/sheet1.xml"]
    assert "<f>" not in page
    assert "hyperlink" not in page
    assert 't="s"' in page
    assert re.search(r'<xf [^>]*quotePrefix="1"', parts["xl/styles.xml"])
    assert read_workbook(data, "ark.xlsx").sheets[0].rows[1][1].value == hostile


def test_the_same_sheets_give_the_same_bytes() -> None:
    sheet = Worksheet("Ark", {1: {1: text("Nr.")}, 2: {1: Cell(1, "1")}})
    assert written(sheet) == written(sheet)


def test_a_sign_that_nobody_sees_is_spelt_out() -> None:
    data = written(Worksheet("Ark", {1: {1: text("a\u202eb\x00")}}))
    assert read_workbook(data, "ark.xlsx").sheets[0].rows[1][1].value == "a[U+202E]b[U+0000]"


def test_a_text_that_no_cell_can_hold_is_refused() -> None:
    with pytest.raises(Refused, match=f"højst have {LONGEST}"):
        written(Worksheet("Ark", {1: {1: text("x" * (LONGEST + 1))}}))


@pytest.mark.parametrize(
    ("name", "kept"),
    [("Budgetaftale 2022", "Budgetaftale 2022"), ("[A]/B: 'x'", "A B 'x"), ("", "Ark"), ("æ" * 40, "æ" * 31)],
)
def test_a_sheet_is_called_what_excel_takes(name: str, kept: str) -> None:
    assert sheet_name(name) == kept

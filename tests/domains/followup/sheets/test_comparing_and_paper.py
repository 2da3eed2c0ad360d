"""A sheet's content: the same when kept, compared row by row, and whole on every kind of paper."""

import re
from dataclasses import replace
from io import BytesIO

import docx
import pypdfium2

from raadhus.domains.followup.rules.sheets.comparing import CellChange, compare
from raadhus.domains.followup.rules.sheets.content import Content, ContentRow, as_json, checksum, from_json
from raadhus.domains.followup.rules.sheets.paper import document_of, xlsx_of
from raadhus.pure.documents.read.workbook import read_workbook
from raadhus.pure.documents.write.docx import write_docx
from raadhus.pure.documents.write.pdf import render

COLUMNS = (("number", "Nr."), ("point", "Aftalens punkt"), ("own:Beløb", "Beløb"), ("deadline", "Frist"))
ROWS = (
    ContentRow(1, "Skole", {"number": "1", "point": "Læsning\nog skrivning", "own:Beløb": {"n": 1250, "f": "#,##0"}}),
    ContentRow(2, "Skole", {"number": "2", "point": "=cmd|' /C calc'!A0", "deadline": {"d": "2022-02-01", "f": ""}}),
    ContentRow(3, "Ældre", {"number": "3", "point": "Faste teams", "deadline": "1/3-22"}),
)
CONTENT = Content("Opfølgning", "Budgetaftale 2022", "00.30.14-S00-10-21", "2022-02-03", ("UDKAST",), COLUMNS, ROWS)


def test_content_is_kept_and_known_by_its_checksum() -> None:
    text = as_json(CONTENT)
    assert from_json(text) == CONTENT
    assert as_json(from_json(text)) == text
    assert checksum(text) != checksum(as_json(replace(CONTENT, title="Andet")))


def test_two_versions_differ_row_by_row_and_cell_by_cell() -> None:
    changed = replace(ROWS[0], cells={**ROWS[0].cells, "point": "Læsning og regning"})
    moved = replace(ROWS[1], section="Ældre")
    after = replace(CONTENT, rows=(changed, moved, ContentRow(9, "Ældre", {"point": "Nyt"})))
    found = compare(CONTENT, after)
    assert [(row.kind, row.pk) for row in found.rows] == [("changed", 1), ("changed", 2), ("new", 9), ("gone", 3)]
    assert found.rows[0].cells == (CellChange("Aftalens punkt", "Læsning\nog skrivning", "Læsning og regning"),)
    assert found.rows[1].cells == (CellChange("Afsnit", "Skole", "Ældre"),)
    assert found.unchanged == 0


def test_the_same_version_twice_has_nothing_new() -> None:
    found = compare(CONTENT, from_json(as_json(CONTENT)))
    assert (found.rows, found.unchanged) == ((), 3)


def test_the_excel_file_has_every_cell_with_its_kind_of_value() -> None:
    sheet = read_workbook(xlsx_of(CONTENT), "ark.xlsx").sheets[0]
    texts = {row: {column: cell.text for column, cell in cells.items()} for row, cells in sheet.rows.items()}
    assert texts == {
        1: {1: "UDKAST"},
        2: {1: "Nr.", 2: "Aftalens punkt", 3: "Beløb", 4: "Frist"},
        3: {1: "Skole"},
        4: {1: "1", 2: "Læsning\nog skrivning", 3: "1250"},
        5: {1: "2", 2: "=cmd|' /C calc'!A0", 4: "01-02-2022"},
        6: {1: "Ældre"},
        7: {1: "3", 2: "Faste teams", 4: "1/3-22"},
    }
    assert sheet.rows[4][3].value == 1250
    assert not sheet.rows[5][2].formula


def test_pdf_and_word_have_every_cell_under_its_heading() -> None:
    document = document_of(CONTENT)
    word = docx.Document(BytesIO(write_docx(document)))
    assert [[[cell.text for cell in row.cells] for row in table.rows] for table in word.tables] == [
        [
            ["Nr.", "Aftalens punkt", "Beløb", "Frist"],
            ["1", "Læsning\nog skrivning", "1250", ""],
            ["2", "=cmd|' /C calc'!A0", "", "01-02-2022"],
        ],
        [["Nr.", "Aftalens punkt", "Beløb", "Frist"], ["3", "Faste teams", "", "1/3-22"]],
    ]
    pages = pypdfium2.PdfDocument(render(document))
    said = re.sub(r"\s", "", "".join(page.get_textpage().get_text_range() for page in pages))
    for words in ("Skole", "Ældre", "UDKAST", "00.30.14-S00-10-21", "Læsningogskrivning", "=cmd|'/Ccalc'!A0", "1/3-22"):
        assert words in said


def test_a_column_has_room_for_its_longest_word_on_paper() -> None:
    row = ContentRow(1, "", {"number": "1", "point": "Læsning", "deadline": "Velfærdsudvalget"})
    table = document_of(replace(CONTENT, rows=(row,))).opening[0].blocks[0]
    assert table.widths == (14, 56, 28, 29)  # 2, 8 and 4 parts of 7 mm; 16 letters of 1.6 mm and 3 mm of edges


def test_few_columns_stand_on_a4_and_many_on_a3() -> None:
    many = tuple((f"own:{number}", f"Kolonne {number}") for number in range(12))  # 12 times 28 mm
    assert document_of(CONTENT).page == "a4-landscape"
    assert document_of(replace(CONTENT, columns=many)).page == "a3-landscape"

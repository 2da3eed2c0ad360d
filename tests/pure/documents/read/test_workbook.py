"""Excel files into cells: every kind of value, where it stood, and what is turned away with which sentence."""

from datetime import date, datetime

import pytest

from pure.documents.workbooks import made, of_rows, of_xml
from raadhus.pure.documents.grid import Cell, Merge, letters, place
from raadhus.pure.documents.read.workbook import MOST_ROWS, read_bounded, read_workbook
from raadhus.pure.kernel.errors import Refused


def cells_of(data: bytes) -> dict[int, dict[int, Cell]]:
    return read_workbook(data, "ark.xlsx").sheets[0].rows


def test_a_cell_is_named_as_excel_names_it() -> None:
    assert (place(4, 7), letters(26), letters(27), letters(28), letters(703)) == ("G4", "Z", "AA", "AB", "AAA")


def test_every_kind_of_value_is_read_as_what_it_is() -> None:
    def fill(book, page) -> None:
        page.write_string("A1", "Økonomi & Stab\nledelsen")
        page.write_number("B1", 12)
        page.write_number("C1", 1.5)
        page.write_number("D1", 0.25, book.add_format({"num_format": "0%"}))
        page.write_datetime("E1", datetime(2022, 2, 1), book.add_format({"num_format": "d. mmmm yyyy"}))
        page.write_datetime("F1", datetime(2022, 2, 1, 12, 30), book.add_format({"num_format": "dd-mm-yyyy hh:mm"}))
        page.write_boolean("G1", True)

    row = cells_of(made(fill))[1]
    values = [cell.value for cell in row.values()]
    assert values == ["Økonomi & Stab\nledelsen", 12, 1.5, 0.25, date(2022, 2, 1), datetime(2022, 2, 1, 12, 30), True]
    shown = [cell.text for cell in row.values()]
    assert shown[1:] == ["12", "1,5", "25 %", "01-02-2022", "01-02-2022 kl. 12.30", "SAND"]


def test_a_workbook_that_counts_from_1904_has_the_same_days() -> None:
    book = (
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<workbookPr date1904="1"/><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    parts = {"xl/workbook.xml": book, "xl/styles.xml": styles}
    data = of_xml('<row r="1"><c r="A1" s="1"><v>43131</v></c></row>', **parts)  # 44593 − 1462
    assert cells_of(data)[1][1].value == date(2022, 2, 1)


def test_a_number_with_letters_in_quotes_in_its_format_is_no_date() -> None:
    def fill(book, page) -> None:
        page.write_number("A1", 44593, book.add_format({"num_format": '#,##0 "mio. d. kr."'}))

    assert cells_of(made(fill))[1][1].value == 44593


def test_a_formula_is_read_as_its_result_and_known_as_a_formula() -> None:
    def fill(book, page) -> None:
        page.write_formula("A1", "=Liste!B4", value="Økonomichefen")
        page.write_formula("B1", "=1/0", value="#DIV/0!")

    row = cells_of(made(fill))[1]
    assert (row[1].value, row[1].formula, row[1].is_broken) == ("Økonomichefen", "Liste!B4", False)
    assert row[2].is_broken


def test_a_formula_whose_result_is_not_in_the_file_is_broken_and_not_empty() -> None:
    cell = cells_of(of_xml('<row r="1"><c r="A1"><f>B1&amp;C1</f></c></row>'))[1][1]
    assert (cell.value, cell.formula, cell.is_broken) == ("", "B1&C1", True)


def test_merged_cells_are_told_with_their_ends() -> None:
    sheet = read_workbook(made(lambda _, page: page.merge_range("B2:D3", "Ansvarlig")), "ark.xlsx").sheets[0]
    assert sheet.merges == (Merge(2, 2, 3, 4),)
    assert sheet.rows == {2: {2: Cell("Ansvarlig", "Ansvarlig")}}


def test_rows_that_a_filter_hides_are_read_and_told_of() -> None:
    def fill(book, page) -> None:
        page.write("A1", "Nr.")
        page.write("A2", "1")
        page.set_row(1, options={"hidden": True})

    sheet = read_workbook(made(fill), "ark.xlsx").sheets[0]
    assert (sorted(sheet.rows), sheet.hidden_rows) == ([1, 2], frozenset({2}))


def test_a_hidden_sheet_is_known_as_hidden_and_an_empty_one_left_out() -> None:
    def fill(book, page) -> None:
        page.write("A1", "synlig")
        secret = book.add_worksheet("Løn")
        secret.write("A1", "skjult")
        secret.hide()
        book.add_worksheet("Tomt")

    sheets = read_workbook(made(fill), "ark.xlsx").sheets
    assert [(one.name, one.is_hidden) for one in sheets] == [("Ark1", False), ("Løn", True)]


def test_excels_own_escapes_are_undone() -> None:
    data = of_xml('<row r="1"><c r="A1" t="str"><v>en_x000D_\nto_x005F_x000D_</v></c></row>')
    assert cells_of(data)[1][1].value == "en\nto_x000D_"


def test_cells_and_rows_without_addresses_stand_after_each_other() -> None:
    text = '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row><c t="str"><v>c</v></c></row>'
    assert {row: [cell.text for cell in cells.values()] for row, cells in cells_of(of_xml(text)).items()} == {
        1: ["a", "b"],
        2: ["c"],
    }


def test_in_the_child_the_same_is_read() -> None:
    data = made(
        lambda book, page: page.write_datetime("A1", datetime(2022, 2, 1, 9), book.add_format({"num_format": 22}))
    )
    assert read_bounded(data, "ark.xlsx") == read_workbook(data, "ark.xlsx")


def test_40000_rows_are_refused_with_what_to_do() -> None:
    data = of_rows([[number, "Et punkt"] for number in range(40_000)])
    with pytest.raises(Refused, match=r"mere end 5\.000 rækker med indhold.*Del det i flere ark"):
        read_bounded(data, "stort.xlsx")


def test_rows_that_are_only_formatted_do_not_count() -> None:
    def fill(book, page) -> None:
        grey = book.add_format({"bg_color": "#dddddd"})
        page.write("A1", "Nr.")
        for row in range(1, MOST_ROWS + 10):
            page.write_blank(row, 0, None, grey)

    assert list(cells_of(made(fill))) == [1]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "er tom"),
        (b"Nr;Punkt\n1;Et punkt\n", "er ikke et regneark. Åbn det i Excel, gem det som .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook", "i det gamle format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "adgangskode"),
        (of_rows([[1]])[:-60], "ødelagt eller ufuldstændig"),
        (of_rows([[None]]), "har ingen ark med indhold"),
        (of_xml('<row r="1"><c r="A1"><v>tolv</v></c></row>'), "Cellen A1 i arket »Ark1«"),
        (of_xml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), "Cellen A1"),
        (of_xml('<row r="1"><c r="A1"><v>1</v></c></row>', before="<!DOCTYPE a>"), "DTD"),
        (of_xml('<row r="2"/><row r="1"><c r="A1"><v>1</v></c></row>'), "i række 1"),
        (of_xml("<row"), "ødelagt"),
    ],
)
def test_what_is_no_whole_workbook_is_refused_in_a_sentence(data: bytes, says: str) -> None:
    with pytest.raises(Refused, match=says):
        read_bounded(data, "ark.xlsx")

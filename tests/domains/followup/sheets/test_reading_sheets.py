"""Excel sheets as people keep them → rows: headings, merged cells, dates, posts, and a sentence for what is odd."""

from datetime import date, datetime

import pytest

from pure.documents.workbooks import made, of_rows
from raadhus.domains.followup.rules.sheets.columns import COLUMNS, key_of
from raadhus.domains.followup.rules.sheets.deadlines import read_words
from raadhus.domains.followup.rules.sheets.headings import Head, suggest_head
from raadhus.domains.followup.rules.sheets.reading import SheetRead, read_sheet
from raadhus.domains.followup.rules.sheets.values import cell_of, is_title, plain_of, titles_in
from raadhus.pure.documents.read.workbook import read_workbook
from raadhus.pure.kernel.errors import Refused
from samples.sheets import budget_agreement

TODAY = date(2022, 1, 20)


def read(data: bytes, known: set[str] | None = None) -> SheetRead:
    book = read_workbook(data, "ark.xlsx")
    head = suggest_head(book)
    sheet = next(one for one in book.sheets if one.name == head.sheet)
    return read_sheet(sheet, head, on=TODAY, known_posts=known or set())


def test_every_heading_of_ours_names_its_own_column() -> None:
    assert {key: key_of(column.heading) for key, column in COLUMNS.items()} == {key: key for key in COLUMNS}


def test_the_sample_is_read_with_two_rows_of_headings_sections_and_columns_of_its_own() -> None:
    found = read(budget_agreement.FILE.read_bytes())
    assert len(found.rows) == 120
    assert found.preamble == (budget_agreement.TITLE, budget_agreement.NOTE)
    keys = [key for key, _ in found.columns]
    assert keys == [
        "number", "point", "own:Beløb (1.000 kr.)", "handling", "main_post", "helping_posts", "deliverable",
        "deliverable_body", "deliverable_when", "fulfilled_when", "deadline", "status", "last_answer",
    ]  # fmt: skip
    assert dict(found.columns)["helping_posts"] == "Ansvarlig – Øvrige"
    assert [row.section for row in found.rows] == [line.area for line in budget_agreement.lines()]


def test_the_sample_lies_in_the_file_as_the_program_makes_it() -> None:
    assert budget_agreement.FILE.read_bytes() == budget_agreement.workbook()


def test_every_cell_of_the_sample_is_kept_as_it_stood() -> None:
    found = read(budget_agreement.FILE.read_bytes())
    keys = [key for key, _ in found.columns]
    for row, line in zip(found.rows, budget_agreement.lines(), strict=True):
        kept = [cell_of(row.cells[key]).value if key in row.cells else None for key in keys]
        assert kept == [value or None for value in line.cells]


def test_a_formula_as_a_name_is_read_as_what_it_shows_and_told_of() -> None:
    found = read(budget_agreement.FILE.read_bytes())
    row = found.rows[budget_agreement.FORMULA_AS_NAME - 1]
    assert row.main_titles == ("Chefen for Sundhed, Pleje og Omsorg",)
    assert found.notes == (
        "E51 er en formel (=Lister!A3). Det er dens resultat, „Chefen for Sundhed, Pleje og Omsorg“, der er læst.",
    )


def test_a_text_that_looks_like_a_formula_is_no_post() -> None:
    found = read(of_rows([["Punkt", "Ansvarlig"], ["Et punkt", "Bo"], ["Et til", "@SUM(A1)"]]))
    assert [row.main_titles for row in found.rows] == [("Bo",), ()]
    assert found.notes == ("B3: „@SUM(A1)“ kan ikke være en post. Teksten står, og rækken har ingen post.",)
    assert not any(is_title(words) for words in ("=cmd|' /C calc'!A0", "'=1+1", "-", "x" * 201, ""))


def test_a_formula_without_a_result_is_told_and_not_taken_for_empty() -> None:
    def fill(book, page) -> None:
        page.write_row("A1", ["Punkt", "Ansvarlig"])
        page.write("A2", "Et punkt")
        page.write_formula("B2", "=Liste!A1", value="#REF!")

    found = read(made(fill))
    assert found.notes[0].startswith("B2 er en formel uden brugbart resultat (=Liste!A1).")


def test_a_value_merged_over_rows_counts_for_each_of_them() -> None:
    def fill(book, page) -> None:
        page.write_row("A1", ["Nr.", "Punkt", "Ansvarlig"])
        page.write_column("A2", ["1", "2", "3"])
        page.write_column("B2", ["Et", "To", "Tre"])
        page.merge_range("C2:C3", "Skolechefen")
        page.write("C4", "Økonomichefen")

    found = read(made(fill))
    assert [row.main_titles for row in found.rows] == [("Skolechefen",), ("Skolechefen",), ("Økonomichefen",)]
    assert found.notes == ("Flettede celler (C2) er læst, som om værdien står i hver række.",)


def test_two_headings_across_the_sheet_in_a_row_become_one_and_none_is_lost() -> None:
    rows = [["Nr.", "Punkt"], ["Velfærd"], ["Børn"], ["1", "Et"], ["Ældre"], ["2", "To"], ["Noter"]]
    found = read(of_rows(rows))
    assert [(row.section, dict(row.texts)) for row in found.rows] == [
        ("Velfærd – Børn", {"number": "1", "point": "Et"}),
        ("Ældre", {"number": "2", "point": "To"}),
        ("Ældre", {"number": "Noter"}),
    ]


def test_rows_that_a_filter_hides_are_told_of() -> None:
    def fill(book, page) -> None:
        page.write_column("A1", ["Punkt", "Et", "To"])
        page.set_row(2, options={"hidden": True})

    found = read_sheet(
        read_workbook(made(fill), "a.xlsx").sheets[0], Head("Ark1", 1, 1, {1: "point"}), on=TODAY, known_posts=set()
    )
    assert (len(found.rows), found.notes) == (2, ("1 række er skjult i Excel og er læst med.",))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("1. februar 2022", (2022, 2, 1), (2022, 2, 1)),
        ("01-02-2022", (2022, 2, 1), (2022, 2, 1)),
        ("1/2-22", (2022, 2, 1), (2022, 2, 1)),
        ("1.2.22", (2022, 2, 1), (2022, 2, 1)),
        ("2022-02-01", (2022, 2, 1), (2022, 2, 1)),
        ("Senest 1/2 2022", (2022, 1, 20), (2022, 2, 1)),
        ("feb. 2022", (2022, 2, 1), (2022, 2, 28)),
        ("uge 7", (2022, 2, 14), (2022, 2, 20)),
        ("2. kvartal 2022", (2022, 4, 1), (2022, 6, 30)),
        ("inden ugens udgang", (2022, 1, 20), (2022, 1, 23)),
    ],
)
def test_a_date_is_read_in_every_form_it_is_written_in(words: str, first: tuple, last: tuple) -> None:
    found = read_words(words, on=TODAY)
    assert (found.words, found.first, found.last, found.doubt) == (words, date(*first), date(*last), "")


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("31/2-22", "»31/2-22« er ingen dag"),
        ("løbende", "»løbende« er ingen dato"),
        ("1. marts 2022 / 1. juni 2022", "»1. marts 2022 / 1. juni 2022« har flere tider"),
    ],
)
def test_what_is_no_day_stands_as_written_and_is_told(words: str, doubt: str) -> None:
    found = read_words(words, on=TODAY)
    assert (found.words, found.first, found.last, found.doubt) == (words, None, None, doubt)


def test_a_date_that_excel_shows_as_a_number_is_told_and_not_guessed() -> None:
    found = read(of_rows([["Punkt", "Frist"], ["Et", 44593]]))
    assert found.rows[0].deadline.first is None
    assert found.notes == (
        "B2: Fristen »44593« er et tal; det er måske en dato, som Excel ikke viser som dato. "
        "Den står som skrevet, uden dato.",
    )


def test_a_comma_parts_posts_only_where_each_part_is_one() -> None:
    known = {"skolechefen", "økonomichefen", "chefen for børn, unge og familie"}
    assert titles_in("Skolechefen, Økonomichefen", known) == ["Skolechefen", "Økonomichefen"]
    assert titles_in("Skolechefen/Økonomichefen", known) == ["Skolechefen", "Økonomichefen"]
    named = "Chefen for Børn, Unge og Familie, Skolechefen"
    assert titles_in(named, known) == ["Chefen for Børn, Unge og Familie", "Skolechefen"]
    assert titles_in("Chefen for Vej, Park og Drift", known) == ["Chefen for Vej, Park og Drift"]
    assert titles_in("Skolechefen;\nSkolechefen", known) == ["Skolechefen"]


def test_a_status_that_nobody_knows_stands_as_written_and_is_told() -> None:
    found = read(of_rows([["Punkt", "Status"], ["Et", "rød"], ["To", "Igangværende"]]))
    assert [row.status for row in found.rows] == ["", "under_way"]
    assert found.notes == ("B2: Status „rød“ kendes ikke. Den står som skrevet.",)


def test_a_sheet_without_a_column_of_points_is_refused() -> None:
    sheet = read_workbook(of_rows([["Uge", "Tal"], [1, 2]]), "a.xlsx")
    with pytest.raises(Refused, match="Vælg, hvilken kolonne der har aftalens punkter"):
        read_sheet(sheet.sheets[0], suggest_head(sheet), on=TODAY, known_posts=set())


def test_a_kind_chosen_for_two_columns_is_refused() -> None:
    sheet = read_workbook(of_rows([["A", "B"], ["x", "y"]]), "a.xlsx").sheets[0]
    with pytest.raises(Refused, match="To kolonner er valgt som „Aftalens punkt“"):
        read_sheet(sheet, Head("Ark1", 1, 1, {1: "point", 2: "point"}), on=TODAY, known_posts=set())


def test_a_head_without_rows_is_refused() -> None:
    sheet = read_workbook(of_rows([["Punkt", "Frist"]]), "a.xlsx").sheets[0]
    with pytest.raises(Refused, match="Der er ingen rækker under række 1"):
        read_sheet(sheet, Head("Ark1", 1, 1, {1: "point", 2: "deadline"}), on=TODAY, known_posts=set())


def test_every_kind_of_cell_is_kept_for_being_written_again() -> None:
    def fill(book, page) -> None:
        page.write_row("A1", ["tekst", 12, 0.5, True])
        page.write_datetime("E1", datetime(2022, 2, 1, 9, 30), book.add_format({"num_format": "dd-mm-yyyy hh:mm"}))

    cells = read_workbook(made(fill), "a.xlsx").sheets[0].rows[1]
    assert [cell_of(plain_of(cell)) for cell in cells.values()] == list(cells.values())

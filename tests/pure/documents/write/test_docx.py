"""Word files of a tree: read again by python-docx, every text is where it was put."""

from datetime import date
from io import BytesIO

import docx

from raadhus.pure.documents.tree import (
    Document,
    Fact,
    Item,
    ListEntry,
    NameList,
    Paragraph,
    PointList,
    Section,
    Table,
)
from raadhus.pure.documents.write.docx import write_docx

TABLE = Table(("Nr.", "Punkt"), (("1", "Flere pædagoger\ni vuggestuerne"), ("2", "=cmd")), (1, 4))
PAPER = Document(
    title="Opfølgning på Budgetaftale 2022",
    date=date(2022, 1, 20),
    author="Chefforum",
    page="a3-landscape",
    facts=(Fact("Møde", "3. februar 2022"),),
    opening=(Section("Børn", (TABLE,)),),
    items=(
        Item(
            "Punkt 1",
            "Status",
            ("00.30.14-S00-10-21",),
            (
                Section(
                    "Sagsfremstilling",
                    (Paragraph("Arket."), PointList((ListEntry("1.", "at det sker"),)), NameList(("Bilag.pdf",))),
                ),
            ),
        ),
    ),
)


def test_every_text_of_the_tree_is_in_the_file_in_order() -> None:
    word = docx.Document(BytesIO(write_docx(PAPER)))
    assert [one.text for one in word.paragraphs] == [
        "Opfølgning på Budgetaftale 2022",
        "Møde: 3. februar 2022",
        "Børn",
        "Indholdsfortegnelse",
        "1. Status",
        "Punkt 1: Status",
        "00.30.14-S00-10-21",
        "Sagsfremstilling",
        "Arket.",
        "1. at det sker",
        "Bilag.pdf",
    ]
    cells = [[cell.text for cell in row.cells] for row in word.tables[0].rows]
    assert cells == [["Nr.", "Punkt"], ["1", "Flere pædagoger\ni vuggestuerne"], ["2", "=cmd"]]


def test_headings_are_headings_and_the_head_of_a_table_stands_on_every_page() -> None:
    word = docx.Document(BytesIO(write_docx(PAPER)))
    named = {one.text: one.style.name for one in word.paragraphs}
    assert (named["Børn"], named["Punkt 1: Status"], named["Sagsfremstilling"]) == (
        "Heading 1",
        "Heading 1",
        "Heading 2",
    )
    assert word.tables[0].rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert word.sections[0].page_width > word.sections[0].page_height


def test_the_contents_lead_to_the_items() -> None:
    body = docx.Document(BytesIO(write_docx(PAPER))).element.body
    assert body.xpath("//w:hyperlink/@w:anchor") == body.xpath("//w:bookmarkStart/@w:name") == ["punkt_1"]


def test_a_decision_is_set_off_by_a_line() -> None:
    decided = Item("Punkt 1", "Status", (), (Section("Beslutning", (Paragraph("Godkendt."),), is_outcome=True),))
    word = docx.Document(BytesIO(write_docx(Document("Ark", date(2022, 1, 20), items=(decided,)))))
    assert [one.text for one in word.paragraphs if one._p.xpath("./w:pPr/w:pBdr")] == ["Beslutning", "Godkendt."]


def test_the_same_tree_gives_the_same_bytes() -> None:
    assert write_docx(PAPER) == write_docx(PAPER)


def test_a_sign_that_word_cannot_hold_is_spelt_out() -> None:
    hidden = Document("Ark\x00", date(2022, 1, 20), opening=(Section("", (Paragraph("a\x1bb\u202ec"),)),))
    assert docx.Document(BytesIO(write_docx(hidden))).paragraphs[1].text == "a[U+001B]b[U+202E]c"

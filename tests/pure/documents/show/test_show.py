"""Files looked at without being opened: what is seen of each kind, and what a bad one says."""

import io
from datetime import date

import pytest
from PIL import Image

from raadhus.pure.documents.show import Look, PageLook, TextLine, look_at, picture_of_page
from raadhus.pure.documents.tree import Document, Item, Paragraph, Section
from raadhus.pure.documents.write.docx import write_docx
from raadhus.pure.kernel.errors import Refused
from tests.pure.documents.read.makers import encrypted, pdf, picture_page, png
from tests.pure.documents.workbooks import of_rows

PAGES = pdf("Første side\n#pagebreak()\nAnden side med Æ")


def test_a_pdf_is_its_pages_with_size_and_text() -> None:
    look = look_at(PAGES, "Ark.pdf")
    assert look.pages == (PageLook(300, 220, "Første side"), PageLook(300, 220, "Anden side med Æ"))
    assert (look.is_cut, look.is_picture, look.lines, look.sheets) == (False, False, (), ())


def test_a_page_is_a_picture_of_the_width_asked_for_with_ink_where_the_words_are() -> None:
    picture = Image.open(io.BytesIO(picture_of_page(PAGES, "Ark.pdf", 1, 600))).convert("L")
    assert picture.size == (600, 440)
    assert picture.getextrema()[0] < 60  # ink
    assert picture.getpixel((5, 5)) == 255  # paper
    box = picture.point(lambda light: 255 if light < 128 else 0).getbbox()
    assert 75 <= box[0] <= 90  # the margin of 40 pt is 80 pixels
    assert box[1] < 120


def test_each_page_is_its_own_picture_and_none_is_wider_than_can_be_asked() -> None:
    first, second = (picture_of_page(PAGES, "Ark.pdf", page, 300) for page in (1, 2))
    assert first != second
    assert Image.open(io.BytesIO(picture_of_page(PAGES, "Ark.pdf", 1, 90_000))).size == (2000, 1467)


def test_a_page_that_is_not_there_is_refused() -> None:
    for number in (0, 3):
        with pytest.raises(Refused, match="Filen har ikke så mange sider"):
            picture_of_page(PAGES, "Ark.pdf", number, 300)


def test_a_scanned_page_is_shown_without_text() -> None:
    assert [page.text for page in look_at(pdf(picture_page()), "Skannet.pdf").pages] == [""]


@pytest.mark.parametrize("data", [b"%PDF-1.4 not one", encrypted(PAGES, user="hemmeligt", owner="x")])
def test_a_broken_or_locked_pdf_is_refused_with_what_to_do(data: bytes) -> None:
    with pytest.raises(Refused, match="Hent den, og prøv at åbne den"):
        look_at(data, "Ark.pdf")


def test_a_word_file_is_its_lines_with_headings() -> None:
    tree = Document(
        "Notat", date(2022, 1, 20), items=(Item("", "Baggrund", (), (Section("", (Paragraph("Sådan er det."),)),)),)
    )
    lines = look_at(write_docx(tree), "Notat.docx").lines
    assert TextLine("Baggrund", 1) in lines
    assert TextLine("Sådan er det.") in lines


def test_a_workbook_is_its_sheets_as_rows_of_what_a_reader_sees() -> None:
    look = look_at(of_rows([["År", "Børn"], [2022, 310], [None, 1.5]], "Tal"), "Tal.xlsx")
    assert [(sheet.name, sheet.rows) for sheet in look.sheets] == [
        ("Tal", (("År", "Børn"), ("2022", "310"), ("", "1,5")))
    ]
    assert look.text == "År \tBørn\n2022 \t310\n1,5"


def test_more_rows_than_anybody_reads_are_cut_and_it_is_said() -> None:
    look = look_at(of_rows([[number] for number in range(501)]), "Tal.xlsx")
    assert (len(look.sheets[0].rows), look.is_cut) == (500, True)


def test_text_and_tables_as_text_are_lines_and_a_picture_is_one() -> None:
    assert look_at("Æbler;3\nPærer;4".encode(), "Tal.csv").lines == (TextLine("Æbler;3"), TextLine("Pærer;4"))
    assert look_at(png(), "Foto.png").is_picture


def test_of_any_other_kind_nothing_is_shown() -> None:
    assert look_at(b"PK\x03\x04ppt/", "Oplaeg.pptx") == Look()

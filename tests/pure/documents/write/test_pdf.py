"""The PDF of a tree: its pages, its structure for a screen reader, and what hostile texts come to."""

import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from raadhus.pure.documents.child import Bounds, Child
from raadhus.pure.documents.tree import (
    Block,
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
from raadhus.pure.documents.write.pdf import BOUNDS, WORK, render, request_for
from raadhus.pure.documents.write.typesetting import typeset
from raadhus.pure.kernel.errors import Refused

from .pdf_checks import bookmarks_of, broken_rules, opened, pages_of, tags_of, words_of

DAY = date(2022, 1, 20)
DECISION = Section("Beslutning", (Paragraph("Godkendt."),), is_outcome=True)
POINTS = PointList((ListEntry("1.", "at det sker."), ListEntry("-", "at alt er med.")))
PAPER = Document(
    title="REFERAT Chefforum d. 20-01-2022",
    date=DAY,
    author="Chefforum",
    facts=(Fact("Mødedato", "Torsdag d. 20. januar 2022 kl. 09:00"), Fact("Mødested", "Mødelokale 1")),
    opening=(Section("Deltagere", (NameList(("Anna Berg", "Bo Dam")),)),),
    items=(
        Item("Punkt 1", "Godkendelse af dagsorden", ("00.01.00-A21-2-21",), (DECISION,)),
        Item(
            "Punkt 2",
            "Integrationsindsats",
            sections=(
                Section("Sagsfremstilling", (Paragraph("Første linje\nAnden linje"), Paragraph("Næste afsnit."))),
                Section("Indstilling", (POINTS,)),
                Section("Tal", (Table(("År", "Børn"), (("2022", "310"), ("2023", "325"))),)),
                Section("Bilag", (NameList(("Tidsplan", "Ark.xlsx")),)),
            ),
        ),
    ),
)


def one_item(*blocks: Block, title: str = "Punktet") -> Document:
    return Document("REFERAT", DAY, items=(Item("Punkt 1", title, sections=(Section("Afsnit", blocks),)),))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render(PAPER)


def test_every_rule_of_pdf_ua_1_and_pdf_a_2a_is_kept(pdf: bytes) -> None:
    assert broken_rules(pdf) == []


def test_the_front_page_has_head_facts_people_and_contents_with_page_numbers(pdf: bytes) -> None:
    lines = [line.rstrip(". 0123456789") if ". . ." in line else line for line in pages_of(pdf)[0].splitlines()]
    assert lines == [
        "REFERAT Chefforum d. 20-01-2022",
        "Mødedato Torsdag d. 20. januar 2022 kl. 09:00",
        "Mødested Mødelokale 1",
        "Deltagere",
        "Anna Berg",
        "Bo Dam",
        "Indholdsfortegnelse",
        "Godkendelse af dagsorden",
        "Integrationsindsats",
        "REFERAT Chefforum d. 20-01-2022 1/3",
    ]
    leaders = [line for line in pages_of(pdf)[0].splitlines() if ". . . ." in line]
    assert [line.rsplit(" ", 1)[1] for line in leaders] == ["2", "3"]


def test_each_item_begins_a_page_and_each_page_tells_its_number(pdf: bytes) -> None:
    pages = pages_of(pdf)
    assert [text.splitlines()[0] for text in pages[1:]] == [
        "Punkt 1: Godkendelse af dagsorden",
        "Punkt 2: Integrationsindsats",
    ]
    assert [text.splitlines()[-1].rsplit(" ", 1)[1] for text in pages] == ["1/3", "2/3", "3/3"]


def test_a_paper_of_one_page_has_no_page_number() -> None:
    assert pages_of(render(Document("REFERAT", DAY))) == ["REFERAT"]


def test_lists_keep_their_markers_and_paragraphs_their_lines(pdf: bytes) -> None:
    lines = pages_of(pdf)[2].splitlines()
    for line in ("Første linje", "Anden linje", "1. at det sker.", "- at alt er med.", "Tidsplan", "Ark.xlsx"):
        assert line in lines


def test_title_language_and_date_are_in_the_files_properties(pdf: bytes) -> None:
    with opened(pdf) as document:
        assert str(document.Root.Lang) == "da-DK"
        assert str(document.docinfo.Title) == "REFERAT Chefforum d. 20-01-2022"
        assert str(document.docinfo.Author) == "Chefforum"
        assert str(document.docinfo.CreationDate).startswith("D:20220120")
        assert bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)


def test_the_structure_has_title_contents_headings_lists_and_table_heads(pdf: bytes) -> None:
    tags = tags_of(pdf)
    assert tags[:2] == ["Document", "Title"]
    assert (tags.count("TOC"), tags.count("TOCI")) == (1, 2)
    assert (tags.count("TH"), tags.count("TD")) == (2, 4)
    assert tags.count("LI") == 2 + 2 + 2 + 2  # facts, people, points, attachments
    levels = [int(tag[1:]) for tag in tags if tag in ("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_items_and_their_sections_are_bookmarks(pdf: bytes) -> None:
    assert bookmarks_of(pdf)["Punkt 1: Godkendelse af dagsorden"] == ["Beslutning"]
    assert bookmarks_of(pdf)["Punkt 2: Integrationsindsats"] == ["Sagsfremstilling", "Indstilling", "Tal", "Bilag"]


def test_the_same_tree_gives_the_same_bytes_in_another_process(pdf: bytes) -> None:
    with_a_child_of_its_own = Child(WORK, BOUNDS)
    try:
        assert render(PAPER, child=with_a_child_of_its_own) == pdf
    finally:
        with_a_child_of_its_own.close()


def test_without_built_fonts_the_paper_is_set_in_typsts_own(tmp_path: Path) -> None:
    fallback = typeset(request_for(PAPER), tmp_path / "none")
    assert broken_rules(fallback) == []
    assert "Punkt 2: Integrationsindsats" in pages_of(fallback)[2]


@pytest.mark.parametrize(
    "text",
    [
        '#import "@preview/cetz:0.3.0": *',
        '#read("/etc/passwd") #panic("x") #include "paper.typ"',
        "$x^2$ *fed* _kursiv_ `kode` <mærke> @henvisning = Overskrift",
        "// ikke en kommentar /* heller ikke */ \\u{41} \\n tilde~ -- --- ...",
        "\"citat\" 'citat' & < > &amp; <b>",
        '{"document": []} ]]> %s {{ x }} ${y}',
        "Ærø, Århus, ÆØÅ, é, ñ, ž, €, §, ½, – — …",
        "Ελληνικά Кириллица",
        "fi fl ffi offentlig effektiv",
    ],
)
def test_whatever_a_text_says_it_comes_out_literally(text: str) -> None:
    pdf = render(one_item(Paragraph(text), NameList((text,)), PointList((ListEntry("-", text),)), title=text))
    assert words_of(pdf).count(text) == 5  # in the contents and in the heading too
    assert broken_rules(pdf) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\x00b\x07c", "a[U+0000]b[U+0007]c"),
        ("flag \U0001f1e9 og 😀", "flag [U+1F1E9] og [U+1F600]"),
        ("漢字", "[U+6F22][U+5B57]"),
        ("\ue000 og \ufffe", "[U+E000] og [U+FFFE]"),
        ("faktura\u202efdp.exe", "faktura[U+202E]fdp.exe"),
        ("halv \ud800 del", "halv [U+D800] del"),
        ("bløde\xadlig", "blødelig"),
    ],
)
def test_what_cannot_be_shown_is_spelt_out(text: str, seen: str) -> None:
    pdf = render(one_item(Paragraph(text)))
    assert seen in words_of(pdf)
    assert broken_rules(pdf) == []


def test_text_from_right_to_left_is_kept() -> None:
    pdf = render(one_item(Paragraph("Borgeren skrev: שלום")))
    assert sorted("שלום") == sorted(character for character in words_of(pdf) if "\u0590" <= character <= "\u05ff")
    assert broken_rules(pdf) == []


def test_a_word_of_ten_thousand_letters_is_broken_and_stays_within_the_page() -> None:
    pdf = render(one_item(Paragraph("x" * 10_000), NameList(("y" * 10_000,))))
    longest = max(len(line) for text in pages_of(pdf)[1:] for line in text.splitlines())
    assert longest < 100
    assert "".join(pages_of(pdf)).count("x") == 10_000
    assert broken_rules(pdf) == []


def test_a_heading_too_long_for_an_archived_file_is_refused() -> None:
    with pytest.raises(Refused, match="Del den op"):
        render(one_item(title="ord " * 20_000))


def test_thousands_of_hyphens_dashes_and_numbers_can_be_set() -> None:
    pdf = render(one_item(Paragraph("en-gang 1. a - b. " * 3000)))
    assert words_of(pdf).count("en-gang 1. a - b.") > 2900  # the rest stand across two pages


def test_no_line_begins_or_ends_as_a_point_or_a_broken_word_would() -> None:
    sentence = "Det sker den 1. februar - efter ikke-lovbundne forløb i 2018-2021 - og den 2. i Åben-Lav. "
    lines = [line.rstrip() for line in pages_of(render(one_item(Paragraph(sentence * 60))))[1].splitlines()[2:-1]]
    assert len(lines) > 30
    assert not [line for line in lines if line.startswith(("-", "1.", "2."))]
    assert not [line for line in lines if line.endswith("\ufffe")]


def test_empty_parts_are_no_trouble() -> None:
    sections = (
        Section("", ()),
        Section("Tom", ()),
        Section("", (), is_outcome=True),
        Section("Navne", (NameList(()),)),
    )
    pdf = render(Document("", DAY, items=(Item("", "", ("",), sections), Item("Punkt 2", "Til sidst"))))
    assert broken_rules(pdf) == []
    assert words_of(pdf).count("Til sidst") == 2


def test_a_paper_that_takes_too_long_is_refused_with_a_sentence() -> None:
    child = Child(WORK, Bounds(0.001, 20, 1024**3, 10, 1024**3))
    with pytest.raises(Refused, match="for lang tid"):
        render(PAPER, child=child)
    child.close()


def test_a_paper_that_needs_too_much_memory_is_refused_with_a_sentence() -> None:
    child = Child(WORK, Bounds(20.0, 20, 200 * 1024**2, 10, 1024**3))
    with pytest.raises(Refused, match="for stort"):
        render(one_item(*[Paragraph("Et langt afsnit. " * 400)] * 200), child=child)
    child.close()


def test_importing_the_writer_loads_no_typst() -> None:
    code = "import sys, raadhus.pure.documents.write.pdf; sys.exit('typst' in sys.modules)"
    environment = {"PYTHONPATH": str(Path(__file__).parents[4] / "src")}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0


def test_a_wide_table_is_set_on_a_wide_page_with_every_cell_in_it() -> None:
    head = tuple(f"Kolonne {column}" for column in range(12))
    rows = tuple(tuple(f"celle {row}.{column} med ord" for column in range(12)) for row in range(60))
    paper = Document(
        "Opfølgning", DAY, page="a3-landscape", opening=(Section("Børn", (Table(head, rows, (1,) * 12),)),)
    )
    made = render(paper)
    with opened(made) as document:
        width, height = (float(side) for side in document.pages[0].mediabox[2:])
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (420, 297)
    said = words_of(made).replace(" ", "")
    assert all(cell.replace(" ", "") in said for row in rows for cell in row)
    assert broken_rules(made) == []

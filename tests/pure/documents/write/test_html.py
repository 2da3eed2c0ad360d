"""The web page of a tree: its structure for a screen reader, and that no text in it is ever markup."""

from datetime import date

import pytest
from lxml import html

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
from raadhus.pure.documents.write.html import write_html
from raadhus.pure.documents.write.list_forms import ListForm, form_of

DAY = date(2022, 1, 20)
NUMBERED = PointList((ListEntry("1.", "at det sker."), ListEntry("2.", "at alt er med.")))
PAPER = Document(
    title="REFERAT Chefforum d. 20-01-2022",
    date=DAY,
    author="Chefforum",
    facts=(Fact("Mødested", "Mødelokale 1"),),
    opening=(Section("Deltagere", (NameList(("Anna Berg", "Bo Dam")),)),),
    items=(
        Item("Punkt 1", "Eventuelt", ("00.01.00-A21-2-21",), (Section("Indstilling", (NUMBERED,)),)),
        Item(
            "",
            "Tal",
            sections=(
                Section("Tal", (Table(("År", "Børn"), (("2022", "310"),)),)),
                Section("Beslutning", (Paragraph("Godkendt.\nEnstemmigt."),), is_outcome=True),
            ),
        ),
    ),
)


def page(document: Document = PAPER) -> html.HtmlElement:
    return html.document_fromstring(write_html(document))


def of_one(text: str) -> Document:
    section = Section(text, (Paragraph(text), NameList((text,)), PointList((ListEntry(text, text),))))
    return Document(text, DAY, text, facts=(Fact(text, text),), items=(Item(text, text, (text,), (section,)),))


def test_headings_go_down_a_level_at_a_time_and_the_contents_lead_to_the_items() -> None:
    tree = page()
    heads = [(one.tag, one.text_content()) for one in tree.iter("h1", "h2", "h3")]
    assert heads == [
        ("h1", "REFERAT Chefforum d. 20-01-2022"),
        ("h2", "Deltagere"),
        ("h2", "Indholdsfortegnelse"),
        ("h2", "Punkt 1: Eventuelt"),
        ("h3", "Indstilling"),
        ("h2", "Tal"),
        ("h3", "Tal"),
        ("h3", "Beslutning"),
    ]
    assert [one.get("href") for one in tree.iter("a")] == ["#punkt-1", "#punkt-2"]
    assert [one.get("id") for one in tree.iter("h2") if one.get("id", "").startswith("punkt")] == ["punkt-1", "punkt-2"]


def test_the_page_says_its_language_and_has_no_script_and_loads_nothing() -> None:
    tree = page()
    assert tree.get("lang") == "da-DK"
    assert not tree.xpath("//script | //link | //img | //@src | //@onclick | //form")


def test_lists_are_lists_tables_have_heads_and_a_decision_is_set_off() -> None:
    tree = page()
    assert [one.text_content() for one in tree.xpath("//section[@class='item'][1]//ol/li")] == [
        "at det sker.",
        "at alt er med.",
    ]
    assert [one.get("scope") for one in tree.iter("th")] == ["col", "col"]
    assert len(tree.xpath("//section[@class='outcome']//br")) == 1


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "</style><b>", "\"'><img src=x onerror=y>", "&amp;"])
def test_no_text_is_ever_markup(text: str) -> None:
    tree = page(of_one(text))
    assert not tree.xpath("//script | //img | //b[not(parent::p[@class='facts'])]")
    assert tree.xpath("string(//h1)") == text
    assert text in tree.xpath("string(//section[@class='item'])")


def test_what_cannot_be_seen_is_spelt_out() -> None:
    assert page(of_one("a\x1bb\u202ec")).xpath("string(//h1)") == "a[U+001B]b[U+202E]c"


@pytest.mark.parametrize(
    ("markers", "form"),
    [
        (["1.", "2."], ListForm("decimal", 1, ".")),
        (["3)", "4)"], ListForm("decimal", 3, ")")),
        (["a.", "b."], ListForm("letter", 1, ".")),
        (["-", "-"], ListForm("bullet", 1, "-")),
        (["•"], ListForm("bullet", 1, "•")),
        (["1.", "3."], None),
        (["1.", "2)"], None),
        (["01.", "02."], None),
        (["-", "•"], None),
        (["▪"], None),
        ([], None),
    ],
)
def test_a_list_counts_as_its_markers_say(markers: list[str], form: ListForm | None) -> None:
    assert form_of([ListEntry(marker, "") for marker in markers]) == form

"""Structure → paper: as written, and what is unknown is left out."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from raadhus.domains.meetings.papers.of_structure import UNDATED, paper_of, title_of
from raadhus.pure.documents.tree import Fact, NameList, Paragraph
from raadhus.pure.documents.tree import Section as PaperSection
from raadhus.pure.minutes.structure import Item, Minutes, NotUnderstood, Section


def minutes(*items: Item, **facts: object) -> Minutes:
    head = {"kind": "minutes", "body": "Chefforum", "starts_at": "2022-06-09T09:00", "ends_at": None, "place": None}
    return Minutes("referat.txt", items=items, **(head | facts))  # type: ignore[arg-type]


def test_the_head_is_the_seeds_head() -> None:
    paper = paper_of(minutes(place="Mødelokale 1"))
    assert paper.title == "REFERAT Chefforum d. 09-06-2022"
    assert paper.facts == (
        Fact("Mødedato", "Torsdag d. 9. juni 2022 kl. 09:00"),
        Fact("Mødested", "Mødelokale 1"),
    )
    assert (paper.date, paper.author, paper.language) == (date(2022, 6, 9), "Chefforum", "da-DK")


def test_what_is_not_known_is_not_said() -> None:
    assert title_of(minutes(kind="agenda", starts_at=None)) == "DAGSORDEN Chefforum"
    assert title_of(minutes(kind="unknown", body=None)) == "d. 09-06-2022"
    nothing = paper_of(minutes(kind="unknown", body=None, starts_at=None))
    assert (nothing.title, nothing.facts, nothing.date) == ("Uden overskrift", (), UNDATED)


def test_hours_are_told_as_far_as_they_are_known() -> None:
    def said(start: str | None, end: str | None) -> list[str]:
        return [fact.text for fact in paper_of(minutes(starts_at=start, ends_at=end)).facts]

    assert said("2022-06-09T09:00", "2022-06-09T11:30") == ["Torsdag d. 9. juni 2022 kl. 09:00–11:30"]
    assert said("2022-06-09", None) == ["Torsdag d. 9. juni 2022"]
    assert said("2022-06-09", "2022-06-09T11:30") == ["Torsdag d. 9. juni 2022", "kl. 11:30"]
    assert said("09:00", "11:30") == ["kl. 09:00–11:30"]


def test_a_meeting_without_a_date_takes_the_day_it_was_read() -> None:
    assert paper_of(minutes(starts_at=None), undated=date(2022, 2, 1)).date == date(2022, 2, 1)


def test_people_stand_one_a_line_before_the_contents() -> None:
    paper = paper_of(minutes(present=("Bo Berg", "Ida Iversen (formand)"), absent=("Ole Olsen",)))
    assert paper.opening == (
        PaperSection("Deltagere", (NameList(("Bo Berg", "Ida Iversen (formand)")),)),
        PaperSection("Fraværende", (NameList(("Ole Olsen",)),)),
    )


def test_an_item_keeps_its_sections_in_their_order_with_their_own_headings() -> None:
    sections = (
        Section("Beslutning i ØU", "decision", "Godkendt.", (1, 1)),
        Section("Sagens kerne", "occasion", "Noget.", (2, 2)),
        Section("Bilag", "attachments", "A\n\nB", (3, 5)),
    )
    paper = paper_of(minutes(Item("1.a", "Titel\n i to linjer", "14/27845", closed=True, sections=sections)))
    (item,) = paper.items
    assert (item.label, item.title, item.notes) == ("Punkt 1.a", "Titel i to linjer", ("14/27845", "Lukket punkt"))
    assert item.sections == (
        PaperSection("Beslutning i ØU", (Paragraph("Godkendt."),), is_outcome=True),
        PaperSection("Sagens kerne", (Paragraph("Noget."),)),
        PaperSection("Bilag", (NameList(("A", "B")),)),
    )


def test_attachments_that_no_section_names_are_added_once() -> None:
    written = Section("Bilag", "attachments", "Tidsplan", (1, 1))
    paper = paper_of(minutes(Item("1", "T", sections=(written,), attachments=("Tidsplan", "Ark.xlsx"))))
    assert paper.items[0].sections[1:] == (PaperSection("Bilag", (NameList(("Ark.xlsx",)),)),)


def test_what_was_not_understood_stands_in_front_and_in_no_item() -> None:
    paper = paper_of(minutes(Item("1", "T"), not_understood=(NotUnderstood("Stempel: modtaget", 19),)))
    assert paper.opening == (PaperSection("Ikke forstået ved læsningen", (Paragraph("Stempel: modtaget"),)),)
    assert len(paper.items) == 1


def test_attachments_strung_together_are_parted_as_the_item_knows_them() -> None:
    names = ("Kapacitet_v2.xlsx", "Oplæg, endeligt.pptx")
    written = Section("Bilag", "attachments", "Kapacitet_v2.xlsx, Oplæg, endeligt.pptx", (1, 1))
    paper = paper_of(minutes(Item("1", "T", sections=(written,), attachments=names)))
    assert paper.items[0].sections == (PaperSection("Bilag", (NameList(names),)),)


def test_the_mapping_needs_no_django() -> None:
    code = "import sys, raadhus.domains.meetings.papers.of_structure; sys.exit('django' in sys.modules)"
    environment = {"PYTHONPATH": str(Path(__file__).parents[4] / "src")}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0

"""What the reader makes of a document as a whole: contents, closed groups, head, attendance, pages."""

# ruff: noqa: E501  (a row of a table, and a document in one string, is one line)

import pytest

from raadhus.pure.kernel.source_text import SourceLine, SourceText, lines_of
from raadhus.pure.minutes.read import read_minutes

HEAD = "REFERAT Lederforum d. 10-03-2022\n\nMødedato Torsdag d. 10. marts 2022 kl. 08:30\n\n"


def titles(text: str) -> list[str]:
    return [item.title for item in read_minutes(lines_of(text)).items]


def test_a_file_that_is_no_minutes_has_no_items_and_is_shown_whole():
    minutes = read_minutes(lines_of("Kære alle\n\nHusk kage på fredag.\n\nHilsen Bo"))
    assert minutes.items == ()
    assert minutes.kind == "unknown"
    assert [found.text for found in minutes.not_understood] == ["Kære alle", "Husk kage på fredag.", "Hilsen Bo"]


def test_an_empty_file_is_no_minutes():
    assert read_minutes(lines_of("")).items == ()


def test_a_title_in_the_contents_that_has_no_item_is_not_understood():
    text = (
        HEAD
        + "Indholdsfortegnelse\n\nBudget.....\t3\nSalg af grund.....\t4\n\nPunkt 1: Budget\n\nBeslutning\n\nGodkendt.\n"
    )
    minutes = read_minutes(lines_of(text))
    assert [item.title for item in minutes.items] == ["Budget"]
    assert [found.text for found in minutes.not_understood] == ["Salg af grund"]


def test_the_last_line_of_the_contents_may_be_glued_to_the_first_item():
    text = HEAD + "Indholdsfortegnelse\n\nBudget.....3Punkt 1: Budget\n\nBeslutning\n\nGodkendt.\n"
    assert titles(text) == ["Budget"]


def test_all_in_a_closed_group_is_closed_and_an_open_group_opens_again():
    text = HEAD + (
        "Lukkede dagsordenspunkter\n\n1. Køb af areal\n\nBeslutning\n\nGodkendt.\n\n2. Orlov\n\nÅbent\n\nBeslutning\n\nGodkendt.\n\n"
        "Åbne dagsordenspunkter\n\n3. Budget\n\nBeslutning\n\nGodkendt.\n"
    )
    assert [item.closed for item in read_minutes(lines_of(text)).items] == [True, True, False]


def test_a_proposed_decision_is_no_decision():
    text = "DAGSORDEN Lederforum d. 10-03-2022\n\nPunkt 1: Budget\n\nIndstilling\n\nDirektøren indstiller,\n\n1. at budgettet godkendes.\n\nBeslutning\n"
    minutes = read_minutes(lines_of(text))
    assert minutes.kind == "agenda"
    assert minutes.items[0].decision is None


def test_sections_stand_in_any_order():
    text = (
        HEAD
        + "Punkt 1: Budget\n\nBeslutning\n\nGodkendt.\n\nBilag\n\nNotat\n\nSagsfremstilling\n\nTekst.\n\nAnledning\n\nMere.\n"
    )
    assert [section.kind for section in read_minutes(lines_of(text)).items[0].sections] == [
        "decision", "attachments", "account", "occasion",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "said",
    [
        "Fraværende: Kaj Elling (V)",
        "Afbud fra Kaj Elling (V)",
        "Kaj Elling (V) var fraværende.",
        "Ikke til stede: Kaj Elling (V)",
    ],
)
def test_absence_may_be_said_in_a_decision(said):
    text = HEAD + f"Punkt 1: Budget\n\nBeslutning\n\nGodkendt.\n\n{said}\n"
    assert read_minutes(lines_of(text)).absent == ("Kaj Elling (V)",)


def test_absence_from_some_items_is_no_absence_from_the_meeting():
    text = HEAD + "Punkt 1: Budget\n\nBeslutning\n\nGodkendt.\n\nKaj Elling (V) deltog ikke under punkterne 2-3.\n"
    assert read_minutes(lines_of(text)).absent == ()


@pytest.mark.parametrize(
    ("line", "starts_at"),
    [
        ("Mødedato Torsdag d. 20. januar 2022 kl. 09:00", "2022-01-20T09:00"),
        ("Dato: 20. januar 2022", "2022-01-20"),
        ("Mødedato: 20.01.2022, kl. 17:30", "2022-01-20T17:30"),
        ("Den 20.01.2022 kl. 13.00 i Tapperiet", "2022-01-20T13:00"),
        ("20-01-2022", "2022-01-20"),
        ("Torsdag den 20. januar 2022 kl. 10.00-11.30", "2022-01-20T10:00"),
        ("Dato: 2022-01-20", "2022-01-20"),
    ],
)
def test_the_day_is_written_in_many_ways(line, starts_at):
    text = f"Referat af møde i Byrådet\n\n{line}\n\n1. Budget\n\nBeslutning\n\nGodkendt.\n"
    assert read_minutes(lines_of(text)).starts_at == starts_at


def paged(*pages: str) -> SourceText:
    lines = [(text, page) for page, whole in enumerate(pages, 1) for text in whole.split("\n")]
    return SourceText(
        "", "pdf", tuple(SourceLine(text, n, page) for n, (text, page) in enumerate(lines, 1)), len(pages)
    )


def test_a_paragraph_split_by_a_page_end_is_joined_again():
    source = paged(HEAD + "Punkt 1: Budget\n\nBeslutning\n\nDet er vigtigt med", "en fælles forståelse.\n\nDrøftet.")
    assert read_minutes(source).items[0].sections[0].text == "Det er vigtigt med en fælles forståelse.\n\nDrøftet."


def test_a_running_line_that_stands_once_is_shown_and_one_that_repeats_is_not():
    lines = [*HEAD.split("\n"), "Punkt 1: Budget", "", "Beslutning", "", "Godkendt."]
    made = [SourceLine(text, n, 1) for n, text in enumerate(lines, 1)]
    end = len(made)
    made += [
        SourceLine("Side 1", end + 1, 1, "running"),
        SourceLine("Side 2", end + 2, 2, "running"),
        SourceLine("UDKAST", end + 3, 2, "running"),
    ]
    minutes = read_minutes(SourceText("", "pdf", tuple(made), 2))
    assert [found.text for found in minutes.not_understood] == ["UDKAST"]
    assert minutes.items[0].sections[0].text == "Godkendt."

"""A section's text as paragraphs, points and names."""

from raadhus.domains.meetings.papers.blocks import blocks_of, names_of
from raadhus.pure.documents.tree import ListEntry, NameList, Paragraph, PointList


def test_an_empty_line_parts_two_paragraphs_and_a_line_break_stays() -> None:
    assert blocks_of("Navn\nFormål\n\nNæste.") == (Paragraph("Navn\nFormål"), Paragraph("Næste."))


def test_numbers_and_dashes_are_markers_as_written() -> None:
    assert blocks_of("Direktøren indstiller,\n\n1. at det sker.\n2) at alt er med.\n-at det er nu.\n– straks") == (
        Paragraph("Direktøren indstiller,"),
        PointList(
            (
                ListEntry("1.", "at det sker."),
                ListEntry("2)", "at alt er med."),
                ListEntry("-", "at det er nu."),
                ListEntry("–", "straks"),
            )
        ),
    )


def test_points_parted_by_empty_lines_are_one_list() -> None:
    assert blocks_of("1. a\n\n2. b") == (PointList((ListEntry("1.", "a"), ListEntry("2.", "b"))),)


def test_a_line_after_a_point_belongs_to_it() -> None:
    assert blocks_of("- første\nfortsat") == (PointList((ListEntry("-", "første\nfortsat"),)),)


def test_a_date_a_year_and_a_negative_number_are_no_markers() -> None:
    for text in ("1. februar holdes møde", "2022. Året gik", "-5 grader", "3.5 mio. kr.", "kl. 9.00"):
        assert blocks_of(text) == (Paragraph(text),)


def test_attachments_are_names_unless_they_have_markers() -> None:
    assert names_of("Tidsplan\n\nArk.xlsx\n") == (NameList(("Tidsplan", "Ark.xlsx")),)
    assert names_of("1. Tidsplan\n2. Ark.xlsx") == (
        PointList((ListEntry("1.", "Tidsplan"), ListEntry("2.", "Ark.xlsx"))),
    )
    assert names_of("") == ()

"""A stored meeting's paper, for its reader."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist

from raadhus.domains.meetings.papers.of_meeting import file_name_of, minutes_pdf, paper_of_meeting
from raadhus.domains.meetings.papers.of_structure import paper_of
from raadhus.domains.meetings.queries import meeting_for
from raadhus.pure.documents.tree import Document
from tests.cast import OPERATOR, minutes_of, open_item
from tests.pure.documents.write.pdf_checks import broken_rules, words_of


def test_whoever_reads_everything_gets_the_paper_of_the_whole_reading(stored) -> None:
    assert paper_of_meeting(OPERATOR, meeting_for(OPERATOR, stored.meeting_id)) == paper_of(minutes_of())


def test_closed_items_and_unread_lines_are_left_out_for_those_who_may_not_see_them(stored, outsider) -> None:
    paper = paper_of_meeting(outsider, meeting_for(outsider, stored.meeting_id))
    assert [item.title for item in paper.items] == ["Start af arbejdet med indsatsen"]


def test_the_pdf_holds_nothing_of_a_closed_item_that_is_not_the_readers(stored, outsider, secretary) -> None:
    pdf, name = minutes_pdf(outsider, stored.meeting_id)
    assert name == "REFERAT Chefforum d. 20-01-2022.pdf"
    assert broken_rules(pdf) == []
    words = words_of(pdf)
    assert "Start af arbejdet med indsatsen" in words
    for secret in ("Lukket", "personsag", "81.00.00-G01-7-22", "Direktøren vender tilbage", "Notat.pdf", "Stempel"):
        assert secret not in words
    assert "Lukket personsag" in words_of(minutes_pdf(secretary, stored.meeting_id)[0])


def test_a_meeting_that_is_not_the_readers_is_not_there(stored, anonymous) -> None:
    with pytest.raises(ObjectDoesNotExist):
        minutes_pdf(anonymous, stored.meeting_id)


def test_a_meeting_without_a_date_carries_the_day_its_document_was_read(store, administrator) -> None:
    meeting_id = store(minutes_of(open_item(), starts_at=None, ends_at=None)).meeting_id
    paper = paper_of_meeting(administrator, meeting_for(administrator, meeting_id))
    assert (paper.title, paper.date) == ("REFERAT Chefforum", date(2022, 2, 1))


def test_a_file_name_has_no_signs_that_a_file_system_takes_amiss() -> None:
    assert file_name_of(Document('A/B: "C" <d>\n*', date(2022, 1, 1))) == "A-B- -C- -d-.pdf"
    assert file_name_of(Document("x" * 300, date(2022, 1, 1))) == "x" * 120 + ".pdf"

"""What is sealed stands in the record as it was sealed: only additions, and closing what should not be read."""

from dataclasses import replace
from datetime import date, time

import pytest

from raadhus.domains.meetings import changes as record
from raadhus.domains.meetings.changes import When, move_meeting
from raadhus.domains.meetings.models import Item, Meeting, UnreadLine
from raadhus.domains.meetings.queries import readings_for
from raadhus.domains.proceedings import changes
from raadhus.foundation.accounts.queries import Operator
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT
from tests.domains.proceedings.room import adjourned, clock, next_meeting, sent

HEAD = {"body": "Chefforum", "starts_on": date(2022, 1, 20), "starts_at": time(9), "ends_at": None, "place": "Kantinen"}


@pytest.fixture
def sealed(house) -> Meeting:
    sitting, _ = adjourned(house)
    sent(house, sitting)
    _, where = next_meeting(house)
    changes.approve_minutes(sitting=sitting, where=where, remark="", by=house.secretary, at=clock(12))
    changes.seal_minutes(sitting=sitting, signer=None, by=house.secretary, at=clock(13))
    return Meeting.objects.get(pk=sitting.pk)


def correct(house, item: Item, **other) -> None:
    facts = {"number": item.number, "title": item.title, "case_number": "", "is_closed": False, "outcome": "approved"}
    record.correct_item(item=item, **(facts | other), by=house.administrator, at=clock(14))


@pytest.mark.parametrize("other", [{"title": "Et andet"}, {"outcome": "rejected"}, {"number": "7", "is_closed": True}])
def test_an_item_of_sealed_minutes_is_not_corrected(house, sealed, other):
    item = Item.objects.get(meeting=sealed)
    with pytest.raises(Refused, match="Føj en rettelse til"):
        correct(house, item, **other)
    assert Item.objects.get(pk=item.pk).title == item.title


def test_an_item_that_should_not_be_read_can_still_be_closed(house, sealed):
    item = Item.objects.get(meeting=sealed)
    correct(house, item, is_closed=True)
    assert Item.objects.get(pk=item.pk).is_closed


def test_the_head_of_sealed_minutes_is_not_corrected_and_the_meeting_not_moved(house, sealed):
    with pytest.raises(Refused, match="forseglet"):
        record.correct_meeting(meeting=sealed, **HEAD, by=house.administrator, at=clock(14))
    with pytest.raises(Refused, match="forseglet"):
        move_meeting(meeting=sealed, when=When(date(2022, 1, 21), time(9)), by=house.secretary, at=clock(14))


def test_no_line_is_settled_in_sealed_minutes(house, sealed):
    line = UnreadLine.objects.create(version=sealed.current_version, line=1, text="Side 1")
    with pytest.raises(Refused, match="forseglet"):
        record.set_aside_unread_line(line=line, by=house.administrator, at=clock(14))
    item = Item.objects.get(meeting=sealed)
    with pytest.raises(Refused, match="forseglet"):
        record.place_unread_line(line=line, item=item, section_kind="decision", by=house.administrator, at=clock(14))


def test_a_document_does_not_take_the_place_of_sealed_minutes(house, sealed):
    reading = readings_for(Operator(), [sealed])[sealed.pk]
    other = replace(reading, items=tuple(replace(item, title="Et andet") for item in reading.items))
    with pytest.raises(Refused, match="forseglet"):
        record.store_document(
            reading=other, data=b"%PDF-1.7 other", name="andet.pdf", reading_audience="signed_in",
            by=house.administrator, at=AT,
        )  # fmt: skip
    assert Item.objects.get(meeting=sealed).title == "Budget"

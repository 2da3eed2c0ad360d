"""Opening a closed item leaves a line in the log."""

from raadhus.domains.meetings.models import Item
from raadhus.foundation.audit.models import Entry


def _read() -> list[tuple[str, str, str]]:
    told = Entry.objects.filter(action="read").order_by("number")
    return list(told.values_list("actor", "object_kind", "object_id"))


def test_every_way_to_read_a_closed_item_is_noted(member, winter):
    closed = Item.objects.get(is_closed=True)
    member.get(f"/moeder/{winter.pk}/")
    member.get(f"/punkter/{closed.pk}/")
    member.get(f"/sager/{closed.case.number}/")
    member.get(f"/dokumenter/{winter.current_version.file_id}/")
    assert _read() == [
        ("medlem", "meeting", str(winter.pk)),
        ("medlem", "item", str(closed.pk)),
        ("medlem", "case", str(closed.case_id)),
        ("medlem", "file", str(winter.current_version.file_id)),
    ]


def test_reading_what_everybody_may_read_is_nobodys_business(member, outsider, winter):
    member.get(f"/punkter/{Item.objects.get(meeting=winter, number='2').pk}/")
    outsider.get(f"/moeder/{winter.pk}/")
    assert _read() == []


def test_what_a_signed_in_reader_sees_is_kept_nowhere(member, outsider, winter):
    assert member.get(f"/moeder/{winter.pk}/").headers["Cache-Control"] == "private, no-store"
    assert "no-store" not in outsider.get(f"/moeder/{winter.pk}/").headers.get("Cache-Control", "")

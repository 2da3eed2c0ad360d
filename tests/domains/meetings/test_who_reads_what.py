"""The permission matrix: every query, every one of the cast, the open and the closed item.

Each thing bears words of its own; whatever a query gives is written out and searched for them.
"""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.core.serializers import serialize
from django.db.models import Model, QuerySet

from raadhus.domains.followup import queries as followup
from raadhus.domains.meetings import queries
from raadhus.domains.meetings.models import Item, Meeting, Version
from raadhus.foundation.accounts.changes import change_readers, let_in
from raadhus.foundation.accounts.models import AudienceMember
from raadhus.foundation.files.queries import file_for
from tests.cast import AT, OPERATOR, Stored, minutes_of

OPEN_WORDS = ("Start af arbejdet", "15.40.00-P05-1-21", "sender udkastet")
CLOSED_WORDS = ("Lukket personsag", "81.00.00-G01-7-22", "vender tilbage", "Notat.pdf", "Stempel", "referat.txt")


def _meeting(stored: Stored) -> Meeting:
    return Meeting.objects.select_related("body", "current_version__file").get(pk=stored.meeting_id)


def _item(pk: int) -> Item:
    return Item.objects.select_related("case").get(pk=pk)


# Every named read of meetings and followup that may show something of an item: its name, and how it is asked.
READS: dict[str, Callable[[Any, Stored], Any]] = {
    "bodies_for": lambda reader, stored: queries.bodies_for(reader),
    "body_for": lambda reader, stored: queries.body_for(reader, stored.body.pk),
    "body_names_for": lambda reader, stored: queries.body_names_for(reader),
    "meetings_for": lambda reader, stored: queries.meetings_for(reader, body=stored.body, year=2022),
    "meeting_for": lambda reader, stored: queries.meeting_for(reader, stored.meeting_id),
    "years_for": lambda reader, stored: queries.years_for(reader),
    "front_page": lambda reader, stored: queries.front_page(reader),
    "items_of": lambda reader, stored: queries.items_of(reader, _meeting(stored)),
    "item_for open": lambda reader, stored: queries.item_for(reader, stored.open_id),
    "item_for closed": lambda reader, stored: queries.item_for(reader, stored.closed_id),
    "items_by_id": lambda reader, stored: queries.items_by_id(reader, [stored.open_id, stored.closed_id]),
    "items_named": lambda reader, stored: queries.items_named(reader, [stored.open_id, stored.closed_id]),
    "previous_and_next open": lambda reader, stored: queries.previous_and_next(reader, _item(stored.open_id)),
    "previous_and_next closed": lambda reader, stored: queries.previous_and_next(reader, _item(stored.closed_id)),
    "cases_for": lambda reader, stored: queries.cases_for(reader),
    "case_for open": lambda reader, stored: queries.case_for(reader, "15.40.00-P05-1-21"),
    "case_for closed": lambda reader, stored: queries.case_for(reader, "81.00.00-G01-7-22"),
    "items_of_case open": lambda reader, stored: queries.items_of_case(reader, "15.40.00-P05-1-21"),
    "items_of_case closed": lambda reader, stored: queries.items_of_case(reader, "81.00.00-G01-7-22"),
    "items_of_subject open": lambda reader, stored: queries.items_of_subject(reader, "15"),
    "items_of_subject closed": lambda reader, stored: queries.items_of_subject(reader, "81.00.00"),
    "versions_of": lambda reader, stored: queries.versions_of(reader, _meeting(stored)),
    "version_for": lambda reader, stored: queries.version_for(reader, Version.objects.get().pk),
    "version_of_bytes": lambda reader, stored: queries.version_of_bytes(reader, Version.objects.get().file.sha256),
    "unread_lines_of": lambda reader, stored: queries.unread_lines_of(reader, _meeting(stored)),
    "readings_for": lambda reader, stored: queries.readings_for(reader, [_meeting(stored)])[stored.meeting_id].items,
    "commitments_for": lambda reader, stored: followup.commitments_for(reader),
    "commitments_for who": lambda reader, stored: followup.commitments_for(reader, who="Direktøren"),
    "commitments_to_count": lambda reader, stored: followup.commitments_to_count(reader),
    "commitments_by_source": lambda reader, stored: followup.commitments_by_source(
        reader, "item", [stored.open_id, stored.closed_id]
    ),
    "words_for": lambda reader, stored: followup.words_for(reader).responsible,
    "file_for": lambda reader, stored: file_for(reader, Version.objects.get().file_id),
}
FOR_THE_WHOLE_HOUSE = {"broken_meetings", "broken_versions", "Event", "FrontPage", "Line", "NamedItem", "Stop"}
WITH_A_TEST_OF_THEIR_OWN = {
    "meetings_named",
    "chain_of",
    "open_chains",
    "timeline_of",
}  # test_chains


def _written_out(given: Any) -> str:
    """All that `given` holds, with what hangs on items."""
    if isinstance(given, QuerySet | list | tuple):
        return " ".join(_written_out(part) for part in given)
    if isinstance(given, dict):
        return " ".join(_written_out(part) for part in given.values())
    if isinstance(given, Model):
        return _row(given)
    return str(given)


def _row(row: Model) -> str:
    told = serialize("json", [row], ensure_ascii=False)
    for part in ("sections", "attachments", "references"):
        told += serialize("json", getattr(row, part).all(), ensure_ascii=False) if hasattr(row, part) else ""
    told += _written_out(getattr(row, "commitments", []))
    for one in ("case", "file"):
        told += serialize("json", [getattr(row, one)], ensure_ascii=False) if getattr(row, one, None) else ""
    return told


def _shown(read: Callable[[Any, Stored], Any], reader: Any, stored: Stored) -> str:
    try:
        return _written_out(read(reader, stored))
    except ObjectDoesNotExist:
        return ""


def test_every_named_read_stands_in_the_matrix():
    asked = {name.split()[0] for name in READS}
    assert set(queries.__all__) - FOR_THE_WHOLE_HOUSE - WITH_A_TEST_OF_THEIR_OWN <= asked


@pytest.mark.parametrize("name", READS)
def test_nobody_sees_what_is_not_theirs(name, stored, anonymous, outsider):
    read = READS[name]
    for reader, forbidden in ((anonymous, (*OPEN_WORDS, *CLOSED_WORDS, "Chefforum")), (outsider, CLOSED_WORDS)):
        told = _shown(read, reader, stored)
        assert [words for words in forbidden if words in told] == []


@pytest.mark.parametrize(
    "name", [name for name in READS if name not in {"years_for", "bodies_for", "body_for", "body_names_for"}]
)
def test_what_the_secretary_and_the_administrator_see_is_the_same_and_not_nothing(
    name, stored, secretary, administrator
):
    seen = _shown(READS[name], secretary, stored)
    assert seen
    assert seen == _shown(READS[name], administrator, stored)


@pytest.mark.parametrize("name", [name for name in READS if name.endswith(" closed")])
def test_what_is_closed_looks_like_what_is_not_there(name, stored, outsider):
    assert (
        "Lukket" in _shown(READS[name], OPERATOR, stored)
        or "81.00.00" in _shown(READS[name], OPERATOR, stored)
        or (name == "previous_and_next closed")
    )
    assert "Lukket" not in _shown(READS[name], outsider, stored)


def test_not_there_and_not_yours_raise_the_same(stored, outsider):
    for ask in (queries.item_for, queries.meeting_for, queries.version_for, queries.body_for):
        with pytest.raises(ObjectDoesNotExist) as not_there:
            ask(outsider, 10**9)
        theirs = {queries.item_for: stored.closed_id, queries.version_for: Version.objects.get().pk}
        if ask in theirs:
            with pytest.raises(ObjectDoesNotExist) as not_yours:
                ask(outsider, theirs[ask])
            assert (not_yours.type, str(not_yours.value)) == (not_there.type, str(not_there.value))
    with pytest.raises(ObjectDoesNotExist) as not_there:
        queries.case_for(outsider, "99.99.99-A00-1-99")
    with pytest.raises(ObjectDoesNotExist) as not_yours:
        queries.case_for(outsider, "81.00.00-G01-7-22")
    assert (not_yours.type, str(not_yours.value)) == (not_there.type, str(not_there.value))


def test_figures_count_only_what_the_reader_sees(stored, anonymous, outsider, secretary):
    counted = [
        (page.bodies, page.meetings, page.items, page.cases, page.suggested, page.unread_lines)
        for page in map(queries.front_page, (anonymous, outsider, secretary))
    ]
    assert counted == [(0, 0, 0, 0, 0, 0), (1, 1, 1, 1, 1, 0), (1, 1, 2, 2, 2, 1)]
    assert [queries.meeting_for(reader, stored.meeting_id).item_count for reader in (outsider, secretary)] == [1, 2]


def test_a_meeting_that_an_item_names_is_shown_to_whoever_reads_it(stored, store, outsider, anonymous):
    named = store(minutes_of(starts_at="2022-02-03T09:00"))
    items = queries.items_of(OPERATOR, _meeting(stored))
    (shown,) = queries.meetings_named(outsider, items).values()
    assert shown.pk == named.meeting_id
    assert queries.meetings_named(anonymous, items) == {}


def test_opening_a_body_to_everyone_opens_its_open_items_only(stored, anonymous):
    change_readers(audience=stored.body.open_audience, kind="everyone", by=OPERATOR, at=AT)
    assert [item.pk for item in queries.items_of(anonymous, _meeting(stored))] == [stored.open_id]
    assert [row.source_id for row in followup.commitments_for(anonymous)] == [stored.open_id]


def test_whoever_reads_only_the_closed_items_sees_the_meeting_they_stand_in(stored, outsider):
    change_readers(audience=stored.body.open_audience, kind="named", by=OPERATOR, at=AT)
    assert not queries.meetings_for(outsider).exists()
    let_in(user=outsider, audience=stored.body.closed_audience, by=OPERATOR, at=AT)
    assert queries.meetings_for(outsider).count() == 1
    assert [item.pk for item in queries.items_of(outsider, _meeting(stored))] == [stored.closed_id]


def test_a_member_who_leaves_reads_no_more(stored, secretary):
    assert queries.item_for(secretary, stored.closed_id)
    AudienceMember.objects.all().delete()
    with pytest.raises(ObjectDoesNotExist):
        queries.item_for(secretary, stored.closed_id)

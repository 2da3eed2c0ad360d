"""A person finishes and corrects a reading; the document stands as it came."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.cases.models import Case
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings import queries
from raadhus.domains.meetings.changes import (
    abbreviate_body,
    correct_item,
    correct_meeting,
    place_unread_line,
    set_aside_unread_line,
)
from raadhus.domains.meetings.models import Body, Item, Meeting, Section, UnreadLine, Version
from raadhus.foundation.audit.models import Entry
from raadhus.foundation.audit.queries import acts_on
from raadhus.foundation.files.models import StoredFile
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.minutes.structure import Item as ReadItem
from raadhus.pure.minutes.structure import Reference
from tests.cast import AT, OPERATOR, minutes_of, open_item


def _head(meeting: Meeting, **facts) -> None:
    as_is = {
        "body": meeting.body.name if meeting.body else "",
        "starts_on": meeting.starts_on,
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "place": meeting.place,
    }
    correct_meeting(meeting=meeting, **(as_is | {"by": OPERATOR} | facts), at=AT)


def _item(pk: int, **facts) -> None:
    item = queries.item_for(OPERATOR, pk)
    as_is = {
        "number": item.number,
        "title": item.title,
        "case_number": item.case_words,
        "is_closed": item.is_closed,
        "outcome": item.decision.outcome if hasattr(item, "decision") else "",
    }
    correct_item(item=item, **(as_is | {"by": OPERATOR} | facts), at=AT)


def _meeting(pk: int) -> Meeting:
    return queries.meeting_for(OPERATOR, pk)


def _last_act(meeting_id: int):
    return list(acts_on("meeting", [meeting_id]))[-1]


def test_a_half_understood_meeting_opens_once_body_and_day_are_known(store, outsider):
    half = store(minutes_of(open_item(), body=None))
    assert not queries.meetings_for(outsider).exists()
    _head(_meeting(half.meeting_id), body="Chefforum")
    (meeting,) = queries.meetings_for(outsider)
    (item,) = queries.items_of(outsider, meeting)
    assert (meeting.body.name, len(item.commitments)) == ("Chefforum", 1)
    assert queries.versions_of(outsider, meeting).count() == 1
    assert list(queries.broken_meetings()) == []


def test_a_head_that_is_corrected_is_noted_with_before_and_after(stored):
    _head(_meeting(stored.meeting_id), starts_on=date(2022, 1, 21), starts_at=None, ends_at=None, place="")
    act = _last_act(stored.meeting_id)
    assert (act.action, act.actor) == ("corrected_meeting", "kommandolinjen")
    assert act.facts["from"]["starts_at"] == "2022-01-20T09:00"
    assert act.facts["to"] == {"body": "Chefforum", "starts_at": "2022-01-21", "ends_at": None, "place": ""}
    assert list(queries.broken_meetings()) == []


def test_a_meeting_that_loses_its_day_is_for_administrators_again(stored, secretary):
    _head(_meeting(stored.meeting_id), starts_on=None, starts_at=None)
    assert not queries.meetings_for(secretary).exists()
    assert not queries.items_of(secretary, _meeting(stored.meeting_id))
    assert {row.audience for row in [*Commitment.objects.all(), *StoredFile.objects.all()]} == {None}


def test_a_body_takes_no_second_meeting_at_the_same_time(store, stored):
    other = store(minutes_of(starts_at="2022-02-03T09:00"))
    with pytest.raises(Refused, match="allerede et møde på det tidspunkt"):
        _head(_meeting(other.meeting_id), starts_on=date(2022, 1, 20))
    _head(_meeting(other.meeting_id), starts_on=date(2022, 1, 20), starts_at=time(13, 0))


def test_a_time_needs_a_day_and_a_body_a_name_of_some_length(stored):
    with pytest.raises(Refused, match="kræver en dato"):
        _head(_meeting(stored.meeting_id), starts_on=None)
    with pytest.raises(Refused, match="højst være 200 tegn"):
        _head(_meeting(stored.meeting_id), body="C" * 201)


def test_closing_an_item_closes_its_promises_and_its_file(store, outsider):
    imported = store(minutes_of(open_item()))
    (item,) = queries.items_of(outsider, queries.meeting_for(outsider, imported.meeting_id))
    _item(item.pk, is_closed=True)
    meeting = queries.meeting_for(outsider, imported.meeting_id)
    assert queries.items_of(outsider, meeting) == []
    assert not queries.versions_of(outsider, meeting).exists()
    assert queries.front_page(outsider).suggested == 0


def test_opening_the_last_closed_item_opens_the_newest_file(stored, outsider):
    _item(stored.closed_id, is_closed=False)
    meeting = queries.meeting_for(outsider, stored.meeting_id)
    assert len(queries.items_of(outsider, meeting)) == 2
    assert queries.versions_of(outsider, meeting).count() == 1


def test_an_items_facts_are_corrected_and_only_what_changed_is_noted(stored, outsider):
    _item(stored.open_id, title="Ny titel", case_number="00.01.10-P35-1-22", outcome="noted")
    item = queries.item_for(outsider, stored.open_id)
    assert (item.title, item.case.number, item.decision.outcome) == ("Ny titel", "00.01.10-P35-1-22", "noted")
    assert {row.case for row in item.commitments} == {item.case}
    assert _last_act(stored.meeting_id).facts["changed"] == {
        "title": ["Start af arbejdet med indsatsen", "Ny titel"],
        "case_number": ["15.40.00-P05-1-21", "00.01.10-P35-1-22"],
        "outcome": ["approved", "noted"],
    }
    assert list(queries.broken_meetings()) == []


def test_an_item_can_be_without_number_and_case(stored):
    _item(stored.open_id, number="", case_number="")
    item = Item.objects.get(pk=stored.open_id)
    assert (item.number, item.case, item.case_words) == ("", None, "")
    assert Case.objects.filter(number="15.40.00-P05-1-21").exists()


def test_what_is_as_before_is_not_noted(stored):
    before = Entry.objects.count()
    _item(stored.open_id)
    _head(_meeting(stored.meeting_id))
    assert Entry.objects.count() == before


def test_what_makes_no_sense_is_refused_and_changes_nothing(store, stored):
    undecided = store(minutes_of(ReadItem("1", "Orientering"), starts_at="2022-05-05T09:00"))
    item = queries.items_of(OPERATOR, _meeting(undecided.meeting_id))[0]
    before = Entry.objects.count()
    for pk, facts, says in (
        (stored.open_id, {"title": " "}, "skal have en titel"),
        (stored.open_id, {"outcome": "vedtaget", "title": "x"}, "Vælg et udfald"),
        (item.pk, {"outcome": "noted", "title": "x"}, "ingen beslutning at rette"),
    ):
        with pytest.raises(Refused, match=says):
            _item(pk, **facts)
    assert Entry.objects.count() == before
    assert not Item.objects.filter(title="x").exists()


def test_a_line_placed_in_a_section_stands_at_its_end(stored, outsider):
    (line,) = UnreadLine.objects.all()
    place_unread_line(line=line, item=Item.objects.get(pk=stored.open_id), section_kind="occasion", by=OPERATOR, at=AT)
    section = Section.objects.get(item=stored.open_id, kind="occasion")
    assert section.text == "Forummet skal tage stilling.\n\nDet haster.\nStempel: modtaget"
    assert queries.front_page(OPERATOR).unread_lines == 0
    assert list(queries.broken_meetings()) == []


def test_a_line_placed_in_a_decision_is_the_decisions_words(store):
    imported = store(minutes_of(ReadItem("1", "Orientering")))
    (item,) = queries.items_of(OPERATOR, _meeting(imported.meeting_id))
    place_unread_line(line=UnreadLine.objects.get(), item=item, section_kind="decision", by=OPERATOR, at=AT)
    (item,) = queries.items_of(OPERATOR, _meeting(imported.meeting_id))
    assert (item.decision.text, item.decision.outcome) == ("Stempel: modtaget", "other")
    assert [(part.heading, part.kind, part.first_line) for part in item.sections.all()] == [("", "decision", 19)]


def test_a_line_set_aside_is_settled_and_still_listed(stored):
    (line,) = UnreadLine.objects.all()
    set_aside_unread_line(line=line, by=OPERATOR, at=AT)
    (line,) = queries.unread_lines_of(OPERATOR, _meeting(stored.meeting_id))
    assert (line.settled_as, line.text) == ("set_aside", "Stempel: modtaget")
    with pytest.raises(Refused, match="allerede placeret eller lagt til side"):
        set_aside_unread_line(line=line, by=OPERATOR, at=AT)


def test_a_line_is_placed_in_its_own_document_and_in_a_known_kind_of_section(store, stored):
    other = store(minutes_of(starts_at="2022-02-03T09:00"))
    line = UnreadLine.objects.get(version__meeting=stored.meeting_id)
    foreign = queries.items_of(OPERATOR, _meeting(other.meeting_id))[0]
    with pytest.raises(Refused, match="et andet dokument"):
        place_unread_line(line=line, item=foreign, section_kind="account", by=OPERATOR, at=AT)
    with pytest.raises(Refused, match="slags afsnit"):
        place_unread_line(line=line, item=Item.objects.get(pk=stored.open_id), section_kind="poem", by=OPERATOR, at=AT)
    assert UnreadLine.objects.get(pk=line.pk).settled_as == ""


def test_the_document_itself_is_never_changed(stored):
    before = Version.objects.values().get()
    _item(stored.open_id, title="Ny titel", is_closed=True, outcome="noted")
    set_aside_unread_line(line=UnreadLine.objects.get(), by=OPERATOR, at=AT)
    assert Version.objects.values().get() == before


def test_only_administrators_correct(stored, secretary, outsider, anonymous):
    line, before = UnreadLine.objects.get(), Entry.objects.count()
    item = queries.item_for(OPERATOR, stored.open_id)
    for user in (secretary, outsider, anonymous):
        for change in (
            lambda by: _head(_meeting(stored.meeting_id), place="x", by=by),
            lambda by: _item(stored.open_id, title="x", by=by),
            lambda by: place_unread_line(line=line, item=item, section_kind="account", by=by, at=AT),
            lambda by: set_aside_unread_line(line=line, by=by, at=AT),
            lambda by: abbreviate_body(body=stored.body, abbreviation="x", by=by, at=AT),
        ):
            with pytest.raises(PermissionDenied):
                change(user)
    assert Entry.objects.count() == before


def test_a_body_is_also_known_by_its_short_name(store, stored):
    abbreviate_body(body=stored.body, abbreviation="CF", by=OPERATOR, at=AT)
    named = ReadItem("1", "Med henvisning", references=(Reference("past", "CF", None, None, "på CF"),))
    imported = store(minutes_of(named, starts_at="2022-02-03T09:00"))
    (item,) = queries.items_of(OPERATOR, _meeting(imported.meeting_id))
    assert [reference.body for reference in item.references.all()] == [Body.objects.get()]

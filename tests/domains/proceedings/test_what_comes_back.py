"""A promise that a matter comes back: kept when it was dealt with, prolonged when it was put off again; and what the
secretary sees before the agenda."""

from datetime import date, time

import pytest

from raadhus.domains.followup.changes import ask_more_time
from raadhus.domains.followup.models import Commitment
from raadhus.domains.followup.queries import places_of
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Proposal, Sitting
from tests.domains.proceedings.cast import AT, TODAY, House
from tests.domains.proceedings.room import call, decide_and_close, sent
from tests.domains.proceedings.test_filling_the_next_agenda import AUGUST, _minutes, forum
from tests.domains.proceedings.test_the_june_meeting import NOON

__all__ = ["forum"]
OPENS = NOON.replace(month=8, day=18, hour=7)


@pytest.fixture
def back(forum) -> tuple[House, Sitting, Proposal]:
    """The matter promised in June stands on the agenda of August, and the meeting has begun."""
    _minutes()
    sitting = forum.plan(AUGUST)
    changes.fill_agenda(sitting=sitting, by=forum.secretary, at=AT)
    changes.open_meeting(sitting=call(sitting, forum.secretary), by=forum.secretary, at=OPENS)
    return forum, sitting, Proposal.objects.get(meeting=sitting.pk, title="Boligprogram")


def _send(house: House, sitting: Sitting) -> None:
    for row in Proposal.objects.filter(meeting=sitting.pk, state="on_agenda"):
        decide_and_close(house, row, at=OPENS, letter="G")
    changes.adjourn_meeting(sitting=sitting, ends_at=None, by=house.secretary, at=OPENS.replace(hour=9))
    sent(house, Sitting.objects.get(pk=sitting.pk), at=OPENS.replace(hour=10))


def test_what_was_dealt_with_keeps_the_promise(back) -> None:
    house, sitting, item = back
    _send(house, sitting)
    promise = Commitment.objects.get(pk=item.returns_commitment)
    assert (promise.progress, promise.done_on) == ("done", date(2022, 8, 18))
    (place,) = places_of(house.secretary, promise)
    assert (place.role, place.source_id) == ("closed", Proposal.objects.get(pk=item.pk).item_id)


def test_what_was_taken_off_again_is_put_off_and_still_owed(back) -> None:
    house, sitting, item = back
    changes.withdraw_item(proposal=item, because="Tiden gik", words="Punktet udgik.", by=house.secretary, at=OPENS)
    _send(house, sitting)
    promise = Commitment.objects.get(pk=item.returns_commitment)
    assert promise.progress == "open"
    assert [place.role for place in places_of(house.secretary, promise)] == ["prolonged"]


def test_the_secretary_sees_what_returns_and_that_it_stands_on_the_agenda(forum) -> None:
    _minutes()
    sitting = forum.plan(AUGUST)
    seen = queries.before_agenda(forum.secretary, sitting, on=TODAY)
    ((one, why, stands),) = seen.returning
    assert (one.item.title, stands) == ("Boligprogram", False)
    assert why == "Lovet 9. juni 2022: „Sagen kommer på efter sommerferien“."
    assert seen.nowhere == []
    changes.fill_agenda(sitting=sitting, by=forum.secretary, at=AT)
    assert [stands for _, _, stands in queries.before_agenda(forum.secretary, sitting, on=TODAY).returning] == [True]


def test_the_secretary_sees_what_has_no_meeting_what_is_late_and_what_nobody_owns(forum) -> None:
    _minutes()
    june = forum.plan(changes.When(date(2022, 6, 30), time(9)))
    promise = Commitment.objects.get()
    seen = queries.before_agenda(forum.secretary, june, on=TODAY)
    assert [row for row, _ in seen.nowhere] == [promise]
    assert "intet møde i Chefforum mellem" in seen.nowhere[0][1]
    assert (seen.late, seen.ownerless, seen.returning) == ([], [], [])
    Commitment.objects.update(kind="task", body="")
    seen = queries.before_agenda(forum.secretary, june, on=date(2022, 10, 1))
    assert (seen.late, seen.ownerless, seen.nowhere) == ([promise], [promise], [])
    Commitment.objects.update(person=forum.head)
    ask_more_time(
        commitment=promise, until="1. december 2022", because="Nye tal", revision=promise.revision, by=forum.head, at=AT
    )
    seen = queries.before_agenda(forum.secretary, june, on=date(2022, 10, 1))
    assert (seen.asked, seen.ownerless) == ([promise], [])


def test_what_is_closed_to_the_reader_is_not_told_of(forum) -> None:
    _minutes(closed=True)
    sitting = forum.plan(AUGUST)
    seen = queries.before_agenda(forum.head, sitting, on=date(2022, 10, 1))
    assert (seen.returning, seen.nowhere, seen.late, seen.put_off) == ([], [], [], [])
    assert len(queries.before_agenda(forum.secretary, sitting, on=date(2022, 10, 1)).returning) == 1

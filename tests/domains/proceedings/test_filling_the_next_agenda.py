"""Standing items, what was put off and what was promised stand on the next agenda by themselves, once."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.followup.changes import accept_commitment, reject_commitment, reopen_commitment
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings import queries as record
from raadhus.domains.meetings.importing import store_minutes
from raadhus.domains.meetings.models import Meeting
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Point, Proposal, Sitting
from raadhus.foundation.accounts.changes import let_out
from raadhus.pure.minutes.structure import Commitment as Promise
from raadhus.pure.minutes.structure import Decision, Item, Minutes
from tests.domains.proceedings.cast import AT, OPERATOR, TODAY, House, put_on, ready, titles_on, write
from tests.domains.proceedings.test_enclosures import add

WINDOW = ("2022-08-15", "2022-09-30")
JUNE = changes.When(date(2022, 6, 9), time(9))
AUGUST = changes.When(date(2022, 8, 18), time(9))
STANDING = [
    changes.EveryAgenda("Godkendelse af dagsorden", "at dagsordenen godkendes", case_number="00.01.00-A21-2-21"),
    changes.EveryAgenda("Eventuelt", "at punktet drøftes", stands_last=True),
]


@pytest.fixture
def forum(house) -> House:
    changes.set_standing_items(body=house.forum, items=STANDING, by=house.administrator, at=AT)
    return house


def _fill(house: House, sitting: Sitting) -> list[str]:
    return [one.title for one in changes.fill_agenda(sitting=sitting, by=house.secretary, at=AT)]


def _put_off(house: House, sitting: Sitting, title: str = "Ny skolestruktur", **due) -> Proposal:
    row = put_on(house, sitting, ready(house, title, points=("at A", "at B")))
    window = {"due_first": date(2022, 8, 15), "due_last": date(2022, 9, 30), "due_words": "efter sommerferien"} | due
    Point.objects.filter(proposal=row, number=2).update(outcome="deferred", **window)
    Point.objects.filter(proposal=row, number=1).update(outcome="approved")
    Proposal.objects.filter(pk=row.pk).update(state="decided")
    return row


def test_standing_items_come_first_and_last_with_their_recommendation(forum) -> None:
    sitting = forum.plan()
    assert _fill(forum, sitting) == ["Godkendelse af dagsorden", "Eventuelt"]
    first = Proposal.objects.get(title="Godkendelse af dagsorden")
    assert (first.case_number, first.state) == ("00.01.00-A21-2-21", "on_agenda")
    assert [point.text for point in first.points.all()] == ["at dagsordenen godkendes"]


def test_what_is_put_on_later_comes_before_what_stands_last(forum) -> None:
    sitting = forum.plan()
    _fill(forum, sitting)
    put_on(forum, sitting, ready(forum))
    assert titles_on(sitting) == ["Godkendelse af dagsorden", "Budget 2023", "Eventuelt"]


def test_nothing_is_put_on_twice(forum) -> None:
    sitting = forum.plan()
    _fill(forum, sitting)
    assert _fill(forum, sitting) == []
    changes.set_standing_items(body=forum.forum, items=STANDING, by=forum.administrator, at=AT)
    assert _fill(forum, sitting) == []


def test_what_the_secretary_took_off_does_not_come_again(forum) -> None:
    sitting = forum.plan()
    _fill(forum, sitting)
    row = Proposal.objects.get(title="Eventuelt")
    changes.withdraw_proposal(proposal=row, because="Intet", by=forum.secretary, at=AT)
    assert _fill(forum, sitting) == []
    assert titles_on(sitting) == ["Godkendelse af dagsorden"]


def test_each_meeting_has_its_own_standing_items(forum) -> None:
    for when in (JUNE, AUGUST):
        assert _fill(forum, forum.plan(when)) == ["Godkendelse af dagsorden", "Eventuelt"]


def test_a_point_put_off_until_after_the_summer_stands_on_the_first_agenda_after_it(forum) -> None:
    others = [changes.When(date(2022, 6, 30), time(9)), changes.When(date(2022, 9, 1), time(9))]
    june, august, july, later = (forum.plan(when) for when in (JUNE, AUGUST, *others))
    old = _put_off(forum, june)
    write(old, "account", "Sagen er stor")
    add(forum, Proposal.objects.get(pk=old.pk))
    assert "Ny skolestruktur" not in _fill(forum, july)
    assert _fill(forum, august) == ["Godkendelse af dagsorden", "Ny skolestruktur", "Eventuelt"]
    assert "Ny skolestruktur" not in _fill(forum, later)
    new = Proposal.objects.get(meeting=august.pk, title="Ny skolestruktur")
    assert (new.came_from, new.proposed_by, new.state) == (old, forum.officer, "on_agenda")
    assert [point.text for point in new.points.all()] == ["at B"]
    assert [text.plain for text in new.texts.filter(kind="account")] == ["Sagen er stor"]
    assert queries.why_on_agenda(forum.officer, new) == "Udsat 9. juni 2022: „efter sommerferien“."
    path = queries.path_of(forum.officer, new, on=TODAY)
    assert [stop.meets_on for stop in path] == [date(2022, 6, 9), date(2022, 8, 18)]


def test_a_window_that_passed_without_a_meeting_is_due_at_once(forum) -> None:
    june, november = forum.plan(JUNE), forum.plan(changes.When(date(2022, 11, 3), time(9)))
    _put_off(forum, june)
    assert "Ny skolestruktur" in _fill(forum, november)


def test_put_off_to_the_next_meeting_needs_no_date(forum) -> None:
    june, august = forum.plan(JUNE), forum.plan(AUGUST)
    _put_off(forum, june, due_first=None, due_last=None, due_words="næste møde")
    assert "Ny skolestruktur" in _fill(forum, august)


def _minutes(*, closed: bool = False, day: str = "2022-06-09", is_promised: bool = True) -> Meeting:
    promise = Promise("return", "Sagen kommer på efter sommerferien", ("Direktøren",), WINDOW, "Chefforum", "decision")
    item = Item(
        number="1", title="Boligprogram", case_number="00.01.00-P10-2-21", closed=closed,
        decision=Decision(promise.quote, "deferred"), commitments=(promise,) if is_promised else (),
    )  # fmt: skip
    reading = Minutes("ref.pdf", "minutes", "Chefforum", f"{day}T09:00", None, "Her", items=(item,))
    stored = store_minutes(reading, source=day.encode(), reading_audience="signed_in", by=OPERATOR, at=AT)
    for row in Commitment.objects.filter(status="suggested"):
        accept_commitment(commitment=row, by=OPERATOR, at=AT)
    return record.meeting_for(OPERATOR, stored.meeting_id)


def test_a_promise_of_paper_minutes_comes_back_to_the_body(forum) -> None:
    _minutes()
    august = forum.plan(AUGUST)
    assert _fill(forum, august) == ["Godkendelse af dagsorden", "Boligprogram", "Eventuelt"]
    new = Proposal.objects.get(title="Boligprogram")
    assert (new.returns_commitment, new.case_number) == (Commitment.objects.get().pk, "00.01.00-P10-2-21")
    why = "Lovet i Chefforum den 09-06-2022: „Sagen kommer på efter sommerferien“"
    assert [text.plain for text in new.texts.exclude(plain="")] == [why]
    assert queries.why_on_agenda(forum.secretary, new) == "Lovet 9. juni 2022: „Sagen kommer på efter sommerferien“."
    assert _fill(forum, august) == []


def test_a_promise_that_nobody_has_accepted_waits_for_a_yes(forum) -> None:
    _minutes()
    reopen_commitment(commitment=Commitment.objects.get(), by=OPERATOR, at=AT)
    assert "Boligprogram" not in _fill(forum, forum.plan(AUGUST))


def test_on_which_meeting_it_comes_back_is_told_and_that_there_is_none(forum) -> None:
    _minutes()
    promise = Commitment.objects.get()
    told = queries.placing_of(forum.secretary, promise, on=TODAY)
    assert told.meets_on is None
    assert "intet møde i Chefforum mellem 15. august 2022 og 30. september 2022. Planlæg et" in told.sentence
    sitting = forum.plan(AUGUST)
    told = queries.placing_of(forum.secretary, promise, on=TODAY)
    assert (told.meets_on, told.sentence) == (
        date(2022, 8, 18), "Punktet kommer på mødet i Chefforum 18. august 2022.",
    )  # fmt: skip
    changes.cancel_sitting(sitting=sitting, because="Ferie", by=forum.secretary, at=AT)
    assert queries.placing_of(forum.secretary, promise, on=TODAY).meets_on is None


def test_a_promise_before_its_window_waits(forum) -> None:
    _minutes()
    assert "Boligprogram" not in _fill(forum, forum.plan(changes.When(date(2022, 6, 30), time(9))))


def test_a_promise_whose_meeting_is_on_paper_already_is_left_to_people(forum) -> None:
    _minutes()
    _minutes(day="2022-08-18", is_promised=False)
    assert "Boligprogram" not in _fill(forum, forum.plan(changes.When(date(2022, 9, 1), time(9))))


def test_a_rejected_promise_does_not_come_back(forum) -> None:
    _minutes()
    reject_commitment(commitment=Commitment.objects.get(), by=forum.administrator, at=AT)
    assert "Boligprogram" not in _fill(forum, forum.plan(AUGUST))


def test_a_closed_promise_comes_back_closed_and_only_by_who_reads_it(forum) -> None:
    _minutes(closed=True)
    august = forum.plan(AUGUST)
    let_out(user=forum.secretary, audience=forum.forum.closed_audience, by=forum.administrator, at=AT)
    assert "Boligprogram" not in _fill(forum, august)
    (row,) = changes.fill_agenda(sitting=august, by=forum.administrator, at=AT)
    assert (row.title, row.is_closed) == ("Boligprogram", True)
    assert queries.why_on_agenda(forum.chair, row) == ""


def test_only_the_secretary_fills(forum) -> None:
    with pytest.raises(PermissionDenied):
        changes.fill_agenda(sitting=forum.plan(), by=forum.officer, at=AT)

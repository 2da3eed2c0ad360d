"""Who is reminded of what, and that it is asked for once however often one asks."""

from datetime import UTC, date, datetime, timedelta

import pytest

from raadhus.domains.proceedings.changes.remind import ask_for_reminders
from raadhus.domains.proceedings.models import Hearing, Proposal, ProposalState, Review, Role, Sitting, Step
from raadhus.foundation.audit.record import record
from raadhus.foundation.jobs.models import Job
from raadhus.foundation.jobs.queries import payload_of
from tests.domains.proceedings.cast import AT, House, seat

DAY = timedelta(days=1)


def asked() -> list[tuple[str, int]]:
    """(kind, user) of every reminder asked for so far, in order."""
    facts = [payload_of(job) for job in Job.objects.filter(kind="remind").order_by("pk")]
    return [(fact["kind"], fact["user"]) for fact in facts]


def look(at: datetime = AT, after: int | None = 0) -> int:
    return ask_for_reminders(after=after, at=at)


def act(sitting: Sitting, action: str) -> None:
    record(action, "sitting", sitting.pk, by="prøven", at=AT, facts={})


def test_what_happened_before_the_first_look_is_history(house: House):
    act(house.plan(), "sent_agenda")
    last = look(after=None)
    assert asked() == []
    act(Sitting.objects.get(), "cancelled_sitting")
    assert look(after=last) == last + 1
    assert {kind for kind, _ in asked()} == {"cancelled"}


@pytest.mark.parametrize("action", ["sent_agenda", "sent_supplement", "moved_sitting", "cancelled_sitting"])
def test_everybody_with_a_seat_is_called_once(house: House, action):
    act(house.plan(), action)
    for _ in range(3):
        look()
    told = [user for _, user in asked()]
    assert sorted(told) == sorted(person.pk for person in (house.secretary, house.chair, house.member))


def test_a_second_supplement_is_told_too(house: House):
    sitting = house.plan()
    act(sitting, "sent_supplement")
    last = look()
    act(sitting, "sent_supplement")
    look(after=last)
    assert len(asked()) == 6


def test_a_deputy_is_called_only_to_the_meeting_that_they_were_asked_to(house: House):
    sitting = house.plan()
    deputy = seat(house, house.outsider, Role.DEPUTY)
    act(sitting, "sent_agenda")
    last = look()
    assert house.outsider.pk not in {user for _, user in asked()}
    sitting.attendees.create(member=deputy, name="Udenforstående", position=9)
    act(sitting, "moved_sitting")
    look(after=last)
    assert ("moved", house.outsider.pk) in asked()


def test_the_secretary_hears_of_the_agendas_deadline_when_it_is_near_and_on_the_day(house: House):
    house.plan()  # Thursday 20 January; two weekdays' notice: Tuesday the 18th
    for day in range(10, 21):
        look(datetime(2022, 1, day, 9, tzinfo=UTC))
    jobs = Job.objects.filter(kind="remind").order_by("pk")
    assert [(job.run_at.day, payload_of(job)["user"]) for job in jobs] == [
        (14, house.secretary.pk),
        (18, house.secretary.pk),
        (19, house.secretary.pk),
    ]
    assert {payload_of(job)["due_on"] for job in jobs} == {"2022-01-18"}


def test_a_head_is_reminded_after_two_weekdays_and_not_once_they_answered(house: House):
    proposal = house.propose()
    Proposal.objects.update(state=ProposalState.WITH_HEAD)
    step = Step.objects.create(proposal=proposal, position=1, post="Chef", user=house.head, asked_at=AT)
    Step.objects.create(proposal=proposal, position=2, post="Direktør", user=house.director)
    look(AT + DAY)
    assert asked() == []
    look(AT + 2 * DAY)
    look(AT + 3 * DAY)
    assert asked() == [("step_waiting", house.head.pk)]
    step.decided_at = AT
    step.save()
    look(AT + 14 * DAY)
    assert len(asked()) == 1


def test_a_head_who_is_asked_again_is_reminded_anew(house: House):
    proposal = house.propose()
    Proposal.objects.update(state=ProposalState.WITH_HEAD)
    step = Step.objects.create(proposal=proposal, position=1, post="Chef", user=house.head, asked_at=AT)
    look(AT + 2 * DAY)
    step.asked_at = AT + 7 * DAY
    step.save()
    look(AT + 8 * DAY)
    assert len(asked()) == 1
    look(AT + 9 * DAY)
    assert len(asked()) == 2


def test_a_hearing_is_reminded_of_before_and_after_its_day(house: House):
    hearing = Hearing.objects.create(
        proposal=house.propose(), department="Skole", user=house.outsider, asked_at=AT, due_on=date(2022, 1, 20)
    )
    for day in range(10, 24):
        look(datetime(2022, 1, day, 9, tzinfo=UTC))
    jobs = Job.objects.filter(kind="remind").order_by("pk")
    assert [(payload_of(job)["kind"], job.run_at.day) for job in jobs] == [
        ("hearing_near", 18),
        ("hearing_near", 20),
        ("hearing_over", 21),
    ]
    hearing.answered_at = AT
    hearing.save()
    look(datetime(2022, 1, 24, 9, tzinfo=UTC))
    assert len(asked()) == 3


def test_a_review_that_waits_is_reminded_of(house: House):
    sitting = house.plan()
    Sitting.objects.update(state="minutes")
    Review.objects.create(sitting=sitting, user=house.member, asked_at=AT)
    look(AT + 2 * DAY)
    assert asked() == [("review_waiting", house.member.pk)]


def test_nobody_is_reminded_of_deadlines_at_night(house: House):
    house.plan()
    look(datetime(2022, 1, 18, 3, tzinfo=UTC))
    assert asked() == []

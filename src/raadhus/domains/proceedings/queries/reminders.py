"""What people are to be reminded of, as the rows stand; for the worker, which asks for the whole house."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from raadhus.domains.proceedings.models import (
    Frozen,
    Hearing,
    Member,
    ProposalState,
    Review,
    Role,
    Sitting,
    SittingState,
    Step,
)
from raadhus.domains.proceedings.queries.bodies import members_of, profile_of
from raadhus.domains.proceedings.rules import reminders as rules
from raadhus.domains.proceedings.rules.meeting_time import danish_day
from raadhus.domains.proceedings.rules.notice import last_day_to_send
from raadhus.foundation.audit.queries import Act, acts_after

_OPEN = (ProposalState.DRAFT, ProposalState.WITH_HEAD, ProposalState.READY, ProposalState.ON_AGENDA)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing for one user to hear. `key` says which, so that it is said once; `mail_list` is what one may stop."""

    kind: str
    key: str
    user: int
    mail_list: str
    sitting: int | None = None
    proposal: int | None = None
    due_on: str | None = None  # ISO
    is_theirs_to_stop: bool = True

    def payload(self) -> dict[str, Any]:
        """All of it as JSON can hold it."""
        return asdict(self)


def calls_after(number: int, *, at: datetime, limit: int = 500) -> tuple[list[Reminder], int]:
    """What the next `limit` acts of the log call for, and the number of the last of them."""
    acts = acts_after(number, limit=limit)
    calls = [act for act in acts if act.object_kind == "sitting" and act.action in rules.CALLS]
    sittings = Sitting.objects.select_related("meeting__body").in_bulk([int(act.object_id) for act in calls])
    known = [(act, sittings[int(act.object_id)]) for act in calls if int(act.object_id) in sittings]
    told = [one for act, sitting in known for one in _calls_of(act, sitting, danish_day(at))]
    return told, acts[-1].number if acts else number


def _calls_of(act: Act, sitting: Sitting, today: date) -> Iterator[Reminder]:
    kind, body = rules.CALLS[act.action], sitting.meeting.body
    was_sent = Frozen.objects.filter(sitting=sitting).exists()
    if not rules.is_told(kind, was_sent=was_sent, meets_on=sitting.meeting.starts_on, today=today):
        return
    is_theirs_to_stop = rules.may_be_stopped(kind, profile_of(body))
    for user in sorted(_called(sitting, today)):
        yield Reminder(
            kind,
            f"{kind}:{act.number}:{user}",
            user,
            f"body:{body.pk}",
            sitting=sitting.pk,
            is_theirs_to_stop=is_theirs_to_stop,
        )


def _called(sitting: Sitting, today: date) -> set[int]:
    """Who has a seat in the body, deputies only where they were asked to this meeting."""
    seated = members_of(sitting.meeting.body, on=today).exclude(role=Role.DEPUTY)
    asked = Member.objects.filter(pk__in=sitting.attendees.filter(member__isnull=False).values("member"))
    return {member.user_id for member in (*seated, *asked) if member.user_id is not None}


def waiting_at(at: datetime) -> list[Reminder]:
    """Every deadline and wait that people are to have heard of by now; [] outside the hours for speaking of it."""
    if not rules.is_time_to_remind(at):
        return []
    today = danish_day(at)
    return [*_agendas(today), *_steps(today), *_hearings(today), *_reviews(today)]


def _agendas(today: date) -> Iterator[Reminder]:
    planned = Sitting.objects.filter(state=SittingState.PLANNED, meeting__starts_on__gte=today)
    for sitting in planned.select_related("meeting__body"):
        body, meets_on = sitting.meeting.body, sitting.meeting.starts_on
        last = last_day_to_send(profile_of(body), meets_on)
        standing = rules.standing_of(last, today)
        if standing:
            key = f"agenda_deadline:{sitting.pk}:{meets_on}:{standing}"
            for member in members_of(body, on=today).filter(role=Role.SECRETARY, user__isnull=False):
                yield _waiting("agenda_deadline", key, member.user_id, sitting=sitting.pk, due_on=last.isoformat())


def _steps(today: date) -> Iterator[Reminder]:
    asked = Step.objects.filter(asked_at__isnull=False, decided_at=None, proposal__state=ProposalState.WITH_HEAD)
    for step in asked:
        asked_on = danish_day(step.asked_at)
        yield from _nagged(
            "step_waiting", f"{step.pk}:{asked_on}", step.user_id, asked_on, today, proposal=step.proposal_id
        )


def _hearings(today: date) -> Iterator[Reminder]:
    for hearing in Hearing.objects.filter(answered_at=None, user__isnull=False, proposal__state__in=_OPEN):
        standing = rules.standing_of(hearing.due_on, today)
        if standing:
            kind = "hearing_over" if standing == "over" else "hearing_near"
            key = f"{kind}:{hearing.pk}:{hearing.due_on}:{standing}"
            facts = {"proposal": hearing.proposal_id, "due_on": hearing.due_on.isoformat()}
            yield _waiting(kind, key, hearing.user_id, **facts)


def _reviews(today: date) -> Iterator[Reminder]:
    for review in Review.objects.filter(answered_at=None, sitting__state=SittingState.MINUTES):
        asked_on = danish_day(review.asked_at)
        yield from _nagged("review_waiting", f"{review.pk}", review.user_id, asked_on, today, sitting=review.sitting_id)


def _nagged(kind: str, of: str, user: int, asked_on: date, today: date, **facts: Any) -> Iterable[Reminder]:
    times = rules.reminders_due(asked_on, today)
    return [_waiting(kind, f"{kind}:{of}:{times}", user, **facts)] if times else []


def _waiting(kind: str, key: str, user: int, **facts: Any) -> Reminder:
    return Reminder(kind, f"{key}:{user}", user, "waiting", **facts)

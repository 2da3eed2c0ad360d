"""A meeting before any document: planned, and moved. Whoever calls has asked whether `by` may."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any

from django.db import transaction

from raadhus.domains.meetings.changes.noting import note
from raadhus.domains.meetings.changes.sealed import refuse_sealed
from raadhus.domains.meetings.models import Body, Meeting
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class When:
    """When and where a meeting is held; `ends_at` before `starts_at` is after midnight."""

    starts_on: date
    starts_at: time
    ends_at: time | None = None
    place: str = ""


@transaction.atomic(savepoint=False)
def plan_meeting(*, body: Body, when: When, by: Any, at: datetime) -> Meeting:
    """A meeting of `body` without a document: no reader of the record sees it until one is stored."""
    line_up()
    _refuse_a_second(body, when, Meeting())
    meeting = Meeting.objects.create(body=body, **_fields(when))
    facts = {"body": body.name, "when": _words(when)}
    record("planned_meeting", "meeting", meeting.pk, by=by, at=at, facts=facts)
    return meeting


@transaction.atomic(savepoint=False)
def move_meeting(*, meeting: Meeting, when: When, by: Any, at: datetime) -> None:
    """Hold the meeting another time or elsewhere. What its documents said stands as they said it."""
    line_up()
    row = Meeting.objects.select_related("body").get(pk=meeting.pk)
    refuse_sealed(row.pk)
    _refuse_a_second(row.body, when, row)
    before = {"starts_on": str(row.starts_on), "starts_at": str(row.starts_at), "place": row.place}
    Meeting.objects.filter(pk=row.pk).update(**_fields(when))
    facts = {"from": before, "to": _words(when)}
    if row.current_version_id is None:
        record("moved_meeting", "meeting", row.pk, by=by, at=at, facts=facts)
    else:
        note("moved_meeting", row.pk, facts, by=by, at=at)


def _fields(when: When) -> dict[str, Any]:
    ends_on = None
    if when.ends_at is not None:
        is_next_day = when.ends_at < when.starts_at
        ends_on = date.fromordinal(when.starts_on.toordinal() + is_next_day)
    return asdict(when) | {"ends_on": ends_on}


def _words(when: When) -> dict[str, str | None]:
    return {name: str(value) if value is not None else None for name, value in asdict(when).items()}


def _refuse_a_second(body: Body, when: When, meeting: Meeting) -> None:
    same = Meeting.objects.filter(body=body, starts_on=when.starts_on, starts_at=when.starts_at)
    if same.exclude(pk=meeting.pk).exists():
        raise Refused(f"{body.name} har allerede et møde på det tidspunkt; vælg en anden tid.")

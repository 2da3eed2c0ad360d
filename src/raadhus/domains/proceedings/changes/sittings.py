"""Meetings in the calendar: one or a series is planned, moved, cancelled, planned again."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.meetings.changes import When, plan_meeting
from raadhus.domains.meetings.models import Body, Meeting
from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.changes.opening import sitting_to_arrange
from raadhus.domains.proceedings.models import Sitting
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.rules.danish_days import day_in_words
from raadhus.domains.proceedings.rules.meeting_time import danish_day, moment
from raadhus.domains.proceedings.rules.series import Series, days_of
from raadhus.domains.proceedings.rules.states import sitting_after
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class Planned:
    """The meetings of a series in order, and in Danish which days were left out and why."""

    sittings: tuple[Sitting, ...]
    left_out: tuple[str, ...]


@transaction.atomic
def plan_sitting(*, body: Body, when: When, link: str, by: Any, at: datetime) -> Sitting:
    """Put a meeting in the body's calendar; a time that the clock skips or shows twice that night is `Refused`."""
    _only_secretaries(body, by, at)
    return _plan(body, when, link, "", by, at)


@transaction.atomic
def plan_series(*, body: Body, series: Series, when: When, link: str, by: Any, at: datetime) -> Planned:
    """Plan all meetings of a series; `when` gives hours and place, its day is not used.

    A day on which the body already meets at that hour is left out, and told of.
    """
    _only_secretaries(body, by, at)
    line_up()
    chosen = days_of(series, customary_off=profile_of(body).customary_off)
    taken = set(
        Meeting.objects.filter(body=body, starts_at=when.starts_at, starts_on__in=chosen.days).values_list(
            "starts_on", flat=True
        )
    )
    key = f"{body.pk}:{at.isoformat()}"[:40]
    sittings = [_plan(body, _on(when, day), link, key, by, at) for day in chosen.days if day not in taken]
    left_out = [why for _, why in chosen.left_out] + [
        f"{day_in_words(day)} er der allerede et møde" for day in sorted(taken)
    ]
    return Planned(tuple(sittings), tuple(left_out))


def _on(when: When, day: date) -> When:
    return When(day, when.starts_at, when.ends_at, when.place)


def _plan(body: Body, when: When, link: str, series: str, by: Any, at: datetime) -> Sitting:
    check_clock(when)
    meeting = plan_meeting(body=body, when=when, by=by, at=at)
    sitting = Sitting.objects.create(meeting=meeting, link=link.strip(), series=series)
    record("planned_sitting", "sitting", sitting.pk, by=by, at=at, facts={"body": body.pk, "series": series})
    return sitting


def check_clock(when: When) -> None:
    """`Refused` for an hour that does not exist that night or exists twice."""
    moment(when.starts_on, when.starts_at)
    if when.ends_at is not None:
        ends_on = date.fromordinal(when.starts_on.toordinal() + (when.ends_at < when.starts_at))
        moment(ends_on, when.ends_at)


def _only_secretaries(body: Body, by: Any, at: datetime) -> None:
    on = danish_day(at)
    if not access.bodies_open_to(by, on=on).filter(pk=body.pk).exists():
        raise Body.DoesNotExist
    if not access.is_secretary(by, body, on=on):
        raise PermissionDenied("Only the body's secretary plans its meetings.")


@transaction.atomic
def revive_sitting(*, sitting: Sitting, by: Any, at: datetime) -> None:
    """Let a cancelled meeting be held after all. Its agenda is to be sent again."""
    row = sitting_to_arrange(sitting, by=by, at=at)
    row.state = sitting_after(row.state, "revive")
    row.cancelled_because = ""
    row.revision += 1
    row.save(update_fields=["state", "cancelled_because", "revision"])
    record("revived_sitting", "sitting", row.pk, by=by, at=at, facts={})


@transaction.atomic
def explain_late_agenda(*, sitting: Sitting, because: str, by: Any, at: datetime) -> None:
    """Say why the agenda could not be sent in time; it then stands in the agenda."""
    row = sitting_to_arrange(sitting, by=by, at=at)
    if not because.strip():
        raise Refused("Skriv, hvorfor dagsordenen ikke kunne sendes i tide.")
    row.late_because = because.strip()
    row.revision += 1
    row.save(update_fields=["late_because", "revision"])
    record("explained_late_agenda", "sitting", row.pk, by=by, at=at, facts={"because": row.late_because})

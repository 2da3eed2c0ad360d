"""The rows of a sitting as the facts that the rules ask for; nothing of it is stored a second time."""

from collections.abc import Iterable
from datetime import datetime, time

from django.db.models import QuerySet

from raadhus.domains.proceedings.models import (
    Absence,
    Attendee,
    Member,
    Point,
    Proposal,
    Role,
    Sitting,
)
from raadhus.domains.proceedings.queries.bodies import members_of
from raadhus.domains.proceedings.queries.sittings import numbers_of, placed
from raadhus.domains.proceedings.rules.attendance import Attendance, OutOfItem, Roll, call_roll
from raadhus.domains.proceedings.rules.meeting_time import DENMARK, moment, moment_near
from raadhus.domains.proceedings.rules.votes import Votes

SEATED = (Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER)


def seats_in(sitting: Sitting) -> QuerySet[Member]:
    """The seats of the sitting's body on the day of the meeting, those who only stand in or write left out."""
    return members_of(sitting.meeting.body, on=sitting.meeting.starts_on).filter(role__in=SEATED)


def starts_of(sitting: Sitting) -> datetime | None:
    """The moment for which the meeting was called, or at which it was opened where no time was set."""
    meeting = sitting.meeting
    if meeting.starts_on and meeting.starts_at:
        return moment(meeting.starts_on, meeting.starts_at)
    return sitting.opened_at


def attendances_of(sitting: Sitting) -> list[Attendance]:
    """Who was asked, with the times as moments."""
    starts = starts_of(sitting)
    rows = Attendee.objects.filter(sitting=sitting).select_related("member")
    return [_attendance(row, starts) for row in rows]


def _attendance(row: Attendee, starts: datetime | None) -> Attendance:
    return Attendance(
        key=row.pk,
        name=row.name,
        is_present=row.is_present,
        is_member=row.member is not None and row.member.role in SEATED and not row.is_guest,
        arrived=_near(starts, row.arrived_at),
        left=_near(starts, row.left_at),
        deputy_for=row.deputy_for_id,
    )


def _near(starts: datetime | None, at: time | None) -> datetime | None:
    return moment_near(starts, at) if starts and at else None


def roll_of(proposal: Proposal, sitting: Sitting, *, now: datetime | None = None) -> Roll:
    """Who took part in the item, until it ended; `now` stands for the end of one that still runs."""
    out = [OutOfItem(row.attendee_id, row.is_disqualified) for row in Absence.objects.filter(proposal=proposal)]
    return call_roll(attendances_of(sitting), out, begins=proposal.begun_at, ends=proposal.ended_at or now)


def roll_of_meeting(sitting: Sitting) -> Roll:
    """Who took part in the meeting, for all or some of it."""
    return call_roll(attendances_of(sitting), begins=sitting.opened_at, ends=sitting.closed_at)


def disqualified_by_decision(proposal: Proposal) -> frozenset[int]:
    """The attendees whom the body itself has found disqualified in the item."""
    rows = Absence.objects.filter(proposal=proposal, is_disqualified=True).exclude(decision="")
    return frozenset(rows.values_list("attendee_id", flat=True))


def votes_of(point: Point) -> Votes:
    """The point's votes, by attendee."""
    given = point.votes or {}
    return Votes(*(tuple(given.get(side, ())) for side in ("for", "against", "abstained")))


def items_of(sitting: Sitting) -> list[tuple[str, Proposal]]:
    """The items of the meeting with their numbers, in order; one that was withdrawn at the meeting keeps its place."""
    said = numbers_of(sitting)
    return [(said[row.pk], row) for row in placed(sitting)]


def item_revision(proposal: Proposal) -> int:
    """Grows whenever the item or one of its texts is saved; its decision is not part of it."""
    texts = proposal.texts.exclude(kind="decision").values_list("revision", flat=True)
    return proposal.revision + sum(texts)


def clock_in_denmark(at: datetime) -> str:
    """ "9.40": the time in Denmark as minutes write it."""
    local = at.astimezone(DENMARK)
    return f"{local.hour}.{local.minute:02}"


def names_of(attendees: Iterable[Attendee]) -> dict[int, str]:
    """Names by attendee key."""
    return {row.pk: row.name for row in attendees}

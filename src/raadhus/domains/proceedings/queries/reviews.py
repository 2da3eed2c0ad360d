"""Who reads the minutes before they go out, which earlier minutes a meeting may approve, and which corrections."""

from typing import Any

from django.db.models import Q, QuerySet

from raadhus.domains.proceedings.access import reads_closed
from raadhus.domains.proceedings.models import Attendee, Correction, Proposal, Review, Sitting, SittingState
from raadhus.domains.proceedings.queries.bodies import members_of
from raadhus.domains.proceedings.queries.standing import newest_minutes, sent_minutes, signed_by, to_sign
from raadhus.foundation.accounts.models import User


def reviews_of(sitting: Sitting) -> QuerySet[Review]:
    """Everybody who was asked to read the minutes, in the order in which they were asked; for who runs the meeting."""
    return Review.objects.filter(sitting=sitting).select_related("user").order_by("pk")


def review_for(reader: Any, pk: int) -> Review:
    """What the reader was asked to read, or `ObjectDoesNotExist`."""
    if reader.pk is None:
        raise Review.DoesNotExist
    return Review.objects.select_related("sitting__meeting__body").get(pk=pk, user=reader.pk)


def reviewers_for(sitting: Sitting) -> list[User]:
    """Who may be asked to read the minutes: those with a seat who sign in, without the writer, and without those who
    may not read the closed items where there are any."""
    meeting, finished = sitting.meeting, newest_minutes(sitting)
    writer = finished.frozen_by_id if finished else None
    is_closed = Proposal.objects.filter(meeting=meeting, is_closed=True).exists()
    seated = {seat.user_id: seat.user for seat in members_of(meeting.body, on=meeting.starts_on) if seat.user}
    return [
        user for key, user in seated.items() if key != writer and (not is_closed or reads_closed(user, meeting.body))
    ]


def minutes_to_approve(sitting: Sitting) -> list[Sitting]:
    """Earlier meetings of the same body whose minutes were sent and wait to be approved at a later one."""
    meeting = sitting.meeting
    rows = Sitting.objects.filter(meeting__body=meeting.body_id, state=SittingState.MINUTES).exclude(pk=sitting.pk)
    earlier = rows.filter(meeting__starts_on__lte=meeting.starts_on).select_related("meeting__body")
    return [one for one in earlier.order_by("meeting__starts_on", "pk") if sent_minutes(one) is not None]


def corrections_to_approve(sitting: Sitting) -> QuerySet[Correction]:
    """Corrections of the body's earlier minutes that no meeting has approved."""
    meeting = sitting.meeting
    rows = Correction.objects.filter(Q(sitting__meeting__body=meeting.body_id), approved_at=None)
    return rows.exclude(sitting=sitting).select_related("sitting__meeting", "proposal").order_by("pk")


def next_sitting(sitting: Sitting) -> Sitting | None:
    """The body's first meeting on a later day that was not cancelled, None where none is planned."""
    meeting = sitting.meeting
    rows = Sitting.objects.filter(meeting__body=meeting.body_id, meeting__starts_on__gt=meeting.starts_on)
    later = rows.exclude(state=SittingState.CANCELLED).select_related("meeting__body")
    return later.order_by("meeting__starts_on", "pk").first()


def reviews_waiting(reader: Any) -> QuerySet[Review]:
    """What the reader was asked to read and has not answered, the longest asked first."""
    rows = Review.objects.filter(user=reader.pk, answered_at=None, sitting__state=SittingState.MINUTES)
    return rows.select_related("sitting__meeting__body").order_by("asked_at", "pk")


def has_to_sign(reader: Any, sitting: Sitting) -> bool:
    """Whether the minutes were sent and wait for the reader's own signature."""
    if sitting.state == SittingState.SEALED:
        return False
    mine = Attendee.objects.filter(sitting=sitting, member__user=reader.pk).values_list("pk", flat=True).first()
    sent = sent_minutes(sitting) if mine is not None else None
    return sent is not None and mine in to_sign(sitting) and mine not in signed_by(sitting, sent.digest)

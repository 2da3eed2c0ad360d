"""The rows of a meeting and of one of its items, for whoever runs it; who may ask is asked before (`sitting_for`)."""

from typing import Any

from django.db.models import QuerySet

from raadhus.domains.proceedings.models import (
    Absence,
    Approval,
    Attendee,
    Dissent,
    Excuse,
    Pledge,
    Point,
    Proposal,
    Sitting,
    Stop,
    Text,
)
from raadhus.domains.proceedings.queries.standing import to_sign

EXCUSES: list[tuple[str, str]] = [(str(value), str(label)) for value, label in Excuse.choices]


def attendees_of(sitting: Sitting) -> QuerySet[Attendee]:
    """Everybody who was asked, in order, with seat and the member whom they sit for."""
    return Attendee.objects.filter(sitting=sitting).select_related("sitting__meeting__body", "member", "deputy_for")


def points_of(item: Proposal) -> QuerySet[Point]:
    """What is to be decided, in order."""
    return Point.objects.filter(proposal=item).select_related("proposal")


def pledges_of(item: Proposal) -> QuerySet[Pledge]:
    """The promises typed at the item, in order."""
    return Pledge.objects.filter(proposal=item).select_related("proposal")


def absences_of(item: Proposal) -> QuerySet[Absence]:
    """Who takes no part in the item."""
    return Absence.objects.filter(proposal=item).select_related("attendee").order_by("pk")


def dissents_of(item: Proposal) -> QuerySet[Dissent]:
    """The dissenting opinions entered at the item, in order."""
    return Dissent.objects.filter(proposal=item).select_related("attendee", "proposal").order_by("pk")


def stops_of(item: Proposal) -> QuerySet[Stop]:
    """Who has stopped the decision."""
    return Stop.objects.filter(proposal=item).select_related("attendee").order_by("pk")


def decision_text_of(item: Proposal) -> Text:
    """The free text of the decision, or `ObjectDoesNotExist` before the meeting was opened."""
    return Text.objects.filter(proposal=item, kind="decision").order_by("position")[:1].get()


def approvals_at(item: Proposal) -> QuerySet[Approval]:
    """What was approved at the item."""
    return Approval.objects.filter(where=item).select_related("sitting__meeting").order_by("pk")


def agenda_is_approved(sitting: Sitting) -> bool:
    """Whether the meeting has approved its agenda."""
    return Approval.objects.filter(sitting=sitting, what="agenda").exists()


def own_signature(reader: Any, sitting_pk: int) -> Attendee:
    """The reader among those who sign the minutes, or `ObjectDoesNotExist` where they do not."""
    rows = Attendee.objects.select_related("sitting__meeting__body", "member")
    found = rows.filter(sitting=sitting_pk, member__user__isnull=False, member__user=reader.pk)[:1].get()
    if found.pk not in to_sign(found.sitting):
        raise Attendee.DoesNotExist
    return found

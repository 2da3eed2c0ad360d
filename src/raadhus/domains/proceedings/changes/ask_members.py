"""Who is asked to a meeting: every seat of the body, deputies and guests as they are called."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.proceedings.changes.guarding import sitting_to
from raadhus.domains.proceedings.changes.noting import note_sitting
from raadhus.domains.proceedings.models import Attendee, Member, Sitting, SittingState
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.queries.facts import (
    seats_in,
)
from raadhus.pure.kernel.errors import Refused

_RANK = {"chair": 0, "deputy_chair": 1, "member": 2}


def ask_everybody(sitting: Sitting) -> list[str]:
    """Ask each seat of the body that is not asked yet, the chair first; returns the names. Call it inside a change."""
    asked = set(Attendee.objects.filter(sitting=sitting, member__isnull=False).values_list("member_id", flat=True))
    taken = set(Attendee.objects.filter(sitting=sitting).values_list("name", flat=True))
    missing = [seat for seat in seats_in(sitting) if seat.pk not in asked and seat.name not in taken]
    missing.sort(key=lambda seat: (_RANK[seat.role], seat.name.casefold()))
    first = _next_position(sitting)
    Attendee.objects.bulk_create(
        Attendee(sitting=sitting, member=seat, name=seat.name, position=position)
        for position, seat in enumerate(missing, first)
    )
    return [seat.name for seat in missing]


def _next_position(sitting: Sitting) -> int:
    last = Attendee.objects.filter(sitting=sitting).order_by("-position").values_list("position", flat=True).first()
    return (last or 0) + 1


@transaction.atomic
def ask_guest(*, sitting: Sitting, name: str, by: Any, at: datetime) -> Attendee:
    """Ask somebody who has no seat; guests never count."""
    row = attendance_open(sitting, by, at)
    said = _new_name(row, name)
    guest = Attendee.objects.create(sitting=row, name=said, position=_next_position(row), is_guest=True)
    note_sitting("asked_guest", row, {"name": said}, by=by, at=at)
    return guest


@transaction.atomic
def call_deputy(*, attendee: Attendee, name: str, by: Any, at: datetime) -> Attendee:
    """Somebody sits on an absent member's seat, for all or some of the meeting; times tell which."""
    row = attendance_open(attendee.sitting, by, at)
    if not profile_of(row.meeting.body).has_deputies:
        raise Refused(f"{row.meeting.body.name} har ingen stedfortrædere. Notér {name} som gæst i stedet.")
    if attendee.member is None or attendee.is_guest:
        raise Refused(f"{attendee.name} har ingen plads i {row.meeting.body.name}. Vælg det medlem, der er fraværende.")
    said = _new_name(row, name)
    seat = Member.objects.filter(body=row.meeting.body, name=said, role="deputy").order_by("-starts_on").first()
    deputy = Attendee.objects.create(
        sitting=row, member=seat, name=said, position=_next_position(row), deputy_for=attendee, is_present=True
    )
    note_sitting("called_deputy", row, {"name": said, "for": attendee.name}, by=by, at=at)
    return deputy


def attendance_open(sitting: Sitting, by: Any, at: datetime) -> Sitting:
    """Before the meeting its agenda is still arranged; during and after it the minutes are written."""
    state = Sitting.objects.values_list("state", flat=True).get(pk=sitting.pk)
    verb = "arrange" if state in (SittingState.PLANNED, SittingState.SENT) else "edit_minutes"
    return sitting_to(verb, sitting, by=by, at=at)[0]


def _new_name(sitting: Sitting, name: str) -> str:
    said = " ".join(name.split())
    if not said:
        raise Refused("Skriv navnet på den, der skal deltage.")
    if Attendee.objects.filter(sitting=sitting, name=said).exists():
        raise Refused(f"{said} er allerede på listen. Ret den linje, der står, eller skriv navnet mere præcist.")
    return said

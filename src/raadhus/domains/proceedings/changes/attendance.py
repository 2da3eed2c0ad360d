"""Who is there, from when to when, and who takes no part in one item. Entered once; everything else follows from it."""

from datetime import datetime, time
from typing import Any

from django.db import transaction

from raadhus.domains.proceedings.changes.ask_members import attendance_open
from raadhus.domains.proceedings.changes.guarding import item_to, refuse_older
from raadhus.domains.proceedings.changes.noting import note_item, note_sitting
from raadhus.domains.proceedings.models import Absence, Attendee, Excuse, Point, Proposal
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.queries.facts import (
    starts_of,
)
from raadhus.domains.proceedings.rules.meeting_time import moment_near
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def note_presence(
    *,
    attendee: Attendee,
    is_present: bool | None,
    excuse: str = "",
    arrived_at: time | None = None,
    left_at: time | None = None,
    revision: int,
    by: Any,
    at: datetime,
) -> Attendee:
    """Set everything about one attendee's presence; None and "" mean not known and none.

    `revision` is the one that was seen. Times are the clock in Denmark, for somebody who came late or left early.
    """
    sitting = attendance_open(attendee.sitting, by, at)
    row = Attendee.objects.get(pk=attendee.pk)
    refuse_older(revision, row.revision, f"Fremmødet for {row.name} er rettet af en anden. Hent siden igen, og se det.")
    _check(row, is_present, excuse, arrived_at, left_at)
    _check_order(row, arrived_at, left_at)
    before = _facts(row)
    row.is_present, row.excuse, row.arrived_at, row.left_at = is_present, excuse, arrived_at, left_at
    row.revision += 1
    row.save(update_fields=["is_present", "excuse", "arrived_at", "left_at", "revision"])
    note_sitting("noted_presence", sitting, {"name": row.name, "from": before, "to": _facts(row)}, by=by, at=at)
    return row


def _check(row: Attendee, is_present: bool | None, excuse: str, arrived_at: time | None, left_at: time | None) -> None:
    if excuse and excuse not in Excuse.values:
        grounds = ", ".join(str(label) for label in Excuse.labels)
        raise Refused(f"Vælg fraværets art: {grounds}. Skriv aldrig en diagnose.")
    if is_present and excuse:
        raise Refused(f"{row.name} er til stede og kan ikke også have afbud. Fjern det ene.")
    if not is_present and (arrived_at or left_at):
        raise Refused(f"{row.name} er ikke til stede og kan ikke have kommet eller gået. Fjern klokkeslættene.")


def _check_order(row: Attendee, arrived_at: time | None, left_at: time | None) -> None:
    starts = starts_of(row.sitting)
    if starts is None or arrived_at is None or left_at is None:
        return
    if moment_near(starts, left_at) <= moment_near(starts, arrived_at):
        raise Refused(f"{row.name} kan ikke gå, før vedkommende er kommet. Ret et af de to klokkeslæt.")


def _facts(row: Attendee) -> list[Any]:
    return [row.is_present, row.excuse, str(row.arrived_at or ""), str(row.left_at or "")]


@transaction.atomic
def leave_item(
    *,
    proposal: Proposal,
    attendee: Attendee,
    is_disqualified: bool,
    reason: str = "",
    decision: str = "",
    by: Any,
    at: datetime,
) -> Absence:
    """Somebody takes no part in the item. A disqualification is the body's own decision, so it has its words.

    Refused where they have voted in the item already.
    """
    sitting, row, _ = item_to("decide", proposal, by=by, at=at)
    if attendee.sitting_id != sitting.pk:
        raise Refused(f"{attendee.name} er ikke på dette møde. Vælg en fra mødets egen liste.")
    if is_disqualified and not decision.strip() and "disqualified.decided" in profile_of(sitting.meeting.body).rules:
        raise Refused(
            f"Forsamlingen beslutter selv, om {attendee.name} er inhabil. Skriv beslutningen, som den blev truffet."
        )
    _refuse_voters(row, attendee)
    absence, _ = Absence.objects.update_or_create(
        proposal=row,
        attendee=attendee,
        defaults={"is_disqualified": is_disqualified, "reason": reason.strip(), "decision": decision.strip()},
    )
    facts = {"name": attendee.name, "disqualified": is_disqualified, "decision": decision.strip()}
    note_item("left_item", row, facts, by=by, at=at)
    return absence


def _refuse_voters(proposal: Proposal, attendee: Attendee) -> None:
    for point in Point.objects.filter(proposal=proposal).exclude(votes=None):
        if any(attendee.pk in keys for keys in point.votes.values()):
            raise Refused(
                f"{attendee.name} har stemt i indstillingens punkt {point.number}. Fjern stemmen først, "
                "hvis vedkommende ikke var med i punktet."
            )


@transaction.atomic
def join_item(*, proposal: Proposal, attendee: Attendee, by: Any, at: datetime) -> None:
    """Take back that somebody took no part in the item."""
    _, row, _ = item_to("decide", proposal, by=by, at=at)
    gone, _ = Absence.objects.filter(proposal=row, attendee=attendee).delete()
    if gone:
        note_item("joined_item", row, {"name": attendee.name}, by=by, at=at)

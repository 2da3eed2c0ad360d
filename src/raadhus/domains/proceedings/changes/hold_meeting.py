"""The meeting is opened, taken through its items, adjourned, and resumed."""

from datetime import datetime, time
from typing import Any

from django.db import transaction

from raadhus.domains.proceedings.changes.ask_members import ask_everybody
from raadhus.domains.proceedings.changes.decidable import make_decidable, say_withdrawn
from raadhus.domains.proceedings.changes.guarding import item_to, sitting_to
from raadhus.domains.proceedings.changes.noting import note_item, note_sitting
from raadhus.domains.proceedings.models import Point, Proposal, ProposalState, Sitting
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.queries.facts import (
    items_of,
)
from raadhus.domains.proceedings.rules.breach import Breach, refuse_breaches
from raadhus.domains.proceedings.rules.phrases import wording
from raadhus.domains.proceedings.rules.states import PointFact, check_decided
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def open_meeting(*, sitting: Sitting, by: Any, at: datetime) -> None:
    """The chair opens the meeting: members who are not asked yet are, and each item can be decided."""
    row, row.state = sitting_to("open", sitting, by=by, at=at)
    row.opened_at = at
    row.save(update_fields=["state", "opened_at"])
    asked = ask_everybody(row)
    for _, proposal in items_of(row):
        make_decidable(proposal)
        if proposal.state == ProposalState.WITHDRAWN:  # since the agenda was sent
            say_withdrawn(proposal, wording(profile_of(row.meeting.body), "X"))
    note_sitting("opened_meeting", row, {"asked": asked}, by=by, at=at)


@transaction.atomic
def take_up(*, proposal: Proposal, by: Any, at: datetime) -> None:
    """Make this the item that the meeting is at: it stands on the screen, and its time runs."""
    sitting, row, _ = item_to("decide", proposal, by=by, at=at)
    make_decidable(row)
    if row.begun_at is None:
        row.begun_at = at
        row.save(update_fields=["begun_at"])
    sitting.current = row
    sitting.save(update_fields=["current"])
    note_item("took_up_item", row, {}, by=by, at=at)


@transaction.atomic
def leave_open(*, proposal: Proposal, number: int, because: str, by: Any, at: datetime) -> None:
    """Say why a point of the item gets no decision; empty takes the words back."""
    _, row, _ = item_to("decide", proposal, by=by, at=at)
    point = Point.objects.get(proposal=row, number=number)
    if point.outcome and because.strip():
        raise Refused(f"Indstillingens punkt {number} er besluttet. Fjern udfaldet først, hvis det skal stå åbent.")
    facts = {"point": number, "from": point.left_open_because, "to": because.strip()}
    point.left_open_because, point.revision = because.strip(), point.revision + 1
    point.save(update_fields=["left_open_because", "revision"])
    note_item("left_point_open", row, facts, by=by, at=at)


@transaction.atomic
def close_item(*, proposal: Proposal, by: Any, at: datetime) -> tuple[Breach, ...]:
    """The item is done: every point has an outcome or a reason to stand open. Returns what only warns."""
    sitting, row, after = item_to("decide", proposal, by=by, at=at)
    points = Point.objects.filter(proposal=row)
    facts = [PointFact(point.number, point.outcome, point.left_open_because) for point in points]
    if not facts:
        facts = [PointFact(1, "")]
    warnings = refuse_breaches(check_decided(profile_of(sitting.meeting.body), facts))
    row.state = after
    row.ended_at = row.ended_at or at
    row.save(update_fields=["state", "ended_at"])
    note_item("closed_item", row, {"outcomes": [fact.outcome for fact in facts]}, by=by, at=at)
    return warnings


@transaction.atomic
def reopen_item(*, proposal: Proposal, by: Any, at: datetime) -> None:
    """A closed item is opened again, so that its decision can be changed; its time is as it was."""
    _, row, after = item_to("reopen", proposal, by=by, at=at)
    row.state = after
    row.save(update_fields=["state"])
    note_item("reopened_item", row, {}, by=by, at=at)


@transaction.atomic
def adjourn_meeting(*, sitting: Sitting, ends_at: time | None, by: Any, at: datetime) -> None:
    """The chair closes the meeting; from now on nothing can be stopped. `ends_at` is what the minutes say, or None.

    Refused while an item is neither closed nor withdrawn.
    """
    row, row.state = sitting_to("adjourn", sitting, by=by, at=at)
    open_ones = [number for number, item in items_of(row) if item.state == ProposalState.ON_AGENDA]
    if open_ones:
        raise Refused(_still_open(open_ones))
    row.closed_at, row.ends_at, row.current = at, ends_at, None
    row.save(update_fields=["state", "closed_at", "ends_at", "current"])
    note_sitting("adjourned_meeting", row, {"ends_at": str(ends_at or "")}, by=by, at=at)


def _still_open(numbers: list[str]) -> str:
    if len(numbers) == 1:
        return f"Punkt {numbers[0]} er ikke afsluttet. Beslut det, udsæt det, eller lad det udgå, før mødet hæves."
    said = f"{', '.join(numbers[:-1])} og {numbers[-1]}"
    return f"Punkterne {said} er ikke afsluttet. Beslut dem, udsæt dem, eller lad dem udgå, før mødet hæves."


@transaction.atomic
def resume_meeting(*, sitting: Sitting, by: Any, at: datetime) -> None:
    """The meeting goes on after it was adjourned by mistake or for a break."""
    row, row.state = sitting_to("resume", sitting, by=by, at=at)
    facts = {"was_closed_at": row.closed_at.isoformat() if row.closed_at else ""}
    row.closed_at = row.ends_at = None
    row.save(update_fields=["state", "closed_at", "ends_at"])
    note_sitting("resumed_meeting", row, facts, by=by, at=at)

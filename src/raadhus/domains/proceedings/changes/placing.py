"""An item on and off an agenda: put on, taken off into the backlog, withdrawn ("udgår"), brought back."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.changes.facts import facts_of
from raadhus.domains.proceedings.changes.opening import proposal_seen, proposal_to_arrange
from raadhus.domains.proceedings.changes.ordering import sitting_for_items, write_order
from raadhus.domains.proceedings.models import Proposal, ProposalState, Sitting, SittingState
from raadhus.domains.proceedings.queries.sittings import placed
from raadhus.domains.proceedings.rules.meeting_time import danish_day
from raadhus.domains.proceedings.rules.states import proposal_after
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def put_on_agenda(*, proposal: Proposal, sitting: Sitting, revision: int, by: Any, at: datetime) -> Proposal:
    """Put a ready item on the agenda, last but for what closes it; after the agenda was sent last of all, so that no
    number that went out is another's. `Conflict` where its facts are not those that were seen at `revision`."""
    to = sitting_for_items(sitting, by=by, at=at)
    row = proposal_to_arrange(proposal, by=by, at=at)
    if row.body_id != to.meeting.body_id:
        raise Refused(f"Punktet er til et andet forum. Flyt det til {to.meeting.body.name} først.")
    if row.revision != revision:
        sentence = "Punktet blev ændret, mens du satte det på. Læs det, som det nu er, og sæt det på igen."
        theirs = asdict(facts_of(row))
        raise Conflict(sentence, yours={"meeting": to.pk}, theirs=theirs, revision=row.revision)
    row.state = proposal_after(row.state, "put_on_agenda")
    place(row, to)
    record("put_on_agenda", "proposal", row.pk, by=by, at=at, facts={"meeting": to.pk, "position": row.position})
    return row


def place(row: Proposal, sitting: Sitting, *, last: bool = False) -> None:
    """Write the item, with the state it should have, at its place on the agenda."""
    others = placed(sitting)
    at_the_end = last or sitting.state != SittingState.PLANNED
    closing = [] if at_the_end else [one.pk for one in others if _closes(one)]
    row.meeting, row.position = sitting.meeting, max((one.position for one in others), default=0) + 1
    row.save()
    write_order(sitting, [*(one.pk for one in others if one.pk not in closing), row.pk, *closing])
    row.refresh_from_db(fields=["position"])


def _closes(row: Proposal) -> bool:
    return row.brought_by.startswith("standing:last:")


@transaction.atomic
def take_off_agenda(*, proposal: Proposal, by: Any, at: datetime) -> Proposal:
    """Back into the backlog with what nobody has been sent yet."""
    row = proposal_to_arrange(proposal, by=by, at=at)
    after = proposal_after(row.state, "take_off")
    if row.item_id is not None:
        raise Refused("Punktet er sendt ud med dagsordenen. Lad det udgå med en grund, eller flyt det.")
    was = row.meeting_id
    row.state = after
    leave(row)
    record("took_off_agenda", "proposal", row.pk, by=by, at=at, facts={"meeting": was})
    return row


def leave(row: Proposal) -> None:
    """Write the item, with the state it should have, off its agenda; what stands under it moves up."""
    sitting = Sitting.objects.get(pk=row.meeting_id)
    Proposal.objects.filter(parent=row).update(parent=row.parent_id)
    row.meeting, row.position, row.parent = None, 0, None
    row.save()
    write_order(sitting, [one.pk for one in placed(sitting)])


@transaction.atomic
def withdraw_proposal(*, proposal: Proposal, because: str, by: Any, at: datetime) -> Proposal:
    """Let the item go out ("udgår"), with a reason. Its author may while it is no meeting's, then the secretary.

    One that was sent keeps its place and number, and the next sending says that it goes out.
    """
    row = proposal_seen(proposal, by=by, at=at)
    _only_who_may_withdraw(row, by, at)
    if not because.strip():
        raise Refused("Skriv, hvorfor punktet udgår, så læserne forstår det.")
    if row.meeting_id is not None and row.meeting.sitting.state not in (SittingState.PLANNED, SittingState.SENT):
        raise Refused("Mødet er begyndt. Lad punktet udgå med en beslutning på mødet.")
    withdraw(row, because)
    facts = {"because": row.withdrawn_because, "was_sent": row.item_id is not None}
    record("withdrew_proposal", "proposal", row.pk, by=by, at=at, facts=facts)
    return row


def withdraw(row: Proposal, because: str) -> None:
    """Write the item as withdrawn, off its agenda unless it was sent with it."""
    row.state = proposal_after(row.state, "withdraw")
    row.withdrawn_because = because.strip()
    if row.meeting_id is not None and row.item_id is None:
        leave(row)
    else:
        row.save(update_fields=["state", "withdrawn_because"])


def _only_who_may_withdraw(row: Proposal, by: Any, at: datetime) -> None:
    is_free = row.meeting_id is None and by.pk is not None and row.proposed_by_id == by.pk
    if not is_free and not access.is_secretary(by, row.body, on=danish_day(at)):
        raise PermissionDenied("Only its author before a meeting, and the secretary, withdraw a proposal.")


@transaction.atomic
def bring_back(*, proposal: Proposal, by: Any, at: datetime) -> Proposal:
    """Undo a withdrawal: into the backlog, or to its place where it was sent and its meeting is still to come."""
    row = proposal_to_arrange(proposal, by=by, at=at)
    row.state = proposal_after(row.state, "bring_back")
    if row.meeting_id is not None:
        if row.meeting.sitting.state != SittingState.SENT:
            raise Refused("Mødet er begyndt eller holdt. Kopiér punktet til et senere møde.")
        row.state = ProposalState.ON_AGENDA
    row.withdrawn_because = ""
    row.save(update_fields=["state", "withdrawn_because"])
    record("brought_back", "proposal", row.pk, by=by, at=at, facts={"to": row.state})
    return row

"""An item's way through heads: sent on, approved by each in turn, returned with a comment, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.changes.opening import proposal_seen, proposal_to_edit
from raadhus.domains.proceedings.models import Proposal, ProposalState, Step
from raadhus.domains.proceedings.rules.meeting_time import danish_day
from raadhus.domains.proceedings.rules.states import proposal_after
from raadhus.foundation.accounts.models import User
from raadhus.foundation.accounts.queries import is_administrator
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class Head:
    """One stop on the way: the post as it is called, and who holds it."""

    post: str
    user: User


@transaction.atomic
def send_on_its_way(*, proposal: Proposal, way: Sequence[Head], by: Any, at: datetime) -> Proposal:
    """Send the draft to the first of `way`; without any it is ready at once. What heads decided earlier stays."""
    row = proposal_to_edit(proposal, by=by, at=at)
    state = proposal_after(row.state, "submit")
    if any(not head.user.is_active for head in way):
        raise Refused("En af lederne kan ikke logge ind mere. Vælg en anden.")
    Step.objects.filter(proposal=row, decided_at=None).delete()
    done = Step.objects.filter(proposal=row).count()
    Step.objects.bulk_create(
        Step(proposal=row, position=position, post=head.post.strip(), user=head.user)
        for position, head in enumerate(way, done + 1)
    )
    _set_state(row, state if way else proposal_after(row.state, "make_ready"))
    _ask_next(row, at)
    facts = {"way": [[head.post, head.user.pk] for head in way]}
    record("sent_on_its_way", "proposal", row.pk, by=by, at=at, facts=facts)
    return row


@transaction.atomic
def approve_step(*, proposal: Proposal, comment: str, by: Any, at: datetime) -> Proposal:
    """The head who has the item says yes; it goes to the next, and after the last into the body's backlog."""
    row, step = _decide(proposal, "approve_step", True, comment, by, at)
    if not _ask_next(row, at):
        _set_state(row, proposal_after(row.state, "make_ready"))
    facts = {"step": step.position, "post": step.post, "comment": step.comment}
    record("approved_step", "proposal", row.pk, by=by, at=at, facts=facts)
    return row


@transaction.atomic
def return_to_author(*, proposal: Proposal, comment: str, by: Any, at: datetime) -> Proposal:
    """The head who has the item, or the body's secretary once it is ready, sends it back with what is missing."""
    if not comment.strip():
        raise Refused("Skriv, hvad der mangler, så forfatteren ved, hvad der skal rettes.")
    row = proposal_seen(proposal, by=by, at=at)
    if row.state == ProposalState.WITH_HEAD:
        row, step = _decide(proposal, "return", False, comment, by, at)
        told = {"step": step.position, "post": step.post}
    else:
        _only_secretary(row, by, at)
        told = {"post": "sekretær"}
    _set_state(row, proposal_after(row.state, "return"))
    record("returned_item", "proposal", row.pk, by=by, at=at, facts=told | {"comment": comment.strip()})
    return row


@transaction.atomic
def take_back(*, proposal: Proposal, by: Any, at: datetime) -> Proposal:
    """The author takes the item back to go on writing; heads who have not answered are no longer asked."""
    row = proposal_seen(proposal, by=by, at=at)
    if not is_administrator(by) and row.proposed_by_id != by.pk:
        raise PermissionDenied("Only the author takes a proposal back.")
    if row.state == ProposalState.ON_AGENDA:
        raise Refused("Punktet er på en dagsorden. Bed sekretæren tage det af, før du skriver videre.")
    _set_state(row, proposal_after(row.state, "return"))
    Step.objects.filter(proposal=row, decided_at=None).delete()
    record("took_item_back", "proposal", row.pk, by=by, at=at, facts={})
    return row


def _decide(
    proposal: Proposal, verb: str, is_approved: bool, comment: str, by: Any, at: datetime
) -> tuple[Proposal, Step]:
    row = proposal_seen(proposal, by=by, at=at)
    proposal_after(row.state, verb)
    if not access.has_it_now(by, row):
        raise PermissionDenied("Only the head who has the proposal decides on it.")
    step = Step.objects.filter(proposal=row, decided_at=None).order_by("position")[0]
    step.decided_at, step.is_approved, step.comment = at, is_approved, comment.strip()
    step.save(update_fields=["decided_at", "is_approved", "comment"])
    return row, step


def _ask_next(row: Proposal, at: datetime) -> bool:
    step = Step.objects.filter(proposal=row, decided_at=None).order_by("position").first()
    if step is not None:
        step.asked_at = at
        step.save(update_fields=["asked_at"])
    return step is not None


def _set_state(row: Proposal, state: str) -> None:
    row.state = state
    row.save(update_fields=["state"])


def _only_secretary(row: Proposal, by: Any, at: datetime) -> None:
    if not access.is_secretary(by, row.body, on=danish_day(at)):
        raise PermissionDenied("Only the body's secretary returns what is in its backlog.")

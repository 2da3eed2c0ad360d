"""What every change at a meeting begins with: may you, and is the meeting at a point where it may be done."""

from datetime import datetime
from typing import Any

from raadhus.domains.proceedings.changes.opening import sitting_to_arrange
from raadhus.domains.proceedings.models import Proposal, ProposalState, Sitting
from raadhus.domains.proceedings.rules.states import proposal_after, sitting_after
from raadhus.pure.kernel.errors import Refused


def sitting_to(verb: str, sitting: Sitting, *, by: Any, at: datetime) -> tuple[Sitting, str]:
    """The sitting as it stands now that every other writer waits, and its state after `verb`.

    `PermissionDenied` for those who see but do not run the body's meetings, `Refused` where the state has no such verb.
    """
    row = sitting_to_arrange(sitting, by=by, at=at)
    return row, sitting_after(row.state, verb)


def sitting_of(proposal: Proposal) -> Sitting:
    """The sitting on whose agenda the item is."""
    found = Sitting.objects.filter(meeting__proposals=proposal.pk).first()
    if found is None:
        raise Refused("Punktet er ikke på et møde. Sæt det på en dagsorden først.")
    return found


def item_to(verb: str, proposal: Proposal, *, by: Any, at: datetime) -> tuple[Sitting, Proposal, str]:
    """The sitting of the item with `decide` allowed, the item itself, and its state after `verb`."""
    sitting, _ = sitting_to("decide", sitting_of(proposal), by=by, at=at)
    row = Proposal.objects.get(pk=proposal.pk)
    if row.meeting_id != sitting.pk:
        raise Refused("Punktet er flyttet til et andet møde, mens du skrev. Hent siden igen, og se, hvor det står.")
    return sitting, row, proposal_after(row.state, verb)


def item_to_write(proposal: Proposal, *, by: Any, at: datetime) -> tuple[Sitting, Proposal]:
    """The item and its sitting while its minutes are written; refused for one that was withdrawn."""
    sitting, _ = sitting_to("edit_minutes", sitting_of(proposal), by=by, at=at)
    row = Proposal.objects.get(pk=proposal.pk)
    if row.state not in (ProposalState.ON_AGENDA, ProposalState.DECIDED):
        proposal_after(row.state, "decide")  # says what to do instead
    return sitting, row


def refuse_older(seen: int, now: int, sentence: str) -> None:
    """Refuse where what was seen is no longer what stands there."""
    if seen != now:
        raise Refused(sentence)


def acting_user(by: Any) -> Any:
    """Whoever acts, as a row can point at them; the operator of the machine is nobody's row."""
    return by if getattr(by, "pk", None) else None

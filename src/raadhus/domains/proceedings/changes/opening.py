"""What every change begins with: may you, and the row as it stands now that every other writer waits."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.models import Proposal, Sitting
from raadhus.domains.proceedings.rules.meeting_time import danish_day
from raadhus.foundation.audit.record import line_up
from raadhus.pure.kernel.conflict import Conflict


def proposal_seen(proposal: Proposal, *, by: Any, at: datetime) -> Proposal:
    """The proposal as it stands; `Proposal.DoesNotExist` where it is not there or not `by`'s to see."""
    line_up()
    rows = access.visible_proposals(by, on=danish_day(at)).select_related("body", "meeting__sitting")
    return rows.get(pk=proposal.pk)


def proposal_to_edit(proposal: Proposal, *, by: Any, at: datetime) -> Proposal:
    """The same, for whoever may write in it; `PermissionDenied` for others who see it."""
    row = proposal_seen(proposal, by=by, at=at)
    if not access.may_edit(by, row, on=danish_day(at)):
        raise PermissionDenied("Only the author, the head who has it and the secretary write in a proposal.")
    return row


def proposal_to_arrange(proposal: Proposal, *, by: Any, at: datetime) -> Proposal:
    """The same, for the body's secretary."""
    row = proposal_seen(proposal, by=by, at=at)
    if not access.is_secretary(by, row.body, on=danish_day(at)):
        raise PermissionDenied("Only the body's secretary arranges its agenda.")
    return row


def sitting_to_arrange(sitting: Sitting, *, by: Any, at: datetime) -> Sitting:
    """The sitting as it stands, for the body's secretary; `Sitting.DoesNotExist` where `by` may not see it."""
    line_up()
    rows = access.visible_sittings(by, on=danish_day(at)).select_related("meeting__body")
    row = rows.get(pk=sitting.pk)
    if not access.is_secretary(by, row.meeting.body, on=danish_day(at)):
        raise PermissionDenied("Only the body's secretary arranges its meetings.")
    return row


def refuse_stale(
    row: Any, revision: int, sentence: str, *, yours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> None:
    """`Conflict` where `row` has been written since `revision` and the two say different things."""
    if row.revision == revision:
        return
    differs = [name for name in yours if yours[name] != theirs[name]]
    if differs:
        raise Conflict(
            sentence,
            yours={name: yours[name] for name in differs},
            theirs={name: theirs[name] for name in differs},
            revision=row.revision,
        )

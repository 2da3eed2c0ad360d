"""A person says of what a machine suggested whether it is a promise."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.followup.access import may_settle
from raadhus.domains.followup.models import Commitment, Status
from raadhus.foundation.audit.record import line_up, record


def accept_commitment(*, commitment: Commitment, by: Any, at: datetime) -> None:
    """A person has read the words: it is a promise. Accepting again changes nothing."""
    _settle(commitment, Status.ACCEPTED, by, at)


def reject_commitment(*, commitment: Commitment, by: Any, at: datetime) -> None:
    """A person has read the words: it is none. It stays rejected through every new version of the document."""
    _settle(commitment, Status.REJECTED, by, at)


def reopen_commitment(*, commitment: Commitment, by: Any, at: datetime) -> None:
    """A person thinks again: it waits for a yes or a no, as the machine left it."""
    _settle(commitment, Status.SUGGESTED, by, at)


_ACTIONS = {
    Status.ACCEPTED: "accepted_commitment",
    Status.REJECTED: "rejected_commitment",
    Status.SUGGESTED: "reopened_commitment",
}


@transaction.atomic
def _settle(commitment: Commitment, status: Status, by: Any, at: datetime) -> None:
    if not may_settle(by):
        raise PermissionDenied("Only administrators settle commitments.")
    line_up()
    row = Commitment.objects.select_for_update().get(pk=commitment.pk)
    if row.status == status:
        return
    facts = {"from": row.status, "to": status.value, "source": [row.source_kind, row.source_id], "quote": row.quote}
    row.status = commitment.status = status
    row.save(update_fields=["status"])
    record(_ACTIONS[status], "commitment", row.pk, by=by, at=at, facts=facts)

"""A person says of what a machine suggested whether it is a promise."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from raadhus.domains.followup.changes.writing import to_settle, write
from raadhus.domains.followup.models import Commitment, Status
from raadhus.domains.organisation.queries import post_called
from raadhus.foundation.accounts.queries import user_called
from raadhus.pure.kernel.danish_day import danish_day


def accept_commitment(*, commitment: Commitment, by: Any, at: datetime) -> None:
    """A person has read the words: it is a promise. Accepting again changes nothing.

    Where it names one post that is there, or one user in full, they answer for it; else nobody does until somebody
    says who.
    """
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
    row = to_settle(commitment, by=by)
    if row.status == status:
        return
    facts = {"from": row.status, "to": status.value, "source": [row.source_kind, row.source_id], "quote": row.quote}
    values: dict[str, Any] = {"status": status.value}
    if status == Status.ACCEPTED:
        values |= {"accepted_at": at} | _responsible(row, danish_day(at))
    write(row, _ACTIONS[status], values, by=by, at=at, **facts)
    commitment.status, commitment.revision = row.status, row.revision


def _responsible(row: Commitment, on: date) -> dict[str, int]:
    """Who answers for it, where the words name exactly one whom the house knows; {} else, and where somebody does."""
    if row.post_id or row.person_id or len(row.who) != 1:
        return {}
    post = post_called(row.who[0])
    if post is not None and (post.valid_until is None or on < post.valid_until):
        return {"post_id": post.pk}
    user = user_called(row.who[0])
    return {"person_id": user.pk} if user else {}

"""An answer is the house's own until whoever keeps the promise releases it, word for word, and can be taken back."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.followup.access import acting_user
from raadhus.domains.followup.changes.writing import refuse_stale
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings.models import Body
from raadhus.domains.publishing import access
from raadhus.domains.publishing.changes.publish import bring_up_to_date
from raadhus.domains.publishing.models import ReleasedRemark
from raadhus.domains.publishing.rules import refuse_unfit
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.danish_day import danish_day
from raadhus.pure.kernel.errors import Refused

_NOT_PUBLIC = (
    "Løftet står ikke på forummets offentlige side, så svaret kan ikke offentliggøres. Kun godtagne løfter fra åbne "
    "punkter i offentlige referater står der."
)


@transaction.atomic
def release_answer(*, commitment: Commitment, revision: int, by: Any, at: datetime) -> ReleasedRemark:
    """Let everybody read the answer as it stands. Refused where the promise is not on a public page, and `Conflict`
    where somebody wrote since `revision`: only what was seen is released."""
    row = _to_release(commitment, by, at)
    refuse_stale(row, revision, {"answer": commitment.answer}, said="answer")
    body = access.publishing_bodies().filter(pk=row.made_in).first()
    if body is None or not access.publishable(body).filter(pk=row.pk).exists():
        raise Refused(_NOT_PUBLIC)
    refuse_unfit(row.answer)
    _end(row, at)
    made = ReleasedRemark.objects.create(
        commitment=row.pk, text=row.answer, released_by=acting_user(by), released_at=at
    )
    record("released_answer", "commitment", row.pk, by=by, at=at, facts={"words": row.answer, "body": body.pk})
    bring_up_to_date(body, by=by, at=at)
    return made


@transaction.atomic
def withdraw_remark(*, commitment: Commitment, by: Any, at: datetime) -> None:
    """Take back what was released; it is gone from the page at once, and what stood there stays known."""
    row = _to_release(commitment, by, at)
    if not _end(row, at):
        raise Refused("Der er ingen offentlig bemærkning at trække tilbage.")
    record("withdrew_remark", "commitment", row.pk, by=by, at=at, facts={})
    body = Body.objects.filter(pk=row.made_in).first()
    if body is not None:
        bring_up_to_date(body, by=by, at=at)


def _to_release(commitment: Commitment, by: Any, at: datetime) -> Commitment:
    """The row for us alone; `PermissionDenied` for whoever does not keep it."""
    line_up()
    row = Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)
    if not access.may_release(by, row, on=danish_day(at)):
        raise PermissionDenied("Only whoever keeps a promise releases its answer.")
    return row


def _end(row: Commitment, at: datetime) -> int:
    return ReleasedRemark.objects.filter(commitment=row.pk, ended_at=None).update(ended_at=at)

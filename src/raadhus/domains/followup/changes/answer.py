"""Whoever answers for a promise tells in a line how it goes, and that it is done."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.followup.access import acting_user
from raadhus.domains.followup.changes.writing import NOT_DONE, done_on, refuse_stale, to_answer, to_settle, write
from raadhus.domains.followup.models import Commitment, Progress
from raadhus.domains.followup.rules.life import REASON, one_line, refuse_unless
from raadhus.pure.kernel.danish_day import danish_day


@transaction.atomic
def answer_commitment(
    *, commitment: Commitment, text: str, is_done: bool, revision: int, by: Any, at: datetime
) -> Commitment:
    """Keep the answer, and with `is_done` the day on which it was done. Raises `Conflict` with both texts where
    somebody else wrote since `revision`."""
    row = to_answer(commitment, by=by, at=at)
    said = one_line(text)
    progress = (Progress.DONE if is_done else Progress.ANSWERED).value
    refuse_stale(row, revision, {"answer": said, "progress": progress}, said="answer")
    refuse_unless("answer", status=row.status, progress=row.progress)
    over = done_on(row, danish_day(at)) if is_done else NOT_DONE
    values = {"progress": progress} | over | _answered(said, by, at)
    return write(row, "finished_commitment" if is_done else "answered_commitment", values, by=by, at=at)


@transaction.atomic
def drop_commitment(*, commitment: Commitment, because: str, revision: int, by: Any, at: datetime) -> Commitment:
    """Give the promise up, with the reason as its last answer."""
    row = to_settle(commitment, by=by)
    said = one_line(because, REASON)
    refuse_stale(row, revision, {"answer": said}, said="answer")
    refuse_unless("drop", status=row.status, progress=row.progress)
    values = {"progress": Progress.DROPPED.value} | _answered(said, by, at)
    return write(row, "dropped_commitment", values, by=by, at=at)


@transaction.atomic
def take_up_again(*, commitment: Commitment, because: str, revision: int, by: Any, at: datetime) -> Commitment:
    """Open what was done or given up; there was more to it."""
    row = to_settle(commitment, by=by)
    said = one_line(because, REASON)
    refuse_stale(row, revision, {"answer": said}, said="answer")
    refuse_unless("reopen", status=row.status, progress=row.progress)
    values = {"progress": Progress.OPEN.value} | NOT_DONE | _answered(said, by, at)
    return write(row, "took_up_commitment", values, by=by, at=at)


def _answered(said: str, by: Any, at: datetime) -> dict[str, Any]:
    return {"answer": said, "answered_by_id": getattr(acting_user(by), "pk", None), "answered_at": at}

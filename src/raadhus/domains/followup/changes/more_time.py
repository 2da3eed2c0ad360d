"""More time: asked for with a reason by whoever answers for it, granted or not by whoever may settle it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.followup.access import acting_user
from raadhus.domains.followup.changes.writing import refuse_stale, to_answer, to_settle, write
from raadhus.domains.followup.models import Commitment
from raadhus.domains.followup.rules.life import REASON, one_line, refuse_unless
from raadhus.domains.followup.rules.windows import read_window
from raadhus.pure.kernel.danish_day import danish_day
from raadhus.pure.kernel.errors import Refused

_NOBODY_ASKED = {"asked_first": None, "asked_last": None, "asked_because": "", "asked_by_id": None}


@transaction.atomic
def ask_more_time(
    *, commitment: Commitment, until: str, because: str, revision: int, by: Any, at: datetime
) -> Commitment:
    """Ask for a later deadline, as people write it ("1. marts", "efter sommerferien"), with the reason."""
    row = to_answer(commitment, by=by, at=at)
    first, last = _later(row, until, at)
    values = {
        "asked_first": first,
        "asked_last": last,
        "asked_because": one_line(because, REASON),
        "asked_by_id": getattr(acting_user(by), "pk", None),
    }
    yours = {name: values[name] for name in ("asked_last", "asked_because")}
    refuse_stale(row, revision, yours, said="asked_because")
    return write(row, "asked_more_time", values, by=by, at=at)


@transaction.atomic
def grant_more_time(*, commitment: Commitment, revision: int, by: Any, at: datetime) -> Commitment:
    """The deadline that was asked for holds from now on; what was promised first stays told."""
    row = to_settle(commitment, by=by)
    refuse_stale(row, revision, {"asked_last": row.asked_last}, said="asked_last")
    if row.asked_last is None:
        raise Refused("Ingen har bedt om mere tid.")
    due = {"due_first": row.asked_first, "due_last": row.asked_last, "extensions": row.extensions + 1}
    because, asked_by = row.asked_because, row.asked_by_id
    return write(row, "granted_more_time", due | _NOBODY_ASKED, by=by, at=at, because=because, asked_by=asked_by)


@transaction.atomic
def deny_more_time(*, commitment: Commitment, because: str, revision: int, by: Any, at: datetime) -> Commitment:
    """The deadline stays, with the reason."""
    row = to_settle(commitment, by=by)
    refuse_stale(row, revision, {"asked_last": row.asked_last}, said="asked_last")
    if row.asked_last is None:
        raise Refused("Ingen har bedt om mere tid.")
    return write(row, "denied_more_time", _NOBODY_ASKED, by=by, at=at, because=one_line(because, REASON))


@transaction.atomic
def extend_commitment(
    *, commitment: Commitment, until: str, because: str, revision: int, by: Any, at: datetime
) -> Commitment:
    """Give more time at once; for whoever may settle it."""
    row = to_settle(commitment, by=by)
    first, last = _later(row, until, at)
    refuse_stale(row, revision, {"due_last": last}, said="due_last")
    due = {"due_first": first, "due_last": last, "extensions": row.extensions + (row.due_last is not None)}
    return write(row, "granted_more_time", due | _NOBODY_ASKED, by=by, at=at, because=one_line(because, REASON))


def _later(row: Commitment, until: str, at: datetime) -> tuple[Any, Any]:
    refuse_unless("extend", status=row.status, progress=row.progress)
    window = read_window(until, on=danish_day(at), made_on=row.made_on)
    if row.due_last is not None and window.last <= row.due_last:
        raise Refused(
            f"Den nye frist {window.last:%d-%m-%Y} ligger ikke efter den, der gælder ({row.due_last:%d-%m-%Y}). "
            "Skriv en senere."
        )
    return window.first, window.last

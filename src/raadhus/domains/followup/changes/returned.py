"""A matter that was promised back has been before its body again: dealt with, or put off once more."""

from datetime import date, datetime
from typing import Any

from raadhus.domains.followup.changes.link import note_place
from raadhus.domains.followup.changes.writing import done_on, to_settle, write
from raadhus.domains.followup.models import UNDER_WAY, Commitment, Progress, Role, Status


def note_returned(
    *, commitment_id: int, source_kind: str, source_id: int, is_dealt_with: bool, on: date, by: Any, at: datetime
) -> None:
    """Note where the matter came back, and that the promise is kept where it was dealt with. Call it inside the change
    that brought it back; a promise that is over, or that nobody has accepted, is left as it is."""
    found = Commitment.objects.filter(pk=commitment_id, status=Status.ACCEPTED, progress__in=UNDER_WAY).first()
    if found is None:
        return
    row = to_settle(found, by=by)
    role = Role.CLOSED if is_dealt_with else Role.PROLONGED
    note_place(row, role.value, source_kind, source_id, by=by, at=at)
    if is_dealt_with:
        write(row, "finished_commitment", {"progress": Progress.DONE.value} | done_on(row, on), by=by, at=at)

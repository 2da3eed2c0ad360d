"""What is decided about a row while the forum walks through the sheet."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.followup.access.sheets import may_keep
from raadhus.domains.followup.changes.sheets.writing import (
    keep_row,
    locked_row,
    note_event,
    refuse_stale,
    write_cells,
)
from raadhus.domains.followup.models import RowEventKind, SheetRow
from raadhus.domains.followup.rules.sheets.answers import LONGEST, Answer, checked_texts
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.errors import Refused

WALKED = ("status", "deadline", "handling", "fulfilled_when")


@transaction.atomic
def decide_row(*, row: SheetRow, words: str, answer: Answer, by: Any, at: datetime) -> SheetRow:
    """Keep what the forum said of the row, as it was typed, with a new status or deadline where one was agreed."""
    now = locked_row(row)
    if not may_keep(by, now.sheet):
        raise PermissionDenied("Only the keeper of a sheet writes in its walk-through.")
    said = words.replace("\r\n", "\n").strip()
    if len(said) > LONGEST:
        raise Refused(f"Beslutningen har {len(said)} tegn; der er plads til {LONGEST}. Skriv den kortere.")
    cells = checked_texts(answer.texts, WALKED)
    refuse_stale(now, answer.revision, answer.texts)
    changes = write_cells(now, cells, at=at)
    if not changes and not said:
        return now
    keep_row(now)
    note_event(now, RowEventKind.DECIDED, changes, by=by, at=at, words=said)
    facts = {"sheet": now.sheet_id, "words": said, "changes": changes}
    record("decided_row", "sheet_row", now.pk, by=by, at=at, facts=facts)
    return now

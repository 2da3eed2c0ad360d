"""The responsible answer for a row; the sheet's keeper corrects it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.followup.access import acting_user
from raadhus.domains.followup.access.sheets import answered_mainly_by, may_answer_row, may_keep
from raadhus.domains.followup.changes.sheets.writing import (
    keep_row,
    locked_row,
    note_event,
    refuse_stale,
    write_cells,
)
from raadhus.domains.followup.models import AskedRow, RowEventKind, SheetRow
from raadhus.domains.followup.rules.sheets.answers import ANSWERED, EDITED, Answer, checked_texts, refuse_empty_answer
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.danish_day import danish_day


@transaction.atomic
def answer_row(*, row: SheetRow, answer: Answer, by: Any, at: datetime) -> SheetRow:
    """Keep what the responsible says. Where a round asks, the main post's or the keeper's answer is the answer to it.

    Raises `Conflict`, with both texts, where somebody else wrote in the row since it was read.
    """
    now, day = locked_row(row), danish_day(at)
    if not may_answer_row(by, now, on=day):
        raise PermissionDenied("Only the posts of a row and the sheet's keeper answer for it.")
    refuse_empty_answer(answer.texts)
    cells = checked_texts(answer.texts, ANSWERED)
    refuse_stale(now, answer.revision, answer.texts)
    changes = write_cells(now, cells, at=at)
    now.answered_at, now.answered_by = at, acting_user(by)
    keep_row(now)
    asked = AskedRow.objects.filter(row=now, round__closed_at=None).select_related("round").first()
    counts = asked is not None and (answered_mainly_by(by, now, on=day) or may_keep(by, now.sheet))
    if asked is not None and counts:
        asked.answered_at = at
        asked.save(update_fields=["answered_at"])
    said = cells.get("last_answer", "")
    note_event(now, RowEventKind.ANSWERED, changes, by=by, at=at, words=said, asked_in=asked.round if asked else None)
    facts = {"sheet": now.sheet_id, "changes": changes, "round": asked.round_id if asked and counts else None}
    record("answered_row", "sheet_row", now.pk, by=by, at=at, facts=facts)
    return now


@transaction.atomic
def edit_row(*, row: SheetRow, answer: Answer, by: Any, at: datetime) -> SheetRow:
    """Let the keeper correct any cell but who is responsible. `Conflict` as for an answer."""
    now = locked_row(row)
    if not may_keep(by, now.sheet):
        raise PermissionDenied("Only the keeper of a sheet edits its rows.")
    cells = checked_texts(answer.texts, EDITED)
    refuse_stale(now, answer.revision, answer.texts)
    changes = write_cells(now, cells, at=at)
    if not changes:
        return now
    keep_row(now)
    note_event(now, RowEventKind.EDITED, changes, by=by, at=at)
    facts = {"sheet": now.sheet_id, "changes": changes}
    record("edited_row", "sheet_row", now.pk, by=by, at=at, facts=facts)
    return now

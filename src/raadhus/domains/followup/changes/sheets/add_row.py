"""The keeper writes a point that no file had."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from raadhus.domains.followup.changes.sheets.writing import note_event, sheet_to_keep, write_cells
from raadhus.domains.followup.models import RowEventKind, Sheet, SheetRow
from raadhus.domains.followup.rules.sheets.answers import EDITED, checked_texts
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def add_row(*, sheet: Sheet, section: str, texts: dict[str, str], by: Any, at: datetime) -> SheetRow:
    """A row with these cells, behind the last row under `section`, or last in the sheet where there is no such heading.

    `Refused` without a point, and for a number that another row has: a file is met row by row by its number.
    """
    kept = sheet_to_keep(sheet, by=by)
    cells = checked_texts({"point": "", **texts}, EDITED)
    rows = SheetRow.objects.filter(sheet=kept)
    number = cells.get("number", "")
    if number and any(row.cells.get("number") == number for row in rows):
        raise Refused(f"Nr. {number} findes allerede i arket. Skriv et andet nummer, eller lad feltet stå tomt.")
    said = " ".join(section.split())
    place = _place_behind(kept, said)
    row = SheetRow(sheet=kept, section=said, position=place)
    changes = write_cells(row, cells, at=at)
    row.save()
    note_event(row, RowEventKind.EDITED, changes, by=by, at=at)
    record("added_row", "sheet_row", row.pk, by=by, at=at, facts={"sheet": kept.pk, "changes": changes})
    return row


def _place_behind(sheet: Sheet, section: str) -> int:
    """The place behind the section's last row; the rows after it move on by one, the last first."""
    rows = SheetRow.objects.filter(sheet=sheet)
    last = rows.filter(section=section).aggregate(last=Max("position"))["last"]
    if last is None:
        return (rows.aggregate(last=Max("position"))["last"] or 0) + 1
    for row in rows.filter(position__gt=last).order_by("-position"):
        SheetRow.objects.filter(pk=row.pk).update(position=row.position + 1)
    return last + 1

"""Ask everybody responsible to answer by a day, and close the asking."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.followup.access import acting_user
from raadhus.domains.followup.changes.sheets.writing import refuse_long, sheet_to_keep
from raadhus.domains.followup.models import AskedRow, Sheet, SheetRound, SheetRow
from raadhus.domains.followup.rules.sheets.values import ENDED
from raadhus.domains.followup.rules.windows import read_window
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.danish_day import danish_day
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def open_round(*, sheet: Sheet, until: str, by: Any, at: datetime) -> SheetRound:
    """Ask about every row that has a responsible post and has not ended, `until` as typed ("inden ugens udgang")."""
    row, day = sheet_to_keep(sheet, by=by), danish_day(at)
    words = refuse_long(until, 200, "Fristen")
    due_on = read_window(words, on=day).last
    if due_on < day:
        raise Refused(f"„{words}“ er {due_on:%d-%m-%Y}, og det er før i dag. Skriv en senere dag.")
    if SheetRound.objects.filter(sheet=row, closed_at=None).exists():
        raise Refused("Der er allerede en runde i gang. Luk den, før du begynder en ny.")
    asked = SheetRow.objects.filter(sheet=row, is_missing=False).exclude(main_post=None).exclude(status__in=ENDED)
    rows = list(asked)
    if not rows:
        raise Refused("Ingen rækker har en ansvarlig og mangler noget. Sæt ansvarlige på rækkerne først.")
    begun = SheetRound.objects.create(sheet=row, words=words, due_on=due_on, opened_at=at, opened_by=acting_user(by))
    AskedRow.objects.bulk_create(AskedRow(round=begun, row=one) for one in rows)
    facts = {"round": begun.pk, "until": words, "due_on": due_on.isoformat(), "rows": len(rows)}
    record("opened_round", "sheet", row.pk, by=by, at=at, facts=facts)
    return begun


@transaction.atomic
def close_round(*, round: SheetRound, by: Any, at: datetime) -> None:
    """End the asking; what was not answered stays so in the round's count. Closing again changes nothing."""
    sheet = sheet_to_keep(round.sheet, by=by)
    row = SheetRound.objects.get(pk=round.pk)
    if row.closed_at is not None:
        return
    row.closed_at = at
    row.save(update_fields=["closed_at"])
    left = AskedRow.objects.filter(round=row, answered_at=None).count()
    record("closed_round", "sheet", sheet.pk, by=by, at=at, facts={"round": row.pk, "unanswered": left})

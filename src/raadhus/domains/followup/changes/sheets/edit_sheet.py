"""What a sheet is called, who may read it, and who keeps it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.followup.changes.sheets.begin import SheetFacts, checked_facts
from raadhus.domains.followup.changes.sheets.writing import sheet_to_keep
from raadhus.domains.followup.models import Sheet
from raadhus.domains.followup.queries.sheets import audiences_to_choose
from raadhus.foundation.accounts.models import User
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def edit_sheet(*, sheet: Sheet, facts: SheetFacts, keeper: User | None, by: Any, at: datetime) -> Sheet:
    """Let these facts hold; `keeper` runs the sheet from now on, None for administrators only.

    A new audience is one that `by` belongs to; the one that the sheet has may stay.
    """
    row = sheet_to_keep(sheet, by=by)
    wanted = facts.audience.pk if facts.audience else None
    if wanted not in (None, row.audience_id) and not audiences_to_choose(by).filter(pk=wanted).exists():
        raise PermissionDenied("A sheet is shown to an audience that one belongs to.")
    if keeper is not None and not keeper.is_active:
        raise Refused("Den, der skal føre arket, kan ikke logge ind. Vælg en anden.")
    before = {"title": row.title, "agreement": row.agreement, "audience": row.audience_id, "keeper": row.kept_by_id}
    row.title, row.agreement, row.case = checked_facts(facts, by=by, at=at)
    row.audience, row.kept_by = facts.audience, keeper
    row.save(update_fields=["title", "agreement", "case", "audience", "kept_by"])
    after = {"title": row.title, "agreement": row.agreement, "audience": row.audience_id, "keeper": row.kept_by_id}
    record("edited_sheet", "sheet", row.pk, by=by, at=at, facts={"before": before, "after": after})
    return row

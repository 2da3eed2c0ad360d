"""Corrections, shown beside the minutes that they correct, for those who read the minutes' items."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from raadhus.domains.meetings.access import visible_items, visible_meetings, visible_versions
from raadhus.domains.proceedings.models import Correction


@dataclass(frozen=True, slots=True)
class CorrectionShown:
    """A correction of one item (`item_id` in the record) or of the minutes as a whole (None). `approved_on` is the day
    of the meeting that approved it, None while none has."""

    item_id: int | None
    text: str
    at: datetime
    approved_on: date | None


def corrections_of(reader: Any, meeting_id: int) -> list[CorrectionShown]:
    """What was added to the minutes of the meeting, in order, as far as `reader` may read what it is about.

    One that names no item may tell of any of them, so it is for those who may read the whole document.
    """
    rows = Correction.objects.filter(sitting=meeting_id)
    meeting = visible_meetings(reader).filter(pk=meeting_id).first() if rows.exists() else None
    if meeting is None:
        return []
    added = rows.select_related("proposal", "approved_in__meeting").order_by("pk")
    seen = set(visible_items(reader).filter(meeting=meeting_id).values_list("pk", flat=True))
    reads_all = visible_versions(reader).filter(pk=meeting.current_version_id).exists()
    return [_shown(row) for row in added if _may_see(row, seen, reads_all)]


def _may_see(row: Correction, seen: set[int], reads_all: bool) -> bool:
    return row.proposal.item_id in seen if row.proposal else reads_all


def _shown(row: Correction) -> CorrectionShown:
    item_id = row.proposal.item_id if row.proposal else None
    on = row.approved_in.meeting.starts_on if row.approved_in and row.approved_in.meeting else None
    return CorrectionShown(item_id, row.text, row.at, on)

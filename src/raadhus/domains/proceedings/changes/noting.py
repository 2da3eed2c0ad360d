"""The row in the audit log that every change at a meeting ends with."""

from datetime import datetime
from typing import Any

from raadhus.domains.proceedings.models import Proposal, Sitting
from raadhus.foundation.audit.models import Entry
from raadhus.foundation.audit.record import record


def note_sitting(action: str, sitting: Sitting, facts: dict[str, Any], *, by: Any, at: datetime) -> Entry:
    """Note what was done with the meeting as a whole."""
    return record(action, "sitting", sitting.pk, by=by, at=at, facts=facts)


def note_item(action: str, proposal: Proposal, facts: dict[str, Any], *, by: Any, at: datetime) -> Entry:
    """Note what was done with one item."""
    return record(action, "proposal", proposal.pk, by=by, at=at, facts={"meeting": proposal.meeting_id} | facts)

"""The row in the audit log that every change of a meeting ends with."""

from datetime import datetime
from typing import Any

from raadhus.domains.meetings.models import Meeting
from raadhus.domains.meetings.queries.reading import readings_for
from raadhus.domains.meetings.rules import digest_of
from raadhus.foundation.accounts.queries import Operator
from raadhus.foundation.audit.record import record


def note(action: str, meeting_id: int, facts: dict[str, Any], *, by: Any, at: datetime, state: str = "") -> None:
    """Record a change of a meeting with the digest of its rows as they now stand (`state` where it is known already).

    `raadhus verify` reads the rows again and compares: what was changed past the log shows.
    """
    facts = facts | {"state": state or state_of(meeting_id)}
    record(action, "meeting", meeting_id, by=by, at=at, facts=facts)


def state_of(meeting_id: int) -> str:
    """The digest of the meeting's rows as they stand in the database."""
    meeting = Meeting.objects.select_related("body", "current_version__file").get(pk=meeting_id)
    return digest_of(readings_for(Operator(), [meeting])[meeting_id])

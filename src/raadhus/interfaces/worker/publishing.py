"""The duty of keeping public pages of follow-up up to date."""

from datetime import datetime, timedelta
from typing import Any

from raadhus.domains.publishing.changes import publish_what_is_due
from raadhus.foundation.jobs.running import Again

ROUND = timedelta(minutes=5)


def publish_followup(payload: dict[str, Any], *, at: datetime) -> Again:
    """Bring every page up to now, and look again in five minutes. What may not be read any more is gone before that:
    the page itself asks."""
    publish_what_is_due(at=at)
    return Again(at + ROUND, {})

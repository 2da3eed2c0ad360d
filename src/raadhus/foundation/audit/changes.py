"""The one act of the log's own: that somebody read."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.foundation.audit.record import record


@transaction.atomic
def note_reading(*, object_kind: str, object_id: int, by: Any, at: datetime) -> None:
    """Note that `by` opened something that not everybody in the house may read."""
    record("read", object_kind, object_id, by=by, at=at, facts={})

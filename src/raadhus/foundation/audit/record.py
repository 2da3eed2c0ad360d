"""Writing the log. Call `record` inside the transaction of the change that it tells of."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from raadhus.foundation.audit.models import Entry

FIRST = "0" * 64  # what the first row has as `previous`
_CHAIN_LOCK = 7_220_001  # any constant: PostgreSQL's advisory lock that lines up the writers of the chain


def canonical(facts: dict[str, Any]) -> str:
    """`facts` as JSON text that is the same for the same facts, whatever the order of the keys."""
    return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(
    number: int, at: datetime, actor: str, action: str, object_kind: str, object_id: str, facts: str, previous: str
) -> str:
    """The sha256 (hex) of one row and, through `previous`, of every row before it."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    row = json.dumps([number, moment, actor, action, object_kind, object_id, facts, previous], ensure_ascii=False)
    return hashlib.sha256(row.encode()).hexdigest()


def record(
    action: str, object_kind: str, object_id: int | str, *, by: object, at: datetime, facts: dict[str, Any]
) -> Entry:
    """Add one row to the chain and return it. `by` is whoever acts; its `str` is kept."""
    _line_up()
    last = Entry.objects.order_by("-number").first()
    number, previous = (last.number + 1, last.digest) if last else (1, FIRST)
    values = (number, at, str(by), action, object_kind, str(object_id), canonical(facts), previous)
    names = ("number", "at", "actor", "action", "object_kind", "object_id", "facts", "previous")
    return Entry.objects.create(**dict(zip(names, values, strict=True)), digest=digest_of(*values))


def _line_up() -> None:
    """One writer at a time. SQLite's IMMEDIATE transactions see to it by themselves."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])

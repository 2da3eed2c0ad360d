"""Writing the log. Call `record` inside the transaction of the change that it tells of."""

from datetime import datetime
from typing import Any

from django.db import connection

from raadhus.foundation.audit.models import Entry
from raadhus.foundation.audit.rules import FIRST, canonical, digest_of

_CHAIN_LOCK = 7_220_001  # any constant: PostgreSQL's advisory lock that lines up the writers of the chain


def record(
    action: str, object_kind: str, object_id: int | str, *, by: object, at: datetime, facts: dict[str, Any]
) -> Entry:
    """Add one row to the chain and return it. `by` is whoever acts; its `str` is kept."""
    line_up()
    last = Entry.objects.order_by("-number").first()
    number, previous = (last.number + 1, last.digest) if last else (1, FIRST)
    values = (number, at, str(by), action, object_kind, str(object_id), canonical(facts), previous)
    names = ("number", "at", "actor", "action", "object_kind", "object_id", "facts", "previous")
    return Entry.objects.create(**dict(zip(names, values, strict=True)), digest=digest_of(*values))


def line_up() -> None:
    """Wait for every other writer of the log until this transaction ends; SQLite's IMMEDIATE ones do so by themselves.

    A change that first looks and then writes calls it before it looks, so that what it saw still holds, and before it
    locks a row: two changes that take this lock and a row's in opposite orders would wait for each other.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])

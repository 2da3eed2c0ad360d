"""How a row of the log becomes the hash that the next one carries. No Django: anybody can check a chain with it."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

FIRST = "0" * 64  # what the first row has as `previous`


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

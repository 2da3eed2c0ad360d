"""What is frozen of a sitting's minutes: the reading, and what it does not say, the attachments' bytes above all."""

import hashlib
import json
from typing import Any

from raadhus.domains.proceedings.models import Enclosure, Point, Proposal, Sitting
from raadhus.domains.proceedings.queries.facts import items_of
from raadhus.domains.proceedings.queries.minutes import minutes_of
from raadhus.pure.minutes.structure import as_json


def minutes_content(sitting: Sitting) -> str:
    """The minutes of `sitting` as canonical JSON: the same text for the same minutes."""
    content = {
        "minutes": as_json(minutes_of(sitting)),
        "enclosures": [_enclosures(row) for _, row in items_of(sitting)],
        "points": [_points(row) for _, row in items_of(sitting)],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(content: str) -> str:
    """The sha256 (hex) of frozen content."""
    return hashlib.sha256(content.encode()).hexdigest()


def newest_enclosures(row: Proposal) -> list[Enclosure]:
    """The item's attachments in their newest versions, the confidential ones too."""
    rows = Enclosure.objects.filter(proposal=row, removed_at=None, replaced_by=None)
    return list(rows.select_related("file").order_by("position", "pk"))


def _enclosures(row: Proposal) -> list[dict[str, Any]]:
    return [
        {"name": one.name, "label": one.label, "stage": one.stage, "sha256": one.file.sha256}
        for one in newest_enclosures(row)
    ]


def _points(row: Proposal) -> list[dict[str, Any]]:
    return [
        {
            "number": one.number,
            "text": one.text,
            "outcome": one.outcome,
            "amended": one.amended,
            "due": [str(one.due_first or ""), str(one.due_last or "")],
            "votes": one.votes,
            "left_open_because": one.left_open_because,
        }
        for one in Point.objects.filter(proposal=row)
    ]

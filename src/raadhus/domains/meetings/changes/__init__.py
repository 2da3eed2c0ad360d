"""Every write of meetings: may you, does the rule allow, change, note in the audit log."""

from raadhus.domains.meetings.changes.bodies import abbreviate_body, find_or_make_body
from raadhus.domains.meetings.changes.correct import correct_item, correct_meeting
from raadhus.domains.meetings.changes.plan import When, move_meeting, plan_meeting
from raadhus.domains.meetings.changes.sealed import mark_sealed
from raadhus.domains.meetings.changes.sent import store_sent
from raadhus.domains.meetings.changes.settle import place_unread_line, set_aside_unread_line
from raadhus.domains.meetings.changes.store import Imported, store_document

__all__ = [
    "Imported",
    "When",
    "abbreviate_body",
    "correct_item",
    "correct_meeting",
    "find_or_make_body",
    "mark_sealed",
    "move_meeting",
    "place_unread_line",
    "plan_meeting",
    "set_aside_unread_line",
    "store_document",
    "store_sent",
]

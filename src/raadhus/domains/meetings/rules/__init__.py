"""What the matter allows: which documents are minutes, which reading replaces which, which item is which."""

from raadhus.domains.meetings.rules.acceptance import LONGEST_BODY, why_no_minutes
from raadhus.domains.meetings.rules.kept_text import Written, digest_of, reading_from, written
from raadhus.domains.meetings.rules.likeness import replaces, same_items, same_parts

__all__ = [
    "LONGEST_BODY",
    "Written",
    "digest_of",
    "reading_from",
    "replaces",
    "same_items",
    "same_parts",
    "why_no_minutes",
    "written",
]

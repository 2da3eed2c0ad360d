"""Every named read of the live side. The reader comes first; what is not there and what is not theirs look alike."""

from raadhus.domains.proceedings.queries.bodies import members_of, profile_of, standing_items_of
from raadhus.domains.proceedings.queries.proposals import (
    backlog_of,
    enclosures_of,
    help_of,
    my_proposals,
    proposal_for,
    texts_of,
    waiting_for,
)
from raadhus.domains.proceedings.queries.sittings import agenda_of, numbers_of, sitting_for, sittings_for

__all__ = [
    "agenda_of",
    "backlog_of",
    "enclosures_of",
    "help_of",
    "members_of",
    "my_proposals",
    "numbers_of",
    "profile_of",
    "proposal_for",
    "sitting_for",
    "sittings_for",
    "standing_items_of",
    "texts_of",
    "waiting_for",
]

"""Every write of the live side: may you, does the rule allow, change, note in the audit log."""

from raadhus.domains.meetings.changes import When
from raadhus.domains.proceedings.changes.bodies import (
    EveryAgenda,
    Rules,
    end_seat,
    seat_member,
    set_rules,
    set_standing_items,
)
from raadhus.domains.proceedings.changes.propose import Idea, propose_item
from raadhus.domains.proceedings.changes.recommending import follow_recommendation, recommend
from raadhus.domains.proceedings.changes.sittings import (
    Planned,
    explain_late_agenda,
    plan_series,
    plan_sitting,
    revive_sitting,
)

__all__ = [
    "EveryAgenda",
    "Idea",
    "Planned",
    "Rules",
    "When",
    "end_seat",
    "explain_late_agenda",
    "follow_recommendation",
    "plan_series",
    "plan_sitting",
    "propose_item",
    "recommend",
    "revive_sitting",
    "seat_member",
    "set_rules",
    "set_standing_items",
]

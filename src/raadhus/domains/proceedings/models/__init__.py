"""The live side of meetings, from the first idea to sealed minutes.

Nothing here is in the index or on a public page. What is sent or approved is frozen and stored in `meetings`, as paper
minutes are; a `revision` stands on everything that two people may write at once, and grows by one with each save.
"""

from raadhus.domains.proceedings.models.bodies import BodyRules, Member, Role, StandingItem
from raadhus.domains.proceedings.models.minutes import (
    Approval,
    Correction,
    Frozen,
    FrozenKind,
    Note,
    ReadMark,
    Review,
    Seal,
    Signature,
)
from raadhus.domains.proceedings.models.pictures import Picture
from raadhus.domains.proceedings.models.proposals import (
    Enclosure,
    EnclosureStage,
    Hearing,
    Proposal,
    ProposalKind,
    ProposalState,
    Step,
    Text,
    TextRevision,
)
from raadhus.domains.proceedings.models.sittings import (
    Absence,
    Attendee,
    Dissent,
    Excuse,
    Pledge,
    Point,
    Sitting,
    SittingState,
    Stop,
)

__all__ = [
    "Absence",
    "Approval",
    "Attendee",
    "BodyRules",
    "Correction",
    "Dissent",
    "Enclosure",
    "EnclosureStage",
    "Excuse",
    "Frozen",
    "FrozenKind",
    "Hearing",
    "Member",
    "Note",
    "Picture",
    "Pledge",
    "Point",
    "Proposal",
    "ProposalKind",
    "ProposalState",
    "ReadMark",
    "Review",
    "Role",
    "Seal",
    "Signature",
    "Sitting",
    "SittingState",
    "StandingItem",
    "Step",
    "Stop",
    "Text",
    "TextRevision",
]

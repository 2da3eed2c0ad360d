"""What is followed up: promises, and sheets of agreements. The source of a promise is known as data (kind, id, quote);
nothing is imported from there."""

from raadhus.domains.followup.models.commitments import UNDER_WAY, Commitment, Name, Named, Progress, Status
from raadhus.domains.followup.models.sheets import (
    AskedRow,
    RowEvent,
    RowEventKind,
    RowHelper,
    Sheet,
    SheetEdition,
    SheetFile,
    SheetRound,
    SheetRow,
)
from raadhus.domains.followup.models.traces import Dependency, Place, Proof, Role

__all__ = [
    "UNDER_WAY",
    "AskedRow",
    "Commitment",
    "Dependency",
    "Name",
    "Named",
    "Place",
    "Progress",
    "Proof",
    "Role",
    "RowEvent",
    "RowEventKind",
    "RowHelper",
    "Sheet",
    "SheetEdition",
    "SheetFile",
    "SheetRound",
    "SheetRow",
    "Status",
]

"""What is followed up: promises. A source is known as data (kind, id, quote); nothing is imported from there."""

from raadhus.domains.followup.models.commitments import UNDER_WAY, Commitment, Name, Named, Progress, Status
from raadhus.domains.followup.models.traces import Dependency, Place, Proof, Role

__all__ = [
    "UNDER_WAY",
    "Commitment",
    "Dependency",
    "Name",
    "Named",
    "Place",
    "Progress",
    "Proof",
    "Role",
    "Status",
]

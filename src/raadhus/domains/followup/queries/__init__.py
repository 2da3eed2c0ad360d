"""Every named read of follow-up. The reader comes first; what is not there and what is not theirs look alike."""

from raadhus.domains.followup.queries.commitments import (
    bodies_returned_to,
    commitment_for,
    commitments_by_source,
    commitments_for,
    owed_by,
    owed_by_post,
    ownerless,
    responsible_for,
)
from raadhus.domains.followup.queries.overview import By, Figures, Group, Overview, overview_for
from raadhus.domains.followup.queries.traces import (
    awaited_by,
    history_of,
    parts_of,
    places_of,
    proof_for,
    proofs_of,
)

__all__ = [
    "By",
    "Figures",
    "Group",
    "Overview",
    "awaited_by",
    "bodies_returned_to",
    "commitment_for",
    "commitments_by_source",
    "commitments_for",
    "history_of",
    "overview_for",
    "owed_by",
    "owed_by_post",
    "ownerless",
    "parts_of",
    "places_of",
    "proof_for",
    "proofs_of",
    "responsible_for",
]

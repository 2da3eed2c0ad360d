"""Every named read of follow-up. The reader comes first; what is not there and what is not theirs look alike."""

from raadhus.domains.followup.queries.commitments import (
    commitment_for,
    commitments_by_source,
    commitments_for,
    responsible_for,
)

__all__ = ["commitment_for", "commitments_by_source", "commitments_for", "responsible_for"]

"""What is followed up: promises. A source is known as data (kind, id, quote); nothing is imported from there."""

from raadhus.domains.followup.models.commitments import Commitment, Status

__all__ = ["Commitment", "Status"]

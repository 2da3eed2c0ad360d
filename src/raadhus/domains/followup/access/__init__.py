"""Who sees what is followed up, and who answers for it."""

from raadhus.domains.followup.access.commitments import (
    Steward,
    acting_user,
    may_answer,
    may_settle,
    owned_by,
    visible_commitments,
    visible_in_order,
)

__all__ = ["Steward", "acting_user", "may_answer", "may_settle", "owned_by", "visible_commitments", "visible_in_order"]

"""Every write of follow-up: may you, does the rule allow, change, note in the audit log."""

from raadhus.domains.followup.changes.settle import accept_commitment, reject_commitment, reopen_commitment
from raadhus.domains.followup.changes.suggest import (
    Suggestion,
    follow_case,
    follow_new_reading,
    follow_source,
    suggest,
)

__all__ = [
    "Suggestion",
    "accept_commitment",
    "follow_case",
    "follow_new_reading",
    "follow_source",
    "reject_commitment",
    "reopen_commitment",
    "suggest",
]

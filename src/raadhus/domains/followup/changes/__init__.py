"""Every write of follow-up: may you, does the rule allow, change, note in the audit log."""

from raadhus.domains.followup.changes.answer import answer_commitment, drop_commitment, take_up_again
from raadhus.domains.followup.changes.correct import Correction, correct_commitment
from raadhus.domains.followup.changes.hand_over import Owner, Part, hand_over, split_commitment
from raadhus.domains.followup.changes.link import link_place
from raadhus.domains.followup.changes.more_time import (
    ask_more_time,
    deny_more_time,
    extend_commitment,
    grant_more_time,
)
from raadhus.domains.followup.changes.prove import add_address, add_file, bring_proof_back, remove_proof
from raadhus.domains.followup.changes.reorganise import MOVERS, Move, Plan, reorganise
from raadhus.domains.followup.changes.returned import note_returned
from raadhus.domains.followup.changes.settle import accept_commitment, reject_commitment, reopen_commitment
from raadhus.domains.followup.changes.suggest import (
    Suggestion,
    follow_case,
    follow_new_reading,
    follow_source,
    suggest,
)
from raadhus.domains.followup.changes.undo import undo_change
from raadhus.domains.followup.changes.wait import wait_for, wait_no_more

__all__ = [
    "MOVERS",
    "Correction",
    "Move",
    "Owner",
    "Part",
    "Plan",
    "Suggestion",
    "accept_commitment",
    "add_address",
    "add_file",
    "answer_commitment",
    "ask_more_time",
    "bring_proof_back",
    "correct_commitment",
    "deny_more_time",
    "drop_commitment",
    "extend_commitment",
    "follow_case",
    "follow_new_reading",
    "follow_source",
    "grant_more_time",
    "hand_over",
    "link_place",
    "note_returned",
    "reject_commitment",
    "remove_proof",
    "reopen_commitment",
    "reorganise",
    "split_commitment",
    "suggest",
    "take_up_again",
    "undo_change",
    "wait_for",
    "wait_no_more",
]

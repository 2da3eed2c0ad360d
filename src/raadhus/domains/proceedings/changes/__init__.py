"""Every write of the live side: may you, does the rule allow, change, note in the audit log."""

from raadhus.domains.meetings.changes import When
from raadhus.domains.proceedings.changes.approve import (
    add_correction,
    approve_agenda,
    approve_correction,
    approve_minutes,
)
from raadhus.domains.proceedings.changes.ask_members import ask_guest, call_deputy
from raadhus.domains.proceedings.changes.attendance import join_item, leave_item, note_presence
from raadhus.domains.proceedings.changes.bodies import (
    EveryAgenda,
    Rules,
    end_seat,
    seat_member,
    set_rules,
    set_standing_items,
)
from raadhus.domains.proceedings.changes.decide import Ruling, decide_point, undecide_point
from raadhus.domains.proceedings.changes.finish_minutes import (
    answer_review,
    ask_for_review,
    finish_minutes,
    send_minutes,
)
from raadhus.domains.proceedings.changes.hold_meeting import (
    adjourn_meeting,
    close_item,
    leave_open,
    open_meeting,
    reopen_item,
    resume_meeting,
    take_up,
)
from raadhus.domains.proceedings.changes.objections import enter_dissent, remove_dissent, stop_decision
from raadhus.domains.proceedings.changes.pledge import add_pledge, change_pledge, remove_pledge
from raadhus.domains.proceedings.changes.propose import Idea, propose_item
from raadhus.domains.proceedings.changes.recommending import follow_recommendation, recommend
from raadhus.domains.proceedings.changes.seal import seal_minutes, sign_minutes
from raadhus.domains.proceedings.changes.sittings import (
    Planned,
    explain_late_agenda,
    plan_series,
    plan_sitting,
    revive_sitting,
)
from raadhus.domains.proceedings.changes.withdraw_item import withdraw_item
from raadhus.domains.proceedings.changes.write_text import keep_picture, restore_text, save_text

__all__ = [
    "EveryAgenda",
    "Idea",
    "Planned",
    "Rules",
    "Ruling",
    "When",
    "add_correction",
    "add_pledge",
    "adjourn_meeting",
    "answer_review",
    "approve_agenda",
    "approve_correction",
    "approve_minutes",
    "ask_for_review",
    "ask_guest",
    "call_deputy",
    "change_pledge",
    "close_item",
    "decide_point",
    "end_seat",
    "enter_dissent",
    "explain_late_agenda",
    "finish_minutes",
    "follow_recommendation",
    "join_item",
    "keep_picture",
    "leave_item",
    "leave_open",
    "note_presence",
    "open_meeting",
    "plan_series",
    "plan_sitting",
    "propose_item",
    "recommend",
    "remove_dissent",
    "remove_pledge",
    "reopen_item",
    "restore_text",
    "resume_meeting",
    "revive_sitting",
    "save_text",
    "seal_minutes",
    "seat_member",
    "send_minutes",
    "set_rules",
    "set_standing_items",
    "sign_minutes",
    "stop_decision",
    "take_up",
    "undecide_point",
    "withdraw_item",
]

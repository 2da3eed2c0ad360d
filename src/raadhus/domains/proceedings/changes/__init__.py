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
from raadhus.domains.proceedings.changes.enclosures import Upload, add_enclosure, remove_enclosure, replace_enclosure
from raadhus.domains.proceedings.changes.facts import (
    Facts,
    close_to_public,
    edit_facts,
    facts_of,
    open_to_public,
    take_case_number,
)
from raadhus.domains.proceedings.changes.filling import fill_agenda
from raadhus.domains.proceedings.changes.finish_minutes import (
    answer_review,
    ask_for_review,
    finish_minutes,
    send_minutes,
)
from raadhus.domains.proceedings.changes.hearings import answer_hearing, ask_hearing
from raadhus.domains.proceedings.changes.hold_meeting import (
    adjourn_meeting,
    close_item,
    leave_open,
    open_meeting,
    reopen_item,
    resume_meeting,
    take_up,
)
from raadhus.domains.proceedings.changes.moved_meetings import cancel_sitting, move_sitting
from raadhus.domains.proceedings.changes.moving import copy_to_body, copy_to_meeting, move_to_body, move_to_meeting
from raadhus.domains.proceedings.changes.notes import NoteWords, remove_note, rewrite_note, write_note
from raadhus.domains.proceedings.changes.objections import enter_dissent, remove_dissent, stop_decision
from raadhus.domains.proceedings.changes.ordering import move_item, put_under
from raadhus.domains.proceedings.changes.placing import bring_back, put_on_agenda, take_off_agenda, withdraw_proposal
from raadhus.domains.proceedings.changes.pledge import add_pledge, change_pledge, remove_pledge
from raadhus.domains.proceedings.changes.propose import Idea, propose_item
from raadhus.domains.proceedings.changes.reading import mark_read
from raadhus.domains.proceedings.changes.recommending import follow_recommendation, recommend
from raadhus.domains.proceedings.changes.reminding import set_reminding
from raadhus.domains.proceedings.changes.seal import seal_minutes, sign_minutes
from raadhus.domains.proceedings.changes.send_agenda import Sent, send_agenda, send_supplement
from raadhus.domains.proceedings.changes.sittings import (
    Planned,
    explain_late_agenda,
    plan_series,
    plan_sitting,
    revive_sitting,
)
from raadhus.domains.proceedings.changes.way import Head, approve_step, return_to_author, send_on_its_way, take_back
from raadhus.domains.proceedings.changes.withdraw_item import withdraw_item
from raadhus.domains.proceedings.changes.write_text import add_confidential_text, keep_picture, restore_text, save_text

__all__ = [
    "EveryAgenda",
    "Facts",
    "Head",
    "Idea",
    "NoteWords",
    "Planned",
    "Rules",
    "Ruling",
    "Sent",
    "Upload",
    "When",
    "add_confidential_text",
    "add_correction",
    "add_enclosure",
    "add_pledge",
    "adjourn_meeting",
    "answer_hearing",
    "answer_review",
    "approve_agenda",
    "approve_correction",
    "approve_minutes",
    "approve_step",
    "ask_for_review",
    "ask_guest",
    "ask_hearing",
    "bring_back",
    "call_deputy",
    "cancel_sitting",
    "change_pledge",
    "close_item",
    "close_to_public",
    "copy_to_body",
    "copy_to_meeting",
    "decide_point",
    "edit_facts",
    "end_seat",
    "enter_dissent",
    "explain_late_agenda",
    "facts_of",
    "fill_agenda",
    "finish_minutes",
    "follow_recommendation",
    "join_item",
    "keep_picture",
    "leave_item",
    "leave_open",
    "mark_read",
    "move_item",
    "move_sitting",
    "move_to_body",
    "move_to_meeting",
    "note_presence",
    "open_meeting",
    "open_to_public",
    "plan_series",
    "plan_sitting",
    "propose_item",
    "put_on_agenda",
    "put_under",
    "recommend",
    "remove_dissent",
    "remove_enclosure",
    "remove_note",
    "remove_pledge",
    "reopen_item",
    "replace_enclosure",
    "restore_text",
    "resume_meeting",
    "return_to_author",
    "revive_sitting",
    "rewrite_note",
    "save_text",
    "seal_minutes",
    "seat_member",
    "send_agenda",
    "send_minutes",
    "send_on_its_way",
    "send_supplement",
    "set_reminding",
    "set_rules",
    "set_standing_items",
    "sign_minutes",
    "stop_decision",
    "take_back",
    "take_case_number",
    "take_off_agenda",
    "take_up",
    "undecide_point",
    "withdraw_item",
    "withdraw_proposal",
    "write_decision",
    "write_note",
]

"""Every write of follow-up sheets, one verb a file."""

from raadhus.domains.followup.changes.sheets.answer_row import answer_row, edit_row
from raadhus.domains.followup.changes.sheets.begin import SheetFacts, begin_sheet, bring_file
from raadhus.domains.followup.changes.sheets.freeze import freeze_sheet
from raadhus.domains.followup.changes.sheets.move_rows import move_rows
from raadhus.domains.followup.changes.sheets.responsible import set_responsible
from raadhus.domains.followup.changes.sheets.rounds import close_round, open_round
from raadhus.domains.followup.changes.sheets.take_in import Choices, TakenIn, take_in
from raadhus.domains.followup.changes.sheets.walk import decide_row

__all__ = [
    "Choices",
    "SheetFacts",
    "TakenIn",
    "answer_row",
    "begin_sheet",
    "bring_file",
    "close_round",
    "decide_row",
    "edit_row",
    "freeze_sheet",
    "move_rows",
    "open_round",
    "set_responsible",
    "take_in",
]

"""Every write of follow-up sheets, one verb a file."""

from raadhus.domains.followup.changes.sheets.add_row import add_row
from raadhus.domains.followup.changes.sheets.answer_row import answer_row, edit_row
from raadhus.domains.followup.changes.sheets.begin import (
    MOST_BYTES,
    SheetFacts,
    begin_sheet,
    begin_sheet_with_file,
    bring_file,
)
from raadhus.domains.followup.changes.sheets.edit_sheet import edit_sheet
from raadhus.domains.followup.changes.sheets.freeze import freeze_sheet, paper_as
from raadhus.domains.followup.changes.sheets.move_rows import move_rows
from raadhus.domains.followup.changes.sheets.responsible import set_responsible
from raadhus.domains.followup.changes.sheets.rounds import close_round, open_round
from raadhus.domains.followup.changes.sheets.take_in import Choices, TakenIn, take_in
from raadhus.domains.followup.changes.sheets.walk import decide_row

__all__ = [
    "MOST_BYTES",
    "Choices",
    "SheetFacts",
    "TakenIn",
    "add_row",
    "answer_row",
    "begin_sheet",
    "begin_sheet_with_file",
    "bring_file",
    "close_round",
    "decide_row",
    "edit_row",
    "edit_sheet",
    "freeze_sheet",
    "move_rows",
    "open_round",
    "paper_as",
    "set_responsible",
    "take_in",
]

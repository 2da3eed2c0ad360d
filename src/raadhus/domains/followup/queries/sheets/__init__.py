"""Every named read of follow-up sheets. The reader comes first; what is not there and what is not theirs look alike."""

from raadhus.domains.followup.queries.sheets.content import content_of
from raadhus.domains.followup.queries.sheets.editions import broken_editions, comparison, edition_for, editions_of
from raadhus.domains.followup.queries.sheets.files import SheetPreview, preview_of, sheet_file_for, workbook_of
from raadhus.domains.followup.queries.sheets.rounds import PostStanding, open_round_of, rounds_of, standing_of
from raadhus.domains.followup.queries.sheets.rows import (
    Filter,
    MyRow,
    events_of,
    my_rows,
    row_for,
    rows_of,
    sections_of,
)
from raadhus.domains.followup.queries.sheets.sheets import audiences_to_choose, keeps, sheet_for, sheets_for, totals_of

__all__ = [
    "Filter",
    "MyRow",
    "PostStanding",
    "SheetPreview",
    "audiences_to_choose",
    "broken_editions",
    "comparison",
    "content_of",
    "edition_for",
    "editions_of",
    "events_of",
    "keeps",
    "my_rows",
    "open_round_of",
    "preview_of",
    "rounds_of",
    "row_for",
    "rows_of",
    "sections_of",
    "sheet_file_for",
    "sheet_for",
    "sheets_for",
    "standing_of",
    "totals_of",
    "workbook_of",
]

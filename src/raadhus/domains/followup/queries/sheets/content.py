"""A sheet as it stands now, as plain values."""

from datetime import date

from raadhus.domains.followup.models import Sheet, SheetRow
from raadhus.domains.followup.rules.sheets.columns import COLUMNS, STANDARD
from raadhus.domains.followup.rules.sheets.content import Content, ContentRow


def content_of(sheet: Sheet, *, as_of: date) -> Content:
    """Everything of the sheet; whoever calls has got the sheet for its reader.

    Columns that the sheet did not have and that somebody has written in since come last.
    """
    rows = list(SheetRow.objects.filter(sheet=sheet).order_by("position"))
    columns = [(key, heading) for key, heading in sheet.columns]
    known = {key for key, _ in columns}
    used = {key for row in rows for key, cell in row.cells.items() if cell != ""}
    columns += [(key, COLUMNS[key].heading) for key in STANDARD if key in used and key not in known]
    return Content(
        sheet.title,
        sheet.agreement,
        sheet.case.number if sheet.case else "",
        as_of.isoformat(),
        tuple(sheet.preamble),
        tuple(columns),
        tuple(ContentRow(row.pk, row.section, row.cells) for row in rows),
    )

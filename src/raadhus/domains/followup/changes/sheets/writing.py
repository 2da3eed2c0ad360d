"""How every change of a row is made: the row alone, its cells with what is worked out of them, an event that tells."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from raadhus.domains.followup.access import acting_user
from raadhus.domains.followup.access.sheets import may_keep
from raadhus.domains.followup.models import RowEvent, RowHelper, Sheet, SheetRound, SheetRow
from raadhus.domains.followup.rules.sheets.columns import COLUMNS
from raadhus.domains.followup.rules.sheets.deadlines import read_when
from raadhus.domains.followup.rules.sheets.values import Plain, cell_of, same, status_of, text_of, wants_item
from raadhus.domains.organisation.models import Post
from raadhus.domains.organisation.queries import successors_of
from raadhus.domains.organisation.rules import refuse_abolished
from raadhus.foundation.audit.record import line_up
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.danish_day import danish_day
from raadhus.pure.kernel.errors import Refused

Change = dict[str, str]


def sheet_to_keep(sheet: Sheet, *, by: Any) -> Sheet:
    """The sheet for us alone; `PermissionDenied` for whoever does not run it."""
    line_up()
    row = Sheet.objects.select_for_update(of=("self",)).get(pk=sheet.pk)
    if not may_keep(by, row):
        raise PermissionDenied("Only the keeper of a sheet runs it.")
    return row


def locked_row(row: SheetRow) -> SheetRow:
    """The row as it stands now that every other writer waits."""
    line_up()
    return SheetRow.objects.select_for_update(of=("self",)).select_related("sheet").get(pk=row.pk)


def refuse_stale(row: SheetRow, revision: int, yours: Mapping[str, str]) -> None:
    """`Conflict`, with both texts of each cell, where somebody else wrote in the row since `revision`."""
    if row.revision == revision:
        return
    theirs = {key: as_typed(row, key) for key in yours}
    differing = [key for key in yours if not same(yours[key], theirs[key])]
    last = RowEvent.objects.filter(row=row).select_related("by").first()
    who = (last.by.get_full_name() or last.by.get_username()) if last and last.by else "En anden"
    headings = ", ".join(COLUMNS[key].heading for key in differing)
    what = f"I er uenige om {headings}. " if headings else ""
    raise Conflict(
        f"{who} skrev i rækken, mens du skrev. {what}Se begge dele nedenfor, ret, og gem igen det, der gælder.",
        yours={key: yours[key] for key in differing},
        theirs={key: theirs[key] for key in differing},
        revision=row.revision,
    )


def as_typed(row: SheetRow, key: str) -> str:
    """A cell as a form has it: its text, but the status by its key."""
    return row.status if key == "status" else text_of(row.cells.get(key, ""))


def write_cells(row: SheetRow, cells: Mapping[str, Plain], *, at: datetime) -> list[Change]:
    """Put these cells in the row, with what they mean; returns what they changed. The row is not saved."""
    changes = []
    for key, cell in cells.items():
        before, after = text_of(row.cells.get(key, "")), text_of(cell)
        if same(before, after):
            continue
        changes.append({"key": key, "before": before, "after": after})
        if after:
            row.cells[key] = cell
        else:
            row.cells.pop(key, None)
        _work_out(row, key, cell, at)
    return changes


def _work_out(row: SheetRow, key: str, cell: Plain, at: datetime) -> None:
    if key == "status":
        row.status = status_of(text_of(cell)) or ""
    elif key == "deliverable":
        row.has_item = wants_item(text_of(cell))
    elif key == "deadline":
        when = read_when(cell_of(cell), on=danish_day(at))
        row.deadline_first, row.deadline_last = when.first, when.last


def keep_row(row: SheetRow) -> None:
    """Save the row as its next revision."""
    row.revision += 1
    row.save()


def note_event(
    row: SheetRow,
    kind: str,
    changes: list[Change],
    *,
    by: Any,
    at: datetime,
    words: str = "",
    asked_in: SheetRound | None = None,
) -> RowEvent:
    """What was said and changed, for the row's own history; the audit log is the caller's."""
    return RowEvent.objects.create(
        row=row, kind=kind, round=asked_in, by=acting_user(by), at=at, words=words, changes=changes
    )


def set_posts(row: SheetRow, main: Post | None, helping: list[Post]) -> None:
    """Let these posts answer for the row: the main one, and the helping ones in order, never the main one again."""
    row.main_post = main
    wanted = [post for post in dict.fromkeys(helping) if main is None or post.pk != main.pk]
    RowHelper.objects.filter(row=row).delete()
    RowHelper.objects.bulk_create(RowHelper(row=row, post=post, position=at) for at, post in enumerate(wanted, 1))


def checked_post(post: Post, *, at: datetime) -> Post:
    """The post as it stands; `Refused`, with who took over, where it is not there any more that day."""
    row = Post.objects.get(pk=post.pk)
    refuse_abolished(row.title, row.valid_until, [one.title for one in successors_of(row)], on=danish_day(at))
    return row


def refuse_long(words: str, most: int, what: str) -> str:
    """`words` with single spaces; `Refused` where they are more than fit."""
    said = " ".join(words.split())
    if len(said) > most:
        raise Refused(f"{what} har {len(said)} tegn; der er plads til {most}. Skriv det kortere.")
    return said

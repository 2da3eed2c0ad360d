"""At a reorganisation the rows of a post that gives way go to those who take over."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.followup.access import may_settle
from raadhus.domains.followup.changes.sheets.writing import keep_row, note_event, set_posts, write_cells
from raadhus.domains.followup.models import RowEventKind, RowHelper, SheetRow
from raadhus.domains.followup.rules.sheets.values import ENDED
from raadhus.domains.organisation.models import Post
from raadhus.foundation.audit.record import line_up, record


@transaction.atomic
def move_rows(*, old: Post, to: Callable[[int], Post], words: str, by: Any, at: datetime) -> int:
    """Let `to(row key)` answer for every row that has not ended and that `old` answers for or helps with, with `words`
    in the row's history; returns how many rows that were. An open round asks the new post."""
    if not may_settle(by):
        raise PermissionDenied("Only administrators reorganise.")
    line_up()
    helps = RowHelper.objects.filter(post=old).values("row")
    mine = (SheetRow.objects.filter(main_post=old) | SheetRow.objects.filter(pk__in=helps)).distinct()
    keys = list(mine.exclude(status__in=ENDED).order_by("pk").values_list("pk", flat=True))
    for row in SheetRow.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk"):
        _move(row, old, to(row.pk), words, by, at)
    return len(keys)


def _move(row: SheetRow, old: Post, new: Post, words: str, by: Any, at: datetime) -> None:
    main = new if row.main_post_id == old.pk else row.main_post
    before = [one.post for one in row.helpers.select_related("post")]
    helping = [new if post.pk == old.pk else post for post in before]
    cells = {}
    if row.main_post_id == old.pk:
        cells["main_post"] = new.title
    if helping != before:
        cells["helping_posts"] = "\n".join(
            post.title for post in dict.fromkeys(helping) if post.pk != getattr(main, "pk", 0)
        )
    changes = write_cells(row, cells, at=at)
    set_posts(row, main, helping)
    keep_row(row)
    note_event(row, RowEventKind.MOVED, changes, by=by, at=at, words=words)
    facts = {"sheet": row.sheet_id, "from": old.pk, "to": new.pk, "words": words, "changes": changes}
    record("moved_row", "sheet_row", row.pk, by=by, at=at, facts=facts)

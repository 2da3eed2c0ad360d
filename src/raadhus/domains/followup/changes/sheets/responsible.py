"""The keeper says who answers for a row."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.followup.access.sheets import may_keep
from raadhus.domains.followup.changes.sheets.writing import (
    checked_post,
    keep_row,
    locked_row,
    note_event,
    refuse_stale,
    set_posts,
    write_cells,
)
from raadhus.domains.followup.models import RowEventKind, SheetRow
from raadhus.domains.organisation.models import Post
from raadhus.foundation.audit.record import record


@transaction.atomic
def set_responsible(
    *, row: SheetRow, main: Post | None, helping: Sequence[Post], revision: int, by: Any, at: datetime
) -> SheetRow:
    """Let `main` answer for the row and `helping` help. `Refused` for a post that is not there any more."""
    now = locked_row(row)
    if not may_keep(by, now.sheet):
        raise PermissionDenied("Only the keeper of a sheet says who is responsible.")
    first = checked_post(main, at=at) if main else None
    others = [checked_post(post, at=at) for post in helping]
    cells = {"main_post": first.title if first else "", "helping_posts": "\n".join(post.title for post in others)}
    refuse_stale(now, revision, cells)
    changes = write_cells(now, cells, at=at)
    set_posts(now, first, others)
    keep_row(now)
    note_event(now, RowEventKind.EDITED, changes, by=by, at=at)
    facts = {"sheet": now.sheet_id, "main": first.pk if first else None, "helping": [post.pk for post in others]}
    record("set_row_responsible", "sheet_row", now.pk, by=by, at=at, facts=facts)
    return now

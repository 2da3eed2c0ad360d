"""Who sees a follow-up sheet, who keeps it, and who answers for its rows.

Whoever has a post that a row names sees that row, also where the sheet as a whole is not theirs to read.
"""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from raadhus.domains.followup.models import RowHelper, Sheet, SheetFile, SheetRow
from raadhus.domains.organisation.queries import posts_held_by
from raadhus.foundation.accounts.queries import audiences_of, is_administrator


def may_make_sheets(user: Any) -> bool:
    """Whether `user` may begin a sheet: whoever signs in, and the operator."""
    return bool(is_administrator(user) or (user.is_authenticated and user.is_active))


def visible_sheets(user: Any) -> QuerySet[Sheet]:
    """The sheets that `user` reads as a whole: their own, and those of an audience they belong to."""
    if is_administrator(user):
        return Sheet.objects.all()
    return Sheet.objects.filter(Q(audience__in=audiences_of(user)) | _kept_by(user))


def kept_sheets(user: Any) -> QuerySet[Sheet]:
    """The sheets that `user` runs: takes files in, asks, walks through, freezes."""
    return Sheet.objects.all() if is_administrator(user) else Sheet.objects.filter(_kept_by(user))


def may_keep(user: Any, sheet: Sheet) -> bool:
    """Whether `user` runs `sheet`."""
    return kept_sheets(user).filter(pk=sheet.pk).exists()


def rows_answered_by(user: Any, *, on: date) -> QuerySet[SheetRow]:
    """The rows for which `user` answers that day, as main or helping post."""
    posts = posts_held_by(user, on=on).values("pk")
    helps = RowHelper.objects.filter(post__in=posts).values("row")
    return SheetRow.objects.filter(Q(main_post__in=posts) | Q(pk__in=helps))


def answered_mainly_by(user: Any, row: SheetRow, *, on: date) -> bool:
    """Whether `user` has the row's main post that day."""
    return row.main_post_id is not None and posts_held_by(user, on=on).filter(pk=row.main_post_id).exists()


def visible_rows(user: Any, *, on: date) -> QuerySet[SheetRow]:
    """The rows of the sheets that `user` reads, and those for which they answer."""
    mine = rows_answered_by(user, on=on).values("pk")
    return SheetRow.objects.filter(Q(sheet__in=visible_sheets(user)) | Q(pk__in=mine))


def may_answer_row(user: Any, row: SheetRow, *, on: date) -> bool:
    """Whether `user` answers for `row`: a post of the row's that day, or the sheet's keeper."""
    return may_keep(user, row.sheet) or rows_answered_by(user, on=on).filter(pk=row.pk).exists()


def own_sheet_files(user: Any) -> QuerySet[SheetFile]:
    """The Excel files that were brought to a sheet that `user` keeps."""
    return SheetFile.objects.filter(sheet__in=kept_sheets(user))


def _kept_by(user: Any) -> Q:
    return Q(kept_by=user.pk) if user.is_authenticated and user.is_active and user.pk else Q(pk__in=[])

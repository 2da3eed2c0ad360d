"""The sheets a reader may read, and how far each is."""

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from raadhus.domains.followup.access.sheets import may_keep, visible_sheets
from raadhus.domains.followup.models import Sheet
from raadhus.domains.followup.rules.sheets.values import ENDED
from raadhus.foundation.accounts.models import Audience, AudienceKind
from raadhus.foundation.accounts.queries import audiences_of


def sheets_for(reader: Any, *, on: date) -> QuerySet[Sheet]:
    """The sheets, newest first, each with `points`, `ended`, `late` and `without_post` counted on that day."""
    late = Q(rows__deadline_last__lt=on, rows__is_missing=False) & ~Q(rows__status__in=ENDED)
    return (
        visible_sheets(reader)
        .select_related("case", "kept_by")
        .annotate(
            points=Count("rows"),
            ended=Count("rows", filter=Q(rows__status__in=ENDED)),
            late=Count("rows", filter=late),
            without_post=Count("rows", filter=Q(rows__main_post=None)),
        )
        .order_by("-made_at", "-pk")
    )


def sheet_for(reader: Any, pk: int) -> Sheet:
    """The sheet, or `ObjectDoesNotExist` where it is not there or not the reader's as a whole."""
    return visible_sheets(reader).select_related("case", "kept_by", "audience").get(pk=pk)


def keeps(reader: Any, sheet: Sheet) -> bool:
    """Whether the reader runs the sheet."""
    return may_keep(reader, sheet)


def totals_of(reader: Any, sheet: Sheet, *, on: date) -> dict[str, int]:
    """How many of the sheet's points there are in all, and how many are ended, late, without a post."""
    return sheets_for(reader, on=on).values("points", "ended", "late", "without_post").get(pk=sheet.pk)


def audiences_to_choose(reader: Any) -> QuerySet[Audience]:
    """Who a sheet of the reader's may be shown to: those they belong to themselves, but not the whole public."""
    return Audience.objects.filter(pk__in=audiences_of(reader)).exclude(kind=AudienceKind.EVERYONE).order_by("name")

"""Rows of a sheet by filter, one row with what was said about it, and the rows that somebody answers for."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from raadhus.domains.followup.access.sheets import rows_answered_by, visible_rows, visible_sheets
from raadhus.domains.followup.models import AskedRow, RowEvent, Sheet, SheetRow
from raadhus.domains.followup.rules.sheets.values import ENDED, text_of
from raadhus.domains.organisation.queries import posts_held_by


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows to show; None or "" means any. `late_on` keeps what was due before that day and has not ended."""

    post: int | None = None
    status: str | None = None
    section: str | None = None
    late_on: date | None = None
    unanswered: bool = False
    without_post: bool = False
    with_item: bool = False
    words: str = ""


def rows_of(reader: Any, sheet: Sheet, wanted: Filter = Filter()) -> list[SheetRow]:
    """The sheet's rows in order; none where the sheet is not the reader's."""
    rows = SheetRow.objects.filter(sheet__in=visible_sheets(reader).filter(pk=sheet.pk))
    for condition in _conditions(wanted):
        rows = rows.filter(condition)
    found = list(rows.select_related("main_post", "answered_by").prefetch_related("helpers__post").distinct())
    return [row for row in found if _says(row, wanted.words)] if wanted.words.strip() else found


def sections_of(reader: Any, sheet: Sheet) -> list[str]:
    """The headings that the sheet's rows stand under, in order."""
    rows = SheetRow.objects.filter(sheet__in=visible_sheets(reader).filter(pk=sheet.pk)).exclude(section="")
    return list(dict.fromkeys(rows.order_by("position").values_list("section", flat=True)))


def _conditions(wanted: Filter) -> list[Q]:
    open_rounds = AskedRow.objects.filter(row=OuterRef("pk"), round__closed_at=None, answered_at=None)
    found = []
    if wanted.post:
        found.append(Q(main_post=wanted.post) | Q(helpers__post=wanted.post))
    if wanted.status is not None:
        found.append(Q(status=wanted.status))
    if wanted.section is not None:
        found.append(Q(section=wanted.section))
    if wanted.late_on:
        found.append(Q(deadline_last__lt=wanted.late_on) & ~Q(status__in=ENDED))
    if wanted.without_post:
        found.append(Q(main_post=None))
    if wanted.with_item:
        found.append(Q(has_item=True))
    if wanted.unanswered:
        found.append(Q(Exists(open_rounds)))
    return found


def _says(row: SheetRow, words: str) -> bool:
    """Whether every word is somewhere in the row; a sheet is short enough to look through."""
    said = " ".join(text_of(cell) for cell in row.cells.values()).casefold()
    return all(word in said for word in words.casefold().split())


def row_for(reader: Any, pk: int, *, on: date) -> SheetRow:
    """The row, or `ObjectDoesNotExist` where it is not there or not the reader's to see."""
    rows = visible_rows(reader, on=on).select_related("sheet__case", "main_post", "answered_by")
    return rows.prefetch_related("helpers__post").get(pk=pk)


def events_of(reader: Any, row: SheetRow, *, on: date) -> QuerySet[RowEvent]:
    """What was said about the row, newest first."""
    rows = visible_rows(reader, on=on).filter(pk=row.pk)
    return RowEvent.objects.filter(row__in=rows).select_related("by", "round")


@dataclass(frozen=True, slots=True)
class MyRow:
    """A row that somebody answers for, whether as its main post, and what an open round waits for, if anything."""

    row: SheetRow
    is_main: bool
    asked: AskedRow | None


def my_rows(reader: Any, *, on: date, with_ended: bool = False) -> list[MyRow]:
    """What the reader answers for through a post that day: first what a round waits for, soonest due first."""
    rows = rows_answered_by(reader, on=on).select_related("sheet", "main_post")
    rows = rows if with_ended else rows.filter(is_missing=False).exclude(status__in=ENDED)
    mine = set(posts_held_by(reader, on=on).values_list("pk", flat=True))
    waiting = AskedRow.objects.filter(row__in=rows, round__closed_at=None, answered_at=None).select_related("round")
    asked = {one.row_id: one for one in waiting}
    ordered = rows.order_by(Coalesce("deadline_last", date.max), F("sheet").desc(), "position")
    found = [MyRow(row, row.main_post_id in mine, asked.get(row.pk)) for row in ordered]
    return sorted(found, key=lambda one: (one.asked is None or not one.is_main, not one.is_main))

"""Rounds of a sheet: who was asked, who has answered, and who has not."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from raadhus.domains.followup.access.sheets import visible_sheets
from raadhus.domains.followup.models import AskedRow, Sheet, SheetRound
from raadhus.domains.organisation.queries import holders_of


@dataclass(frozen=True, slots=True)
class PostStanding:
    """How far one post is in a round: its key and title, who has it now, rows answered of rows asked."""

    post: int
    title: str
    holders: tuple[str, ...]
    answered: int
    asked: int

    @property
    def is_done(self) -> bool:
        return self.answered == self.asked


def rounds_of(reader: Any, sheet: Sheet) -> QuerySet[SheetRound]:
    """The sheet's rounds, newest first, each with `asked_rows` and `answered_rows`."""
    rounds = SheetRound.objects.filter(sheet__in=visible_sheets(reader).filter(pk=sheet.pk))
    answered = Count("asked", filter=Q(asked__answered_at__isnull=False))
    return rounds.select_related("opened_by").annotate(asked_rows=Count("asked"), answered_rows=answered)


def open_round_of(reader: Any, sheet: Sheet) -> SheetRound | None:
    """The round that runs, with the counts of `rounds_of`; None where none does."""
    return rounds_of(reader, sheet).filter(closed_at=None).first()


def standing_of(reader: Any, round_: SheetRound, *, on: date) -> list[PostStanding]:
    """Each post that the round asks, those with most left first. A row that has no post any more is under no post."""
    asked = AskedRow.objects.filter(round=round_, round__sheet__in=visible_sheets(reader))
    counted = (
        asked.exclude(row__main_post=None)
        .values("row__main_post", "row__main_post__title")
        .annotate(asked=Count("pk"), answered=Count("answered_at"))
        .order_by("row__main_post__title")
    )
    rows = list(counted)
    holders = holders_of([one["row__main_post"] for one in rows], on=on)
    found = [_standing(one, holders) for one in rows]
    return sorted(found, key=lambda one: one.answered - one.asked)


def _standing(counted: dict[str, Any], holders: dict[int, list[Any]]) -> PostStanding:
    post = counted["row__main_post"]
    names = tuple(user.get_full_name() or user.get_username() for user in holders.get(post, []))
    return PostStanding(post, counted["row__main_post__title"], names, counted["answered"], counted["asked"])

"""Whom rounds still wait for, in the whole house: for the worker, which mails them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from raadhus.domains.followup.models import AskedRow, SheetRound
from raadhus.domains.followup.rules.sheets.values import ENDED
from raadhus.domains.organisation.queries import holders_of
from raadhus.foundation.accounts.models import User


@dataclass(frozen=True, slots=True)
class Owing:
    """That `user` has not answered `rows` rows of a round that runs, through the posts that they have that day."""

    round: SheetRound
    user: User
    rows: int


@dataclass(frozen=True, slots=True)
class Unheld:
    """Posts, by title, that a round waits for and nobody has."""

    round: SheetRound
    posts: tuple[str, ...]


def owing_in_rounds(*, on: date, user: Any = None) -> list[Owing]:
    """Everybody, or `user` alone, whom a round waits for that day, soonest due first; a row counts for whoever has its
    main post."""
    found: dict[int, Owing] = {}
    for round_, left, holders in _rounds(on):
        counted: Counter[User] = Counter()
        for post, rows in left.items():
            for holder in holders.get(post, []):
                counted[holder] += rows
        for holder, rows in counted.items():
            if user is None or holder.pk == user.pk:
                found[len(found)] = Owing(round_, holder, rows)
    return list(found.values())


def unheld_in_rounds(*, on: date, kept_by: Any) -> list[Unheld]:
    """What rounds of sheets that `kept_by` keeps wait for and nobody has, soonest due first."""
    found = []
    for round_, left, holders in _rounds(on):
        if round_.sheet.kept_by_id == kept_by.pk:
            titles = dict(_waiting(round_).values_list("row__main_post", "row__main_post__title"))
            found.append(Unheld(round_, tuple(sorted(titles[post] for post in left if post not in holders))))
    return [one for one in found if one.posts]


def _rounds(on: date) -> list[tuple[SheetRound, Counter[int], dict[int, list[User]]]]:
    """Each round that runs, with how many rows each post owes it and who has these posts."""
    running = SheetRound.objects.filter(closed_at=None).select_related("sheet__audience", "sheet__kept_by")
    told = []
    for round_ in running.order_by("due_on", "pk"):
        left = Counter(_waiting(round_).values_list("row__main_post", flat=True))
        told.append((round_, left, holders_of(left, on=on)))
    return told


def _waiting(round_: SheetRound) -> QuerySet[AskedRow]:
    asked = AskedRow.objects.filter(round=round_, answered_at=None, row__is_missing=False)
    return asked.exclude(row__main_post=None).exclude(row__status__in=ENDED)

"""A post gives way to others, and everything open that it owes goes along.

What else owes something to a post puts a mover of its own in `MOVERS`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.followup.access import may_settle
from raadhus.domains.followup.changes.sheets.move_rows import move_rows
from raadhus.domains.followup.changes.writing import write
from raadhus.domains.followup.models import UNDER_WAY, Commitment, Status
from raadhus.domains.organisation.changes import replace_post
from raadhus.domains.organisation.models import Post
from raadhus.foundation.audit.record import line_up
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class Plan:
    """A post, those that take over (the first takes what nobody chose for), the day, and what was decided.

    `choices` says by kind of thing ("commitment", "row") and key which title it goes to.
    """

    post: Post
    successors: Sequence[str]
    from_on: date
    words: str
    choices: Mapping[tuple[str, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Move:
    """What a mover needs to move what the old post owes; `to` gives the new post of a thing."""

    old: Post
    to: Callable[[str, int], Post]
    words: str
    from_on: date
    by: Any
    at: datetime


Mover = Callable[[Move], int]


def move_commitments(move: Move) -> int:
    """Move every promise that is not settled for good, suggested ones too; returns how many."""
    owed = Commitment.objects.filter(post=move.old, progress__in=UNDER_WAY).exclude(status=Status.REJECTED)
    rows = list(owed.select_for_update(of=("self",)).order_by("pk"))
    for row in rows:
        new = move.to("commitment", row.pk)
        facts = {"because": move.words, "from_on": move.from_on.isoformat(), "was": move.old.title, "is": new.title}
        write(row, "reorganised_commitment", {"post_id": new.pk}, by=move.by, at=move.at, **facts)
    return len(rows)


def move_rows_of_sheets(move: Move) -> int:
    """Move every row of a sheet that has not ended; returns how many."""
    return move_rows(old=move.old, to=lambda pk: move.to("row", pk), words=move.words, by=move.by, at=move.at)


MOVERS: dict[str, Mover] = {"commitment": move_commitments, "row": move_rows_of_sheets}


@transaction.atomic
def reorganise(*, plan: Plan, by: Any, at: datetime) -> dict[str, int]:
    """Let the plan's post give way and move all that it owes; returns how many of each kind were moved."""
    if not may_settle(by):
        raise PermissionDenied("Only administrators reorganise.")
    line_up()
    new = replace_post(post=plan.post, successors=plan.successors, from_on=plan.from_on, words=plan.words, by=by, at=at)
    by_title = {one.title.casefold(): one for one in new}

    def to(kind: str, pk: int) -> Post:
        title = " ".join(plan.choices.get((kind, pk), new[0].title).split())
        if title.casefold() not in by_title:
            raise Refused(f"„{title}“ er ikke en af dem, der tager over. Vælg en af dem, eller skriv den med.")
        return by_title[title.casefold()]

    move = Move(plan.post, to, plan.words.strip(), plan.from_on, by, at)
    return {kind: mover(move) for kind, mover in MOVERS.items()}

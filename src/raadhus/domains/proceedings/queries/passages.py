"""Which bodies pass cases to which: every passage of a matter from one body to another that a reader may see.

* **sent**: the matter (one title under one case) stood in one body, and next in another. What was passed on here as a
  proposal and has not been to its meeting yet counts from the day it was proposed there; a draft is known only to those
  who may follow it.
* **returned**: as sent, to a body that had the matter before, or where the decision says that it was sent back.
* **promised**: an accepted promise in one body that the matter comes to another.

What the reader may not see is no stop of any way: neither a body nor a case of which they know nothing is counted, and
a matter that went by a body that is not theirs went, as far as they know, straight on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

from django.db.models import Count, F, Q

from raadhus.domains.followup.models import Status
from raadhus.domains.followup.queries import commitments_to_count
from raadhus.domains.meetings.access import visible_bodies, visible_items
from raadhus.domains.meetings.models import Body, Outcome
from raadhus.domains.meetings.rules.put_off import plain_title
from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.models import Proposal, ProposalState
from raadhus.pure.kernel.danish_day import danish_day


@dataclass(frozen=True, slots=True)
class Passage:
    """One matter from `giver` to `taker` (bodies by key) on a day. `items` are the record's items before and after, by
    key, as far as they are there; `commitment` is the promise by key where it is no more than promised."""

    giver: int
    taker: int
    kind: str
    on: date | None
    title: str
    case_number: str
    items: tuple[int, ...] = ()
    commitment: int | None = None


@dataclass(frozen=True, slots=True)
class _Stop:
    body: int
    on: date
    item: int
    outcome: str
    title: str
    case_number: str


def passages_on_record(reader: Any) -> list[Passage]:
    """The passages that documents and promises tell of, which are the same for all who belong to the same audiences.
    Three queries."""
    bodies = _bodies(reader)
    return [*_on_paper(reader, bodies), *_promised(reader, bodies)]


def passages_under_way(reader: Any, *, on: date) -> list[Passage]:
    """The passages of proposals that stand in no record of the taker's yet, as far as the reader may follow them that
    day: not the same for any two readers. Three queries."""
    return list(_passed_on(reader, _bodies(reader), on))


def _bodies(reader: Any) -> dict[int, Body]:
    return {row.pk: row for row in visible_bodies(reader)}


def _on_paper(reader: Any, bodies: dict[int, Body]) -> Iterable[Passage]:
    for stops in _ways(reader, bodies):
        been: set[int] = set()
        for before, after in pairwise(stops):
            been.add(before.body)
            if before.body != after.body:
                came_back = after.body in been or before.outcome == Outcome.RETURNED
                kind = "returned" if came_back else "sent"
                facts = (after.on, after.title, after.case_number, (before.item, after.item))
                yield Passage(before.body, after.body, kind, *facts)


def _ways(reader: Any, bodies: dict[int, Body]) -> Iterable[list[_Stop]]:
    """The stops of every matter whose case has been before more than one body, oldest first."""
    mine = visible_items(reader).filter(
        version=F("meeting__current_version"), meeting__body__in=bodies, meeting__starts_on__isnull=False
    )
    wandering = mine.filter(case__isnull=False).order_by().values("case")
    wandering = wandering.annotate(n=Count("meeting__body", distinct=True)).filter(n__gt=1).values("case")
    rows = mine.filter(case__in=wandering).values_list(
        "meeting__body", "meeting__starts_on", "pk", "decision__outcome", "title", "case__number"
    )
    found: dict[tuple[str, str], list[_Stop]] = {}
    plain = cache(plain_title)  # many a title stands on every agenda
    for row in rows.order_by("meeting__starts_on", "pk"):
        stop = _Stop(*row)
        found.setdefault((stop.case_number, plain(stop.title)), []).append(stop)
    return found.values()


def _passed_on(reader: Any, bodies: dict[int, Body], on: date) -> Iterable[Passage]:
    mine = Proposal.objects.filter(
        Q(pk__in=access.visible_proposals(reader, on=on)) | Q(pk__in=access.sent_proposals(reader))
    ).order_by()
    rows = mine.filter(item=None, came_from__in=mine.values("pk"), body__in=bodies, came_from__body__in=bodies)
    rows = rows.exclude(body=F("came_from__body")).exclude(state=ProposalState.WITHDRAWN)
    rows = list(rows.select_related("came_from__came_from"))
    origins = dict(mine.filter(pk__in=[row.came_from.came_from_id for row in rows]).values_list("pk", "body"))
    for row in rows:
        giver = row.came_from
        kind = "returned" if origins.get(giver.came_from_id) == row.body_id else "sent"
        items = (giver.item_id,) if giver.item_id else ()
        day = danish_day(row.proposed_at)
        yield Passage(giver.body_id, row.body_id, kind, day, row.title, row.case_number, items)


def _promised(reader: Any, bodies: dict[int, Body]) -> Iterable[Passage]:
    """Divided promises count once, as the whole."""
    called = {name.casefold(): pk for pk, row in bodies.items() for name in (row.name, row.abbreviation) if name}
    rows = commitments_to_count(reader, kind="return", status=Status.ACCEPTED).filter(
        came_from=None, source_kind="item", made_in__in=bodies
    )
    told = ("made_in", "body", "made_on", "quote", "case__number", "source_id", "pk")
    for giver, words, on, quote, number, item, pk in rows.exclude(body="").order_by().values_list(*told):
        taker = called.get(words.casefold())
        if taker is not None and taker != giver:
            yield Passage(giver, taker, "promised", on, quote, number or "", (item,), pk)

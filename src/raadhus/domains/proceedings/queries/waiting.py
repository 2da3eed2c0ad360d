"""What comes back to a body by itself: points that it put off, and promises to return to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from raadhus.domains.followup.models import UNDER_WAY, Commitment, Status
from raadhus.domains.followup.queries import commitments_for
from raadhus.domains.meetings.access import visible_bodies, visible_items
from raadhus.domains.meetings.models import Body, Item, Meeting, Outcome
from raadhus.domains.proceedings.models import Point, Proposal, Sitting, SittingState
from raadhus.domains.proceedings.rules.danish_days import short_day
from raadhus.domains.proceedings.rules.deferral import Deferral, Placing, is_within, place, read_deferral
from raadhus.domains.proceedings.rules.next_agenda import Waiting


@dataclass(frozen=True, slots=True)
class Returning:
    """Something that waits, and what it is: `proposal` with its deferred `points`, or `commitment` with its `item`."""

    waiting: Waiting
    proposal: Proposal | None = None
    points: tuple[Point, ...] = ()
    commitment: Commitment | None = None
    item: Item | None = None


def returning_to(reader: Any, sitting: Sitting) -> list[Returning]:
    """All that waits to come back to the sitting's body, as far as `reader` may know of it, due or not.

    A promise comes back once a person has accepted it, and until it is done or given up. One made in an item whose
    points were put off to the same time is that deferral and is not told twice.
    """
    deferred = _deferred(sitting)
    promised = _promised(reader, sitting, deferred)
    return [*deferred, *promised]


def _deferred(sitting: Sitting) -> list[Returning]:
    points = Point.objects.filter(
        outcome=Outcome.DEFERRED, proposal__body=sitting.meeting.body_id, proposal__meeting__isnull=False
    )
    points = points.exclude(proposal__meeting=sitting.pk).select_related("proposal__meeting", "proposal__body")
    by_proposal: dict[int, list[Point]] = {}
    for point in points.order_by("proposal", "number"):
        by_proposal.setdefault(point.proposal_id, []).append(point)
    return [_of_points(rows) for rows in by_proposal.values()]


def _of_points(points: list[Point]) -> Returning:
    """The points of one item that were put off come back as one, when the first of them is due."""
    row = points[0].proposal
    window = min((_window(point) for point in points), key=lambda one: one.first or date.max)
    waiting = Waiting(f"deferred:{row.pk}", "deferred", row.title, window, row.meeting.starts_on)
    return Returning(waiting, proposal=row, points=tuple(points))


def _window(point: Point) -> Deferral:
    words = point.due_words or point.words
    if point.due_first is not None:
        return Deferral(words, point.due_first, point.due_last)
    return read_deferral(words, on=point.proposal.meeting.starts_on)


def _promised(reader: Any, sitting: Sitting, deferred: list[Returning]) -> list[Returning]:
    body = sitting.meeting.body
    rows = promised_to(reader, body)
    items = {row.pk: row for row in visible_items(reader).filter(pk__in=[row.source_id for row in rows])}
    met = _days_on_paper(body, sitting)
    same = {(one.proposal.item_id, *_ends(one.waiting.window)) for one in deferred if one.proposal}
    found = []
    for row in rows:
        item, window = items.get(row.source_id), _promised_window(row)
        if item is None or row.made_on is None or window.first is None:
            continue
        had_its_meeting = any(row.made_on < day and is_within(window, day) for day in met)
        if not had_its_meeting and (item.pk, *_ends(window)) not in same:
            waiting = Waiting(f"commitment:{row.pk}", "returning", item.title, window, row.made_on)
            found.append(Returning(waiting, commitment=row, item=item))
    return found


def _ends(window: Deferral) -> tuple[date | None, date | None]:
    return (window.first, window.last)


def promised_to(reader: Any, body: Body) -> list[Commitment]:
    """The accepted promises to bring something back to the body that are not over yet, soonest due first."""
    called = Q()
    for name in filter(None, (body.name, body.abbreviation)):
        called |= Q(body__iexact=name) | Q(body=name)
    rows = commitments_for(reader, kind="return", status=Status.ACCEPTED).filter(called, source_kind="item")
    return list(rows.filter(progress__in=UNDER_WAY))


def placing_of(reader: Any, commitment: Commitment, *, on: date) -> Placing | None:
    """On which meeting the promised matter comes back, or the sentence that there is none; None for what does not come
    back, and for a body that the reader does not know."""
    body = next((one for one in visible_bodies(reader) if _is_called(one, commitment.body)), None)
    if body is None or commitment.kind != "return":
        return None
    window = _promised_window(commitment)
    since = max(filter(None, (on, commitment.made_on)))
    planned = Sitting.objects.filter(meeting__body=body, meeting__starts_on__gte=since)
    planned = planned.exclude(state=SittingState.CANCELLED)
    days = [day for day in planned.values_list("meeting__starts_on", flat=True) if day != commitment.made_on]
    return place(window, body=body.name, meetings=days)


def _is_called(body: Body, name: str) -> bool:
    return name.casefold() in {one.casefold() for one in (body.name, body.abbreviation) if one}


def _promised_window(row: Commitment) -> Deferral:
    if row.due_first is not None:
        return Deferral(row.quote, row.due_first, row.due_last)
    return read_deferral(row.quote, on=row.made_on) if row.made_on else Deferral(row.quote)


def _days_on_paper(body: Body, sitting: Sitting) -> list[date]:
    """The days on which the body met before this meeting, where only paper tells of it: what was to come back then was
    dealt with there or was not, and is for a person to see."""
    held = Meeting.objects.filter(body=body, sitting=None, starts_on__lt=sitting.meeting.starts_on)
    return [day for day in held.values_list("starts_on", flat=True) if day is not None]


def why_on_agenda(reader: Any, proposal: Proposal) -> str:
    """Why an item stands on an agenda by itself, as a Danish sentence; empty where somebody put it on, and where what
    brought it is not the reader's."""
    origin, _, key = proposal.brought_by.partition(":")
    if origin == "standing":
        return "Fast punkt."
    if origin == "deferred" and proposal.came_from and proposal.came_from.meeting:
        points = Point.objects.filter(proposal=proposal.came_from, outcome=Outcome.DEFERRED).order_by("number")
        words = next((one.due_words or one.words for one in points), "")
        return _said("Udsat", proposal.came_from.meeting.starts_on, words)
    if origin == "commitment":
        row = commitments_for(reader, kind="return").filter(pk=int(key)).first()
        return _said("Lovet", row.made_on, row.quote) if row else ""
    return ""


def _said(what: str, on: date | None, words: str) -> str:
    told = f"{what} {short_day(on)}" if on else what
    return f"{told}: „{words}“." if words else f"{told}."


def taken_keys(keys: Iterable[str]) -> set[str]:
    """Those of `keys` that have put something on an agenda before."""
    return set(Proposal.objects.filter(brought_by__in=list(keys)).values_list("brought_by", flat=True))

"""A case as lines through time: each matter from meeting to meeting, and each promise from the day it was made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from raadhus.domains.followup.models import Commitment, Place
from raadhus.domains.followup.queries import steps_of
from raadhus.domains.meetings.models import Item
from raadhus.domains.meetings.queries.chains import PUT_OFF, outcome_of, told_of
from raadhus.domains.meetings.queries.items import items_by_id
from raadhus.domains.meetings.rules.put_off import plain_title


@dataclass(frozen=True, slots=True)
class Event:
    """What happened on a day (None where no document says which): a meeting (`kind` "met", or "told" where only
    another item's words tell of it) with its outcome, or a step of a promise (see `followup.queries.Step`; further
    "prolonged_at", "reported_at" and "closed_at" for an item that spoke of it)."""

    day: date | None
    kind: str
    item: Item | None = None
    outcome: str = ""
    words: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One matter in one body, or one promise (`commitment`), with its events, oldest first."""

    title: str
    body: str
    events: tuple[Event, ...]
    commitment: Commitment | None = None

    @property
    def is_chain(self) -> bool:
        """Whether the matter was put off from a meeting, or withdrawn from one."""
        return any(event.kind == "told" or event.outcome in PUT_OFF for event in self.events)

    @property
    def is_open(self) -> bool:
        """Whether it was put off last, and has not been before its body since."""
        return self.commitment is None and bool(self.events) and self.events[-1].outcome in PUT_OFF


def timeline_of(reader: Any, items: Sequence[Item]) -> list[Line]:
    """The lines of whole `items` that `reader` may see (see `items_of_case`), the oldest first, each matter followed by
    its promises. Some six queries, however many items."""
    promises = [row for item in items for row in item.commitments]
    told = _told_of_promises(reader, promises)
    lines: list[Line] = []
    for rows in sorted(_matters(items), key=_first_day):
        lines.append(Line(rows[-1].title, _body(rows[-1]), _events_of(rows)))
        lines += [_promise(row, told.get(row.pk, ()), item) for item in rows for row in item.commitments]
    return lines


def _matters(items: Iterable[Item]) -> list[list[Item]]:
    """The items with the same title in the same body, oldest first."""
    found: dict[tuple[Any, str], list[Item]] = {}
    for item in sorted(items, key=lambda one: (one.meeting.starts_on or date.max, one.pk)):
        found.setdefault((item.meeting.body_id, plain_title(item.title)), []).append(item)
    return list(found.values())


def _first_day(rows: list[Item]) -> tuple[date, int]:
    return min(event.day or date.max for event in _events_of(rows)), rows[0].pk


def _events_of(rows: list[Item]) -> tuple[Event, ...]:
    met = [Event(row.meeting.starts_on, "met", row, outcome_of(row), _decided(row)) for row in rows]
    known = {event.day for event in met}
    told = {stop.day: Event(stop.day, "told") for row in rows for stop in told_of(row) if stop.day not in known}
    return tuple(sorted([*told.values(), *met], key=_by_day))


def _by_day(event: Event) -> date:
    return event.day or date.max


def _decided(row: Item) -> str:
    decision = getattr(row, "decision", None)
    return decision.text if decision else ""


def _body(row: Item) -> str:
    return row.meeting.body.name if row.meeting.body else ""


def _promise(row: Commitment, events: tuple[Event, ...], item: Item) -> Line:
    return Line(row.task or row.quote, _body(item), events, row)


def _told_of_promises(reader: Any, promises: list[Commitment]) -> dict[int, tuple[Event, ...]]:
    steps = steps_of(reader, promises)
    events = {pk: [Event(one.day, one.kind, None, "", one.words, one.until) for one in some]
              for pk, some in steps.items()}  # fmt: skip
    places = list(Place.objects.filter(commitment__in=list(events), source_kind="item"))
    items = items_by_id(reader, [place.source_id for place in places])
    for place in places:
        item = items.get(place.source_id)
        if item is not None:
            events[place.commitment_id].append(Event(item.meeting.starts_on, f"{place.role}_at", item))
    return {pk: tuple(sorted(some, key=_by_day)) for pk, some in events.items()}

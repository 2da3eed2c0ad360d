"""A matter put off from meeting to meeting, as one line: "6. januar → 20. januar (udgik) → …"."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from raadhus.domains.meetings.access import visible_items
from raadhus.domains.meetings.models import Body, Item, Outcome
from raadhus.domains.meetings.queries.items import current, with_meeting
from raadhus.domains.meetings.rules.put_off import plain_title, was_put_off_from

PUT_OFF = (Outcome.DEFERRED, Outcome.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Stop:
    """A meeting at which the matter was to be dealt with: the day, the item where it is known, and its outcome, empty
    where only another item's words tell of it."""

    day: date
    item: Item | None
    outcome: str


def chain_of(reader: Any, item: Item) -> tuple[Stop, ...]:
    """Every stop of the matter in its body, oldest first, as far as the reader may see; () where it was never put off.

    The same matter is the same title under the same case; what an item's words say of a meeting before has no item.
    """
    rows = [row for row in _beside(reader, item) if plain_title(row.title) == plain_title(item.title)]
    stops = [Stop(row.meeting.starts_on, row, outcome_of(row)) for row in rows]
    known = {stop.day for stop in stops}
    told = [one for row in rows for one in told_of(row) if one.day not in known]
    chain = tuple(sorted({one.day: one for one in [*told, *stops]}.values(), key=lambda one: one.day))
    return chain if told or any(stop.outcome in PUT_OFF for stop in stops) else ()


def open_chains(reader: Any, body: Body) -> list[tuple[Stop, ...]]:
    """The matters of the body that were last put off or withdrawn and have not been before it since, oldest first."""
    put_off = Q(decision__outcome__in=PUT_OFF) | Q(decision__points__outcome=Outcome.DEFERRED)
    rows = _known(current(visible_items(reader))).filter(put_off, meeting__body=body).distinct()
    found: dict[tuple[int, ...], tuple[Stop, ...]] = {}
    for row in rows.order_by("meeting__starts_on", "pk"):
        chain = chain_of(reader, row)
        if chain and chain[-1].outcome in PUT_OFF:
            found[tuple(stop.item.pk for stop in chain if stop.item)] = chain
    return sorted(found.values(), key=lambda chain: chain[0].day)


def _beside(reader: Any, item: Item) -> list[Item]:
    rows = _known(current(visible_items(reader))).filter(meeting__body=item.meeting.body_id, case=item.case_id)
    return list(rows.order_by("meeting__starts_on", "pk"))


def _known(items: QuerySet[Item]) -> QuerySet[Item]:
    rows = with_meeting(items).filter(meeting__starts_on__isnull=False)
    return rows.select_related("decision").prefetch_related("references", "sections", "decision__points")


def outcome_of(row: Item) -> str:
    """The outcome of a whole item; put off where any of its points was, empty where nothing is known."""
    decision = getattr(row, "decision", None)
    if decision is None:
        return ""
    points = {point.outcome for point in decision.points.all()}
    return Outcome.DEFERRED.value if Outcome.DEFERRED in points else decision.outcome


def told_of(row: Item) -> list[Stop]:
    """The meetings before, from which a whole item says that it was put off."""
    text = "\n".join(section.text for section in row.sections.all())
    return [
        Stop(one.first, None, "")
        for one in row.references.all()
        if one.direction == "past" and one.first and one.first == one.last and was_put_off_from(text, one.quote)
    ]

"""Items by reader, with all that hangs on them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from raadhus.domains.followup.queries import commitments_by_source
from raadhus.domains.meetings.access import visible_items
from raadhus.domains.meetings.models import Item, Meeting


def whole_items(reader: Any, items: QuerySet[Item]) -> list[Item]:
    """`items` as a list with every part fetched and `commitments` set (the rejected left out); eight queries at most.

    Parts are in the order of the document: sections, recommendation.points, decision.points, attachments, references.
    """
    rows = list(
        items.select_related("case", "case__subject", "recommendation__post", "decision").prefetch_related(*PARTS)
    )
    told = commitments_by_source(reader, "item", [row.pk for row in rows])
    for row in rows:
        row.commitments = told.get(row.pk, [])
    return rows


PARTS = (
    "sections",
    "recommendation__points",
    "decision__points",
    "attachments",
    "references",
    "references__body",
)


def items_of(reader: Any, meeting: Meeting) -> list[Item]:
    """The meeting's current items that the reader may see, whole, in order; those of older versions are left out."""
    items = visible_items(reader).filter(meeting=meeting, version=meeting.current_version_id)
    return whole_items(reader, items.order_by("position"))


def item_for(reader: Any, pk: int) -> Item:
    """The item, whole, with its meeting and body, or `ObjectDoesNotExist`.

    An item that the newest document left out keeps its address: `item.version_id != item.meeting.current_version_id`.
    """
    rows = with_meeting(visible_items(reader).filter(pk=pk)).select_related("version__file")
    items = whole_items(reader, rows.defer("version__content"))
    if not items:
        raise Item.DoesNotExist
    return items[0]


@dataclass(frozen=True, slots=True)
class NamedItem:
    """What is said of an item elsewhere: its title, the body's name (empty where none is known), the meeting's day."""

    pk: int
    title: str
    body: str
    day: date | None


def items_by_id(reader: Any, ids: Iterable[int]) -> dict[int, Item]:
    """Those of the items that the reader may see, with case, meeting and body but without their parts; one query."""
    rows = with_meeting(visible_items(reader).filter(pk__in=list(ids))).select_related("case", "decision")
    return {row.pk: row for row in rows}


def items_named(reader: Any, ids: Iterable[int]) -> dict[int, NamedItem]:
    """Those of the items that the reader may see, to be named; one query."""
    rows = visible_items(reader).filter(pk__in=list(ids))
    named = rows.values_list("pk", "title", "meeting__body__name", "meeting__starts_on")
    return {pk: NamedItem(pk, title, body or "", day) for pk, title, body, day in named}


def with_meeting(items: QuerySet[Item]) -> QuerySet[Item]:
    """`items` with meeting and body fetched along."""
    return items.select_related("meeting", "meeting__body")


def current(items: QuerySet[Item]) -> QuerySet[Item]:
    """Those of `items` that stand in their meeting's current version."""
    return items.filter(version=F("meeting__current_version"))


def previous_and_next(reader: Any, item: Item) -> tuple[Item | None, Item | None]:
    """The neighbours of `item` in its own document that the reader may see."""
    beside = visible_items(reader).filter(version=item.version_id)
    return (
        beside.filter(position__lt=item.position).order_by("-position").first(),
        beside.filter(position__gt=item.position).order_by("position").first(),
    )

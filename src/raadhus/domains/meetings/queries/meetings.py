"""Bodies and meetings by reader, and the figures of the front page."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Max, Min, OuterRef, QuerySet, Subquery

from raadhus.domains.followup.models import Status
from raadhus.domains.followup.queries import commitments_to_count
from raadhus.domains.meetings.access import (
    visible_bodies,
    visible_items,
    visible_meetings,
    visible_unread_lines,
)
from raadhus.domains.meetings.models import Body, Meeting


def bodies_for(reader: Any) -> QuerySet[Body]:
    """The reader's bodies by name, each with `meeting_count` and `last_on` (None where no meeting has a date)."""
    mine = visible_meetings(reader).filter(body=OuterRef("pk")).order_by().values("body")
    return (
        visible_bodies(reader)
        .annotate(meeting_count=Subquery(mine.annotate(n=Count("pk")).values("n")))
        .annotate(last_on=Subquery(mine.annotate(day=Max("starts_on")).values("day")))
        .order_by("name")
    )


def body_names_for(reader: Any) -> list[tuple[int, str]]:
    """The key and name of each of the reader's bodies, by name."""
    return list(visible_bodies(reader).order_by("name").values_list("pk", "name"))


def body_for(reader: Any, pk: int) -> Body:
    """The body, or `ObjectDoesNotExist` where it is not there or not the reader's."""
    return bodies_for(reader).get(pk=pk)


def meetings_for(reader: Any, *, body: Body | None = None, year: int | None = None) -> QuerySet[Meeting]:
    """The reader's meetings, newest first, those without a date first of all; `item_count` counts the items they see.

    Body and current version are fetched along; the version's whole content is not.
    """
    meetings = visible_meetings(reader)
    if body is not None:
        meetings = meetings.filter(body=body)
    if year is not None:
        meetings = meetings.filter(starts_on__year=year)
    seen = visible_items(reader).filter(meeting=OuterRef("pk"), version=OuterRef("current_version")).order_by()
    return (
        meetings.select_related("body", "current_version__file")
        .defer("current_version__content")
        .annotate(item_count=Subquery(seen.values("meeting").annotate(n=Count("pk")).values("n")))
        .order_by(F("starts_on").desc(nulls_first=True), F("starts_at").desc(nulls_last=True), "-pk")
    )


def meeting_for(reader: Any, pk: int) -> Meeting:
    """The meeting with body, current version and attendance, or `ObjectDoesNotExist`."""
    return meetings_for(reader).prefetch_related("attendance").get(pk=pk)


def years_for(reader: Any, *, body: Body | None = None) -> list[int]:
    """The years in which the reader sees meetings, newest first."""
    days = meetings_for(reader, body=body).filter(starts_on__isnull=False).order_by()
    return [day.year for day in days.dates("starts_on", "year", order="DESC")]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the reader has before them, in figures, and their newest meetings."""

    bodies: int
    meetings: int
    items: int
    cases: int
    suggested: int  # commitments that nobody has looked at
    accepted: int
    unread_lines: int  # lines that no rule understood and nobody has settled
    first_on: date | None
    last_on: date | None
    newest: list[Meeting]


def front_page(reader: Any) -> FrontPage:
    """The figures of all that the reader sees; a constant number of queries."""
    span = visible_meetings(reader).aggregate(first=Min("starts_on"), last=Max("starts_on"), number=Count("pk"))
    current = visible_items(reader).filter(version=F("meeting__current_version"))
    items = current.aggregate(number=Count("pk"), cases=Count("case", distinct=True))
    unsettled = visible_unread_lines(reader).filter(settled_as="", version=F("version__meeting__current_version"))
    return FrontPage(
        bodies=visible_bodies(reader).count(),
        meetings=span["number"],
        items=items["number"],
        cases=items["cases"],
        suggested=commitments_to_count(reader, status=Status.SUGGESTED).count(),
        accepted=commitments_to_count(reader, status=Status.ACCEPTED).count(),
        unread_lines=unsettled.count(),
        first_on=span["first"],
        last_on=span["last"],
        newest=list(meetings_for(reader).filter(starts_on__isnull=False)[:5]),
    )

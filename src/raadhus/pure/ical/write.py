"""Events → the bytes of a calendar feed. Times are what a Danish clock shows on the day.

On the night of 25 October a time between two and three comes twice, and means the first; on the night of 29 March it
never comes, and means the hour that stands in its place (RFC 5545, 3.3.5).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vDDDTypes

ZONE = "Europe/Copenhagen"
_PRODUCT = "-//Raadhus//Raadhus//DA"
_COPENHAGEN = ZoneInfo(ZONE)
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One meeting. `uid` is its own for ever; `sequence` grows with each change; `changed_at` is aware.

    `starts` and `ends` are naive Danish times, or `starts` a day where no time is known. `ends` is None where nobody
    said it, and an end that is not after the start is left out too.
    """

    uid: str
    sequence: int
    changed_at: datetime
    starts: date | datetime
    ends: datetime | None
    title: str
    place: str = ""
    address: str = ""
    is_cancelled: bool = False


def calendar_of(name: str, events: Iterable[CalendarEvent]) -> bytes:
    """The feed called `name`: the same bytes for the same events in the same order."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", _PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add_component(_danish_time())
    for event in events:
        calendar.add_component(_component(event))
    return bytes(calendar.to_ical())


def _danish_time() -> Timezone:
    """Danish time since 1996: summer time from the last Sunday of March to that of October, at 01.00 UTC.

    Directive 2000/84/EC and, for 1996 to 2001, its forerunners; written out as a rule, which holds for every year.
    """
    zone = Timezone()
    zone.add("tzid", ZONE)
    for part, name, before, after, onset, month in (
        (TimezoneStandard(), "CET", _SUMMER, _WINTER, datetime(1996, 10, 27, 3), 10),
        (TimezoneDaylight(), "CEST", _WINTER, _SUMMER, datetime(1996, 3, 31, 2), 3),
    ):
        part.add("dtstart", onset)
        part.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1SU"})
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("tzname", name)
        zone.add_component(part)
    return zone


def _component(event: CalendarEvent) -> Event:
    component = Event()
    component.add("uid", event.uid)
    component.add("sequence", event.sequence)
    component.add("dtstamp", event.changed_at)
    component.add("last-modified", event.changed_at)
    component.add("summary", event.title)
    component.add("dtstart", _moment(event.starts))
    if isinstance(event.starts, datetime) and event.ends is not None and _is_later(event.ends, event.starts):
        component.add("dtend", _moment(event.ends))
    component.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    if event.place:
        component.add("location", event.place)
    if event.address:
        component.add("url", event.address)
    return component


def _moment(at: date | datetime) -> vDDDTypes:
    return vDDDTypes(at.replace(tzinfo=_COPENHAGEN) if isinstance(at, datetime) else at)


def _is_later(ends: datetime, starts: datetime) -> bool:
    """By the moments they mean: 2.30 on 29 March is 3.30, so that a meeting cannot end at 3.15 then."""
    return ends.replace(tzinfo=_COPENHAGEN).timestamp() > starts.replace(tzinfo=_COPENHAGEN).timestamp()

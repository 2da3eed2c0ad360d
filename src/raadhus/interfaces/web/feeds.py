"""Meetings → a calendar feed: when and where, and nothing of what is on the agenda.

A feed lies in clouds and on telephones, so no item's title goes into it, open or closed; it has the meeting's address.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from raadhus.foundation.audit.queries import Changed, how_changed, name_of_house
from raadhus.pure.ical.write import CalendarEvent, calendar_of


def feed_of(name: str, meetings: Sequence[Any], sittings: Mapping[int, Any]) -> bytes:
    """The feed called `name` of these meetings, those without a day left out; `sittings` by meeting."""
    dated = [meeting for meeting in meetings if meeting.starts_on]
    changed, house = how_changed(["meeting", "sitting"], [meeting.pk for meeting in dated]), name_of_house()
    return calendar_of(
        name, [_event(meeting, sittings.get(meeting.pk), changed[meeting.pk], house) for meeting in dated]
    )


def _event(meeting: Any, sitting: Any, changed: Changed, house: str) -> CalendarEvent:
    """Every act upon a meeting counts in its sequence: it may only grow, and a step too many does no harm."""
    is_cancelled = sitting is not None and sitting.state == "cancelled"
    title = meeting.body.name if meeting.body else "Møde"
    where = (" ".join(meeting.place.split()), sitting.link if sitting else "")
    return CalendarEvent(
        uid=f"moede-{meeting.pk}@{house}.raadhus",
        sequence=changed.times - 1,
        changed_at=changed.last_at,
        starts=_moment(meeting.starts_on, meeting.starts_at),
        ends=datetime.combine(meeting.ends_on or meeting.starts_on, meeting.ends_at) if meeting.ends_at else None,
        title=f"Aflyst: {title}" if is_cancelled else title,  # many programs show no status
        place=", ".join(part for part in where if part),
        address=f"{settings.SITE_URL}{reverse('meeting', args=[meeting.pk])}",
        is_cancelled=is_cancelled,
    )


def _moment(day: date, at: Any) -> date | datetime:
    return datetime.combine(day, at) if at else day

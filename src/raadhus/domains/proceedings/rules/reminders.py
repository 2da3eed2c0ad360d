"""When somebody is reminded, and of what. The kinds are data, so that a digest may gather them."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from raadhus.domains.proceedings.rules.meeting_time import DENMARK
from raadhus.domains.proceedings.rules.profile import Profile
from raadhus.domains.proceedings.rules.sources import HOUSE, LOCAL
from raadhus.pure.kernel.holidays import is_weekday, weekdays_before

# What is told at once to all who are called to the meeting, by the act in the audit log that is the reason.
CALLS: Mapping[str, str] = MappingProxyType(
    {
        "sent_agenda": "agenda_sent",
        "sent_supplement": "supplement_sent",
        "sent_minutes": "minutes_sent",
        "moved_sitting": "moved",
        "cancelled_sitting": "cancelled",
        "revived_sitting": "revived",
    }
)
UNTOLD_BEFORE_SENDING = frozenset({"moved", "cancelled", "revived"})  # unless the meeting is near
NEAR = timedelta(days=14)

WAITS = (2, 5, 10)  # whole weekdays after which somebody who was asked is reminded
AHEAD = 2  # weekdays before a deadline
FIRST_HOUR, LAST_HOUR = time(7), time(17)


def is_time_to_remind(moment: datetime) -> bool:
    """Whether deadlines and waiting are spoken of then: on weekdays from 7 to 17 in Denmark."""
    there = moment.astimezone(DENMARK)
    return is_weekday(there.date()) and FIRST_HOUR <= there.time() < LAST_HOUR


def reminders_due(asked_on: date, today: date) -> int:
    """How many times somebody asked on that day is to have been reminded by `today`; 0 before the second weekday."""
    waited = weekdays_after(asked_on, today)
    return sum(waited >= days for days in WAITS)


def weekdays_after(first: date, last: date) -> int:
    """How many weekdays there are after `first` up to and with `last`."""
    days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    return sum(map(is_weekday, days))


def standing_of(due_on: date, today: date) -> str:
    """Where a deadline stands: "near" from two weekdays before, "today", "over" for ten weekdays, else ""."""
    if today == due_on:
        return "today"
    if today > due_on:
        return "over" if weekdays_after(due_on, today) <= max(WAITS) else ""
    return "near" if today >= weekdays_before(due_on, AHEAD, saturday_counts=False) else ""


def is_told(kind: str, *, was_sent: bool, meets_on: date, today: date) -> bool:
    """Whether members hear of it: of a meeting that is past only its minutes, of one that is only planned when near."""
    if meets_on < today or kind == "minutes_sent":
        return kind == "minutes_sent"
    return was_sent or kind not in UNTOLD_BEFORE_SENDING or meets_on - today <= NEAR


def may_be_stopped(kind: str, profile: Profile) -> bool:
    """Whether the receiver may stop mails of this kind: not the calling of a body that must be called by law."""
    if kind not in CALLS.values():
        return True
    notice = profile.rules.get("notice.days")
    return notice is None or notice.source in (LOCAL, HOUSE)

"""What a calendar program reads out of a feed: the parser is icalendar's, the sums are by hand."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from raadhus.pure.ical.write import CalendarEvent, calendar_of

CHANGED = datetime(2026, 1, 5, 8, tzinfo=UTC)


def event(starts: date | datetime, ends: datetime | None = None, **facts) -> CalendarEvent:
    known = {"uid": "7@hus", "sequence": 3, "changed_at": CHANGED, "title": "Økonomiudvalget"}
    return CalendarEvent(**(known | facts), starts=starts, ends=ends)


def read(*events: CalendarEvent):
    calendar = Calendar.from_ical(calendar_of("Rådhus: møder", events))
    return calendar, calendar.walk("VEVENT")


def utc(value) -> datetime:
    return value.dt.astimezone(UTC)


@pytest.mark.parametrize(
    ("starts", "in_utc"),
    [
        (datetime(2026, 1, 20, 9, 0), datetime(2026, 1, 20, 8, 0, tzinfo=UTC)),  # winter, one hour before Greenwich
        (datetime(2026, 6, 9, 9, 0), datetime(2026, 6, 9, 7, 0, tzinfo=UTC)),  # summer, two
        (datetime(2026, 3, 29, 1, 59), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (datetime(2026, 3, 29, 3, 0), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (datetime(2026, 3, 29, 2, 30), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # never on a clock: 3.30 in its place
        (datetime(2026, 10, 25, 2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # twice on a clock: the first
        (datetime(2026, 10, 25, 3, 0), datetime(2026, 10, 25, 2, 0, tzinfo=UTC)),
    ],
)
def test_a_danish_time_is_the_right_moment_also_on_the_nights_when_clocks_change(starts, in_utc):
    _, [meeting] = read(event(starts))
    assert utc(meeting["dtstart"]) == in_utc


@pytest.mark.parametrize(
    ("starts", "ends", "hours"),
    [
        (datetime(2026, 3, 28, 23), datetime(2026, 3, 29, 4), 4),
        (datetime(2026, 10, 24, 23), datetime(2026, 10, 25, 4), 6),
        (datetime(2026, 5, 5, 9), datetime(2026, 5, 5, 11, 30), 2.5),
    ],
)
def test_a_meeting_over_the_night_of_the_change_has_its_true_length(starts, ends, hours):
    _, [meeting] = read(event(starts, ends))
    assert utc(meeting["dtend"]) - utc(meeting["dtstart"]) == timedelta(hours=hours)


@pytest.mark.parametrize("year", [1996, 2002, 2022, 2026, 2037, 2060])
def test_the_zone_that_goes_along_says_what_the_tables_of_zones_say(year):
    """Read as a program without tables of its own would: by the rules in the file."""
    calendar, _ = read(event(datetime(year, 6, 1, 9)))
    [zone] = calendar.walk("VTIMEZONE")
    by_file = zone.to_tz(lookup_tzid=False)
    by_table = ZoneInfo("Europe/Copenhagen")
    for month, day in ((1, 15), (4, 15), (7, 1), (10, 15), (11, 15)):
        at = datetime(year, month, day, 12)
        assert at.replace(tzinfo=by_file).utcoffset() == at.replace(tzinfo=by_table).utcoffset(), at


def test_the_zone_changes_at_two_and_at_three_on_the_last_sundays():
    text = calendar_of("x", []).decode()
    assert "BEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\n" in text
    assert "BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n" in text


def test_who_a_meeting_is_and_which_version_of_it():
    _, [meeting] = read(
        event(datetime(2026, 5, 5, 9), place="Mødelokale 1; 2. sal, øst", address="https://hus/moeder/7/")
    )
    assert (meeting["uid"], meeting["sequence"], meeting["status"]) == ("7@hus", 3, "CONFIRMED")
    assert (meeting["summary"], meeting["location"]) == ("Økonomiudvalget", "Mødelokale 1; 2. sal, øst")
    assert meeting["url"] == "https://hus/moeder/7/"
    assert meeting["dtstamp"].dt == meeting["last-modified"].dt == CHANGED


def test_a_cancelled_meeting_stays_and_says_so():
    _, [meeting] = read(event(datetime(2026, 5, 5, 9), is_cancelled=True))
    assert meeting["status"] == "CANCELLED"


def test_a_meeting_without_a_time_is_a_day():
    _, [meeting] = read(event(date(2026, 5, 5)))
    assert meeting["dtstart"].dt == date(2026, 5, 5)
    assert "dtend" not in meeting


@pytest.mark.parametrize("ends", [None, datetime(2026, 5, 5, 9), datetime(2026, 5, 5, 8)])
def test_no_end_is_made_up(ends):
    _, [meeting] = read(event(datetime(2026, 5, 5, 9), ends))
    assert "dtend" not in meeting
    assert "duration" not in meeting


def test_the_same_meetings_are_the_same_bytes_in_short_lines():
    events = [event(datetime(2026, 5, 5, 9), title="Børne- og " * 20)]
    written = calendar_of("Rådhus: møder", events)
    assert written == calendar_of("Rådhus: møder", events)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))


def test_words_cannot_break_out_of_their_line():
    _, [meeting] = read(event(datetime(2026, 5, 5, 9), title="A\r\nATTENDEE:mailto:x@y", place="B\nURL:http://x"))
    assert meeting["summary"].replace("\r", "") == "A\nATTENDEE:mailto:x@y"
    assert "attendee" not in meeting
    assert "url" not in meeting

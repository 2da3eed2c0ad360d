"""When one is reminded: weekdays counted by hand around Easter 2022 (14, 15 and 18 April are holidays)."""

from datetime import UTC, date, datetime

import pytest

from raadhus.domains.proceedings.rules.profiles import profile_named
from raadhus.domains.proceedings.rules.reminders import (
    is_time_to_remind,
    is_told,
    may_be_stopped,
    reminders_due,
    standing_of,
    weekdays_after,
)


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2022, 1, 10), date(2022, 1, 10), 0),
        (date(2022, 1, 10), date(2022, 1, 12), 2),
        (date(2022, 1, 14), date(2022, 1, 17), 1),  # Friday to Monday
        (date(2022, 4, 13), date(2022, 4, 19), 1),  # Wednesday before Easter to the Tuesday after
        (date(2022, 1, 12), date(2022, 1, 10), 0),
    ],
)
def test_weekdays_that_have_passed(first, last, days):
    assert weekdays_after(first, last) == days


@pytest.mark.parametrize(
    ("today", "times"),
    [
        (date(2022, 1, 11), 0),
        (date(2022, 1, 12), 1),
        (date(2022, 1, 16), 1),
        (date(2022, 1, 17), 2),
        (date(2022, 1, 23), 2),
        (date(2022, 1, 24), 3),
        (date(2022, 6, 1), 3),
    ],
)
def test_who_was_asked_on_monday_hears_of_it_after_two_five_and_ten_weekdays(today, times):
    assert reminders_due(date(2022, 1, 10), today) == times


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        (date(2022, 4, 8), ""),
        (date(2022, 4, 12), "near"),  # Tuesday: Wednesday and the Tuesday of the deadline are left
        (date(2022, 4, 18), "near"),
        (date(2022, 4, 19), "today"),
        (date(2022, 4, 20), "over"),
        (date(2022, 5, 3), "over"),  # the tenth weekday: three in April's third week, five, two
        (date(2022, 5, 4), ""),
    ],
)
def test_where_a_deadline_of_the_tuesday_after_easter_stands(today, standing):
    assert standing_of(date(2022, 4, 19), today) == standing


@pytest.mark.parametrize(
    ("moment", "is_time"),
    [
        (datetime(2022, 1, 10, 5, 59, tzinfo=UTC), False),
        (datetime(2022, 1, 10, 6, 0, tzinfo=UTC), True),  # 7.00 in Denmark in winter
        (datetime(2022, 6, 9, 5, 0, tzinfo=UTC), True),  # and in summer
        (datetime(2022, 1, 10, 16, 0, tzinfo=UTC), False),
        (datetime(2022, 1, 9, 10, 0, tzinfo=UTC), False),  # a Sunday
        (datetime(2022, 4, 18, 10, 0, tzinfo=UTC), False),  # Easter Monday
    ],
)
def test_deadlines_are_spoken_of_in_working_hours(moment, is_time):
    assert is_time_to_remind(moment) is is_time


def test_of_a_meeting_that_is_past_only_its_minutes_are_told_and_of_planned_ones_those_that_are_near():
    today = date(2022, 1, 10)
    assert is_told("agenda_sent", was_sent=True, meets_on=date(2022, 1, 10), today=today)
    assert not is_told("agenda_sent", was_sent=True, meets_on=date(2022, 1, 9), today=today)
    assert is_told("minutes_sent", was_sent=True, meets_on=date(2022, 1, 9), today=today)
    assert is_told("cancelled", was_sent=False, meets_on=date(2022, 1, 24), today=today)
    assert not is_told("cancelled", was_sent=False, meets_on=date(2022, 1, 25), today=today)
    assert is_told("cancelled", was_sent=True, meets_on=date(2022, 9, 1), today=today)


@pytest.mark.parametrize(
    ("kind", "profile", "may"),
    [
        ("agenda_sent", "administrative_forum", True),
        ("agenda_sent", "council", False),  # § 8 kommunestyrelsesloven
        ("step_waiting", "council", True),
    ],
)
def test_the_calling_of_a_body_that_is_called_by_law_is_not_to_be_stopped(kind, profile, may):
    assert may_be_stopped(kind, profile_named(profile)) is may

"""Meetings on the nights when the clock is set: 29 March 2026 (2 becomes 3) and 25 October 2026 (3 becomes 2)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from raadhus.domains.proceedings.rules.meeting_time import danish_day, length, length_in_words, moment, moment_near
from raadhus.pure.kernel.errors import Refused

SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)


def test_a_meeting_over_the_spring_night_is_an_hour_shorter_than_the_clock_says() -> None:
    start, end = moment(date(2026, 3, 28), time(22)), moment(SPRING, time(4))
    assert length(start, end) == timedelta(hours=5)
    assert length_in_words(start, end) == "5 timer"


def test_a_meeting_over_the_autumn_night_is_an_hour_longer() -> None:
    start, end = moment(date(2026, 10, 24), time(22)), moment(AUTUMN, time(4))
    assert length(start, end) == timedelta(hours=7)


def test_a_time_that_the_clock_skips_is_refused() -> None:
    with pytest.raises(Refused, match=r"Kl\. 02\.30 findes ikke den 29-03-2026.*Skriv fx kl\. 03\.30"):
        moment(SPRING, time(2, 30))


def test_a_time_that_comes_twice_is_asked_about() -> None:
    with pytest.raises(Refused, match=r"Kl\. 02\.30 er der to gange"):
        moment(AUTUMN, time(2, 30))


def test_the_two_times_of_the_autumn_night_are_an_hour_apart() -> None:
    first = moment(AUTUMN, time(2, 30), is_summer_time=True)
    second = moment(AUTUMN, time(2, 30), is_summer_time=False)
    assert first.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert length(first, second) == timedelta(hours=1)


def test_left_at_half_past_midnight_is_the_day_after_the_meeting_began() -> None:
    starts = moment(date(2026, 3, 24), time(17))
    assert danish_day(moment_near(starts, time(0, 30))) == date(2026, 3, 25)


def test_arrived_five_minutes_before_is_the_same_day() -> None:
    starts = moment(date(2026, 3, 24), time(9))
    assert length(moment_near(starts, time(8, 55)), starts) == timedelta(minutes=5)


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 minutter"), (1, "1 minut"), (61, "1 time og 1 minut"), (125, "2 timer og 5 minutter")]
)
def test_a_length_is_said_in_words(minutes: int, words: str) -> None:
    start = moment(date(2026, 5, 1), time(9))
    assert length_in_words(start, start + timedelta(minutes=minutes)) == words


def test_a_meeting_cannot_end_before_it_began() -> None:
    start = moment(date(2026, 5, 1), time(9))
    with pytest.raises(Refused, match="kan ikke slutte, før det begyndte"):
        length_in_words(start, start - timedelta(minutes=1))

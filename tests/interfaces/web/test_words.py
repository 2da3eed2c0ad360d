"""Dates as people say them."""

from datetime import date, time

import pytest

from raadhus.interfaces.web.templatetags.danish_dates import clock, day, distance, due, whole_day, window

TODAY = date(2022, 1, 20)


def test_a_day_is_said_as_people_say_it():
    assert day(TODAY) == "tors. 20. jan. 2022"
    assert whole_day(TODAY) == "torsdag 20. januar 2022"
    assert day(None) == "uden dato"


@pytest.mark.parametrize(("at", "said"), [(time(9), "kl. 9"), (time(9, 5), "kl. 9.05"), (None, "")])
def test_a_time_is_said_without_needless_zeros(at, said):
    assert clock(at) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2022, 2, 3), date(2022, 2, 3), "3. feb. 2022"),
        (date(2022, 6, 27), date(2022, 8, 14), "27. juni – 14. aug. 2022"),
        (date(2021, 12, 27), date(2022, 1, 2), "27. dec. 2021 – 2. jan. 2022"),
        (None, None, "uden dato"),
    ],
)
def test_a_window_has_its_year_once_where_that_is_enough(first, last, said):
    assert window(first, last) == said


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (date(2022, 1, 20), "i dag"),
        (date(2022, 1, 21), "om 1 dag"),
        (date(2022, 2, 3), "om 14 dage"),
        (date(2022, 1, 8), "12 dage over"),
        (date(2022, 1, 19), "1 dag over"),
        (date(2018, 1, 20), "4 år over"),
        (date(2030, 1, 20), "om 8 år"),
    ],
)
def test_a_distance_is_said_in_days_and_then_in_years(on, said):
    assert distance(on, TODAY) == said


def test_what_is_due_before_a_day_is_said_as_that_day_at_the_latest():
    friday = date(2022, 1, 21)
    assert due(TODAY, friday, TODAY) == "senest 21. jan. 2022"
    assert due(friday, friday, TODAY) == "21. jan. 2022"
    assert due(TODAY, TODAY, TODAY) == "20. jan. 2022"
    assert due(None, None, TODAY) == "uden dato"

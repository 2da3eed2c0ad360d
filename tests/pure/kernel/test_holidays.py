from datetime import date

import pytest

from raadhus.pure.kernel.holidays import easter_sunday, is_weekday, public_holidays, weekdays_before


@pytest.mark.parametrize(
    "easter", [date(1818, 3, 22), date(2019, 4, 21), date(2022, 4, 17), date(2024, 3, 31), date(2038, 4, 25)]
)
def test_easter_falls_on_the_known_sundays(easter):
    assert easter_sunday(easter.year) == easter


def test_easter_is_always_a_sunday_between_22_march_and_25_april():
    for year in range(1900, 2200):
        day = easter_sunday(year)
        assert day.weekday() == 6
        assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_store_bededag_was_a_holiday_until_2023():
    assert public_holidays(2023)[date(2023, 5, 5)] == "Store bededag"
    assert "Store bededag" not in public_holidays(2024).values()


def test_the_public_holidays_of_2022():
    days = [f"{day:%d-%m}" for day in public_holidays(2022)]
    assert days == ["01-01", "14-04", "15-04", "17-04", "18-04", "13-05", "26-05", "05-06", "06-06", "25-12", "26-12"]


def test_the_customary_days_off_are_a_setting():
    eve = date(2024, 12, 24)
    assert is_weekday(eve)
    assert not is_weekday(eve, customary_off=True)
    assert not is_weekday(date(2024, 6, 5), customary_off=True)


def test_four_weekdays_before_a_thursday_is_the_friday_before():
    assert weekdays_before(date(2022, 1, 20), 4, saturday_counts=False) == date(2022, 1, 14)


def test_saturday_counts_where_the_rules_say_so():
    assert weekdays_before(date(2022, 1, 20), 4, saturday_counts=True) == date(2022, 1, 15)


def test_easter_is_stepped_over():
    # Wednesday 20 April 2022: Tuesday 19; Monday 18, Sunday 17, Friday 15 and Thursday 14 are holidays; Wednesday 13.
    assert weekdays_before(date(2022, 4, 20), 2, saturday_counts=False) == date(2022, 4, 13)
    assert weekdays_before(date(2022, 4, 20), 0, saturday_counts=False) == date(2022, 4, 20)

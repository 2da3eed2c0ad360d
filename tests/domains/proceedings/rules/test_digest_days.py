"""On which days a digest goes out, and how long silence has lasted; every day was looked up in a calendar."""

from dataclasses import replace
from datetime import date

import pytest

from raadhus.domains.proceedings.rules.digest_days import is_quiet, round_near_on, silent_before, told_since
from raadhus.domains.proceedings.rules.profiles import PROFILES, with_settings
from raadhus.domains.proceedings.rules.reminding import Quiet
from raadhus.domains.proceedings.rules.reminding_settings import quiet_in_words, read_quiet
from raadhus.pure.kernel.errors import Refused

FORUM = PROFILES["administrative_forum"]  # Mondays
DAILY = with_settings(FORUM, {"reminding": {"digest_on": "daily"}})


def on(year: int, month: int, day: int) -> date:
    return date(year, month, day)


def since(day: date, profile=FORUM, looked: date | None = None) -> date | None:
    return told_since(profile, day, looked=looked or date.fromordinal(day.toordinal() - 1))


def test_a_weekly_digest_goes_out_on_its_weekday_with_the_news_of_a_week() -> None:
    assert since(on(2022, 2, 7)) == on(2022, 1, 31)
    assert [since(on(2022, 2, day)) for day in (8, 9, 10, 11, 12, 13)] == [None] * 6


def test_easter_monday_is_quiet_and_its_digest_goes_out_on_tuesday() -> None:
    assert since(on(2022, 4, 18)) is None  # Easter Monday 2022
    assert since(on(2022, 4, 19)) == on(2022, 4, 11)
    assert since(on(2022, 4, 20)) is None
    assert since(on(2022, 4, 25)) == on(2022, 4, 19)


def test_whit_monday_then_grundlovsdag_which_a_forum_keeps_and_a_council_does_not() -> None:
    assert since(on(2022, 6, 6)) is None  # Whit Monday
    assert since(on(2023, 6, 5)) is None  # Monday 5 June, Grundlovsdag
    assert since(on(2023, 6, 6)) == on(2023, 5, 30)  # 29 May 2023 was Whit Monday
    assert since(on(2023, 6, 5), PROFILES["council"]) == on(2023, 5, 30)


def test_the_turn_of_the_year_is_quiet_from_christmas_eve_to_new_years_day() -> None:
    assert since(on(2022, 12, 26)) is None
    assert since(on(2022, 12, 27)) is None
    assert since(on(2023, 1, 2)) == on(2022, 12, 19)
    assert is_quiet(FORUM, on(2024, 12, 31))
    assert not is_quiet(FORUM, on(2024, 12, 23))
    assert since(on(2025, 1, 2)) == on(2024, 12, 23)  # Monday 30 December was quiet; 1 January a Wednesday


def test_after_a_quiet_july_one_digest_makes_up_for_four() -> None:
    assert [day for day in range(1, 32) if since(on(2022, 7, day))] == []
    assert since(on(2022, 8, 1)) == on(2022, 6, 27)
    assert since(on(2023, 8, 1)) == on(2023, 6, 26)  # a Tuesday; Monday 31 July was quiet
    assert since(on(2023, 8, 2)) is None


def test_a_daily_digest_goes_out_on_every_day_that_is_not_quiet() -> None:
    assert since(on(2022, 2, 9), DAILY) == on(2022, 2, 8)
    assert since(on(2022, 2, 12), DAILY) is None
    assert since(on(2022, 2, 14), DAILY) == on(2022, 2, 11)


def test_what_nobody_looked_at_is_caught_up() -> None:
    assert since(on(2022, 2, 9)) is None
    assert since(on(2022, 2, 9), looked=on(2022, 2, 4)) == on(2022, 1, 31)  # the worker was off since Friday
    assert since(on(2022, 2, 9), looked=on(2022, 2, 7)) is None


@pytest.mark.parametrize("looked", [on(2021, 1, 1), on(2022, 2, 1)])
def test_a_house_that_slept_for_a_year_wakes_with_one_digest(looked: date) -> None:
    assert since(on(2022, 2, 9), looked=looked) is not None


def test_five_days_after_a_friday_are_over_on_the_next_friday() -> None:
    # 7, 8, 9, 10 and 11 February are five: what was due on Friday the 4th is before the 7th
    assert silent_before(FORUM, on(2022, 2, 11), 5) == on(2022, 2, 7)
    assert silent_before(FORUM, on(2022, 2, 10), 5) == on(2022, 2, 4)


def test_easter_does_not_count_as_silence() -> None:
    # due Tuesday 12 April 2022; Wednesday 13, then Maundy Thursday to Easter Monday are off: 19, 20, 21, 22 make five
    assert silent_before(FORUM, on(2022, 4, 22), 5) == on(2022, 4, 13)
    assert silent_before(FORUM, on(2022, 4, 21), 5) == on(2022, 4, 12)


def test_nor_does_a_quiet_july() -> None:
    # due Thursday 30 June 2022; the first five days after it are 1 to 5 August
    assert silent_before(FORUM, on(2022, 8, 4), 5) == on(2022, 6, 30)
    assert silent_before(FORUM, on(2022, 8, 5), 5) == on(2022, 8, 1)


def test_a_round_is_called_to_mind_on_the_last_day_but_one() -> None:
    assert round_near_on(FORUM, on(2022, 2, 4)) == on(2022, 2, 3)
    assert round_near_on(FORUM, on(2022, 2, 6)) == on(2022, 2, 3)  # due on Sunday: Friday is the last day
    assert round_near_on(FORUM, on(2022, 4, 19)) == on(2022, 4, 13)  # over Easter


def test_quiet_periods_are_typed_as_people_write_them() -> None:
    assert read_quiet("1/7-31/7, 24/12-1/1") == ["07-01/07-31", "12-24/01-01"]
    assert read_quiet("10.7. – 7.8.\n") == ["07-10/08-07"]
    assert read_quiet("") == []
    assert quiet_in_words(FORUM.reminding.quiet) == "1/7-31/7, 24/12-1/1"


@pytest.mark.parametrize("typed", ["juli", "31/2-1/3", "1/7", "1/1-31/12", "1/13-2/13"])
def test_what_is_no_quiet_period_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        read_quiet(typed)


def test_a_body_sets_its_own_way_and_keeps_the_rest() -> None:
    own = with_settings(FORUM, {"reminding": {"digest_on": "friday", "quiet": ["10-17/10-21"], "keeper_after": 3}})
    assert own.reminding == replace(
        FORUM.reminding, digest_on="friday", quiet=(Quiet((10, 17), (10, 21)),), keeper_after=3
    )
    assert since(on(2022, 10, 24), own) == on(2022, 10, 14)
    assert since(on(2022, 7, 8), own) == on(2022, 7, 1)


@pytest.mark.parametrize(
    "settings",
    [
        {"digest_on": "sunday"},
        {"days_ahead": 0},
        {"keeper_after": 31},
        {"head_after": "to"},
        {"head_after": True},
        {"may_stop": "ja"},
        {"head_post": 7},
        {"quiet": ["summer"]},
        {"quiet": [7]},
        {"quiet": ["02-30/03-01"]},
        {"colour": "red"},
    ],
)
def test_a_setting_that_cannot_be_is_refused(settings: dict) -> None:
    with pytest.raises(Refused):
        with_settings(FORUM, {"reminding": settings})


def test_reminders_to_politicians_cannot_be_stopped_and_others_can() -> None:
    kept = {key for key, one in PROFILES.items() if not one.reminding.may_stop}
    assert kept == {"council", "standing_committee", "section17_4", "board"}

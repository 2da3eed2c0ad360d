"""Notice: counted by hand over Easter and Christmas, late items, moved meetings."""

from datetime import UTC, date, datetime

import pytest

from raadhus.domains.proceedings.rules.notice import SentItem, check_moved, check_notice, is_late, last_day_to_send
from raadhus.domains.proceedings.rules.profiles import PROFILES, with_settings

COUNCIL = PROFILES["council"]
FORUM = PROFILES["administrative_forum"]
COMMITTEE = PROFILES["standing_committee"]
SATURDAY = with_settings(COUNCIL, {"saturday_counts": True})


def noon(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 11, tzinfo=UTC)


# Easter 2023: 6 April is Skærtorsdag, 7 Langfredag, 9 Påskedag, 10 2. påskedag. Tuesday 11 April is the second Tuesday.
# Back from it: Wed 5 (1), Tue 4 (2), Mon 3 (3), Fri 31 March (4). With Saturdays: Sat 8 (1), Wed 5, Tue 4, Mon 3 (4).
def test_four_weekdays_before_a_council_after_easter() -> None:
    assert last_day_to_send(COUNCIL, date(2023, 4, 11)) == date(2023, 3, 31)


def test_the_saturday_before_easter_counts_where_the_council_has_set_so() -> None:
    assert last_day_to_send(SATURDAY, date(2023, 4, 11)) == date(2023, 4, 3)


# Wed 8 April 2026: Tue 7 (1); 6 to 2 are Easter and its Saturday; Wed 1 (2), Tue 31 March (3), Mon 30 (4).
def test_four_weekdays_over_easter_2026() -> None:
    assert last_day_to_send(COUNCIL, date(2026, 4, 8)) == date(2026, 3, 30)


# Store bededag was Friday 5 May 2023 and is a weekday from 2024 (26 April).
@pytest.mark.parametrize(
    ("meets_on", "last"),
    [(date(2023, 5, 9), date(2023, 5, 2)), (date(2024, 4, 30), date(2024, 4, 24))],
)
def test_store_bededag_is_a_holiday_until_2023(meets_on: date, last: date) -> None:
    assert last_day_to_send(COUNCIL, meets_on) == last


# Thu 20 January 2022, two weekdays before: Wed 19, Tue 18.
def test_a_forum_sends_two_weekdays_before() -> None:
    assert last_day_to_send(FORUM, date(2022, 1, 20)) == date(2022, 1, 18)


# Tue 28 December 2021: Mon 27 (1); 26 and 25 holidays; Fri 24 is an eve, off in a forum, a weekday for the council.
def test_the_eves_are_days_off_where_the_profile_says() -> None:
    assert last_day_to_send(FORUM, date(2021, 12, 28)) == date(2021, 12, 23)
    assert last_day_to_send(COUNCIL, date(2021, 12, 28)) == date(2021, 12, 22)


def test_the_day_of_sending_is_the_danish_day() -> None:
    # 21.59 UTC on 30 March 2026 is 23.59 in Denmark (summer time since 29 March); a minute later it is the 31st.
    assert not is_late(COUNCIL, date(2026, 4, 8), datetime(2026, 3, 30, 21, 59, tzinfo=UTC))
    assert is_late(COUNCIL, date(2026, 4, 8), datetime(2026, 3, 30, 22, 0, tzinfo=UTC))


def test_an_agenda_in_time_needs_no_reason() -> None:
    assert check_notice(COUNCIL, date(2023, 4, 11), [SentItem("1", "Budget", noon(2023, 3, 31))]) == ()


def test_a_late_item_without_a_reason_is_refused_in_a_council() -> None:
    items = [SentItem("1", "Budget", noon(2023, 3, 31)), SentItem("2", "Skoler", noon(2023, 4, 3))]
    days, reason = check_notice(COUNCIL, date(2023, 4, 11), items)
    assert (days.rule, days.severity, days.source) == ("notice.days", "warning", "§ 8, stk. 4, kommunestyrelsesloven")
    assert days.sentence.startswith("Punkt 2 sendes efter fristen, som var fredag den 31. marts 2023.")
    assert (reason.rule, reason.severity) == ("notice.late_reason", "refusal")
    assert reason.source == "§ 8, stk. 5, kommunestyrelsesloven"
    assert "Skriv, hvorfor sagen ikke kan vente" in reason.sentence


def test_a_late_item_with_its_reason_is_only_told_of() -> None:
    late = SentItem("2", "Skoler", noon(2023, 4, 3), "Ansøgningsfristen udløber den 14. april.")
    breaches = check_notice(COUNCIL, date(2023, 4, 11), [late])
    assert [one.rule for one in breaches] == ["notice.days"]
    assert breaches[0].sentence.startswith("Dagsordenen sendes efter fristen")


def test_a_reason_of_blanks_is_no_reason() -> None:
    breaches = check_notice(COUNCIL, date(2023, 4, 11), [SentItem("2", "Skoler", noon(2023, 4, 3), "  ")])
    assert [one.rule for one in breaches] == ["notice.days", "notice.late_reason"]


@pytest.mark.parametrize(("profile", "source"), [(FORUM, "husregel"), (COMMITTEE, "forretningsorden")])
def test_outside_a_council_lateness_only_warns(profile: object, source: str) -> None:
    breaches = check_notice(profile, date(2022, 1, 20), [SentItem("1", "Ark", noon(2022, 1, 19))])  # type: ignore[arg-type]
    assert {(one.severity, one.source) for one in breaches} == {("warning", source)}


def test_a_meeting_moved_before_the_agenda_is_sent_tells_nobody() -> None:
    assert check_moved(COUNCIL, was_on=date(2023, 4, 11), meets_on=date(2023, 4, 12), sent_at=None) == ()


def test_a_meeting_moved_after_the_agenda_was_sent_must_be_told() -> None:
    (breach,) = check_moved(COUNCIL, was_on=date(2023, 4, 11), meets_on=date(2023, 4, 18), sent_at=noon(2023, 3, 31))
    assert "fra tirsdag den 11. april 2023 til tirsdag den 18. april 2023" in breach.sentence
    assert "Fristen" not in breach.sentence


def test_a_meeting_moved_to_an_earlier_day_may_be_too_near() -> None:
    # Wed 5 April 2023: Tue 4, Mon 3, Fri 31, Thu 30 March.
    (breach,) = check_moved(COUNCIL, was_on=date(2023, 4, 11), meets_on=date(2023, 4, 5), sent_at=noon(2023, 3, 31))
    assert breach.sentence.endswith("Fristen for den nye dag var torsdag den 30. marts 2023: vælg en senere dag.")

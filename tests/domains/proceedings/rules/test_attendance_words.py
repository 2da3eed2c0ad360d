"""What the head of the minutes says of attendance, from facts entered once."""

from datetime import date, datetime, time

from raadhus.domains.proceedings.rules.attendance import Attendance, OutOfItem, Roll, call_roll
from raadhus.domains.proceedings.rules.attendance_words import attendance_in_words
from raadhus.domains.proceedings.rules.meeting_time import moment


def at(hour: int, minute: int = 0) -> datetime:
    return moment(date(2022, 1, 20), time(hour, minute))


def rolls(people: list[Attendance], out: dict[int, list[OutOfItem]], items: int = 6) -> list[tuple[str, Roll]]:
    """Items of ten minutes each from nine o'clock."""
    return [
        (str(one), call_roll(people, out.get(one, []), begins=at(9, 10 * (one - 1)), ends=at(9, 10 * one % 60 or 59)))
        for one in range(1, items)
    ]


def test_who_left_at_twenty_to_ten_missed_the_last_item() -> None:
    people = [Attendance(1, "Hanne Berg", left=at(9, 40))]
    assert attendance_in_words(people, rolls(people, {})) == (
        "Hanne Berg gik kl. 09.40.",
        "Hanne Berg deltog ikke i punkt 5.",
    )


def test_who_left_in_the_middle_was_there_for_part() -> None:
    people = [Attendance(1, "Hanne Berg", left=at(9, 35))]
    assert attendance_in_words(people, rolls(people, {}))[1:] == (
        "Hanne Berg deltog ikke i punkt 5.",
        "Hanne Berg deltog i en del af punkt 4.",
    )


def test_the_disqualified_are_told_apart_and_items_in_a_row_are_a_range() -> None:
    people = [Attendance(1, "Ole Wind")]
    out = {one: [OutOfItem(1)] for one in (1, 2, 3, 5)} | {4: [OutOfItem(1, is_disqualified=True)]}
    assert attendance_in_words(people, rolls(people, out)) == (
        "Ole Wind deltog ikke i punkt 1-3 og 5.",
        "Ole Wind deltog ikke i punkt 4 på grund af inhabilitet.",
    )


def test_the_absent_are_told_once_and_their_deputy_named() -> None:
    people = [
        Attendance(1, "Ole Wind", is_present=False),
        Attendance(2, "Inger Lund", is_member=False, deputy_for=1),
        Attendance(3, "Tom Kjær", is_present=None),
    ]
    assert attendance_in_words(people, rolls(people, {})) == (
        "Fraværende: Ole Wind.",
        "Inger Lund mødte som stedfortræder for Ole Wind.",
    )

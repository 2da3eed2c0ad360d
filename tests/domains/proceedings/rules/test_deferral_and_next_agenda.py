"""Deferred "til efter sommerferien" on 9 June 2022, and the agenda that it stands on by itself."""

from datetime import date

import pytest

from raadhus.domains.proceedings.rules.deferral import Deferral, is_within, place, read_deferral
from raadhus.domains.proceedings.rules.next_agenda import Proposed, Waiting, propose
from raadhus.domains.proceedings.rules.profiles import PROFILES

JUNE = date(2022, 6, 9)
JANUARY = date(2022, 1, 20)
FORUM = PROFILES["administrative_forum"]


@pytest.mark.parametrize(
    ("words", "on", "first", "last"),
    [
        ("efter sommerferien", JUNE, date(2022, 8, 1), date(2022, 9, 30)),
        ("til efter sommerferien", JUNE, date(2022, 8, 1), date(2022, 9, 30)),
        ("mødet den 3. februar", JANUARY, date(2022, 2, 3), date(2022, 2, 3)),
        ("3/2", JANUARY, date(2022, 2, 3), date(2022, 2, 3)),
        ("uge 7", JANUARY, date(2022, 2, 14), date(2022, 2, 20)),
        ("det næste møde i august", JUNE, date(2022, 8, 1), date(2022, 8, 31)),
        ("næste møde", JUNE, date(2022, 6, 10), None),
    ],
)
def test_a_deferral_is_a_window(words: str, on: date, first: date, last: date | None) -> None:
    read = read_deferral(words, on=on)
    assert (read.first, read.last, read.question) == (first, last, "")


@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("", "Hvornår skal punktet på igen?"),
        ("snarest", "„snarest“ siger ikke hvornår."),
        ("når tiden er moden", "„når tiden er moden“ siger ikke hvornår."),
        ("20. januar 2022", "ligger før eller på mødets egen dag"),
        ("mandag den 4. februar 2022", "er en fredag, men der står mandag. Skriv datoen igen."),
    ],
)
def test_what_says_no_time_is_asked_about(words: str, question: str) -> None:
    read = read_deferral(words, on=JANUARY)
    assert (read.first, read.last) == (None, None)
    assert question in read.question


def test_a_deferred_point_comes_on_the_first_meeting_after_the_summer() -> None:
    meetings = [date(2022, 9, 1), date(2022, 6, 23), date(2022, 8, 18), date(2022, 8, 4)]
    placing = place(read_deferral("efter sommerferien", on=JUNE), body="Chefforum", meetings=meetings)
    assert placing.meets_on == date(2022, 8, 4)
    assert placing.sentence == "Punktet kommer på mødet i Chefforum 4. august 2022."


def test_where_no_meeting_lies_in_the_window_it_is_said() -> None:
    placing = place(read_deferral("efter sommerferien", on=JUNE), body="Chefforum", meetings=[date(2022, 6, 23)])
    assert placing.meets_on is None
    assert placing.sentence == (
        "Der er intet møde i Chefforum mellem 1. august 2022 og 30. september 2022. "
        "Planlæg et, eller udsæt punktet til en anden tid."
    )


def test_no_meeting_at_all_after_this_one() -> None:
    placing = place(read_deferral("næste møde", on=JUNE), body="Chefforum", meetings=[JUNE])
    assert placing.sentence.startswith("Der er intet møde i Chefforum efter 9. juni 2022.")


def test_a_question_is_placed_nowhere() -> None:
    placing = place(read_deferral("snarest", on=JUNE), body="Chefforum", meetings=[date(2022, 6, 23)])
    assert placing.meets_on is None
    assert placing.sentence.startswith("„snarest“")


def test_both_ends_of_a_window_are_in_it() -> None:
    window = Deferral("", date(2022, 8, 1), date(2022, 9, 30))
    assert [is_within(window, date(2022, m, d)) for m, d in ((7, 31), (8, 1), (9, 30), (10, 1))] == [
        False,
        True,
        True,
        False,
    ]


def waiting(key: str, words: str, decided_on: date, origin: str = "deferred") -> Waiting:
    return Waiting(key, origin, key.capitalize(), read_deferral(words, on=decided_on), decided_on)  # type: ignore[arg-type]


def titles(items: tuple[Proposed, ...]) -> list[str]:
    return [item.title for item in items]


def test_the_first_agenda_after_the_summer_has_the_deferred_point_between_the_standing_items() -> None:
    back = waiting("fast procedure", "efter sommerferien", JUNE)
    agenda = propose(meets_on=date(2022, 8, 4), standing=FORUM.standing, waiting=[back])
    assert titles(agenda) == ["Godkendelse af dagsorden og referat fra seneste møde", "Fast procedure", "Eventuelt"]
    assert agenda[1].why == "Udsat 9. juni 2022: „efter sommerferien“."


def test_before_its_window_it_waits() -> None:
    back = waiting("fast procedure", "efter sommerferien", JUNE)
    assert "Fast procedure" not in titles(propose(meets_on=date(2022, 6, 23), standing=(), waiting=[back]))


def test_a_window_that_passed_without_a_meeting_is_due_at_once() -> None:
    back = waiting("fast procedure", "efter sommerferien", JUNE)
    (item,) = propose(meets_on=date(2022, 10, 13), standing=(), waiting=[back])
    assert item.why.endswith("Fristen var 30. september 2022.")


def test_the_oldest_comes_first_and_what_has_a_place_is_left_out() -> None:
    facts = [
        waiting("arket", "mødet den 3. februar", JANUARY, "returning"),
        waiting("økonomien", "næste møde", date(2022, 1, 6)),
        waiting("taget", "næste møde", date(2022, 1, 6)),
    ]
    agenda = propose(meets_on=date(2022, 2, 3), standing=(), waiting=facts, taken={"taget"})
    assert titles(agenda) == ["Økonomien", "Arket"]
    assert agenda[1].why.startswith("Lovet 20. januar 2022")


def test_a_meeting_does_not_get_back_what_it_put_off_itself() -> None:
    assert propose(meets_on=JUNE, standing=(), waiting=[waiting("sag", "næste møde", JUNE)]) == ()

"""Attendance of one item, quorum and votes: the council of Albertslund with its 21 members, and hand-counted cases."""

from datetime import datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.domains.proceedings.rules.attendance import Attendance, OutOfItem, Roll, call_roll, check_attendance
from raadhus.domains.proceedings.rules.meeting_time import moment
from raadhus.domains.proceedings.rules.profiles import PROFILES, with_settings
from raadhus.domains.proceedings.rules.quorum import check_quorum, needed
from raadhus.domains.proceedings.rules.votes import Majority, Votes, check_votes, result_of

COUNCIL, FORUM, BOARD = PROFILES["council"], PROFILES["administrative_forum"], PROFILES["board"]
SEATS = 21


def at(hour: int, minute: int = 0) -> datetime:
    return moment(datetime(2026, 3, 10).date(), time(hour, minute))


def members(number: int = SEATS) -> list[Attendance]:
    return [Attendance(key, f"Medlem {key}") for key in range(1, number + 1)]


def roll_of(number: int = SEATS, out: tuple[OutOfItem, ...] = ()) -> Roll:
    return call_roll(members(number), out)


# --- one item's roll -------------------------------------------------------------------------------------------------


def test_who_left_at_twenty_to_ten_is_out_of_the_item_that_began_then() -> None:
    left = Attendance(1, "Hanne Berg", left=at(9, 40))
    assert call_roll([left], begins=at(9, 20), ends=at(9, 40)).parts[1] == "whole"
    assert call_roll([left], begins=at(9, 30), ends=at(9, 50)).parts[1] == "partly"
    assert call_roll([left], begins=at(9, 40), ends=at(9, 50)).parts[1] == "absent"


def test_who_left_during_an_item_took_part_and_does_not_decide() -> None:
    roll = call_roll([Attendance(1, "Hanne Berg", left=at(9, 40))], begins=at(9, 30), ends=at(9, 50))
    assert roll.took_part(1)
    assert roll.deciding == frozenset()


def test_who_arrived_during_an_item_decides() -> None:
    roll = call_roll([Attendance(1, "Hanne Berg", arrived=at(9, 40))], begins=at(9, 30), ends=at(9, 50))
    assert roll.parts[1] == "partly"
    assert roll.deciding == {1}


def test_times_without_the_item_s_times_leave_it_unknown_and_ask() -> None:
    left = [Attendance(1, "Hanne Berg", left=at(9, 40))]
    roll = call_roll(left)
    (breach,) = check_attendance(COUNCIL, left, roll)
    assert roll.parts[1] == "unknown"
    assert breach.sentence.startswith("Hanne Berg gik kl. 09.40. Notér, hvornår punktet begyndte og sluttede")


def test_nobody_is_guessed_to_be_there() -> None:
    unsaid = [Attendance(1, "Hanne Berg", is_present=None)]
    (breach,) = check_attendance(COUNCIL, unsaid, call_roll(unsaid))
    assert breach.rule == "attendance.known"
    assert "Markér til stede eller fraværende" in breach.sentence


def test_a_guest_is_never_counted() -> None:
    guest = [Attendance(1, "Jørgen L.", is_member=False)]
    roll = call_roll(guest)
    assert (roll.parts[1], roll.deciding) == ("whole", frozenset())
    assert check_attendance(COUNCIL, guest, roll) == ()


def test_a_deputy_sits_for_a_member_who_is_disqualified_in_item_four() -> None:
    people = [Attendance(1, "Hanne Berg"), Attendance(2, "Ole Wind", is_member=False, deputy_for=1)]
    roll = call_roll(people, [OutOfItem(1, is_disqualified=True)])
    assert roll.deciding == {2}
    assert check_attendance(COUNCIL, people, roll) == ()


def test_a_member_and_the_deputy_cannot_both_sit() -> None:
    people = [Attendance(1, "Hanne Berg"), Attendance(2, "Ole Wind", is_member=False, deputy_for=1)]
    (breach,) = check_attendance(COUNCIL, people, call_roll(people))
    assert (breach.rule, breach.severity) == ("deputies.one_seat", "refusal")


def test_a_deputy_for_nobody_is_asked_about() -> None:
    people = [Attendance(2, "Ole Wind", is_member=False, deputy_for=99)]
    (breach,) = check_attendance(COUNCIL, people, call_roll(people))
    assert breach.sentence == "Vælg, hvilket medlem Ole Wind er stedfortræder for."


def test_a_body_without_deputies_takes_them_as_guests() -> None:
    strict = with_settings(FORUM, {"has_deputies": False})
    people = [Attendance(1, "Hanne", is_present=False), Attendance(2, "Ole", is_member=False, deputy_for=1)]
    (breach,) = check_attendance(strict, people, call_roll(people))
    assert breach.rule == "deputies.allowed"


# --- quorum ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("seats", "half", "more"), [(21, 11, 11), (20, 10, 11), (5, 3, 3), (1, 1, 1)])
def test_at_least_half_and_more_than_half(seats: int, half: int, more: int) -> None:
    assert needed(COUNCIL, seats) == half
    assert needed(BOARD, seats) == more
    assert needed(FORUM, seats) == 0


def test_eleven_of_twenty_one_may_decide() -> None:
    assert check_quorum(COUNCIL, SEATS, roll_of(11)) == ()


def test_eleven_of_whom_one_is_disqualified_may_not() -> None:
    (breach,) = check_quorum(COUNCIL, SEATS, roll_of(11, (OutOfItem(4, is_disqualified=True),)))
    assert breach.source == "§ 11, stk. 2, kommunestyrelsesloven"
    assert breach.sentence.startswith("Der er 10 af 21 medlemmer til at beslutte, og der skal være mindst 11.")


def test_a_forum_asks_for_no_quorum() -> None:
    assert check_quorum(FORUM, 9, roll_of(0)) == ()


# --- votes -----------------------------------------------------------------------------------------------------------


def test_twenty_one_members_of_whom_one_is_disqualified() -> None:
    roll = roll_of(SEATS, (OutOfItem(21, is_disqualified=True),))
    votes = Votes(for_=tuple(range(1, 12)), against=tuple(range(12, 21)), stated=(("for", 11), ("against", 9)))
    assert check_votes(COUNCIL, votes, roll) == ()
    assert result_of(COUNCIL, votes, roll=roll, seats=SEATS) == "adopted"


def test_ten_against_ten_lapses_in_a_council() -> None:
    roll = roll_of(SEATS, (OutOfItem(21, is_disqualified=True),))
    votes = Votes(for_=tuple(range(1, 11)), against=tuple(range(11, 21)))
    assert result_of(COUNCIL, votes, roll=roll, seats=SEATS) == "lapsed"


def test_the_ministry_s_example_two_for_one_against_two_abstaining_is_adopted() -> None:
    committee = PROFILES["standing_committee"]
    votes = Votes(for_=(1, 2), against=(3,), abstained=(4, 5))
    assert result_of(committee, votes, roll=roll_of(5), seats=5) == "adopted"


@pytest.mark.parametrize(("chair", "result"), [(1, "adopted"), (3, "rejected"), (5, "undecided"), (None, "undecided")])
def test_a_board_s_tie_goes_with_its_chair(chair: int | None, result: str) -> None:
    votes = Votes(for_=(1, 2), against=(3, 4), abstained=(5,))
    assert result_of(BOARD, votes, roll=roll_of(5), seats=5, chair=chair) == result


def test_no_votes_decide_nothing() -> None:
    assert result_of(COUNCIL, Votes(), roll=roll_of(), seats=SEATS) == "undecided"


@pytest.mark.parametrize(
    ("majority", "yes", "result"),
    [
        ("of_present", 8, "adopted"),  # 15 there: 8 is more than 7.5
        ("of_present", 7, "rejected"),
        ("of_all", 11, "adopted"),  # 21 seats: 11 is more than 10.5
        ("of_all", 10, "rejected"),
        ("two_thirds_of_present", 10, "adopted"),  # two thirds of 15
        ("two_thirds_of_present", 9, "rejected"),
        ("two_thirds_of_all", 14, "adopted"),  # two thirds of 21
        ("two_thirds_of_all", 13, "rejected"),
        ("unanimous", 15, "adopted"),
        ("unanimous", 14, "rejected"),
    ],
)
def test_forms_of_majority(majority: Majority, yes: int, result: str) -> None:
    votes = Votes(for_=tuple(range(1, yes + 1)))
    assert result_of(COUNCIL, votes, roll=roll_of(15), seats=SEATS, majority=majority) == result


@pytest.mark.parametrize(
    ("votes", "out", "rule", "says"),
    [
        (Votes(for_=(1, 2, 3), against=(3,)), (), "vote.once", "Medlem 3 står 2 gange"),
        (Votes(for_=(1, 2, 3)), (OutOfItem(3, is_disqualified=True),), "disqualified.leaves", "Medlem 3 er inhabil"),
        (Votes(for_=(1, 2, 3)), (OutOfItem(3),), "vote.present", "Medlem 3 var ikke til stede"),
        (Votes(for_=(1, 2, 3, 9)), (), "vote.member", "ikke er på mødet"),
        (Votes(for_=(1, 2, 3), stated=(("for", 4),)), (), "vote.named_is_stated", "Der står 4 for, men 3 er nævnt"),
        (Votes(for_=(1, 2)), (), "vote.everyone", "Notér, hvordan Medlem 3 har stemt"),
    ],
)
def test_a_vote_that_cannot_be(votes: Votes, out: tuple[OutOfItem, ...], rule: str, says: str) -> None:
    (breach,) = check_votes(COUNCIL, votes, roll_of(3, out))
    assert breach.rule == rule
    assert says in breach.sentence


def test_a_guest_has_no_vote() -> None:
    roll = call_roll([*members(2), Attendance(3, "Gæst", is_member=False)])
    (breach,) = check_votes(COUNCIL, Votes(for_=(1, 2, 3)), roll)
    assert breach.sentence == "Gæst er gæst og har ingen stemme. Fjern stemmen."


def test_numbers_without_names_are_taken_as_stated() -> None:
    assert check_votes(COUNCIL, Votes(stated=(("for", 20), ("against", 6))), roll_of()) == ()


def test_a_body_of_consensus_does_not_vote() -> None:
    (breach,) = check_votes(FORUM, Votes(for_=(1,)), roll_of(3))
    assert (breach.rule, breach.severity) == ("vote.by_votes", "refusal")


@given(st.lists(st.sampled_from(["for", "against", "abstained", None]), min_size=SEATS, max_size=SEATS))
def test_whoever_votes_the_sides_and_the_silent_are_all_who_decide(sides: list[str | None]) -> None:
    yes, no, neither = (
        tuple(key for key, one in enumerate(sides, 1) if one == name) for name in ("for", "against", "abstained")
    )
    votes = Votes(yes, no, neither)
    silent = sides.count(None)
    breaches = check_votes(COUNCIL, votes, roll_of())
    assert {one.rule for one in breaches} == ({"vote.everyone"} if 0 < silent < SEATS else set())
    result = result_of(COUNCIL, votes, roll=roll_of(), seats=SEATS)
    mirrored = result_of(COUNCIL, Votes(votes.against, votes.for_), roll=roll_of(), seats=SEATS)
    swap = {"adopted": "rejected", "rejected": "adopted"}
    assert mirrored == swap.get(result, result)

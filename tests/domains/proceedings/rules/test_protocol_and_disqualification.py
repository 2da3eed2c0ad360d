"""Signatures, review, approval, dissent, and disqualification with its postponement."""

from dataclasses import replace

import pytest

from raadhus.domains.proceedings.rules.attendance import Attendance, OutOfItem, call_roll
from raadhus.domains.proceedings.rules.disqualification import (
    Postponement,
    check_decided,
    check_postponed,
    must_postpone,
)
from raadhus.domains.proceedings.rules.profiles import PROFILES, with_settings
from raadhus.domains.proceedings.rules.protocol import (
    Signers,
    check_approval,
    check_dissent,
    check_review,
    check_signatures,
    must_sign,
)

COUNCIL, FORUM = PROFILES["council"], PROFILES["administrative_forum"]
SIGNERS = Signers({1: "Hanne Berg", 2: "Ole Wind", 3: "Inger Lund"}, chair=1, secretary=9)
PEOPLE = [Attendance(1, "Hanne Berg"), Attendance(2, "Ole Wind", is_present=False), Attendance(3, "G", is_member=False)]
WISH = Postponement(opposed=13, present=20, misses_deadline=False, deputy_was_called=False)


def test_all_who_took_part_sign_a_council_s_minutes() -> None:
    (breach,) = check_signatures(COUNCIL, SIGNERS, {1})
    assert (breach.severity, breach.source) == ("refusal", "§ 13, stk. 1, kommunestyrelsesloven")
    assert "Ole Wind, Inger Lund" in breach.sentence
    assert check_signatures(COUNCIL, SIGNERS, {1, 2, 3}) == ()


def test_in_copenhagen_chair_and_secretary_sign() -> None:
    assert must_sign(with_settings(COUNCIL, {"signs": "chair_and_secretary"}), SIGNERS) == (1, 9)


def test_nobody_signs_a_forum_s_minutes() -> None:
    assert check_signatures(FORUM, SIGNERS, set()) == ()


def test_the_writer_alone_is_no_review() -> None:
    (breach,) = check_review(FORUM, writer=1, accepted_by={1})
    assert breach.rule == "minutes.reviewed"
    assert check_review(FORUM, writer=1, accepted_by={1, 2}) == ()


@pytest.mark.parametrize(
    ("profile", "is_approved", "is_signed", "done"),
    [
        (FORUM, True, False, True),
        (FORUM, False, True, False),
        (COUNCIL, True, False, False),
        (COUNCIL, False, True, True),
    ],
)
def test_minutes_are_approved_in_the_body_s_own_way(profile, is_approved: bool, is_signed: bool, done: bool) -> None:  # type: ignore[no-untyped-def]
    assert (check_approval(profile, is_approved=is_approved, is_signed=is_signed) == ()) is done


def test_a_member_who_took_part_has_a_dissent_entered() -> None:
    assert check_dissent(COUNCIL, 1, call_roll(PEOPLE), text="Enhedslisten kan ikke støtte salget.") == ()


@pytest.mark.parametrize(
    ("member", "text", "says"), [(2, "Nej.", "deltog ikke"), (3, "Nej.", "deltog ikke"), (1, " ", "Skriv kort")]
)
def test_others_and_the_empty_are_refused(member: int, text: str, says: str) -> None:
    (breach,) = check_dissent(COUNCIL, member, call_roll(PEOPLE), text=text)
    assert breach.source == "§ 13, stk. 2, kommunestyrelsesloven"
    assert says in breach.sentence


def test_a_forum_has_no_dissent() -> None:
    (breach,) = check_dissent(FORUM, 1, call_roll(PEOPLE), text="Uenig.")
    assert "ingen protokoltilførsel" in breach.sentence


def test_the_council_decides_who_is_disqualified() -> None:
    roll = call_roll([Attendance(1, "Hanne Berg")], [OutOfItem(1, is_disqualified=True)])
    (breach,) = check_decided(COUNCIL, roll, frozenset())
    assert breach.sentence.startswith("Forsamlingen har ikke besluttet, at Hanne Berg er inhabil.")
    assert check_decided(COUNCIL, roll, frozenset({1})) == ()


# Two thirds of 20 are 13.3: 13 are too few to deny the wish, 14 are enough. Two thirds of 21 are 14.
@pytest.mark.parametrize(
    ("opposed", "present", "stands"), [(13, 20, True), (14, 20, False), (13, 21, True), (14, 21, False)]
)
def test_two_thirds_of_those_present_deny_a_postponement(opposed: int, present: int, stands: bool) -> None:
    assert must_postpone(COUNCIL, replace(WISH, opposed=opposed, present=present)) is stands


@pytest.mark.parametrize("change", [{"misses_deadline": True}, {"deputy_was_called": True}])
def test_a_deadline_or_a_deputy_denies_a_postponement(change: dict[str, bool]) -> None:
    assert not must_postpone(COUNCIL, replace(WISH, **change))  # type: ignore[arg-type]


def test_a_wish_that_stands_and_is_not_followed_is_refused() -> None:
    (breach,) = check_postponed(COUNCIL, WISH, is_postponed=False)
    assert "13 af 20 er imod" in breach.sentence
    assert check_postponed(COUNCIL, WISH, is_postponed=True) == ()
    assert check_postponed(FORUM, WISH, is_postponed=False) == ()

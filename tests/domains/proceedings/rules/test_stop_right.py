"""§ 23: a claim that meets all conditions, and then each condition broken alone."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from raadhus.domains.proceedings.rules.attendance import Attendance, OutOfItem, Roll, call_roll
from raadhus.domains.proceedings.rules.meeting_time import moment
from raadhus.domains.proceedings.rules.profiles import PROFILES
from raadhus.domains.proceedings.rules.stop_right import Claim, check_stop, check_way_to_council

COMMITTEE = PROFILES["standing_committee"]
DAY = date(2026, 3, 10)
PEOPLE = [Attendance(key, f"Medlem {key}") for key in range(1, 6)]


def at(hour: int, minute: int = 0) -> datetime:
    return moment(DAY, time(hour, minute))


GOOD = Claim(1, at(18, 55), at(19), is_in_minutes=True, says_council=True, decided="decision")


def rules(claim: Claim, roll: Roll | None = None) -> list[str]:
    return [one.rule for one in check_stop(COMMITTEE, claim, roll or call_roll(PEOPLE))]


def test_a_claim_before_the_meeting_is_adjourned_stops_the_decision() -> None:
    assert rules(GOOD) == []


# (a) until the meeting is adjourned, not only during the item
def test_an_hour_after_the_item_is_early_enough() -> None:
    roll = call_roll(PEOPLE, begins=at(17), ends=at(17, 30))
    assert rules(GOOD, roll) == []


def test_while_the_meeting_runs_it_is_early_enough() -> None:
    assert rules(replace(GOOD, adjourned_at=None)) == []


@pytest.mark.parametrize("declared", [at(19), at(19, 1)])
def test_once_the_meeting_is_adjourned_it_is_too_late(declared: datetime) -> None:
    (breach,) = check_stop(COMMITTEE, replace(GOOD, declared_at=declared), call_roll(PEOPLE))
    assert (breach.rule, breach.severity) == ("stop.before_adjourned", "refusal")
    assert breach.sentence.startswith("Mødet blev hævet kl. 19.00")
    assert breach.source.endswith("03.1.1")


def test_what_is_not_in_the_minutes_was_not_declared() -> None:
    assert rules(replace(GOOD, is_in_minutes=False)) == ["stop.before_adjourned"]


def test_a_declaration_that_does_not_name_the_council_is_asked_about() -> None:
    (breach,) = check_stop(COMMITTEE, replace(GOOD, says_council=False), call_roll(PEOPLE))
    assert (breach.rule, breach.severity) == ("stop.says_council", "warning")


# (b) present wholly or partly; the absent and the disqualified cannot
def test_one_who_was_there_for_part_of_the_item_can() -> None:
    people = [replace(PEOPLE[0], left=at(17, 15)), *PEOPLE[1:]]
    assert rules(GOOD, call_roll(people, begins=at(17), ends=at(17, 30))) == []


@pytest.mark.parametrize(
    ("out", "says"), [(OutOfItem(1), "var ikke med i punktet"), (OutOfItem(1, is_disqualified=True), "er inhabil")]
)
def test_the_absent_and_the_disqualified_cannot(out: OutOfItem, says: str) -> None:
    (breach,) = check_stop(COMMITTEE, GOOD, call_roll(PEOPLE, [out]))
    assert breach.rule == "stop.took_part"
    assert says in breach.sentence


def test_a_guest_cannot() -> None:
    roll = call_roll([*PEOPLE, Attendance(9, "Gæst", is_member=False)])
    assert rules(replace(GOOD, member=9), roll) == ["stop.took_part"]


# (c) no vote against and no reason is asked for: a claim has no place for either
def test_neither_a_vote_against_nor_a_reason_is_asked_for() -> None:
    assert not {"reason", "vote", "voted"} & set(Claim.__dataclass_fields__)


# (d) refusals and proposals lapsed by a tie too; (e) not procedural decisions
@pytest.mark.parametrize("decided", ["refusal", "lapsed"])
def test_a_refusal_and_a_lapsed_proposal_can_be_stopped(decided: str) -> None:
    assert rules(replace(GOOD, decided=decided)) == []


@pytest.mark.parametrize("decided", ["procedural", "orientation"])
def test_what_decides_nothing_cannot_be_stopped(decided: str) -> None:
    assert rules(replace(GOOD, decided=decided)) == ["stop.not_procedural"]


# (f) other committees may have it first, but without undue delay
def test_a_stopped_matter_goes_to_the_first_council_that_can_have_it() -> None:
    first, later = date(2026, 3, 24), date(2026, 4, 14)
    assert check_way_to_council(COMMITTEE, stopped_on=DAY, council_on=first, first_council_on=first) == ()
    (late,) = check_way_to_council(COMMITTEE, stopped_on=DAY, council_on=later, first_council_on=first)
    assert "men kan nå mødet tirsdag den 24. marts 2026" in late.sentence
    (nowhere,) = check_way_to_council(COMMITTEE, stopped_on=DAY, council_on=None, first_council_on=first)
    assert "er ikke på vej til kommunalbestyrelsen" in nowhere.sentence


@pytest.mark.parametrize("key", [key for key in PROFILES if key != "standing_committee"])
def test_only_a_committee_s_decision_can_be_stopped(key: str) -> None:
    (breach,) = check_stop(PROFILES[key], GOOD, call_roll(PEOPLE))
    assert (breach.rule, breach.severity) == ("stop.body", "refusal")


def test_several_conditions_are_told_at_once() -> None:
    claim = replace(GOOD, declared_at=at(20), says_council=False, decided="procedural")
    assert rules(claim, call_roll(PEOPLE, [OutOfItem(1)])) == [
        "stop.before_adjourned",
        "stop.says_council",
        "stop.took_part",
        "stop.not_procedural",
    ]

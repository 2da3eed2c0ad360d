"""Closed items: each thing that may be wrong with one, and how closedness is inherited."""

from dataclasses import replace
from datetime import date

import pytest

from raadhus.domains.proceedings.rules.closedness import (
    Closing,
    Part,
    check_closing,
    check_parts,
    check_published,
    effectively_closed,
    is_due_for_another_look,
    open_matter_in,
)
from raadhus.domains.proceedings.rules.profiles import PROFILES

COUNCIL, FORUM = PROFILES["council"], PROFILES["administrative_forum"]
DAY = date(2026, 3, 10)
GOOD = Closing("property", "Kommunen forhandler prisen på Vognporten 9 med to bydere.", date(2026, 6, 1))


def test_a_concrete_ground_with_a_day_to_look_again_is_enough() -> None:
    assert check_closing(COUNCIL, GOOD, DAY) == ()


@pytest.mark.parametrize("reason", ["", "convenience"])
def test_a_closed_item_without_a_reason_is_refused_and_the_reasons_are_named(reason: str) -> None:
    (breach,) = check_closing(COUNCIL, replace(GOOD, reason=reason), DAY)
    assert (breach.rule, breach.severity) == ("closed.reason", "refusal")
    assert "køb eller salg af fast ejendom" in breach.sentence
    assert breach.source == "§ 10, stk. 1, kommunestyrelsesloven"


@pytest.mark.parametrize("words", ["", "Lukket punkt", "fortroligt", "Personsag", "Lukkede døre.", "salg"])
def test_words_that_say_nothing_of_the_case_are_no_ground(words: str) -> None:
    (breach,) = check_closing(COUNCIL, replace(GOOD, words=words), DAY)
    assert (breach.rule, breach.severity) == ("closed.concrete", "refusal")


@pytest.mark.parametrize("words", ["Byrådet ønsker en fri debat om skolerne", "Vi vil drøfte det uden offentlighed"])
def test_a_free_debate_closes_no_item(words: str) -> None:
    (breach,) = check_closing(COUNCIL, replace(GOOD, words=words), DAY)
    assert breach.sentence.startswith("Ønsket om en fri debat kan ikke lukke et punkt.")


@pytest.mark.parametrize(
    ("matter", "severity"), [("plans", "warning"), ("annual_budget", "refusal"), ("appointments", "refusal")]
)
def test_some_matters_are_dealt_with_in_the_open(matter: str, severity: str) -> None:
    (breach,) = check_closing(COUNCIL, replace(GOOD, matter=matter), DAY)
    assert (breach.rule, breach.severity) == ("closed.never", severity)
    assert "læg det fortrolige i en lukket del" in breach.sentence
    assert check_closing(FORUM, replace(GOOD, matter=matter), DAY) == ()


@pytest.mark.parametrize(
    ("title", "matter"),
    [
        ("Endelig vedtagelse af lokalplan 460 for Avedøre Landsby", "plans"),
        ("Kommuneplantillæg 3", "plans"),
        ("Årsbudget 2027, 2. behandling", "annual_budget"),
        ("Udpegning af medlemmer til Folkeoplysningsudvalget", "appointments"),
        ("Salg af Vognporten 9", None),
    ],
)
def test_an_open_matter_is_seen_in_the_title(title: str, matter: str | None) -> None:
    found = open_matter_in(COUNCIL, title)
    assert (found.key if found else None) == matter


def test_a_day_to_look_again_is_asked_for() -> None:
    (breach,) = check_closing(COUNCIL, replace(GOOD, open_again_on=None), DAY)
    assert (breach.rule, breach.severity) == ("closed.open_again", "warning")


def test_the_day_to_look_again_lies_after_the_meeting() -> None:
    (breach,) = check_closing(COUNCIL, replace(GOOD, open_again_on=DAY), DAY)
    assert breach.sentence == "Lukningen vurderes på ny 10. marts 2026; vælg en dag efter mødet."


def test_the_day_to_look_again_comes() -> None:
    assert not is_due_for_another_look(GOOD, date(2026, 5, 31))
    assert is_due_for_another_look(GOOD, date(2026, 6, 1))
    assert not is_due_for_another_look(replace(GOOD, open_again_on=None), date(2026, 6, 1))


@pytest.mark.parametrize(
    ("item", "part", "closed"),
    [
        (False, False, False),
        (False, True, True),  # a confidential part beside a public one
        (False, None, True),
        (True, False, True),
        (True, True, True),
        (None, False, True),
        (None, None, True),
    ],
)
def test_unknown_is_closed_and_closedness_is_inherited(item: bool | None, part: bool | None, closed: bool) -> None:
    assert effectively_closed(item, part) is closed


def test_a_part_marked_open_in_a_closed_item_is_told_of() -> None:
    parts = [Part("Notat.pdf", False), Part("Tilbud.pdf", True), Part("Brev.pdf", None)]
    (breach,) = check_parts(COUNCIL, item_is_closed=True, parts=parts)
    assert breach.sentence == "„Notat.pdf“ er mærket åbent i et lukket punkt og holdes lukket. Ret det ene mærke."
    assert check_parts(COUNCIL, item_is_closed=False, parts=parts) == ()


def test_a_closed_decision_is_published_or_its_secrecy_named() -> None:
    (breach,) = check_published(COUNCIL, public_words=" ", secret_because="")
    assert (breach.rule, breach.severity) == ("closed.publish", "warning")
    assert check_published(COUNCIL, public_words="Ejendommen sælges.", secret_because="") == ()
    assert check_published(COUNCIL, public_words="", secret_because="§ 27: igangværende forhandling") == ()
    assert check_published(FORUM, public_words="", secret_because="") == ()

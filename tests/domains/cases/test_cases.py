"""The KLE plan and case numbers."""

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.cases.changes import find_or_open_case, find_or_open_cases, load_subjects
from raadhus.domains.cases.models import Case, Subject
from raadhus.domains.cases.queries import subject_named, subjects_under
from raadhus.domains.cases.rules.advice import advice_on_collecting_case, facet_title, is_category
from raadhus.foundation.audit.models import Entry
from raadhus.pure.kernel.case_number import read_case_number
from tests.cast import AT, OPERATOR


def _open(number: str) -> Case | None:
    return find_or_open_case(number, by=OPERATOR, at=AT)


def test_the_plan_has_2390_subjects_and_the_seeds_are_among_them(db):
    assert load_subjects(by=OPERATOR, at=AT) == Subject.objects.count() == 2390
    # Titles as docs of the field name them for the two seeds' case numbers.
    assert subject_named("00.30.14").title == "Budgetopfølgninger"
    assert subject_named("15.40.00").title == "Integration og udlændinge i almindelighed"
    assert subject_named("99.99.99") is None
    assert [subject.number for subject in subjects_under("00.03")][:2] == ["00.03.00", "00.03.02"]


def test_loading_the_plan_again_changes_nothing(db):
    load_subjects(by=OPERATOR, at=AT)
    before = Entry.objects.count()
    assert load_subjects(by=OPERATOR, at=AT) == 0
    assert Entry.objects.count() == before


def test_a_new_plan_retitles_and_never_removes(db):
    load_subjects(by=OPERATOR, at=AT)
    Subject.objects.filter(number="00.30.14").update(title="Gammel titel")
    Subject.objects.create(number="99.99.99", title="Udgået")
    assert load_subjects(by=OPERATOR, at=AT) == 1
    assert subject_named("00.30.14").title == "Budgetopfølgninger"
    assert subject_named("99.99.99").title == "Udgået"


def test_cases_opened_before_the_plan_find_their_subject(db):
    case, unknown = _open("00.30.14-S00-1-22"), _open("99.99.99-S00-1-22")
    assert (case.subject, case.subject_number) == (None, "00.30.14")
    load_subjects(by=OPERATOR, at=AT)
    assert Case.objects.get(pk=case.pk).subject.title == "Budgetopfølgninger"
    assert Case.objects.get(pk=unknown.pk).subject is None


def test_only_administrators_load_the_plan(secretary):
    with pytest.raises(PermissionDenied):
        load_subjects(by=secretary, at=AT)


def test_a_kle_number_is_taken_apart_and_others_stand_as_written(db):
    load_subjects(by=OPERATOR, at=AT)
    kle = _open("00.01.00-A21-2-21")
    assert (kle.subject.title, kle.facet, kle.serial, kle.year) == (
        "Kommunens styrelse i almindelighed",
        "A21",
        2,
        2021,
    )
    other = _open("330-2018-3619")
    assert (other.number, other.subject, other.facet, other.year) == ("330-2018-3619", None, "", None)


def test_a_number_is_one_case_however_often_and_however_it_is_written(db):
    first = _open("00.01.00-A21-2-21")
    before = Entry.objects.count()
    found = find_or_open_cases(["00.01.00-A21-2-21", "00.01.00 - A21-2-2021"], by=OPERATOR, at=AT)
    assert set(found.values()) == {first}
    assert Entry.objects.count() == before


def test_what_is_no_number_opens_no_case(db):
    assert _open("9" * 201) is None
    assert _open("  ") is None
    assert not Case.objects.exists()


def test_there_are_exactly_seven_facet_categories():
    assert [letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ" if is_category(letter)] == list("AGIKPSØ")
    assert not is_category("AP")


def test_only_confirmed_facets_have_a_title():
    assert facet_title("A") == "Organisering mv."
    assert facet_title("P35") == "Møder"
    assert facet_title("A21") is None
    assert facet_title("G") is None


def test_a_case_of_unrelated_items_gives_advice_with_its_source():
    titles = ["CF - Godkendelse af dagsorden", "CF - Eventuelt", "cf - eventuelt"]
    advice = advice_on_collecting_case(read_case_number("00.01.00-A21-2-21"), titles)
    assert advice.startswith("Sagsnummeret 00.01.00-A21-2-21 står på 2 punkter med forskellige titler.")
    assert "00.01.10-P35" in advice
    assert "kle-online.dk" in advice


@pytest.mark.parametrize(
    ("number", "titles"),
    [
        ("00.01.00-A21-2-21", ["Budget 2023", "budget  2023"]),
        ("00.01.10-P35-1-22", ["Godkendelse", "Eventuelt"]),
        ("12/27845", ["Godkendelse", "Eventuelt"]),
        ("00.01.00-A21-2-21", []),
    ],
)
def test_one_title_a_meeting_case_and_other_forms_give_none(number, titles):
    assert advice_on_collecting_case(read_case_number(number), titles) is None

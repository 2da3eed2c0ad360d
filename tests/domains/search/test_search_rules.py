"""The stems of an item, questions and marks, without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.domains.search.rules.asking import LONGEST, MOST_TERMS, Term, terms_of
from raadhus.domains.search.rules.entry_words import stems_of
from raadhus.domains.search.rules.marking import mark, passage
from raadhus.pure.kernel.compounds import Vocabulary
from raadhus.pure.kernel.stems import stem

VOCABULARY = Vocabulary(
    ["bolig", "bygge", "program", "byggeri", "opfølgning", "ark", "klage", "sag", "sager", "budget", "aftale"]
)


def test_the_parts_of_compounds_stand_after_the_words() -> None:
    assert stems_of("Budgetaftale nu", VOCABULARY) == [
        stem("budgetaftale"),
        "nu",
        f"_{stem('aftale')}",
        f"_{stem('budget')}",
    ]


def test_a_question_is_words_phrases_and_words_to_leave_out() -> None:
    asked = terms_of('integrationsindsatsen "god skik" -udkast 00.01.00-A21-2-21')
    assert asked == (
        Term((stem("integrationsindsats"),)),
        Term(("god", "skik")),
        Term(("udkast",), is_excluded=True),
        Term(("000100a21221",)),
    )


@pytest.mark.parametrize("typed", ["", "   ", '"', '""', "-", "…", "*", "\0", '"" - -""'])
def test_nothing_asked_for_is_no_terms(typed: str) -> None:
    assert terms_of(typed) == ()


@given(st.text(max_size=400))
def test_any_question_has_few_terms_of_letters_and_digits_only(typed: str) -> None:
    terms = terms_of(typed)
    assert len(terms) <= MOST_TERMS
    assert all(one.isalnum() for term in terms for one in term.stems)


def test_a_long_question_is_cut() -> None:
    assert terms_of("ord " * (LONGEST // 4) + "ark") == (Term(("ord",)),)


def test_the_words_asked_for_are_marked_in_any_form_and_inside_compounds() -> None:
    marked = mark("Programmet og boligbyggeprogrammet", terms_of("program"), VOCABULARY)
    assert [(one.text, one.is_hit) for one in marked] == [
        ("Programmet", True),
        (" og ", False),
        ("boligbyggeprogrammet", True),
    ]


def test_a_passage_is_cut_around_the_words() -> None:
    text = "ord " * 200 + "her står arket til opfølgning " + "ord " * 200
    shown = passage(text, terms_of("ark opfølgning"), VOCABULARY)
    assert [one.text for one in shown if one.is_hit] == ["arket", "opfølgning"]
    assert (shown[0].text, shown[-1].text) == ("… ", " …")
    assert sum(len(one.text) for one in shown) < 270


@given(st.text(max_size=600), st.text(max_size=40))
def test_marking_loses_no_letter(text: str, typed: str) -> None:
    assert "".join(one.text for one in mark(text, terms_of(typed), VOCABULARY)) == text

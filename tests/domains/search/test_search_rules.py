"""Words, stems, compounds, questions and marks, without a database."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.domains.search.rules.asking import LONGEST, MOST_TERMS, Term, terms_of
from raadhus.domains.search.rules.compounds import Vocabulary, split, stretches
from raadhus.domains.search.rules.entry_words import stems_of
from raadhus.domains.search.rules.marking import mark, passage
from raadhus.domains.search.rules.stems import stem
from raadhus.domains.search.rules.words import fold, folded_words, words_of

VOCABULARY = Vocabulary(
    ["bolig", "bygge", "program", "byggeri", "opfølgning", "ark", "klage", "sag", "sager", "budget", "aftale"]
)


def folded(text: str) -> list[str]:
    return [word.folded for word in words_of(text)]


@pytest.mark.parametrize(("one", "other"), [("Aabenraa", "Åbenrå"), ("idét", "idet"), ("RAADHUS", "rådhus")])
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_danish_letters_are_not_accents() -> None:
    assert fold("Åben sø, æble") == "åben sø, æble"


def test_a_case_number_is_one_word_and_its_parts() -> None:
    assert folded("sag 00.30.14-S00-10-21.") == ["sag", "003014s001021", "00", "30", "14", "s00", "10", "21"]


def test_a_hyphenated_word_is_its_parts() -> None:
    assert folded("ikke-lovbundne") == ["ikke", "lovbundne"]


@pytest.mark.parametrize(
    "forms",
    [
        "integrationsindsats integrationsindsatsen integrationsindsatser integrationsindsatsens",
        "redegørelse redegørelsen redegørelser redegørelserne",
        "borgerrådgiver borgerrådgiveren borgerrådgiverens",
        "barn børn børnene",
        "godkendt godkendes godkendelse",
        "udsat udsættes udsættelse",
        "kommune kommunen kommuner kommunens kommunernes",
        "prognose prognosen prognoser prognoserne",
    ],
)
def test_the_forms_of_one_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzæøå", min_size=1, max_size=30))
def test_a_stem_is_its_own_stem(word: str) -> None:
    assert stem(stem(word)) == stem(word)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("boligbyggeprogram", ("bolig", "bygge", "program")),
        ("boligbyggeri", ("bolig", "byggeri")),
        ("opfølgningsark", ("opfølgning", "ark")),
        ("budgetaftale", ("budget", "aftale")),
        ("klagesager", ("klage", "sager")),
        ("boligbyggeprogrammerne", ("bolig", "bygge", "programmerne")),
        ("program", ()),
        ("programmer", ()),
        ("boligxyz", ()),
    ],
)
def test_a_compound_is_split_by_known_words(word: str, parts: tuple[str, ...]) -> None:
    assert split(word, VOCABULARY) == parts


def test_every_run_of_parts_can_be_asked_for() -> None:
    assert list(stretches(("a", "b", "c"))) == ["a", "b", "c", "ab", "bc"]


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


@given(st.text(st.sampled_from("abæÅéÉ aa12²½.-/_\n ß") | st.characters(blacklist_categories=["Cs"])))
def test_words_without_their_places_are_the_same_words(text: str) -> None:
    assert folded_words(text) == folded(text)


def test_a_word_that_comes_later_splits_what_was_whole_before() -> None:
    grown = Vocabulary(["byggeri"])
    assert split("boligbyggeri", grown) == ()
    grown.add(["bolig"])
    assert split("boligbyggeri", grown) == ("bolig", "byggeri")

"""Danish words: folded, stemmed, and taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raadhus.pure.kernel.compounds import Vocabulary, split, stretches
from raadhus.pure.kernel.stems import stem
from raadhus.pure.kernel.words import fold, folded_words, words_of

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


@given(st.text(st.sampled_from("abæÅéÉ aa12²½.-/_\n ß") | st.characters(blacklist_categories=["Cs"])))
def test_words_without_their_places_are_the_same_words(text: str) -> None:
    assert folded_words(text) == folded(text)


def test_a_word_that_comes_later_splits_what_was_whole_before() -> None:
    grown = Vocabulary(["byggeri"])
    assert split("boligbyggeri", grown) == ()
    grown.add(["bolig"])
    assert split("boligbyggeri", grown) == ("bolig", "byggeri")

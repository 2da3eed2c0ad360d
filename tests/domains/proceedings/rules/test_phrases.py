"""The phrase books, and that the minutes' reader finds each outcome in its words."""

import pytest

from raadhus.domains.proceedings.rules.phrases import Decided, asked_by, decision_text, phrase_for, wording
from raadhus.domains.proceedings.rules.profiles import PROFILES
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.minutes.outcomes import outcome_of

FORUM = PROFILES["administrative_forum"]
EVERY = [(profile, phrase) for profile in PROFILES.values() for phrase in profile.phrases]


@pytest.mark.parametrize(("profile", "phrase"), EVERY, ids=lambda one: getattr(one, "letter", None) or one.key)
def test_the_reader_finds_the_outcome_in_its_own_words(profile, phrase) -> None:  # type: ignore[no-untyped-def]
    words = wording(
        profile, phrase.letter, when="mødet den 3. februar", to="Økonomiudvalget", text="at skoler omfattes"
    )
    assert outcome_of(words) == phrase.outcome


def test_a_deferral_is_worded_with_its_time() -> None:
    assert wording(FORUM, "u", when="til efter sommerferien") == "Udsat til efter sommerferien."


def test_an_amended_text_stands_in_the_decision() -> None:
    assert wording(FORUM, "Æ", text="at arket drøftes igen.") == "Godkendt med følgende ændring: at arket drøftes igen."


@pytest.mark.parametrize(
    ("letter", "question"),
    [("U", "hvornår punktet skal på igen"), ("V", "hvem sagen går til"), ("Æ", "den ændrede tekst")],
)
def test_what_is_missing_is_asked_for(letter: str, question: str) -> None:
    with pytest.raises(Refused, match=question):
        wording(FORUM, letter, when=" ")


def test_a_key_without_an_outcome_names_the_keys_there_are() -> None:
    with pytest.raises(Refused, match="G godkendt, Æ godkendt med følgende ændring, E taget til efterretning"):
        phrase_for(FORUM, "Q")


def test_what_a_phrase_asks_is_known_before() -> None:
    assert asked_by(phrase_for(FORUM, "G")) == ()
    assert asked_by(phrase_for(FORUM, "U")) == ("when",)


def test_one_point_has_no_ad_and_several_have() -> None:
    noted, deferred = Decided(1, "Taget til efterretning."), Decided(2, "Udsat til efter sommerferien.")
    assert decision_text([noted]) == "Taget til efterretning."
    assert decision_text([deferred, noted]) == ("Ad 1: Taget til efterretning.\n\nAd 2: Udsat til efter sommerferien.")

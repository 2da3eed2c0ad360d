"""The rule for a hyphen at a line's end, case by case."""

import pytest

from raadhus.pure.documents.read.hyphens import hyphen_between, words_within


@pytest.mark.parametrize(
    ("front", "back", "known", "between"),
    [
        ("Økonomi", "udvalget", {"økonomiudvalget"}, ""),
        ("KL", "udspillet", {"kl-udspillet"}, "-"),
        ("Nord", "Vest", {"nord-vest"}, "-"),
        ("dial", "og", {"dialog"}, ""),
        ("frem", "skrivning", set(), ""),
        ("2018", "2021", set(), "-"),
        ("IT", "afdelingen", set(), "-"),
        ("e", "mail", set(), "-"),
        ("ikke", "planlagte", set(), "-"),
        ("sprog", "og", set(), None),
        ("Nord", "Vest", set(), None),
        ("Børne", "udvalget", {"børneudvalget", "børne-udvalget"}, None),
        ("bilag", "2", set(), None),
    ],
)
def test_a_hyphen_is_taken_away_kept_or_left_alone(front: str, back: str, known: set[str], between: str | None) -> None:
    assert hyphen_between(front, back, words_within(known)) == between


def test_words_are_known_without_the_marks_around_them() -> None:
    assert words_within(["»Økonomiudvalget«, KL-udspillet.", "(2021)"]) == {
        "økonomiudvalget".encode(),
        b"kl-udspillet",
        b"2021",
    }

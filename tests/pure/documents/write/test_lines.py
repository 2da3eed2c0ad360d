"""Where a line may end."""

import pytest

from raadhus.pure.documents.write.lines import pieces_of


def whole(text: str) -> list[str]:
    pieces = pieces_of(text)
    return [piece["whole"] for piece in pieces if isinstance(piece, dict)] if isinstance(pieces, list) else []


def put_together(pieces: object) -> str:
    if isinstance(pieces, str):
        return pieces
    assert isinstance(pieces, list)
    return "".join(piece["whole"] if isinstance(piece, dict) else piece or "" for piece in pieces)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("ikke-lovbundne tiltag i 2018-2021", ["ikke-lovbundne", "2018-2021"]),
        ("sag 00.01.00-A21-2-21 behandles", ["00.01.00-A21-2-21"]),
        ("inden den 1. februar 2022", ["den 1. februar"]),
        ("tempo - borgersammensætning", ["tempo -"]),
        ("i 2. kvartal", ["i 2."]),
        ("REFERAT Chefforum d. 20-01-2022", ["d. 20-01-2022"]),
        ("Befolknings-, skole- og dagpasning", []),
        ("et helt almindeligt afsnit.", []),
    ],
)
def test_hyphenated_words_dates_and_dashes_stay_with_their_neighbours(text: str, kept: list[str]) -> None:
    assert whole(text) == kept
    assert put_together(pieces_of(text)) == text


def test_a_text_with_nothing_special_is_itself() -> None:
    assert pieces_of("Godkendt.") == "Godkendt."
    assert pieces_of("x" * 60) == "x" * 60


def test_a_word_longer_than_any_line_may_be_broken_after_every_fortieth_letter() -> None:
    assert pieces_of("se " + "x" * 90) == ["se " + "x" * 40, None, "x" * 40, None, "x" * 10]

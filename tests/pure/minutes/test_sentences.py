"""Where one sentence ends and the next begins."""

import pytest

from raadhus.pure.minutes.sentences import sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Svaret kommer inden jul. Det aftales.", ["Svaret kommer inden jul.", "Det aftales."]),
        ("Mødet den 3. jul. Det aftales.", ["Mødet den 3. jul. Det aftales."]),
        ("Mødet den 3. februar holdes her.", ["Mødet den 3. februar holdes her."]),
        ("Chefen for bl.a. Økonomi svarer. Punktet udgik.", ["Chefen for bl.a. Økonomi svarer.", "Punktet udgik."]),
        ("", []),
    ],
)
def test_a_sentence_ends_at_a_full_stop_that_is_no_abbreviation(text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in sentences(text)] == found

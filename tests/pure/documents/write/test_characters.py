"""What paper cannot show."""

import pytest

from raadhus.pure.documents.write.characters import every_text, shown


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("helt almindelig\ntekst", "helt almindelig\ntekst"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\tb", "a b"),
        ("\x1b[31m", "[U+001B][31m"),
        ("\u2067skjult\u2069", "[U+2067]skjult[U+2069]"),
        ("ind\xadvendig", "indvendig"),
        ("emoji 😀 er først et spørgsmål om skrifttype", "emoji 😀 er først et spørgsmål om skrifttype"),
    ],
)
def test_control_characters_are_spelt_out_and_line_ends_are_one_kind(text: str, seen: str) -> None:
    assert shown(text) == seen


def test_every_text_of_a_json_is_changed_and_keys_are_kept() -> None:
    assert every_text({"a": ["b", 1, None, {"c": "d"}]}, str.upper) == {"a": ["B", 1, None, {"c": "D"}]}

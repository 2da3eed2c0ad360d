"""Plain text: whatever Danish files come in, line by line."""

from pathlib import Path

import pytest

from tests.pure.documents.read.makers import hinted, read, refusal, texts

WORDS = "Økonomiudvalget\n\nPå mødet: æøå – »godkendt«"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_in_the_encoding_it_has(tmp_path: Path, encoding: str) -> None:
    assert texts(read(tmp_path, WORDS.encode(encoding))) == ["Økonomiudvalget", "", "På mødet: æøå – »godkendt«"]


def test_big_endian_utf_16_is_told_by_its_mark(tmp_path: Path) -> None:
    assert texts(read(tmp_path, b"\xfe\xff" + "Mødet".encode("utf-16-be"))) == ["Mødet"]


def test_line_ends_of_windows_and_spaces_at_them_go_and_blank_lines_stay(tmp_path: Path) -> None:
    source = read(tmp_path, b"Punkt 1  \r\n\r\n  Godkendt.\r\n", "x.txt")
    assert texts(source) == ["Punkt 1", "", "  Godkendt."]
    assert (source.name, source.format, source.pages) == ("x.txt", "txt", None)
    assert [line.number for line in source.lines] == [1, 2, 3]


def test_a_form_feed_begins_a_page(tmp_path: Path) -> None:
    source = read(tmp_path, b"En\nTo\fTre\n\f")
    assert [(line.text, line.page) for line in source.lines] == [("En", 1), ("To", 1), ("Tre", 2)]
    assert source.pages == 2


def test_the_foot_of_every_page_is_running(tmp_path: Path) -> None:
    pages = [f"Afsnit {letter}\nog mere {letter}\n\nSide {page} af 3" for page, letter in enumerate("abc", 1)]
    found = hinted(read(tmp_path, "\f".join(pages).encode()))
    assert [text for hint, text in found if hint == "running"] == ["Side 1 af 3", "Side 2 af 3", "Side 3 af 3"]
    assert len(found) == 9


def test_invisible_characters_go_and_letters_are_composed(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "\u200bA\u030arhus\u00a0By\u00adråd".encode())) == ["Århus Byråd"]


def test_bytes_that_are_no_text_are_of_an_unknown_type(tmp_path: Path) -> None:
    assert refusal(tmp_path, bytes(range(256)) * 8, "x") == (
        "»x« er af en ukendt type. Gem dokumentet som .pdf, .docx, .html eller .txt."
    )


def test_half_a_character_of_utf_16_is_said_to_be_broken(tmp_path: Path) -> None:
    assert "er en tekstfil, som er ødelagt" in refusal(tmp_path, b"\xff\xfeM")


def test_a_text_of_spaces_has_no_text(tmp_path: Path) -> None:
    assert "har ingen tekst" in refusal(tmp_path, b" \n\f\n ")

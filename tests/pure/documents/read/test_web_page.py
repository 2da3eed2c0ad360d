"""HTML: what a reader of the page sees."""

from pathlib import Path

import pytest

from tests.pure.documents.read.makers import hinted, read, refusal, texts


def page(body: str) -> bytes:
    return f"<!DOCTYPE html><html><head><title>T</title></head><body>{body}</body></html>".encode()


def test_blocks_are_lines_with_their_hints(tmp_path: Path) -> None:
    source = read(tmp_path, page("<h1>Referat</h1><p>Godkendt&nbsp;af\n alle.</p><p><b>Bilag</b></p>"))
    assert hinted(source) == [("h1", "Referat"), ("", "Godkendt af alle."), ("bold", "Bilag")]
    assert texts(source) == ["Referat", "", "Godkendt af alle.", "", "Bilag"]
    assert source.format == "html"


def test_a_break_ends_the_line_and_two_end_the_paragraph(tmp_path: Path) -> None:
    assert texts(read(tmp_path, page("En<br>To<br><br>Tre"))) == ["En", "To", "", "Tre"]


def test_lists_show_bullets_and_numbers(tmp_path: Path) -> None:
    body = "<ul><li>a<li><p>b</p></ul><ol start=3 type=a><li>c<ol><li>d</ol><li value=9>e</ol>"
    assert texts(read(tmp_path, page(body))) == ["• a", "• b", "", "c. c", "1. d", "i. e"]


def test_the_cells_of_a_row_stand_together(tmp_path: Path) -> None:
    body = "<table><tr><th>Navn<th>Afbud<tr><td><p>Mette</p><td>Ja</table>"
    source = read(tmp_path, page(body))
    assert texts(source) == ["Navn", "Afbud", "", "Mette", "Ja"]
    assert {hint for hint, _ in hinted(source)} == {"cell"}


def test_paragraphs_and_headings_in_a_table_for_looks_keep_apart(tmp_path: Path) -> None:
    body = "<table><tr><td><h2>Punkt 1</h2><p>Om sagen.</p><p>Mere.</p></td></tr></table>"
    source = read(tmp_path, page(body))
    assert texts(source) == ["Punkt 1", "", "Om sagen.", "", "Mere."]
    assert hinted(source)[0] == ("h2", "Punkt 1")


def test_what_a_reader_does_not_see_is_left_out(tmp_path: Path) -> None:
    body = "<script>a()</script><style>b{}</style><!-- c --><p style='display:none'>d</p><p hidden>e</p>Ses"
    assert texts(read(tmp_path, page(body))) == ["Ses"]


def test_menus_and_the_pages_foot_are_running(tmp_path: Path) -> None:
    found = hinted(read(tmp_path, page("<nav><ul><li>Forside</ul></nav><p>Godkendt.</p><footer>Kontakt</footer>")))
    assert found == [("running", "• Forside"), ("", "Godkendt."), ("running", "Kontakt")]


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
def test_a_page_is_read_in_the_encoding_it_names(tmp_path: Path, charset: str) -> None:
    content = f"<html><meta charset={charset}><p>Økonomi</p>".encode(charset)
    assert texts(read(tmp_path, content)) == ["Økonomi"]


def test_a_page_that_names_the_wrong_encoding_is_read_all_the_same(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "<html><meta charset=utf-8><p>Økonomi</p>".encode("cp1252"))) == ["Økonomi"]


def test_a_page_nested_too_deeply_is_refused_and_not_cut_short(tmp_path: Path) -> None:
    assert "for dybt indlejret" in refusal(tmp_path, page("<div>" * 5000 + "bunden"))


def test_a_page_without_words_has_no_text(tmp_path: Path) -> None:
    assert "har ingen tekst" in refusal(tmp_path, page("<p> </p>"))

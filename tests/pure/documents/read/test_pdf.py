"""PDF: lines with their pages, paragraphs as they look, headers and footers marked."""

from pathlib import Path

import pytest

from raadhus.pure.documents.read import Limits
from tests.pure.documents.read.makers import encrypted, hinted, pdf, picture_page, read, refusal, texts, turned

LONG = "Chefforum aftalte at afdelingscheferne udfylder arket inden ugens udgang og sender det til direktionen."


def paragraphs(lines: list[str]) -> list[str]:
    """`lines` joined, up to each empty one."""
    return " ".join(line or "\n" for line in lines).replace(" \n ", "\n").split("\n")


def test_a_paragraph_over_several_lines_ends_at_the_gap(tmp_path: Path) -> None:
    source = read(tmp_path, pdf(f"{LONG}\n\n{LONG}\n\nGodkendt."))
    assert paragraphs(texts(source)) == [LONG, LONG, "Godkendt."]
    assert (source.format, source.pages) == ("pdf", 1)
    assert [line.number for line in source.lines] == list(range(1, len(source.lines) + 1))


def test_lines_of_one_paragraph_are_kept_as_lines(tmp_path: Path) -> None:
    lines = texts(read(tmp_path, pdf("Navn \\\nFormål \\\nHandlinger")))
    assert lines == ["Navn", "Formål", "Handlinger"]


def test_with_double_line_spacing_a_paragraph_still_holds(tmp_path: Path) -> None:
    lines = texts(read(tmp_path, pdf(f"#set par(leading: 1.4em, spacing: 2.4em)\n{LONG}\n\n{LONG}")))
    assert paragraphs(lines) == [LONG, LONG]


def test_a_bold_heading_without_a_gap_is_its_own_paragraph(tmp_path: Path) -> None:
    """As Word sets a heading that is only made bold."""
    source = read(tmp_path, pdf(f"#set block(spacing: 0.65em)\n#block[*Sagsfremstilling*]\n#block[{LONG}]"))
    assert hinted(source)[0] == ("bold", "Sagsfremstilling")
    assert texts(source)[1] == ""
    assert paragraphs(texts(source))[1] == LONG


def test_a_bold_word_does_not_make_a_line_bold(tmp_path: Path) -> None:
    assert hinted(read(tmp_path, pdf("*Beslutning:* godkendt.")))[0][0] == ""


def test_a_paragraph_runs_on_over_the_end_of_a_page(tmp_path: Path) -> None:
    source = read(tmp_path, pdf("#set page(height: 105pt)\n" + LONG))
    assert {line.page for line in source.lines} == {1, 2}
    assert "" not in texts(source)
    assert paragraphs(texts(source)) == [LONG]


def test_a_paragraph_that_ended_on_a_page_does_not_run_on(tmp_path: Path) -> None:
    source = read(tmp_path, pdf("Godkendt.\n#pagebreak()\nPunkt 2"))
    assert [(line.text, line.page) for line in source.lines] == [("Godkendt.", 1), ("", 1), ("Punkt 2", 2)]


def with_foot(pages: int) -> bytes:
    foot = "#context [Side #counter(page).display() af #counter(page).final().first()]"
    head = f"#set page(header: [Albertslund Kommune], footer: {foot.removeprefix('#')})\n"
    bodies = [f"Punkt {number} handler om {number * 7} boliger." for number in range(1, pages + 1)]
    return pdf(head + "\n#pagebreak()\n".join(bodies))


def test_header_and_footer_are_running_and_still_there(tmp_path: Path) -> None:
    found = hinted(read(tmp_path, with_foot(4)))
    assert [text for hint, text in found if hint == "running"] == [
        line for page in range(1, 5) for line in ("Albertslund Kommune", f"Side {page} af 4")
    ]
    assert [text for hint, text in found if not hint][2] == "Punkt 3 handler om 21 boliger."


def test_a_paragraph_runs_on_past_the_footer(tmp_path: Path) -> None:
    head = "#set page(height: 105pt, footer: context [Side #counter(page).display()])\n"
    source = read(tmp_path, pdf(head + LONG))
    body = [line.text for line in source.lines if line.hint != "running"]
    assert paragraphs(body) == [LONG]
    assert [line.text for line in source.lines if line.hint == "running"] == ["Side 1", "Side 2"]


def test_items_that_each_begin_a_page_are_not_taken_for_a_header(tmp_path: Path) -> None:
    source = read(tmp_path, pdf("\n#pagebreak()\n".join(f"Punkt {number}\n\nOm sagen." for number in range(1, 6))))
    assert ("", "Punkt 3") in hinted(source)


def test_the_same_heading_below_other_text_is_not_running(tmp_path: Path) -> None:
    source = read(tmp_path, pdf("\n#pagebreak()\n".join(f"{word}\n\nBeslutning\n\n{word}" for word in ("A", "B", "C"))))
    assert {hint for hint, _ in hinted(source)} == {""}


def test_a_page_number_by_itself_is_running_on_the_only_page_that_has_one(tmp_path: Path) -> None:
    second = "#set page(footer: [Side 2])\nMere tekst"
    assert hinted(read(tmp_path, pdf(f"Tekst\n#pagebreak()\n{second}")))[-1] == ("running", "Side 2")


def test_a_broken_word_is_joined_and_a_left_out_word_is_not(tmp_path: Path) -> None:
    source = read(tmp_path, pdf("Sagen for Økonomi-\\\nudvalget om sprog-\\\nog kulturområdet i 2018-\\\n2021"))
    assert texts(source) == ["Sagen for Økonomiudvalget", "om sprog-", "og kulturområdet i 2018-2021"]


def test_hyphenated_setting_gives_the_words_back(tmp_path: Path) -> None:
    words = "Integrationsindsatsen beskrives i redegørelsen for boligbyggeprogrammet og dagpasningsprognosen."
    narrow = "#set page(width: 190pt)\n#set text(hyphenate: true)\n#set par(justify: true)\n"
    lines = texts(read(tmp_path, pdf(narrow + words)))
    assert len(lines) > 2
    assert paragraphs(lines) == [words]


def test_two_columns_are_two_paragraphs(tmp_path: Path) -> None:
    lines = texts(read(tmp_path, pdf("#set page(columns: 2)\nFormand:\\\nMette\n#colbreak()\nSekretær:\\\nOle")))
    assert lines == ["Formand:", "Mette", "", "Sekretær:", "Ole"]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_is_shown_turned_has_the_same_paragraphs(tmp_path: Path, degrees: int) -> None:
    lying = f"#rotate(-{degrees}deg, reflow: true, block(width: 140pt)[{LONG}\n\n{LONG}\n\nGodkendt.])"
    source = read(tmp_path, turned(pdf("#set page(width: 400pt, height: 400pt)\n" + lying), degrees))
    assert paragraphs(texts(source)) == [LONG, LONG, "Godkendt."]


def test_a_pdf_with_only_an_owners_password_is_read(tmp_path: Path) -> None:
    assert texts(read(tmp_path, encrypted(pdf("Godkendt."), user="", owner="hemmelig"))) == ["Godkendt."]


def test_an_encrypted_pdf_is_refused_as_encrypted(tmp_path: Path) -> None:
    assert refusal(tmp_path, encrypted(pdf("Godkendt."), user="kode", owner="hemmelig"), "x.pdf") == (
        "»x.pdf« er beskyttet med adgangskode. Gem en udgave uden adgangskode, og læs den."
    )


def test_a_broken_pdf_is_refused_as_broken(tmp_path: Path) -> None:
    assert refusal(tmp_path, pdf("Godkendt.")[:200], "x.pdf") == (
        "»x.pdf« er en PDF-fil, som er ødelagt eller ufuldstændig. Hent eller gem filen igen."
    )


def test_a_scanned_pdf_is_refused_as_scanned(tmp_path: Path) -> None:
    assert refusal(tmp_path, pdf(picture_page()), "x.pdf") == (
        "»x.pdf« er scannet og har ingen tekst. Kør den gennem tekstgenkendelse, eller skriv referatet af."
    )


def test_a_pdf_scanned_for_the_most_part_is_refused_and_says_how_much(tmp_path: Path) -> None:
    source = "Forside\n" + f"#pagebreak()\n{picture_page()}" * 2
    assert "er scannet og har ingen tekst på 2 af 3 sider" in refusal(tmp_path, pdf(source))


def test_one_picture_among_pages_of_text_is_marked(tmp_path: Path) -> None:
    source = read(tmp_path, pdf(f"En\n#pagebreak()\nTo\n#pagebreak()\n{picture_page()}"))
    assert [(line.page, line.text) for line in source.lines if line.hint == "picture"] == [(3, "")]


def test_a_pdf_of_empty_pages_has_no_text(tmp_path: Path) -> None:
    assert "har ingen tekst. Kontrollér" in refusal(tmp_path, pdf("#pagebreak()"))


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        (Limits(pages=2), "har 3 sider; højst 2 kan læses"),
        (Limits(characters=10), "har mere end 10 tegn"),
        (Limits(file_bytes=100), "højst 0 MB kan læses"),
    ],
)
def test_a_pdf_beyond_a_limit_is_refused_with_the_limit(tmp_path: Path, limits: Limits, says: str) -> None:
    content = pdf("Første side\n#pagebreak()\nAnden side\n#pagebreak()\nTredje side")
    assert says in refusal(tmp_path, content, limits=limits)

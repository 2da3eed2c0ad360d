"""Word files: as they show, with their headings, lists and tables."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from raadhus.pure.documents.read import Limits
from tests.pure.documents.read.makers import hinted, read, refusal, texts, zipped


def saved(document: Any) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def body(xml: str, **parts: str) -> bytes:
    """The smallest Word file with this inside its body, and other parts ("numbering", "styles") where given."""
    wrap = f"<w:{{0}} {nsdecls('w')}>{{1}}</w:{{0}}>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(f'<Relationship Id="r{name}" Type="{kind}/{name}" Target="{name}.xml"/>' for name in parts)
    space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    return zipped(
        {
            "word/document.xml": wrap.format("document", f"<w:body>{xml}</w:body>").encode(),
            "word/_rels/document.xml.rels": f"<Relationships {space}>{relations}</Relationships>".encode(),
            **{f"word/{name}.xml": wrap.format(name, content).encode() for name, content in parts.items()},
        }
    )


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def test_headings_paragraphs_and_bold_lines_are_told_apart(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Referat", 0)
    document.add_heading("Punkt 1", 2)
    document.add_paragraph("Godkendt.")
    document.add_paragraph().add_run("Bilag").bold = True
    document.add_paragraph("Delvis ").add_run("fed").bold = True
    source = read(tmp_path, saved(document))
    assert hinted(source) == [
        ("h1", "Referat"),
        ("h2", "Punkt 1"),
        ("", "Godkendt."),
        ("bold", "Bilag"),
        ("", "Delvis fed"),
    ]
    assert texts(source) == ["Referat", "", "Punkt 1", "", "Godkendt.", "", "Bilag", "", "Delvis fed"]
    assert (source.format, source.pages) == ("docx", None)


def test_word_lists_show_their_numbers_and_bullets(tmp_path: Path) -> None:
    document = docx.Document()
    for style in ("List Number", "List Number", "List Bullet"):
        document.add_paragraph("at sagen godkendes", style)
    lines = hinted(read(tmp_path, saved(document)))
    assert lines == [("li", f"{mark} at sagen godkendes") for mark in ("1.", "2.", "•")]


LEVELS = """
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="8">
 <w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
</w:num>
"""


def item(text: str, number: int = 7, level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_nested_numbers_count_on_and_begin_again(tmp_path: Path) -> None:
    items = item("a") + item("b", level=1) + item("c", level=1) + item("d") + item("e", level=1) + item("f", number=8)
    lines = texts(read(tmp_path, body(items, numbering=LEVELS)))
    assert lines == ["3. a", "3.a) b", "3.b) c", "4. d", "4.a) e", "1. f"]


def test_a_list_whose_numbers_are_unknown_is_still_a_list(tmp_path: Path) -> None:
    assert hinted(read(tmp_path, body(item("at sagen godkendes", number=99)))) == [("li", "at sagen godkendes")]


def test_a_table_is_cells_with_an_empty_line_after_each_row(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for cell, text in zip(table._cells, ("Navn", "Afbud", "Mette", "Ja"), strict=True):
        cell.text = text
    source = read(tmp_path, saved(document))
    assert texts(source) == ["Navn", "Afbud", "", "Mette", "Ja"]
    assert {hint for hint, _ in hinted(source)} == {"cell"}


def test_deleted_and_hidden_words_do_not_show_and_inserted_ones_do(tmp_path: Path) -> None:
    xml = (
        "<w:p><w:r><w:t>Godkendt</w:t></w:r><w:del><w:r><w:delText> ikke</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> enstemmigt</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> hemmeligt</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>"
    )
    assert texts(read(tmp_path, body(xml))) == ["Godkendt enstemmigt."]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    xml = paragraph("Udsat til ", "<w:rPr><w:del/></w:rPr>") + paragraph("næste møde.")
    assert texts(read(tmp_path, body(xml))) == ["Udsat til næste møde."]


def test_a_line_break_in_a_paragraph_is_a_line_end_without_an_empty_line(tmp_path: Path) -> None:
    xml = "<w:p><w:r><w:t>Tilstede:</w:t><w:br/><w:t>Mette</w:t><w:tab/><w:t>formand</w:t></w:r></w:p>"
    assert texts(read(tmp_path, body(xml))) == ["Tilstede:", "Mette\tformand"]


def test_headers_and_footers_are_running_and_come_once(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Albertslund Kommune"
    document.sections[0].footer.paragraphs[0].text = "Side"
    document.add_paragraph("Godkendt.")
    found = hinted(read(tmp_path, saved(document)))
    assert found == [("running", "Albertslund Kommune"), ("", "Godkendt."), ("running", "Side")]


def test_a_text_box_comes_after_its_paragraph_and_only_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('I boksen')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = (
        f"<mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    xml = f"<w:p><w:r><w:t>Før</w:t></w:r><w:r>{both}</w:r></w:p>" + paragraph("Efter")
    assert [text for _, text in hinted(read(tmp_path, body(xml)))] == ["Før", "I boksen", "Efter"]


def test_links_fields_and_content_controls_show_their_text(tmp_path: Path) -> None:
    xml = (
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>Bilag</w:t></w:r></w:hyperlink>"
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t> 3</w:t></w:r></w:fldSimple>'
        "<w:r><w:instrText> TOC </w:instrText></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert texts(read(tmp_path, body(xml))) == ["Bilag 3"]


def test_a_word_file_without_words_has_no_text(tmp_path: Path) -> None:
    assert "har ingen tekst" in refusal(tmp_path, body("<w:p/>"))


def test_a_truncated_word_file_is_broken(tmp_path: Path) -> None:
    content = saved(docx.Document())
    assert "er en Word-fil, som er ødelagt" in refusal(tmp_path, content[: len(content) // 2], "x.docx")


def test_an_entity_in_the_xml_is_not_even_looked_at(tmp_path: Path) -> None:
    content = zipped({"word/document.xml": b'<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>'})
    assert "egne definitioner (DTD)" in refusal(tmp_path, content)


@pytest.mark.parametrize("limits", [Limits(), Limits(part_bytes=100), Limits(parts=1), Limits(unpacked_bytes=100)])
def test_a_zip_bomb_is_not_unpacked(tmp_path: Path, limits: Limits) -> None:
    content = zipped({"word/document.xml": b" " * 3_000_000, "word/styles.xml": b""})
    assert "pakker ud til urimeligt meget" in refusal(tmp_path, content, limits=limits)


def test_a_part_that_lies_of_its_size_is_stopped_on_the_way(tmp_path: Path) -> None:
    content = bytearray(zipped({"word/document.xml": b" " * 3_000_000}))
    size = (3_000_000).to_bytes(4, "little")
    for place in (content.index(size), content.rindex(size)):
        content[place : place + 4] = (1000).to_bytes(4, "little")
    assert refusal(tmp_path, bytes(content))


def test_a_word_file_of_too_many_characters_is_refused(tmp_path: Path) -> None:
    assert "har mere end 5 tegn" in refusal(tmp_path, body(paragraph("Godkendt.")), limits=Limits(characters=5))


def test_the_maker_of_these_files_makes_real_word_files(tmp_path: Path) -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}><w:r><w:t>Tekst</w:t></w:r></w:p>"))
    assert texts(read(tmp_path, saved(document))) == texts(read(tmp_path, body(paragraph("Tekst"))))

"""A document tree → a Word file with real headings, lists and tables; the same tree gives the same bytes."""

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from raadhus.pure.documents.tree import Block, Document, Fact, Item, NameList, Paragraph, PointList, Section, Table
from raadhus.pure.documents.write.characters import shown

_SIZES = {"a4": (210, 297), "a4-landscape": (297, 210), "a3-landscape": (420, 297)}
_WIDE_MARGIN, _MARGIN = 14, 28  # mm
_POINT = Mm(6)
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the oldest that a zip file knows; its own clock would make each file different


def write_docx(document: Document) -> bytes:
    """The file; every text stands in it as it is, but signs that nobody can see, which are spelt out."""
    word: Any = docx.Document()
    _set_up(word, document)
    word.add_heading(shown(document.title), level=0)
    for fact in document.facts:
        _fact(word, fact)
    for section in document.opening:
        _section(word, section, document.page, level=1)
    _contents(word, document)
    for number, item in enumerate(document.items, 1):
        _item(word, item, document.page, f"punkt_{number}")
    held = BytesIO()
    word.save(held)
    return _without_clock(held.getvalue())


def _set_up(word: Any, document: Document) -> None:
    properties = word.core_properties
    properties.title, properties.author = shown(document.title)[:255], shown(document.author)[:255]
    properties.language, properties.comments = document.language, ""
    day = datetime(document.date.year, document.date.month, document.date.day)
    properties.created = properties.modified = day
    page = word.sections[0]
    width, height = _SIZES[document.page]
    page.page_width, page.page_height = Mm(width), Mm(height)
    page.orientation = WD_ORIENT.LANDSCAPE if width > height else WD_ORIENT.PORTRAIT
    margin = Mm(_WIDE_MARGIN if width > height else _MARGIN)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = margin
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "IBM Plex Sans", Pt(10.5)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), document.language)
    normal.element.get_or_add_rPr().append(language)


def _fact(word: Any, fact: Fact) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(shown(f"{fact.label}: ")).bold = True
    paragraph.add_run(shown(fact.text))


def _contents(word: Any, document: Document) -> None:
    """The titles, each a link to its item; without page numbers, which only Word itself knows."""
    if document.items:
        word.add_heading(shown(document.contents_heading), level=1)
    for number, item in enumerate(document.items, 1):
        paragraph = word.add_paragraph(f"{number}. ")
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), f"punkt_{number}")
        link.append(paragraph.add_run(shown(item.title))._r)
        paragraph._p.append(link)


def _item(word: Any, item: Item, page: str, mark: str) -> None:
    label = f"{item.label}: {item.title}" if item.label else item.title
    heading = word.add_heading(shown(label), level=1)
    heading.paragraph_format.page_break_before = True
    _mark(heading, mark)
    for note in item.notes:
        word.add_paragraph(shown(note))
    for section in item.sections:
        _section(word, section, page, level=2)


def _mark(heading: Any, name: str) -> None:
    """Let links lead to the heading."""
    begin, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for edge in (begin, end):
        edge.set(qn("w:id"), name.rpartition("_")[2])
    begin.set(qn("w:name"), name)
    heading._p.append(begin)
    heading._p.append(end)


def _section(word: Any, section: Section, page: str, *, level: int) -> None:
    before = len(word.element.body)
    if section.heading:
        word.add_heading(shown(section.heading), level=level)
    for block in section.blocks:
        _block(word, block, page)
    if section.is_outcome:
        _set_off(word.element.body[before - 1 : -1])


def _set_off(parts: Any) -> None:
    """A line to the left of each paragraph."""
    for part in parts:
        if part.tag == qn("w:p"):
            edges, line = OxmlElement("w:pBdr"), OxmlElement("w:left")
            for name, worth in (("val", "single"), ("sz", "12"), ("space", "10"), ("color", "1A1A1A")):
                line.set(qn(f"w:{name}"), worth)
            edges.append(line)
            part.get_or_add_pPr().insert_element_before(edges, "w:shd", "w:spacing", "w:ind", "w:jc", "w:rPr")


def _block(word: Any, block: Block, page: str) -> None:
    match block:
        case Paragraph(text):
            word.add_paragraph(shown(text))
        case PointList(entries):
            for entry in entries:
                point = word.add_paragraph(shown(f"{entry.marker} {entry.text}")).paragraph_format
                point.left_indent, point.first_line_indent = _POINT, -_POINT
        case NameList(names):
            for name in names:
                word.add_paragraph(shown(name))
        case Table():
            _table(word, block, page)


def _table(word: Any, block: Table, page: str) -> None:
    table = word.add_table(rows=1, cols=len(block.head), style="Table Grid")
    size = Pt(8) if block.widths else Pt(10)
    _fill(table.rows[0], block.head, size, is_bold=True)
    _repeat(table.rows[0])
    for row in block.rows:
        _fill(table.add_row(), row, size, is_bold=False)
    if block.widths:
        whole = _SIZES[page][0] - 2 * _WIDE_MARGIN
        table.autofit = False
        for column, width in zip(table.columns, block.widths, strict=True):
            column.width = Mm(whole * width / sum(block.widths))


def _fill(row: Any, texts: tuple[str, ...], size: Any, *, is_bold: bool) -> None:
    for cell, text in zip(row._tr.tc_lst, texts, strict=True):
        paragraph = cell.p_lst[0]
        run = paragraph.add_r()
        run.text = shown(text)
        properties = run.get_or_add_rPr()
        properties.sz_val = size
        if is_bold:
            properties.get_or_add_b()


def _repeat(row: Any) -> None:
    """Let the head stand on every page, which is also how a screen reader knows it as one."""
    head = OxmlElement("w:tblHeader")
    row._tr.get_or_add_trPr().append(head)


def _without_clock(data: bytes) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return held.getvalue()

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
    for item in document.items:
        _item(word, item, document.page)
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


def _item(word: Any, item: Item, page: str) -> None:
    label = f"{item.label}: {item.title}" if item.label else item.title
    heading = word.add_heading(shown(label), level=1)
    heading.paragraph_format.page_break_before = True
    for note in item.notes:
        word.add_paragraph(shown(note))
    for section in item.sections:
        _section(word, section, page, level=2)


def _section(word: Any, section: Section, page: str, *, level: int) -> None:
    if section.heading:
        word.add_heading(shown(section.heading), level=level)
    for block in section.blocks:
        _block(word, block, page)


def _block(word: Any, block: Block, page: str) -> None:
    match block:
        case Paragraph(text):
            word.add_paragraph(shown(text))
        case PointList(entries):
            for entry in entries:
                word.add_paragraph(shown(f"{entry.marker} {entry.text}"))
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

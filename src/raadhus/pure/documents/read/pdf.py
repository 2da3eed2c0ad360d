"""PDF → lines with page and place, by PDFium: one call for a page's text, and four for each line's place."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_double, c_int, create_string_buffer

import pypdfium2
from pypdfium2 import raw

from raadhus.pure.documents.read import refusals
from raadhus.pure.documents.read.cleaning import clean, is_plain, share_unreadable
from raadhus.pure.documents.read.hyphens import join_broken_words
from raadhus.pure.documents.read.limits import Limits
from raadhus.pure.documents.read.paragraphs import mark_ends, source_lines
from raadhus.pure.documents.read.placed import PlacedLine
from raadhus.pure.documents.read.running import mark_running
from raadhus.pure.kernel.source_text import SourceText

WHAT = "en PDF-fil"
_MOST_UNREADABLE = 0.3
# PDFium writes U+FFFE for a hyphen with which a line ends, in place of the hyphen and of the line's end.
_HYPHEN = "\ufffe"
_LINE = re.compile("([^\r\n\ufffe]*)(\ufffe|\r\n?|\n|$)")
Place = tuple[float, float, float, float]
_BOLD = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)


def read_pdf(data: bytes, name: str, limits: Limits) -> SourceText:
    """The lines of the PDF in `data`; `Refused` where it is encrypted, broken, scanned or too large."""
    with _opened(data, name) as document:
        pages = len(document)
        if pages > limits.pages:
            raise refusals.too_many_pages(name, pages, limits.pages)
        lines = _all_lines(document, name, limits)
    _refuse_without_text(lines, name, pages)
    mark_running(lines, pages)
    mark_ends(lines)
    join_broken_words(lines)
    return SourceText(name, "pdf", source_lines(lines), pages)


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise refusals.encrypted(name) from error
        raise refusals.broken(name, WHAT) from error
    try:
        yield document
    finally:
        document.close()


def _all_lines(document: pypdfium2.PdfDocument, name: str, limits: Limits) -> list[PlacedLine]:
    lines: list[PlacedLine] = []
    characters = 0
    for number in range(len(document)):
        try:
            text, placed = _page_lines(document, number)
        except pypdfium2.PdfiumError as error:
            raise refusals.broken(name, WHAT) from error
        if share_unreadable(text.replace(_HYPHEN, "")) > _MOST_UNREADABLE:
            raise refusals.unreadable_type(name)
        characters += len(text)
        if characters > limits.characters:
            raise refusals.too_much_text(name, limits.characters)
        lines += placed
    return lines


def _page_lines(document: pypdfium2.PdfDocument, number: int) -> tuple[str, list[PlacedLine]]:
    page = document[number]
    try:
        textpage = page.get_textpage()
        try:
            text = textpage.get_text_range()
            lines = list(_placed(textpage, text, number + 1, page.get_rotation(), page.get_size()))
        finally:
            textpage.close()
        if not lines and next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]), None):
            lines.append(PlacedLine("", number + 1, picture=True))
        return text, lines
    finally:
        page.close()


def _placed(
    textpage: pypdfium2.PdfTextPage, text: str, page: int, rotation: int, size: tuple[float, float]
) -> Iterator[PlacedLine]:
    """The lines of `text` as PDFium breaks them; where a character's place is unknown, it counts as 0.

    A line's right end and its font's height are those of its last letter, since a bullet may come first and PDFium
    knows no place of the hyphen that it took away.
    """
    handle = textpage.raw
    x, y, box = c_double(), c_double(), raw.FS_RECTF()
    plain = str.strip if is_plain(text.replace(_HYPHEN, "")) else clean
    for match in _LINE.finditer(text):
        seen, end = match.groups()
        line = plain(seen + "-") if end == _HYPHEN else plain(seen)
        if not line:
            continue
        first = match.start() + len(seen) - len(seen.lstrip())
        last = match.start() + max(len(seen.rstrip()) - 1, 0)
        raw.FPDFText_GetCharOrigin(handle, first, x, y)
        raw.FPDFText_GetLooseCharBox(handle, last, box)
        bold = _is_bold(handle, first) and _is_bold(handle, last)
        yield PlacedLine(line, page, *_place(x.value, y.value, box, rotation, size), bold)


def _place(x: float, y: float, box: raw.FS_RECTF, rotation: int, size: tuple[float, float]) -> Place:
    """Left, right, base and height as they show on a page of this shown `size`, turned `rotation` degrees clockwise.

    PDFium gives places on the unturned page: `x` and `y` where a line begins, `box` around its last letter.
    """
    width, height = size
    if rotation == 90:
        return y, box.top, height - x, box.right - box.left
    if rotation == 180:
        return width - x, width - box.left, height - y, box.top - box.bottom
    if rotation == 270:
        return width - y, width - box.bottom, x, box.right - box.left
    return x, box.right, y, box.top - box.bottom


_font_name = create_string_buffer(128)
_font_flags = c_int()


def _is_bold(handle: object, index: int) -> bool:
    length = raw.FPDFText_GetFontInfo(handle, index, _font_name, 128, _font_flags)
    return 0 < length <= 128 and bool(_BOLD.search(_font_name.value))


def _refuse_without_text(lines: list[PlacedLine], name: str, pages: int) -> None:
    """Refused where half of the pages or more are pictures, since what they say would be lost unseen."""
    pictures = sum(line.picture for line in lines)
    if pictures and pictures * 2 >= pages:
        raise refusals.scanned(name, pictures, pages)
    if len(lines) == pictures:
        raise refusals.blank(name)

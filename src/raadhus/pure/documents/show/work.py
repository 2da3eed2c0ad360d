"""The child's side: a file's bytes → what can be shown of it, or a page of it as a picture."""

import json
import struct
import zlib
from itertools import accumulate
from typing import Any

import pypdfium2

from raadhus.pure.documents.grid import Worksheet
from raadhus.pure.documents.read.cleaning import clean
from raadhus.pure.documents.read.docx import read_docx
from raadhus.pure.documents.read.limits import DEFAULT
from raadhus.pure.documents.read.plain import read_plain
from raadhus.pure.documents.read.workbook.reading import read_workbook
from raadhus.pure.documents.show.looks import Look, PageLook, SheetLook, TextLine
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.kernel.source_text import SourceText

_MOST_PAGES, _MOST_LETTERS, _MOST_ROWS, _MOST_COLUMNS = 400, 400_000, 500, 40
_WIDEST = 2000
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_BROKEN = "Filen kan ikke vises her: den er beskadiget eller låst. Hent den, og prøv at åbne den på din maskine."


def answer(asked: bytes) -> bytes:
    """A question as JSON, a line end and the bytes → the look as JSON, or the page's PNG."""
    head, _, data = asked.partition(b"\n")
    question = json.loads(head)
    if "page" in question:
        return _page_picture(data, question["page"], question["width"])
    return json.dumps(_plain(_look(data, question["name"]))).encode()


def _plain(look: Look) -> dict[str, Any]:
    return {
        "pages": [(page.width, page.height, page.text) for page in look.pages],
        "lines": [(line.text, line.level) for line in look.lines],
        "sheets": [(sheet.name, sheet.rows) for sheet in look.sheets],
        "is_picture": look.is_picture,
        "is_cut": look.is_cut,
    }


def _look(data: bytes, name: str) -> Look:
    ending = name.rpartition(".")[2].lower()
    if b"%PDF-" in data[:1024]:
        return _look_of_pdf(data)
    if data.startswith(_PICTURES):
        return Look(is_picture=True)
    if ending == "docx":
        return _look_of_text(read_docx(data, name, DEFAULT))
    if ending in ("txt", "csv"):
        return _look_of_text(read_plain(data, name, DEFAULT))
    if ending == "xlsx":
        return _look_of_sheets([sheet for sheet in read_workbook(data, name).sheets if not sheet.is_hidden])
    return Look()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refused(_BROKEN) from error


def _look_of_pdf(data: bytes) -> Look:
    pages: list[PageLook] = []
    left = _MOST_LETTERS
    with _opened(data) as document:
        for number in range(min(len(document), _MOST_PAGES)):
            try:
                width, height = document.get_page_size(number)
                text = _text_of(document[number])[:left]
            except pypdfium2.PdfiumError as error:
                raise Refused(_BROKEN) from error
            left -= len(text)
            pages.append(PageLook(width, height, text))
        return Look(pages=tuple(pages), is_cut=len(document) > _MOST_PAGES or left <= 0)


def _text_of(page: pypdfium2.PdfPage) -> str:
    """The page's lines; PDFium writes U+FFFE for a hyphen at a line's end."""
    text: str = page.get_textpage().get_text_range().replace("\ufffe", "-")
    return "\n".join(filter(None, map(clean, text.splitlines())))


def _look_of_text(source: SourceText) -> Look:
    lines = [line for line in source.lines if line.hint != "running"]
    ends = accumulate(len(line.text) for line in lines)
    shown = [line for line, end in zip(lines, ends, strict=True) if end <= _MOST_LETTERS]
    return Look(
        lines=tuple(TextLine(line.text, int(line.hint[1:]) if line.hint.startswith("h") else 0) for line in shown),
        is_cut=len(shown) < len(lines),
    )


def _look_of_sheets(sheets: list[Worksheet]) -> Look:
    looks = [_look_of_sheet(sheet) for sheet in sheets]
    return Look(sheets=tuple(look for look, _ in looks), is_cut=any(is_cut for _, is_cut in looks))


def _look_of_sheet(sheet: Worksheet) -> tuple[SheetLook, bool]:
    rows = {row: cells for row, cells in sheet.rows.items() if row not in sheet.hidden_rows and cells}
    used = sorted({column for cells in rows.values() for column in cells})
    shown_columns, shown_rows = used[:_MOST_COLUMNS], sorted(rows)[:_MOST_ROWS]
    texts = tuple(
        tuple(rows[row][column].text if column in rows[row] else "" for column in shown_columns) for row in shown_rows
    )
    return SheetLook(sheet.name, texts), len(used) > _MOST_COLUMNS or len(rows) > _MOST_ROWS


def _page_picture(data: bytes, number: int, width: int) -> bytes:
    with _opened(data) as document:
        if not 1 <= number <= min(len(document), _MOST_PAGES):
            raise Refused("Filen har ikke så mange sider.")
        page = document[number - 1]
        scale = min(width, _WIDEST) / max(page.get_width(), 1.0)
        scale = min(scale, 2 * _WIDEST / max(page.get_height(), 1.0))
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False, draw_annots=True)
        return _png(bitmap)


def _png(bitmap: pypdfium2.PdfBitmap) -> bytes:
    """The picture as PNG, each line as its difference from the one above: white paper is nearly nothing."""
    pixels = bitmap.to_numpy()
    if pixels.ndim == 2:
        pixels = pixels[:, :, None]
    pixels = pixels[:, :, :3]
    height, width, channels = pixels.shape
    lines = pixels.reshape(height, width * channels)
    change = lines.copy()
    change[1:] -= lines[:-1]
    body = b"".join(b"\x02" + line.tobytes() for line in change)
    head = struct.pack(">IIBBBBB", width, height, 8, {1: 0, 3: 2}[channels], 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(body, 6)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

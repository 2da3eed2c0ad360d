"""Plain text, in whatever encoding a Danish file is likely to have."""

import codecs
import re
from collections.abc import Iterator

from raadhus.pure.documents.read import refusals
from raadhus.pure.documents.read.cleaning import plain_characters
from raadhus.pure.documents.read.limits import Limits
from raadhus.pure.documents.read.placed import PlacedLine
from raadhus.pure.documents.read.running import mark_running
from raadhus.pure.kernel.source_text import SourceLine, SourceText

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# DOS ended a text with \x1a, and old printers took \x1b; neither makes a file binary.
_BINARY = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f]")
_MOST_BINARY = 0.005


def read_plain(data: bytes, name: str, limits: Limits) -> SourceText:
    """The lines of a text file. Where it has form feeds, they are its page breaks."""
    text = plain_characters(decoded(data, name))
    if len(text) > limits.characters:
        raise refusals.too_much_text(name, limits.characters)
    if not text.strip():
        raise refusals.blank(name)
    pages = text.rstrip("\f\n\r ").split("\f")
    if len(pages) == 1:
        return SourceText(name, "txt", tuple(_lines(text.replace("\f", ""))))
    if len(pages) > limits.pages:
        raise refusals.too_many_pages(name, len(pages), limits.pages)
    return SourceText(name, "txt", tuple(_paged_lines(pages)), len(pages))


def decoded(data: bytes, name: str) -> str:
    """`data` by its byte order mark, else as UTF-8, else as Windows-1252; `Refused` where it is no text at all."""
    text = _decoded(data, name)
    binary = len(_BINARY.findall(text))
    if "\x00" in text or binary > max(2, _MOST_BINARY * len(text)):
        raise refusals.unknown_type(name)
    return text


def _decoded(data: bytes, name: str) -> str:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise refusals.broken(name, "en tekstfil") from error
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise refusals.unknown_type(name)


def _lines(text: str) -> Iterator[SourceLine]:
    for number, line in enumerate(text.splitlines(), 1):
        yield SourceLine(line.rstrip(), number)


def _paged_lines(pages: list[str]) -> Iterator[SourceLine]:
    placed = [line for number, page in enumerate(pages, 1) for line in _placed(page, number)]
    written = [line for line in placed if line.text]
    mark_running(written, len(pages))
    for number, line in enumerate(placed, 1):
        yield SourceLine(line.text, number, line.page, "running" if line.running else "")


def _placed(page: str, number: int) -> Iterator[PlacedLine]:
    """Lines at 12 points' distance, counted from the nearer end of the page: so that a footer is at the same height."""
    lines = page.splitlines()
    for index, line in enumerate(lines):
        from_below = len(lines) - index
        base = 12.0 * from_below if from_below <= index else 100_000 - 12.0 * index
        yield PlacedLine(line.rstrip(), number, base=base)

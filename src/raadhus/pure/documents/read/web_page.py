"""HTML → lines: a line for each block and each <br>, an empty one where a block ends."""

import codecs
import re
from dataclasses import dataclass, field

from lxml import etree

from raadhus.pure.documents.read import refusals
from raadhus.pure.documents.read.cleaning import plain_characters
from raadhus.pure.documents.read.limits import Limits
from raadhus.pure.documents.read.lines import LineWriter
from raadhus.pure.documents.read.numerals import numeral
from raadhus.pure.documents.read.plain import decoded
from raadhus.pure.kernel.source_text import SourceText

WHAT = "en webside"
_UNSEEN = frozenset(
    ("script", "style", "head", "template", "noscript", "svg", "iframe", "object", "select", "textarea")
)
_INLINE = frozenset(
    ("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del",
     "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s",
     "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr")
)  # fmt: skip
_HINTS = {**{f"h{level}": f"h{level}" for level in range(1, 7)}, "li": "li", "td": "cell", "th": "cell"}
# A list item or a cell is followed by its neighbour without an empty line.
_SMALL = frozenset(("li", "td", "th"))
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
# What browsers take the name for: Latin-1 is read as Windows-1252.
_CHARSETS = {
    b"utf-8": "utf-8",
    b"iso-8859-1": "cp1252",
    b"windows-1252": "cp1252",
    b"iso-8859-15": "iso-8859-15",
    b"us-ascii": "cp1252",
}
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SPACES = re.compile(r"\s+")
_ORDERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


def read_web_page(data: bytes, name: str, limits: Limits) -> SourceText:
    """The visible lines of the page in `data`, with the hints of its headings, list items, cells and bold lines.

    Menus (<nav>) and the page's foot (<footer>) are "running". Numbers of ordered lists and bullets are written out.
    """
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    text = plain_characters(_text(data, name))
    if len(text) > 3 * limits.characters:
        raise refusals.too_much_text(name, limits.characters)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise refusals.broken(name, WHAT) from error
    if _was_cut_short(parser):
        raise refusals.too_deep(name)
    writer = LineWriter(name, limits.characters)
    if root is not None:
        _Walk(writer).over(root)
    if not (lines := writer.lines()):
        raise refusals.blank(name)
    return SourceText(name, "html", lines)


def _text(data: bytes, name: str) -> str:
    """Decoded as the page says of itself, in the encodings that Danish pages have; else like any other text."""
    match = _CHARSET.search(data[:4096])
    encoding = _CHARSETS.get(match[1].lower()) if match and not data.startswith(_BOMS) else None
    if encoding:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            return decoded(data, name)
    return decoded(data, name)


def _was_cut_short(parser: etree.HTMLParser) -> bool:
    """Whether the parser gave up at one of its limits instead of reading on."""
    return any(entry.level_name == "FATAL" and "depth" in entry.message.lower() for entry in parser.error_log)


@dataclass
class _Walk:
    """Goes through the elements in the order of the page and writes a line whenever one is full.

    `gap` asks for an empty line before the next; `fresh` is a list item or cell without a line yet; `orders` are the
    numbers that the open lists have come to, None for a list with bullets.
    """

    writer: LineWriter
    parts: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    orders: list[int | None] = field(default_factory=list)
    bold_depth: int = 0
    unbold: bool = False
    marker: str = ""
    gap: bool = False
    fresh: bool = False

    def over(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            unseen = _is_unseen(element)
            if event == "start" and unseen:
                walk.skip_subtree()
            elif event == "start":
                self._enter(element)
            else:
                if not unseen:
                    self._leave(element)
                if element is not root:
                    self._write(element.tail)
        self._end_line()

    def _enter(self, element: etree._Element) -> None:
        self._block_edge(element)
        if hint := _hint(element):
            self.hints.append(hint)
        if element.tag in _SMALL:
            self.fresh = True
        if element.tag in ("ol", "ul"):
            self.orders.append(_whole(element.get("start"), 1) if element.tag == "ol" else None)
        if element.tag == "li":
            self._take_marker(element)
        self.bold_depth += _is_bold(element)
        self._write(element.text)

    def _leave(self, element: etree._Element) -> None:
        if element.tag == "br":
            self.gap = not self._end_line() or self.gap
        else:
            self._block_edge(element)
        if element.tag in _SMALL:
            self.gap = self.fresh = False
        if element.tag in ("ol", "ul") and self.orders:
            self.orders.pop()
        self.bold_depth -= _is_bold(element)
        if _hint(element):
            self.hints.pop()

    def _block_edge(self, element: etree._Element) -> None:
        if element.tag in _INLINE:
            return
        self._end_line()
        nested_list = element.tag in ("ol", "ul") and "li" in self.hints
        if element.tag not in _SMALL and not self.fresh and not nested_list:
            self.gap = True

    def _take_marker(self, item: etree._Element) -> None:
        """What a browser puts before a list item: "•", or its number with a full stop."""
        if not self.orders or self.orders[-1] is None:
            self.marker = "•"
            return
        number = _whole(item.get("value"), self.orders[-1])
        self.orders[-1] = number + 1
        order = item.getparent()
        form = _ORDERS.get(order.get("type", "") if order is not None else "", "decimal")
        self.marker = f"{numeral(number, form) or number}."

    def _write(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            self.unbold |= not self.bold_depth and not text.isspace()

    def _end_line(self) -> bool:
        """Write what has gathered; whether there was anything."""
        text = _SPACES.sub(" ", "".join(self.parts)).strip()
        self.parts.clear()
        bold, self.unbold = not self.unbold, False
        if not text:
            return False
        if self.gap:
            self.writer.end_paragraph()
        self.writer.add(f"{self.marker} {text}".strip(), self._line_hint() or ("bold" if bold else ""))
        self.marker, self.gap, self.fresh = "", False, False
        return True

    def _line_hint(self) -> str:
        return "running" if "running" in self.hints else (self.hints[-1] if self.hints else "")


def _is_unseen(element: etree._Element) -> bool:
    return element.tag in _UNSEEN or "hidden" in element.attrib or bool(_HIDDEN_STYLE.search(element.get("style", "")))


def _is_bold(element: etree._Element) -> bool:
    return element.tag in ("b", "strong", "th") or bool(_BOLD_STYLE.search(element.get("style", "")))


def _hint(element: etree._Element) -> str:
    if element.tag in ("nav", "footer"):
        return "running"
    return _HINTS.get(element.tag, "")


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text.strip()) else otherwise

"""The paragraphs and tables of one part of a Word file, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from raadhus.pure.documents.read.docx_numbering import Numbering, W
from raadhus.pure.documents.read.docx_styles import Style, over, properties, value
from raadhus.pure.documents.read.lines import LineWriter

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset(f"{W}{tag}" for tag in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText"))
_CHARACTERS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(slots=True)
class _Paragraph:
    """What one printed paragraph gathers; deleting a paragraph's mark makes it go on with the next one's words."""

    parts: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    unbold: bool = False


class BodyReader:
    """Writes what `read` is given to `writer`; numbers lists through all of it."""

    def __init__(self, writer: LineWriter, styles: dict[str, Style], numbering: Numbering) -> None:
        self._writer, self._styles, self._numbering = writer, styles, numbering
        self._open = _Paragraph()
        self._running: set[str] = set()
        self._is_running = False
        self._was_item = False

    def read(self, part: etree._Element, *, running: bool = False) -> None:
        """Everything under `part`; as "running", and each line only once, where it is a header or footer."""
        self._is_running = running
        self._blocks(part, "")
        self._writer.end_paragraph()

    def _blocks(self, holder: etree._Element, hint: str) -> None:
        for block in holder:
            if block.tag == f"{W}p":
                self._paragraph(block, hint)
            elif block.tag == f"{W}tbl":
                self._table(block)
            elif block.tag == f"{_MC}AlternateContent":
                if len(block):
                    self._blocks(block[0], hint)
            elif block.tag not in _GONE and block.get(f"{W}type") not in _SEPARATORS:
                self._blocks(block, hint)

    def _table(self, table: etree._Element) -> None:
        self._writer.end_paragraph()
        for row in table.iterchildren(f"{W}tr", f"{W}sdt"):
            if row.find(f"{W}trPr/{W}del") is None:
                self._blocks(row, "cell")
                self._writer.end_paragraph()

    def _paragraph(self, paragraph: etree._Element, hint: str) -> None:
        style = self._style(paragraph)
        open_ = self._open
        for text, bold in self._runs(paragraph, style):
            open_.parts.append(text)
            open_.unbold |= not bold and not text.isspace()
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None:
            return
        self._open = _Paragraph()
        self._write(open_, style, hint)
        for box in open_.boxes:
            self._blocks(box, hint)

    def _write(self, paragraph: _Paragraph, style: Style, hint: str) -> None:
        lines = [line for line in "".join(paragraph.parts).split("\n") if line.strip()]
        if not lines:
            if hint != "cell":
                self._writer.end_paragraph()
            return
        marker = self._marker(style)
        own = self._hint(style, marker, hint, paragraph.unbold)
        if own != "cell" and not (own == "li" and self._was_item):
            self._writer.end_paragraph()
        for line in lines:
            self._line(f"{marker} {line}" if marker and line is lines[0] else line, own)
        if own not in ("cell", "li"):
            self._writer.end_paragraph()
        self._was_item = own == "li"

    def _line(self, text: str, hint: str) -> None:
        if not self._is_running:
            self._writer.add(text, hint)
        elif text not in self._running:
            self._running.add(text)
            self._writer.add(text, "running")

    def _hint(self, style: Style, marker: str | None, hint: str, unbold: bool) -> str:
        if style.heading:
            return f"h{style.heading}"
        if marker is not None:
            return "li"
        return hint or ("" if unbold else "bold")

    def _marker(self, style: Style) -> str | None:
        """The number or bullet, "" for a list item whose number cannot be told, None for no list item."""
        if style.list_id in (None, "0"):
            return None
        return self._numbering.marker(style.list_id or "", style.list_level or 0) or ""

    def _style(self, paragraph: etree._Element) -> Style:
        named = value(paragraph.find(f"{W}pPr"), "pStyle") or ""
        own = properties(paragraph)
        return over(Style(own.heading, own.list_id, own.list_level), self._styles.get(named, Style()))

    def _runs(self, holder: etree._Element, style: Style) -> Iterator[tuple[str, bool]]:
        """The visible texts under `holder` and whether each is bold; text boxes are put by for later."""
        for child in holder:
            if child.tag == f"{W}r":
                run = over(properties(child), self._character_style(child))
                if not over(run, style).hidden:
                    yield from ((text, bool(over(run, style).bold)) for text in self._texts(child))
            elif child.tag not in _GONE:
                yield from self._runs(child, style)

    def _character_style(self, run: etree._Element) -> Style:
        return self._styles.get(value(run.find(f"{W}rPr"), "rStyle") or "", Style())

    def _texts(self, run: etree._Element) -> Iterator[str]:
        for child in run:
            if child.tag == f"{W}t":
                yield child.text or ""
            elif child.tag in _CHARACTERS:
                yield _CHARACTERS[child.tag]
            elif child.tag == f"{W}sym":
                yield _symbol(child.get(f"{W}char", ""))
            elif child.tag in (f"{W}drawing", f"{W}pict", f"{_MC}AlternateContent"):
                shown = child[0] if child.tag == f"{_MC}AlternateContent" and len(child) else child
                self._open.boxes.extend(shown.iter(f"{W}txbxContent"))


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""

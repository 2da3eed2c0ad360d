"""One row's XML → its cells with values: texts, numbers, days, yes and no, and the formulas behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from raadhus.pure.documents.grid import Cell, place
from raadhus.pure.documents.read.workbook import refusals
from raadhus.pure.documents.read.workbook.package import children, local
from raadhus.pure.documents.read.workbook.styles import day_of, shown_day, shown_number, shows_a_date

_REF = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def column_of(letters: str) -> int:
    """The number of the column that Excel calls `letters`: "AB" is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def text_of(item: etree._Element) -> str:
    """A string's text, put together of its differently set parts and without phonetic readings."""
    return plain("".join(_texts(item)))


def _texts(item: etree._Element) -> Iterator[str]:
    for piece in item.iter():
        if not isinstance(piece.tag, str) or local(piece) != "t":
            continue
        parent = piece.getparent()
        if parent is None or local(parent) != "rPh":
            yield piece.text or ""


def plain(text: str) -> str:
    """Excel's escapes undone, and every line's end as "\\n"."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text).replace("\r\n", "\n").replace("\r", "\n")


@dataclass(frozen=True, slots=True)
class Cells:
    """What the cells of a file lean on: its strings and its styles."""

    name: str
    strings: list[str]
    formats: list[str]
    from_1904: bool

    def row_number(self, row: etree._Element, *, last: int, sheet: str) -> int:
        """The row's own number, or the one after `last`; `Refused` where it is none."""
        said = row.get("r", str(last + 1))
        if not said.isdigit() or not last < int(said) <= 1_048_576:
            raise refusals.bad_cell(self.name, sheet, f"i række {said[:10]}")
        return int(said)

    def of_row(self, row: etree._Element, number: int, *, sheet: str) -> dict[int, Cell]:
        """The cells with something in them, by column."""
        found: dict[int, Cell] = {}
        last = 0
        for element in children(row, "c"):
            match = _REF.fullmatch(element.get("r", ""))
            last = column_of(match[1]) if match else last + 1
            try:
                cell = self._cell(element)
            except (ValueError, IndexError, OverflowError):
                raise refusals.bad_cell(self.name, sheet, place(number, last)) from None
            if cell is not None:
                found[last] = cell
        return found

    def _cell(self, element: etree._Element) -> Cell | None:
        """None for an empty one; ValueError or IndexError where the value is not of the cell's kind."""
        formula = next((plain(one.text or "") or "…" for one in children(element, "f")), "")
        kind = element.get("t", "n")
        if kind == "inlineStr":
            text = "".join(text_of(one) for one in children(element, "is"))
            return Cell(text, text, formula=formula) if text.strip() else None
        said = next((one.text for one in children(element, "v")), None)
        if said is None or (kind != "s" and not said.strip()):
            return Cell("", "", formula=formula, is_broken=True) if formula else None
        if kind == "n":
            return self._number(said, int(element.get("s", "0")), formula)
        if kind == "e":
            return Cell(said, said, formula=formula, is_broken=True)
        if kind == "b":
            return Cell(said == "1", "SAND" if said == "1" else "FALSK", formula=formula)
        text = self.strings[int(said)] if kind == "s" else plain(said)
        return Cell(text, text, formula=formula) if text.strip() else None

    def _number(self, said: str, style: int, formula: str) -> Cell:
        number = float(said)
        code = self.formats[style] if style < len(self.formats) else ""
        day = day_of(number, from_1904=self.from_1904) if shows_a_date(code) else None
        if day is not None:
            return Cell(day, shown_day(day), code, formula)
        if number != number or number in (float("inf"), float("-inf")):
            raise ValueError(said)
        exact = int(number) if number.is_integer() and abs(number) < 1e15 else number
        return Cell(exact, shown_number(exact, code), code, formula)

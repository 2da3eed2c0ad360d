"""Bytes of an Excel file → its sheets. What it says is taken as data: no formula is worked out, no link followed."""

import re

from lxml import etree

from raadhus.pure.documents.grid import Cell, Merge, Workbook, Worksheet
from raadhus.pure.documents.read.workbook import refusals
from raadhus.pure.documents.read.workbook.cells import Cells, column_of, text_of
from raadhus.pure.documents.read.workbook.package import Parts, children, local
from raadhus.pure.documents.read.workbook.styles import number_formats

_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")


def read_workbook(data: bytes, name: str) -> Workbook:
    """Every sheet with cells; `Refused` for another kind of file, a broken one, and a sheet beyond `MOST_ROWS` rows.

    Time and memory are bounded only in `read_bounded`.
    """
    parts = Parts(data, name)
    book = parts.needed("xl/workbook.xml")
    cells = Cells(name, _shared_strings(parts), number_formats(parts), from_1904=_counts_from_1904(book))
    sheets = [_sheet(parts, cells, *found) for found in _sheets(parts, book)]
    held = tuple(sheet for sheet in sheets if sheet.rows)
    if not held:
        raise refusals.no_sheets(name)
    return Workbook(name, held)


def _counts_from_1904(book: etree._Element) -> bool:
    return any(one.get("date1904") in ("1", "true") for one in children(book, "workbookPr"))


def _sheets(parts: Parts, book: etree._Element) -> list[tuple[str, str, bool]]:
    """Name, part and whether it is hidden, of every worksheet; a chart that is a sheet has no cells and is left out."""
    relations = parts.needed("xl/_rels/workbook.xml.rels")
    targets = {one.get("Id"): one for one in relations}
    found = []
    for group in children(book, "sheets"):
        for one in children(group, "sheet"):
            relation = targets.get(one.get(f"{{{_REL}}}id") or one.get(f"{{{_STRICT_REL}}}id"))
            if relation is None:
                raise refusals.part_missing(parts.name, str(one.get("name")))
            if str(relation.get("Type", "")).endswith("/chartsheet"):
                continue
            target = str(relation.get("Target", ""))
            part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            found.append((str(one.get("name")), part, one.get("state", "visible") != "visible"))
    return found


def _shared_strings(parts: Parts) -> list[str]:
    tree = parts.tree("xl/sharedStrings.xml")
    return [text_of(one) for one in tree] if tree is not None else []


def _sheet(parts: Parts, cells: Cells, name: str, part: str, is_hidden: bool) -> Worksheet:
    rows: dict[int, dict[int, Cell]] = {}
    merges: list[Merge | None] = []
    hidden: set[int] = set()
    last = 0
    for element in parts.elements(part, ("row", "mergeCell")):
        if local(element) == "mergeCell":
            merges.append(_merge(str(element.get("ref"))))
            continue
        last = number = cells.row_number(element, last=last, sheet=name)
        found = cells.of_row(element, number, sheet=name)
        if element.get("hidden") in ("1", "true"):
            hidden.add(number)
        if found:
            rows[number] = found
        if len(rows) > refusals.MOST_ROWS:
            raise refusals.too_many_rows(parts.name, name)
        if len(found) > refusals.MOST_COLUMNS:
            raise refusals.too_many_columns(parts.name, name)
    return Worksheet(name, rows, tuple(one for one in merges if one), is_hidden, frozenset(hidden & set(rows)))


def _merge(reference: str) -> Merge | None:
    match = _RANGE.fullmatch(reference)
    return Merge(int(match[2]), column_of(match[1]), int(match[4]), column_of(match[3])) if match else None

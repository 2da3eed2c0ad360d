"""StatBank's Excel exports as tables.

Read with the standard library's zip and lxml: the parts a cross table needs, cell by cell with their references. What a
file unpacks to is counted before anything is parsed, so a zip bomb is refused and not unpacked.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from lxml import etree

from raadhus.pure.statbank.grid import Cell, Grid
from raadhus.pure.statbank.grid_table import table_of_grid
from raadhus.pure.statbank.place import Place, refusal
from raadhus.pure.statbank.table import Table
from raadhus.pure.statbank.vintage import table_name_in

MOST_BYTES = 200_000_000
MOST_GRID_CELLS = 10_000_000
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_REF = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


def read_xlsx(data: bytes, file: str, *, sheet: str | None = None, table: str = "") -> Table:
    """The cross table on a workbook's only sheet, or on `sheet`; named after the sheet where that is a table's name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(file, archive)
            sheets = _sheets(file, archive)
            name = _chosen(file, sheets, sheet)
            strings = _shared_strings(file, archive)
            cells = _cells(file, name, archive, sheets[name], strings)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
        raise refusal(
            Place(file), "filen er ikke en hel Excel-fil; den er skåret over eller låst. Hent den igen."
        ) from None
    except etree.XMLSyntaxError as error:
        raise refusal(Place(file, error.lineno), "arkets indhold er ødelagt; hent filen igen.") from None
    grid = Grid(file, cells, lambda row, column: Place(file, row + 1, column + 1, f"{name}!{reference(row, column)}"))
    return table_of_grid(grid, table or table_name_in(name) or table_name_in(file) or name)


def reference(row: int, column: int) -> str:
    """What a sheet calls a cell: (3, 6) is "G4"."""
    letters, rest = "", column + 1
    while rest:
        rest, at = divmod(rest - 1, 26)
        letters = chr(65 + at) + letters
    return f"{letters}{row + 1}"


def _refuse_bomb(file: str, archive: zipfile.ZipFile) -> None:
    """Refuses what unpacks to more than the house will hold; sizes are as declared, and reading stops there."""
    whole = sum(info.file_size for info in archive.infolist())
    if whole > MOST_BYTES or len(archive.infolist()) > 1000:
        said = f"filen fylder {whole // 1_000_000} MB udpakket, højst {MOST_BYTES // 1_000_000} er tilladt"
        raise refusal(Place(file), f"{said}; bestil en mindre tabel.")


def _tree(file: str, archive: zipfile.ZipFile, part: str) -> etree._Element:
    if part not in archive.namelist():
        raise refusal(Place(file), f"Excel-filens del »{part}« mangler; hent filen igen.")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    tree = etree.fromstring(archive.read(part), parser)
    if tree.getroottree().docinfo.doctype:
        raise refusal(Place(file), "Excel-filen har en DTD, som ingen tabel skal have; hent filen igen.")
    return tree


def _sheets(file: str, archive: zipfile.ZipFile) -> dict[str, str]:
    """The part that holds each sheet, by the sheet's name."""
    relations = _tree(file, archive, "xl/_rels/workbook.xml.rels")
    targets = {one.get("Id"): str(one.get("Target", "")) for one in relations}
    book = _tree(file, archive, "xl/workbook.xml")
    found = {}
    for one in book.iter(f"{_NS}sheet", f"{_STRICT}sheet"):
        target = targets.get(one.get(_REL), "")
        found[str(one.get("name"))] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return found


def _chosen(file: str, sheets: dict[str, str], wanted: str | None) -> str:
    if wanted is None and len(sheets) == 1:
        return next(iter(sheets))
    if wanted in sheets:
        return str(wanted)
    raise refusal(Place(file), f"filen har arkene {', '.join(sheets) or 'ingen'}; sig hvilket der er tabellen.")


def _shared_strings(file: str, archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    tree = _tree(file, archive, "xl/sharedStrings.xml")
    return ["".join(_texts(item)) for item in tree]


def _texts(item: etree._Element) -> Iterator[str]:
    """The texts of a string, without phonetic readings."""
    for piece in item.iter(f"{_NS}t", f"{_STRICT}t"):
        parent = piece.getparent()
        if parent is None or not str(parent.tag).endswith("}rPh"):
            yield piece.text or ""


def _cells(file: str, sheet: str, archive: zipfile.ZipFile, part: str, strings: list[str]) -> list[list[Cell]]:
    """Every cell by row and column, from A1."""
    if part not in archive.namelist():
        raise refusal(Place(file), f"arket {sheet} mangler i filen; hent den igen.")
    rows: list[list[Cell]] = []
    held = 0
    with archive.open(part) as stream:
        for element in _elements(file, stream):
            match = _REF.fullmatch(element.get("r", ""))
            if match is None:
                raise refusal(Place(file, len(rows), cell=sheet), "en celle har ingen adresse; hent filen igen.")
            row, column = int(match[2]) - 1, _column(match[1])
            while len(rows) <= row:
                rows.append([])
            held += max(column + 1 - len(rows[row]), 0)
            if held > MOST_GRID_CELLS or row >= 1_048_576:
                raise refusal(Place(file, row + 1, column + 1), "arket har for mange celler; bestil en mindre tabel.")
            rows[row].extend([None] * (column + 1 - len(rows[row])))
            rows[row][column] = _value(file, sheet, row, column, element, strings)
            element.clear()
    return rows


def _elements(file: str, stream: IO[bytes]) -> Iterator[etree._Element]:
    tags = (f"{_NS}c", f"{_STRICT}c")
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    for _, element in etree.iterparse(stream, events=("end",), tag=tags, **options):
        parent = element.getparent()
        yield element
        while parent is not None and element.getprevious() is not None:
            del parent[0]


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(file: str, sheet: str, row: int, column: int, element: etree._Element, strings: list[str]) -> Cell:
    """A number as float, anything else as text; refuses a value that the cell's type does not allow."""
    kind = element.get("t", "n")
    if kind == "inlineStr":
        return "".join(_texts(element))
    value = next((child.text for child in element if str(child.tag).endswith("}v")), None)
    if value is None:
        return None
    try:
        if kind == "s":
            return strings[int(value)]
        return float(value) if kind == "n" and re.fullmatch(r"[0-9eE.+-]+", value) else _text(kind, value)
    except (ValueError, IndexError):
        place = Place(file, row + 1, column + 1, f"{sheet}!{reference(row, column)}")
        raise refusal(place, "cellens indhold kan ikke læses; hent filen igen.") from None


def _text(kind: str, value: str) -> str:
    if kind == "n":
        raise ValueError(value)
    return value

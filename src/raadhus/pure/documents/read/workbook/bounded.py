"""Reading a workbook in a child process, so that no file can take the house down with it."""

import atexit
import json
from datetime import date, datetime
from typing import Any

from raadhus.pure.documents.child import Bounds, Child, Died, TooGreedy, TooSlow
from raadhus.pure.documents.grid import Cell, Merge, Value, Workbook, Worksheet
from raadhus.pure.documents.read import refusals as documents
from raadhus.pure.documents.read.workbook.reading import read_workbook
from raadhus.pure.documents.read.workbook.refusals import LIMITS

_WORK = f"{__name__}:answer"
_child = Child(
    _WORK,
    Bounds(
        wall_seconds=LIMITS.wall_seconds,
        cpu_seconds=LIMITS.cpu_seconds,
        memory_bytes=LIMITS.memory_bytes,
        tasks=LIMITS.documents_a_child,
        worn_bytes=LIMITS.worn_bytes,
    ),
)
atexit.register(_child.close)


def read_bounded(data: bytes, name: str, *, child: Child = _child) -> Workbook:
    """As `read_workbook`, bounded to 30 s and 1 GB in a child that this process keeps for it; threads take turns."""
    if len(data) > LIMITS.file_bytes:
        raise documents.too_big(name, len(data), LIMITS.file_bytes)
    try:
        return _workbook(json.loads(child.ask(name.encode() + b"\x00" + data)))
    except TooSlow as late:
        raise documents.too_slow(name, LIMITS.wall_seconds) from late
    except TooGreedy as greedy:
        raise documents.too_greedy(name) from greedy
    except Died as died:
        raise documents.fatal(name) from died


def answer(asked: bytes) -> bytes:
    """The child's work: a name, a zero and the file's bytes → the workbook as JSON."""
    name, _, data = asked.partition(b"\x00")
    book = read_workbook(data, name.decode())
    return json.dumps([book.name, [_plain_sheet(sheet) for sheet in book.sheets]], ensure_ascii=False).encode()


def _plain_sheet(sheet: Worksheet) -> list[Any]:
    rows = [
        [row, [[column, *_plain_cell(cell)] for column, cell in cells.items()]] for row, cells in sheet.rows.items()
    ]
    merges = [[one.first_row, one.first_column, one.last_row, one.last_column] for one in sheet.merges]
    return [sheet.name, rows, merges, sheet.is_hidden, sorted(sheet.hidden_rows)]


def _plain_cell(cell: Cell) -> list[Any]:
    return [*plain_value(cell.value), cell.text, cell.number_format, cell.formula, cell.is_broken]


def plain_value(value: Value) -> tuple[str, Any]:
    """A value as JSON has it: its kind ("datetime", "date" or "" for JSON's own) and itself."""
    if isinstance(value, datetime):
        return "datetime", value.isoformat()
    return ("date", value.isoformat()) if isinstance(value, date) else ("", value)


def value_from(kind: str, plain: Any) -> Value:
    """The value that `plain_value` gave."""
    if kind == "datetime":
        return datetime.fromisoformat(plain)
    found: Value = date.fromisoformat(plain) if kind == "date" else plain
    return found


def _workbook(plain: list[Any]) -> Workbook:
    return Workbook(plain[0], tuple(_worksheet(*sheet) for sheet in plain[1]))


def _worksheet(
    name: str, rows: list[Any], merges: list[list[int]], is_hidden: bool, hidden_rows: list[int]
) -> Worksheet:
    cells = {row: {column: _cell(*cell) for column, *cell in found} for row, found in rows}
    return Worksheet(name, cells, tuple(Merge(*one) for one in merges), is_hidden, frozenset(hidden_rows))


def _cell(kind: str, plain: Any, text: str, number_format: str, formula: str, is_broken: bool) -> Cell:
    return Cell(value_from(kind, plain), text, number_format, formula, is_broken)

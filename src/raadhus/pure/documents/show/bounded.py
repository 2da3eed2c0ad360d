"""Looking at files in a child process, bounded in time and memory: nobody vouches for their bytes."""

import atexit
import json
from typing import Any

from raadhus.pure.documents.child import Bounds, Child, ChildFailed
from raadhus.pure.documents.show.looks import Look, PageLook, SheetLook, TextLine
from raadhus.pure.kernel.errors import Refused

_WORK = "raadhus.pure.documents.show.work:answer"
_child = Child(
    _WORK,
    Bounds(wall_seconds=20.0, cpu_seconds=20, memory_bytes=1024**3, tasks=500, worn_bytes=400 * 1024**2),
)
atexit.register(_child.close)


def look_at(data: bytes, name: str, *, child: Child = _child) -> Look:
    """What can be shown of the file; `Refused` where it is broken, locked or too large to be shown."""
    return _look(json.loads(_asked({"name": name}, data, child)))


def picture_of_page(data: bytes, name: str, page: int, width: int, *, child: Child = _child) -> bytes:
    """Page `page` (from 1) of a PDF as PNG, `width` pixels wide; `Refused` where there is no such page."""
    return _asked({"name": name, "page": page, "width": width}, data, child)


def _asked(question: dict[str, Any], data: bytes, child: Child) -> bytes:
    try:
        return child.ask(json.dumps(question).encode() + b"\n" + data)
    except ChildFailed as failed:
        raise Refused("Filen er for stor til at blive vist her. Hent den, og åbn den på din maskine.") from failed


def _look(plain: dict[str, Any]) -> Look:
    return Look(
        pages=tuple(PageLook(*page) for page in plain["pages"]),
        lines=tuple(TextLine(*line) for line in plain["lines"]),
        sheets=tuple(SheetLook(name, tuple(map(tuple, rows))) for name, rows in plain["sheets"]),
        is_picture=plain["is_picture"],
        is_cut=plain["is_cut"],
    )

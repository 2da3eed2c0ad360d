"""A document tree → a PDF on A4, set in a bounded child process."""

import atexit
import json
import logging

from raadhus.pure.documents.child import Bounds, Child, ChildFailed, TooSlow
from raadhus.pure.documents.tree import Document, as_plain
from raadhus.pure.documents.write.characters import every_text, shown
from raadhus.pure.documents.write.lines import pieces_of
from raadhus.pure.kernel.errors import Refused

WORK = "raadhus.pure.documents.write.typesetting:typeset"
BOUNDS = Bounds(wall_seconds=20.0, cpu_seconds=20, memory_bytes=1024 * 1024**2, tasks=100, worn_bytes=400 * 1024**2)

_log = logging.getLogger(__name__)
_child = Child(WORK, BOUNDS)
atexit.register(_child.close)


def render(document: Document, *, child: Child = _child) -> bytes:
    """The PDF: tagged by PDF/UA-1 and PDF/A-2a, in `document.language`, the same bytes for the same tree.

    A character that no font can show, and every control character, is shown by its Unicode number ("[U+1F600]").
    `Refused` where the document takes over 20 s or 1 GB, or cannot be set. Threads take turns.
    """
    try:
        return child.ask(request_for(document))
    except TooSlow as late:
        raise Refused(
            "PDF'en tog for lang tid at lave og er opgivet. Del dokumentet i flere, eller prøv igen om lidt."
        ) from late
    except ChildFailed as failed:
        raise Refused("Dokumentet er for stort til at blive én PDF. Del det i flere.") from failed
    except RuntimeError as bug:
        _log.exception("A document could not be set")
        raise Refused("PDF'en kunne ikke laves på grund af en fejl i programmet. Meld fejlen med dagens dato.") from bug


def request_for(document: Document) -> bytes:
    """What the template takes: the file's properties, and the paper with its texts in pieces."""
    plain = every_text(as_plain(document), shown)
    properties = {name: plain[name] for name in ("title", "author", "language", "date", "page")}
    return json.dumps({"properties": properties, "paper": every_text(plain, pieces_of)}, ensure_ascii=False).encode()

"""One file → its text, whatever it is of the formats read here."""

import stat
from collections.abc import Callable
from pathlib import Path

from raadhus.pure.documents.read import refusals
from raadhus.pure.documents.read.docx import read_docx
from raadhus.pure.documents.read.kind import kind_of
from raadhus.pure.documents.read.limits import DEFAULT, Limits
from raadhus.pure.documents.read.pdf import read_pdf
from raadhus.pure.documents.read.plain import read_plain
from raadhus.pure.documents.read.web_page import read_web_page
from raadhus.pure.kernel.source_text import SourceText

_READERS: dict[str, Callable[[bytes, str, Limits], SourceText]] = {
    "pdf": read_pdf,
    "docx": read_docx,
    "html": read_web_page,
    "txt": read_plain,
}


def read_file(path: Path, *, limits: Limits = DEFAULT) -> SourceText:
    """The text of the file at `path`, its format found from its content; `Refused` where it cannot be had.

    Time and memory are bounded only in a `ReadingWorker`; a hostile file may crash the process that reads it.
    """
    name = path.name
    data = _content(path, limits.file_bytes)
    try:
        return _READERS[kind_of(data, name)](data, name, limits)
    except MemoryError as error:
        raise refusals.too_greedy(name) from error
    except RecursionError as error:
        raise refusals.too_deep(name) from error


def _content(path: Path, most: int) -> bytes:
    name = path.name
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refusals.folder(name)
        if not stat.S_ISREG(status.st_mode):
            raise refusals.no_file(name)
        if status.st_size > most:
            raise refusals.too_big(name, status.st_size, most)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise refusals.missing(name) from error
    except OSError as error:
        raise refusals.closed(name) from error
    if len(data) > most:
        raise refusals.too_big(name, len(data), most)
    if not data:
        raise refusals.empty(name)
    return data

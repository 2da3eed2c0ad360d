"""What a `ReadingWorker` and its child tell each other, as bytes.

The child reads hostile files, so the parent takes nothing from it but plain values and dataclasses of the house.
"""

import io
import pickle
import sys
from collections.abc import Callable
from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from raadhus.pure.documents.read.limits import Limits
from raadhus.pure.documents.read.reader import read_file
from raadhus.pure.kernel.source_text import SourceLine, SourceText

CHILDS_WORK = f"{__name__}:answer"


def question(path: Path, limits: Limits, then: str) -> bytes:
    """What asks for `path` to be read and given to `then`, "module:function", or to nobody where that is ""."""
    return pickle.dumps((str(path.absolute()), limits, then))


def answer(asked: bytes) -> bytes:
    """The child's work: read what is `asked` for; `Refused` goes its own way back."""
    path, limits, then = pickle.loads(asked)
    text = read_file(Path(path), limits=limits)
    return pickle.dumps(_function(then)(text) if then else _columns(text), protocol=5)


def result(answered: bytes, then: str) -> Any:
    """What came of a question with this `then`: its value, or the `SourceText`."""
    value = _Careful(io.BytesIO(answered)).load()
    return value if then else _source_text(value)


class _Careful(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        found = getattr(sys.modules.get(module), name, None) if "." not in name else None
        if isinstance(found, type) and found.__module__ == module and is_dataclass(found):
            return found
        raise pickle.UnpicklingError(f"{module}.{name} is no dataclass that is known here")


def _function(name: str) -> Callable[[SourceText], Any]:
    module, _, function = name.partition(":")
    found: Callable[[SourceText], Any] = getattr(import_module(module), function)
    return found


def _columns(text: SourceText) -> tuple[Any, ...]:
    """`text` as plain lists, which travel several times as fast as its lines."""
    lines = text.lines
    return (
        text.name,
        text.format,
        text.pages,
        [line.text for line in lines],
        [line.number for line in lines],
        [line.page for line in lines],
        [line.hint for line in lines],
    )


def _source_text(columns: tuple[Any, ...]) -> SourceText:
    name, source_format, pages, *of_lines = columns
    return SourceText(name, source_format, tuple(map(SourceLine, *of_lines)), pages)

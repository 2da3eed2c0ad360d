"""Reading in a child process, so that no file can take the house down with it.

The child lives on from file to file and works ahead of whoever asks: two processes, two cores.
"""

import atexit
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from raadhus.pure.documents.child import Bounds, Child, Died, TooGreedy, TooSlow
from raadhus.pure.documents.read import refusals
from raadhus.pure.documents.read.limits import DEFAULT, Limits
from raadhus.pure.documents.read.wire import CHILDS_WORK, question, result
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.kernel.source_text import SourceText

# Files the child is given beyond the one that is waited for.
_AHEAD = 2


class ReadingWorker:
    """One child process that reads files; a context manager.

    `then` is an importable function from `SourceText` to a value of plain types and dataclasses; it is run in the
    child, and what it returns is what `read` returns. A child that dies is replaced, and the file it died of `Refused`.
    """

    def __init__(self, *, then: Callable[[SourceText], Any] | None = None, limits: Limits = DEFAULT) -> None:
        self._then = _importable_name(then) if then else ""
        self._limits = limits
        self._child = Child(CHILDS_WORK, _bounds(limits))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child; a later `read` starts another."""
        self._child.close()

    def read(self, path: Path) -> Any:
        """The `SourceText` of the file at `path`, or what `then` made of it; `Refused` where it cannot be read.

        RuntimeError, with the child's traceback, where the reading or `then` has a bug.
        """
        return result(self._asked(path), self._then)

    def read_many(self, paths: Iterable[Path]) -> Iterator[Any]:
        """For each of `paths`, in order, what `read` would return, or the `Refused` it would raise.

        The child is kept two files ahead of the answer last taken.
        """
        asked: deque[Future[bytes]] = deque()
        with ThreadPoolExecutor(1, "reading") as asker:
            try:
                for path in paths:
                    asked.append(asker.submit(self._asked, path))
                    if len(asked) > _AHEAD:
                        yield self._taken(asked.popleft())
                while asked:
                    yield self._taken(asked.popleft())
            finally:
                asker.shutdown(wait=False, cancel_futures=True)

    def _taken(self, future: Future[bytes]) -> Any:
        try:
            return result(future.result(), self._then)
        except Refused as refused:
            return refused

    def _asked(self, path: Path) -> bytes:
        """The child's answer about one file; its failures as sentences about the file."""
        try:
            return self._child.ask(question(path, self._limits, self._then))
        except TooSlow as error:
            raise refusals.too_slow(path.name, self._limits.wall_seconds) from error
        except TooGreedy as error:
            raise refusals.too_greedy(path.name) from error
        except Died as error:
            raise refusals.fatal(path.name) from error


def _bounds(limits: Limits) -> Bounds:
    return Bounds(
        wall_seconds=limits.wall_seconds,
        cpu_seconds=limits.cpu_seconds,
        memory_bytes=limits.memory_bytes,
        tasks=limits.documents_a_child,
        worn_bytes=limits.worn_bytes,
    )


def _importable_name(function: Callable[..., Any]) -> str:
    module, name = function.__module__, function.__qualname__
    if getattr(sys.modules.get(module), name, None) is not function or module == "__main__":
        raise ValueError(f"{module}.{name} cannot be imported by the reading process.")
    return f"{module}:{name}"


_shared = ReadingWorker()
atexit.register(_shared.close)


def read_bounded(path: Path) -> SourceText:
    """As `read_file`, in a child that this process keeps for it; safe from any thread."""
    text: SourceText = _shared.read(path)
    return text

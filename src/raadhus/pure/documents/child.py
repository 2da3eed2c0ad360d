"""A long-lived child process for work on bytes that nobody vouches for: bounded in time and memory, and expendable.

The child runs one function of bytes → bytes, again and again. It inherits no secrets, no open files and no way out
through a proxy; it may write no file. `child_process` is its side.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass

from raadhus.pure.documents import child_process
from raadhus.pure.documents.child_process import ANSWER, GREEDY, REFUSED, read_frame, write_frame
from raadhus.pure.kernel.errors import Refused

_NOWHERE = "http://127.0.0.1:9"
_KEPT = ("LD_LIBRARY_PATH", "PATH", "SYSTEMROOT", "TMPDIR")


class ChildFailed(Exception):
    """The child gave no answer; the caller turns this into a sentence that names its document."""


class TooSlow(ChildFailed):
    """The work took longer than its bound in wall or processor time, and the child was killed."""


class TooGreedy(ChildFailed):
    """The work wanted more memory than its bound."""


class Died(ChildFailed):
    """The child ended by itself, as by a fault in a C library."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one task may cost (`wall_seconds`, `cpu_seconds`), and the child's whole address space (`memory_bytes`).

    The child is replaced after `tasks` tasks, or when it has ever held `worn_bytes` of memory.
    """

    wall_seconds: float
    cpu_seconds: int
    memory_bytes: int
    tasks: int
    worn_bytes: int


class Child:
    """One child, started at the first question and again whenever it is dead or worn. Threads take turns."""

    def __init__(self, work: str, bounds: Bounds) -> None:
        """`work` is "module:function", a function of bytes → bytes which may raise `Refused`."""
        self._work, self._bounds = work, bounds
        self._lock, self._owner = threading.Lock(), os.getpid()
        self._process: subprocess.Popen[bytes] | None = None
        self._tasks = 0

    def ask(self, request: bytes) -> bytes:
        """The function's answer. Raises its `Refused`, a `ChildFailed`, or RuntimeError with its traceback (a bug)."""
        self._leave_the_parents_child()
        with self._lock:
            process = self._running()
            try:
                status, peak, body = self._exchange(process, request)
            except BaseException:
                self._end()
                raise
            self._tasks += 1
            if status == GREEDY or peak >= self._bounds.worn_bytes or self._tasks >= self._bounds.tasks:
                self._end()
        return _judged(status, body)

    def close(self) -> None:
        """End the child; the next question starts another."""
        self._leave_the_parents_child()
        with self._lock:
            self._end()

    def _leave_the_parents_child(self) -> None:
        """After a fork the pipes are the parent's: two processes must not write on them."""
        if self._owner != os.getpid():
            self._lock, self._owner, self._process = threading.Lock(), os.getpid(), None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._process is None:
            self._process, self._tasks = _started(self._work, self._bounds), 0
        return self._process

    def _exchange(self, process: subprocess.Popen[bytes], request: bytes) -> tuple[bytes, int, bytes]:
        late = threading.Event()

        def give_up() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._bounds.wall_seconds, give_up)
        timer.start()
        try:
            frame = _exchanged(process, request)
        finally:
            timer.cancel()
            timer.join()
        if late.is_set() or (frame is None and process.wait() == -signal.SIGXCPU):
            raise TooSlow(self._work)
        if frame is None:
            raise Died(f"{self._work}: {process.returncode}")
        return frame

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(BrokenPipeError):
                pipe and pipe.close()
        process.wait()


def _started(work: str, bounds: Bounds) -> subprocess.Popen[bytes]:
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if os.path.isabs(path)),
        "MALLOC_ARENA_MAX": "2",  # each arena reserves address space, which memory_bytes counts
        "RAYON_NUM_THREADS": "2",
        **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), _NOWHERE),
    }
    command = [
        sys.executable,
        "-P",
        "-s",
        "-m",
        child_process.__name__,
        work,
        str(bounds.cpu_seconds),
        str(bounds.memory_bytes),
    ]
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )


def _exchanged(process: subprocess.Popen[bytes], request: bytes) -> tuple[bytes, int, bytes] | None:
    """The child's frame, or None where it ended before it had answered."""
    to, back = process.stdin, process.stdout
    assert to is not None
    assert back is not None
    try:
        write_frame(to, ANSWER, request)
    except BrokenPipeError:
        return None
    return read_frame(back)


def _judged(status: bytes, body: bytes) -> bytes:
    if status == ANSWER:
        return body
    if status == REFUSED:
        raise Refused(body.decode())
    if status == GREEDY:
        raise TooGreedy
    raise RuntimeError(body.decode(errors="replace"))

"""The child's side of `child`: bounds on itself, then questions and answers until the parent is gone.

A frame on the pipes is a status (1 byte), the sender's peak memory in bytes (8), the body's length (8), the body.
"""

import contextlib
import importlib
import os
import resource
import struct
import sys
import time
import traceback
from collections.abc import Callable
from typing import IO

from raadhus.pure.kernel.errors import Refused

_FRAME = struct.Struct(">cQQ")
ANSWER, REFUSED, GREEDY, BUG = b"+", b"-", b"m", b"!"


def write_frame(to: IO[bytes], status: bytes, body: bytes) -> None:
    """Send `body`, and this process's peak memory with it."""
    to.write(_FRAME.pack(status, _peak_memory(), len(body)))
    to.write(body)
    to.flush()


def read_frame(back: IO[bytes]) -> tuple[bytes, int, bytes] | None:
    """Status, peak memory and body, or None where the other end is gone."""
    head = back.read(_FRAME.size)
    if len(head) < _FRAME.size:
        return None
    status, peak, length = _FRAME.unpack(head)
    body = back.read(length)
    return (status, peak, body) if len(body) == length else None


def _peak_memory() -> int:
    """Of this program alone: Linux lets `ru_maxrss` remember, through `exec`, how large the parent was at its fork."""
    with contextlib.suppress(OSError), open("/proc/self/status", "rb") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(b"VmHWM:")) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _serve(work: str, cpu_seconds: int, memory_bytes: int) -> None:
    """The child's life: questions from standard input, answers on standard output, until the parent is gone."""
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1):  # what a library prints must not stand among the answers
        os.dup2(nothing, descriptor)
    _bound(resource.RLIMIT_AS, memory_bytes)
    _bound(resource.RLIMIT_CORE, 0)
    _bound(resource.RLIMIT_FSIZE, 0)
    while (frame := read_frame(questions)) is not None:
        spent = int(time.process_time()) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (spent + cpu_seconds, resource.RLIM_INFINITY))
        write_frame(answers, *_answer(work, frame[2]))


def _bound(kind: int, most: int) -> None:
    with contextlib.suppress(ValueError, OSError):  # macOS knows no bound on address space
        resource.setrlimit(kind, (most, most))


def _answer(work: str, request: bytes) -> tuple[bytes, bytes]:
    module, _, name = work.partition(":")
    try:
        function: Callable[[bytes], bytes] = getattr(importlib.import_module(module), name)
        return ANSWER, function(request)
    except Refused as refused:
        return REFUSED, str(refused).encode()
    except MemoryError:
        return GREEDY, b""
    except Exception:
        return BUG, traceback.format_exc().encode()


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))

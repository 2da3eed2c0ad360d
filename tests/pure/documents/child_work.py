"""Work for a child process under test: each function is one way for a task to end."""

import ctypes
import os
import time

from raadhus.pure.kernel.errors import Refused


def echo(request: bytes) -> bytes:
    print("a library that talks")
    return request


def own_number(request: bytes) -> bytes:
    return str(os.getpid()).encode()


def secrets(request: bytes) -> bytes:
    return "\n".join(sorted(os.environ)).encode()


def sleep_or_answer(request: bytes) -> bytes:
    if request == b"sleep":
        time.sleep(60)
    return request


def spin(request: bytes) -> bytes:
    while True:
        pass


def hoard(request: bytes) -> bytes:
    return bytes(int(request))


def crash_or_answer(request: bytes) -> bytes:
    if request == b"crash":
        ctypes.string_at(0)
    return request


def refuse(request: bytes) -> bytes:
    raise Refused("Filen er tom. Hent den igen.")


def blunder(request: bytes) -> bytes:
    return bytes([1 // 0])


def write_a_file(request: bytes) -> bytes:
    try:
        with open(request.decode(), "wb") as file:
            file.write(b"x" * 10)
    except OSError:
        return b"refused"
    return b"written"

"""What the reading child is given to do after reading, in tests of the child."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import PurePosixPath

from raadhus.pure.kernel.source_text import SourceText


@dataclass(frozen=True, slots=True)
class FirstLine:
    name: str
    text: str


def first_line(text: SourceText) -> FirstLine:
    return FirstLine(text.name, text.lines[0].text)


def own_process(text: SourceText) -> int:
    return os.getpid()


def sleep_over_the_first(text: SourceText) -> str:
    if text.name == "0.txt":
        time.sleep(60)
    return text.name


def devour_the_first(text: SourceText) -> str:
    if text.name == "0.txt":
        bytearray(4 * 1024**3)
    return text.name


def die_of_the_first(text: SourceText) -> str:
    if text.name == "0.txt":
        os.kill(os.getpid(), signal.SIGSEGV)
    return text.name


def stumble(text: SourceText) -> str:
    raise KeyError("stumbled")


def smuggle(text: SourceText) -> PurePosixPath:
    return PurePosixPath("/etc")

"""Lines put one after the other, with their numbers."""

import re

from raadhus.pure.documents.read import refusals
from raadhus.pure.documents.read.cleaning import clean
from raadhus.pure.kernel.source_text import SourceLine

_SPACES = re.compile(r"[ \t]{2,}")


class LineWriter:
    """Takes lines and paragraph ends; never two empty lines in a row, none at the top."""

    def __init__(self, name: str, characters: int) -> None:
        """`characters` is how many all lines may have together; one more is `Refused`, naming `name`."""
        self._name, self._most, self._characters = name, characters, 0
        self._lines: list[SourceLine] = []

    def add(self, text: str, hint: str = "") -> None:
        """One line, each run of spaces in it one space or, with a tab in it, one tab; nothing where all is spaces."""
        if not (text := clean(text)):
            return
        text = _SPACES.sub(lambda run: "\t" if "\t" in run[0] else " ", text)
        self._characters += len(text)
        if self._characters > self._most:
            raise refusals.too_much_text(self._name, self._most)
        self._lines.append(SourceLine(text, len(self._lines) + 1, hint=hint))

    def end_paragraph(self) -> None:
        """An empty line, where the last line is not one already."""
        if self._lines and self._lines[-1].text:
            self._lines.append(SourceLine("", len(self._lines) + 1))

    def lines(self) -> tuple[SourceLine, ...]:
        """All lines so far, without an empty one at the end."""
        end = len(self._lines)
        if end and not self._lines[-1].text:
            end -= 1
        return tuple(self._lines[:end])

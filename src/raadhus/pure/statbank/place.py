"""Where a figure stood in the file it came from, and the refusal which says so."""

from dataclasses import dataclass
from typing import Protocol

from raadhus.pure.kernel.errors import Refused

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Place:
    """A spot in a file; `row` and `column` count from 1, None where the format has none.

    `cell` is what the format itself calls the spot: "G4" in a sheet, "value[17]" in JSON-stat, "" elsewhere.
    """

    file: str
    row: int | None = None
    column: int | None = None
    cell: str = ""

    def __str__(self) -> str:
        """The spot as a reader would say it: "FOLK1A.px, række 31, kolonne 5"."""
        parts = [self.file]
        parts += [f"række {self.row}"] if self.row is not None else []
        parts += [f"kolonne {self.column}"] if self.column is not None else []
        return ", ".join(parts) + (f" ({self.cell})" if self.cell else "")


class Locator(Protocol):
    """What a reader leaves behind so that figures can be found again; nothing is stored per figure."""

    @property
    def file(self) -> str:
        """The file's name."""
        ...

    def place_of(self, position: int) -> Place:
        """The place of the figure at `position` in the flat, row-major order the file's table was read into."""
        ...


@dataclass(frozen=True, slots=True)
class Unplaced:
    """The locator of figures that were not read from a file."""

    file: str

    def place_of(self, position: int) -> Place:
        """The name alone."""
        return Place(self.file)


def refusal(place: Place, sentence: str) -> Refused:
    """A refusal which begins with the place; `sentence` is Danish and says what to do."""
    return Refused(one_line(f"{place}: {sentence}"))


def one_line(sentence: str) -> str:
    """The sentence without the line breaks and lengths that a broken file may bring into it."""
    plain = " ".join(sentence.split())
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 160]} … {plain[-150:]}"


def place_in_bytes(file: str, data: bytes, offset: int, encoding: str = "latin-1") -> Place:
    """The row and column (in characters) of a byte offset."""
    before = data.rfind(b"\n", 0, offset) + 1
    column = len(data[before:offset].decode(encoding, errors="replace")) + 1
    return Place(file, data.count(b"\n", 0, offset) + 1, column)

"""The rows of a CSV text: head, fields and the line each row begins on; and how a row is found again."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from raadhus.pure.statbank.figures import refuse_repeated
from raadhus.pure.statbank.place import Place, refusal


@dataclass(frozen=True, slots=True)
class Rows:
    """`head` is the first row; `lines` tells on which line each row of `body` begins, counted from 1."""

    file: str
    head: tuple[str, ...]
    body: list[list[str]]
    lines: list[int]

    def place(self, row: int, column: int | None = None) -> Place:
        """The place of a row of the body, and of a field in it (from 0)."""
        return Place(self.file, self.lines[row], None if column is None else column + 1)


def numbered_rows(file: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with the number of its first line; refuses a quote that never ends."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 1
    try:
        for row in reader:
            if row:
                yield number, row
            number = reader.line_num + 1
    except csv.Error:
        raise refusal(Place(file, number), "rækken har et anførselstegn, der ikke slutter; hent filen igen.") from None


def rows_of(file: str, text: str, delimiter: str) -> Rows:
    """Head and body; refuses a file without rows, a column named twice, and a row with more or fewer fields."""
    lines, rows = [], []
    for number, row in numbered_rows(file, text, delimiter):
        lines.append(number)
        rows.append(row)
    if len(rows) < 2:
        raise refusal(Place(file, 1), "filen har ingen rækker med tal under overskrifterne; hent den igen.")
    head = tuple(name.strip() for name in rows[0])
    if len(head) < 2:
        raise refusal(Place(file, 1), "overskriften har kun én kolonne; StatBank-filer er adskilt med semikolon.")
    refuse_repeated(Place(file, 1), "overskriften", head)
    made = Rows(file, head, rows[1:], lines[1:])
    for at, row in enumerate(made.body):
        if len(row) != len(head):
            place = made.place(at, min(len(row), len(head)) - 1)
            raise refusal(place, f"rækken har {len(row)} felter, men overskriften {len(head)}; hent filen igen.")
    return made


@dataclass(frozen=True, slots=True)
class RowsLocator:
    """Finds the row of a figure by reading the text again; `raws` are the fields that make each dimension's values."""

    file: str
    text: str
    delimiter: str
    columns: tuple[int, ...]
    value: int
    raws: tuple[tuple[str, ...], ...]

    def place_of(self, position: int) -> Place:
        """The row and the figure's column; the file alone where the row is not in the file."""
        wanted: list[str] = []
        for raws in reversed(self.raws):
            position, at = divmod(position, len(raws))
            wanted.insert(0, raws[at])
        for number, row in numbered_rows(self.file, self.text, self.delimiter):
            if number > 1 and [row[column] for column in self.columns] == wanted:
                return Place(self.file, number, self.value + 1)
        return Place(self.file)

"""Sparse PX data: with KEYS each row begins with the stub's codes (or values), and rows of zeros are left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from raadhus.pure.statbank.dimension import Dimension
from raadhus.pure.statbank.labelled import Figures
from raadhus.pure.statbank.place import Place, place_in_bytes, refusal
from raadhus.pure.statbank.px_data import TOKEN, PxLocator, numbers_in

_KEY = re.compile(rb'\s*"([^"]*)"\s*,')
_BLANK = re.compile(rb"\s*")
LEFT_OUT = "0 (udeladt)"


@dataclass(frozen=True, slots=True)
class KeysLocator:
    """Finds a figure of a sparse file: its row by its keys, then its column."""

    file: str
    data: bytes
    body: int
    end: int
    keys: tuple[dict[str, int], ...]
    columns: int
    encoding: str

    def place_of(self, position: int) -> Place:
        """The row and column of the figure; the file alone where its row was left out as zeros."""
        row, column = divmod(position, self.columns)
        for number, _, body, _ in rows_of(self):
            if number == row:
                return PxLocator(self.file, self.data, body).place_of(column)
        return Place(self.file, cell=LEFT_OUT)


def rows_of(locator: KeysLocator) -> Sequence[tuple[int, int, int, int]]:
    """For each row: its number in the full table, where it begins, where its figures begin and end."""
    rows, at = [], locator.body
    while (blank := _BLANK.match(locator.data, at, locator.end)) is not None and blank.end() < locator.end:
        start, number = at, 0
        for keys in locator.keys:
            code, at = _key(locator, keys, at)
            number = number * len(keys) + code
        body = at
        at = _end_of_row(locator, body)
        rows.append((number, start, body, at))
    return rows


def _key(locator: KeysLocator, keys: dict[str, int], at: int) -> tuple[int, int]:
    """The position that the key at `at` names, and where the key ends."""
    match = _KEY.match(locator.data, at, locator.end)
    if match is None:
        place = place_in_bytes(locator.file, locator.data, at)
        raise refusal(place, "her skulle stå en nøgle i anførselstegn og et komma (KEYS); hent filen igen.")
    key = match[1].decode(locator.encoding, errors="replace")
    if key not in keys:
        place = place_in_bytes(locator.file, locator.data, match.start(1))
        raise refusal(place, f"nøglen »{key}« er ikke blandt dimensionens værdier; hent filen igen.")
    return keys[key], match.end()


def _end_of_row(locator: KeysLocator, body: int) -> int:
    """After as many figures as the heading has columns."""
    for count, token in enumerate(TOKEN.finditer(locator.data, body, locator.end), 1):
        end = token.end()
        if count == locator.columns:
            return end
    place = place_in_bytes(locator.file, locator.data, body)
    raise refusal(place, f"rækken har ikke {locator.columns} tal, som kolonnerne kræver; hent filen igen.")


def sparse_numbers(locator: KeysLocator, stub: Sequence[Dimension]) -> tuple[Figures, list[bytes], list[int]]:
    """All figures, the marks in the order of their NaN, and the numbers of the rows that were left out as zeros."""
    total = prod(len(dimension) for dimension in stub)
    values = np.zeros((total, locator.columns))
    met: dict[int, list[bytes]] = {}
    for number, start, body, end in rows_of(locator):
        if number in met:
            raise refusal(place_in_bytes(locator.file, locator.data, start), "rækken står to gange; hent filen igen.")
        row = PxLocator(locator.file, locator.data, body)
        values[number], met[number] = numbers_in(row, end, locator.columns)
    quoted = [mark for number in sorted(met) for mark in met[number]]
    return values.ravel(), quoted, sorted(set(range(total)) - set(met))

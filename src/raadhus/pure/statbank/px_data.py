"""The figures after DATA in a PX file: numbers and quoted marks, separated by blank, comma, semicolon or tab.

Source: "Data in the PX-file" (Statistics Sweden). "-" is nil and counts as 0; one to six dots are missing figures,
whose meaning DATASYMBOL1–6 may give. The data end with a semicolon; a file without it has been cut.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

import numpy as np

from raadhus.pure.statbank.figures import MISSING, NIL, MarkTexts
from raadhus.pure.statbank.labelled import Figures, Marks
from raadhus.pure.statbank.place import Locator, Place, place_in_bytes, refusal

TOKEN = re.compile(rb'"[^"]*"|[^\s,;"]+')
_QUOTED = re.compile(rb'"([^"]*)"')
_BARE_MARK = re.compile(rb"(?<![^\s,;])(\.{1,6}|-)(?![^\s,;])")
_NUMBER = re.compile(rb"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_SEPARATORS = bytes.maketrans(b",;\t", b"   ")
_IN_NUMBERS = b"0123456789+-.eE \r\n\t"


@dataclass(frozen=True, slots=True)
class PxLocator:
    """Finds a figure again by counting through the data."""

    file: str
    data: bytes
    body: int

    def place_of(self, position: int) -> Place:
        """The row and column where the figure begins."""
        found = next(islice(TOKEN.finditer(self.data, self.body), position, None), None)
        return Place(self.file) if found is None else place_in_bytes(self.file, self.data, found.start())


def end_of_data(file: str, data: bytes, body: int) -> int:
    """Where the last semicolon stands; refuses a file that does not end with one."""
    end = len(data.rstrip(b" \r\n\t\x1a"))
    if end <= body or data[end - 1 : end] != b";":
        place = place_in_bytes(file, data, max(end, 1))
        raise refusal(place, "tallene efter DATA slutter ikke med semikolon; filen er skåret over. Hent den igen.")
    return end - 1


def numbers_in(locator: PxLocator, end: int, expected: int) -> tuple[Figures, list[bytes]]:
    """All figures with NaN for each quoted mark, and the marks in order; refuses any other number than expected."""
    body = locator.data[locator.body : end]
    if not body.strip(b" \r\n\t;,"):
        return _counted(locator, np.empty(0), expected), []
    found = _parsed(body) or _parsed(_BARE_MARK.sub(rb'"\1"', body))
    if found is None:
        raise _odd_token(locator, end)
    return _counted(locator, found[0], expected), found[1]


def _parsed(body: bytes) -> tuple[Figures, list[bytes]] | None:
    """The figures with NaN for quoted marks, and the marks; None where anything else is among them."""
    quoted = _QUOTED.findall(body) if b'"' in body else []
    plain = (_QUOTED.sub(b" nan ", body) if quoted else body).translate(_SEPARATORS)
    if plain.translate(None, _IN_NUMBERS) != b"nan" * len(quoted):
        return None
    try:
        values = np.fromstring(plain, dtype=np.float64, sep=" ")
    except ValueError:
        return None
    return (values, quoted) if len(values) == _words_in(plain) else None


def _words_in(plain: bytes) -> int:
    blank = np.frombuffer(plain, np.uint8) <= 32
    return int(np.count_nonzero(blank[:-1] & ~blank[1:])) + int(not blank[0])


def _counted(locator: PxLocator, values: Figures, expected: int) -> Figures:
    if len(values) != expected:
        more = len(values) > expected
        place = locator.place_of(expected if more else max(len(values) - 1, 0))
        said = "er tal for meget" if more else "er det sidste tal"
        raise refusal(
            place, f"filen har {len(values)} tal, men dens dimensioner kræver {expected}; her {said}. Hent filen igen."
        )
    return values


def _odd_token(locator: PxLocator, end: int) -> Exception:
    """The refusal for the first piece that is neither number nor mark."""
    for found in TOKEN.finditer(locator.data, locator.body, end):
        if not (found[0].startswith(b'"') or _NUMBER.fullmatch(found[0]) or _BARE_MARK.fullmatch(found[0])):
            break
    else:
        return refusal(
            place_in_bytes(locator.file, locator.data, locator.body), "tallene kan ikke læses; hent filen igen."
        )
    place = place_in_bytes(locator.file, locator.data, found.start())
    return refusal(
        place, f"»{found[0][:20].decode('latin-1')}« er hverken et tal eller et tegn for et; hent filen igen."
    )


def marks_in(
    locator: Locator,
    values: Figures,
    quoted: list[bytes],
    symbols: Mapping[str, str],
    texts: MarkTexts,
    encoding: str,
) -> Marks:
    """The marks of the figures; `symbols` gives what the file shows for "-" and one to six dots. Nil becomes 0."""
    marks = np.zeros(len(values), np.uint8)
    if not quoted:
        return marks
    spots = np.flatnonzero(np.isnan(values))
    kinds = sorted(set(quoted))
    index = {kind: _mark(locator, kind, quoted, spots, symbols, texts, encoding) for kind in kinds}
    marks[spots] = [index[kind] for kind in quoted]
    is_nil = np.array([kind == NIL.encode() and NIL not in symbols.values() for kind in quoted])
    values[spots[is_nil]] = 0.0
    return marks


def _mark(
    locator: Locator,
    kind: bytes,
    quoted: list[bytes],
    spots: "np.ndarray[tuple[int, ...], np.dtype[np.intp]]",
    symbols: Mapping[str, str],
    texts: MarkTexts,
    encoding: str,
) -> int:
    text = kind.decode(encoding, errors="replace").strip()
    if text != NIL and text not in MISSING and text not in symbols.values():
        place = locator.place_of(int(spots[quoted.index(kind)]))
        raise refusal(place, f"»{text}« er ikke et af filens tegn for manglende tal (DATASYMBOL1–6); hent filen igen.")
    return texts.index(symbols.get(text, text), Place(locator.file))

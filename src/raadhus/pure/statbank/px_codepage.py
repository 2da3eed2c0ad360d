"""Which codepage a PX file is in: CODEPAGE, else CHARSET ("ANSI" is Windows-1252), else DOS 850 as the format says.

A file that says one thing and is another is refused with the row and column of the first character that shows it. One
exception is common and harmless: ISO-8859-1 or -15 with the Windows quotation marks in it, read as Windows-1252 where
no character differs in meaning.
"""

import re

from raadhus.pure.statbank.place import Place, place_in_bytes, refusal
from raadhus.pure.statbank.text import known_encoding, utf8_where_another_was_declared

_CODEPAGE = re.compile(rb'(?:^|[;\s])CODEPAGE\s*=\s*"?\s*([^";\r\n]*?)\s*"?\s*;', re.IGNORECASE)
_CHARSET = re.compile(rb'(?:^|[;\s])CHARSET\s*=\s*"?\s*([^";\r\n]*?)\s*"?\s*;', re.IGNORECASE)
_LATIN = ("iso8859-1", "iso8859-15")
_C1 = re.compile(rb"[\x80-\x9f]")
_DIFFERS_IN_15 = re.compile(rb"[\xa4\xa6\xa8\xb4\xb8\xbc\xbd\xbe]")
_LOST = b"\xef\xbf\xbd"


def codepage_of(file: str, data: bytes, *, damaged: bool = False) -> str:
    """Python's name of the codepage of the file's header; `damaged` accepts characters that are already lost."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise refusal(Place(file, 1, 1), "filen er gemt som UTF-16, hvad PX ikke må være; hent den igen.")
    header = data[: _header_end(data)]
    if _LOST in header:
        if damaged:
            return "utf-8"
        place = place_in_bytes(file, data, header.index(_LOST), "utf-8")
        raise refusal(
            place, "tegn er gået tabt (�), fordi filen er gemt i et forkert tegnsæt; hent den igen fra kilden."
        )
    declared = _declared(file, data, header)
    return _agreeing(file, data, header, declared)


def _header_end(data: bytes) -> int:
    at = re.search(rb"(?:^|[;\s])DATA\s*=", data)
    return at.start() if at else len(data)


def _declared(file: str, data: bytes, header: bytes) -> str:
    if header.startswith(b"\xef\xbb\xbf"):
        return "utf-8"
    page, charset = _CODEPAGE.search(header), _CHARSET.search(header)
    if page is not None and page[1]:
        name = page[1].decode("ascii", errors="replace")
        encoding = known_encoding(name)
        if encoding is None:
            raise refusal(
                place_in_bytes(file, data, page.start(1)), f"tegnsættet »{name}« i CODEPAGE kendes ikke; ret det."
            )
        return encoding
    return "cp1252" if charset is not None and charset[1].upper() == b"ANSI" else "cp850"


def _agreeing(file: str, data: bytes, header: bytes, declared: str) -> str:
    if declared in ("utf-8", "ascii"):
        return declared
    if (at := utf8_where_another_was_declared(header)) is not None:
        place = place_in_bytes(file, data, at, "utf-8")
        raise refusal(
            place, f'filen siger tegnsæt {declared}, men er i utf-8; ret CODEPAGE til "utf-8", eller hent filen igen.'
        )
    if declared in _LATIN and _C1.search(header) and not (declared == _LATIN[1] and _DIFFERS_IN_15.search(header)):
        return "cp1252"
    return declared

"""Documents made for a test, and what was read of them."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pikepdf
import pytest
import typst

from raadhus.pure.documents.read import DEFAULT, Limits, read_file
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.kernel.source_text import SourceText

NAME = "referat"
SMALL_PAGE = '#set page(width: 300pt, height: 220pt, margin: 40pt)\n#set text(lang: "da", hyphenate: false)\n'


def pdf(source: str, page: str = SMALL_PAGE) -> bytes:
    """The Typst `source` set on small pages (220 × 140 points of text, unhyphenated)."""
    return typst.compile((page + source).encode())


def encrypted(plain: bytes, *, user: str, owner: str) -> bytes:
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as document:
        document.save(written, encryption=pikepdf.Encryption(user=user, owner=owner))
    return written.getvalue()


def turned(plain: bytes, degrees: int) -> bytes:
    """The same pages, to be shown turned clockwise."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain)) as document:
        for page in document.pages:
            page.rotate(degrees, relative=False)
        document.save(written)
    return written.getvalue()


def png() -> bytes:
    """One grey pixel."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00\x80")) + chunk(b"IEND", b"")
    )


def picture_page() -> str:
    """Typst for a page that holds only a picture, as a scanner makes it."""
    return f"#image(bytes(({', '.join(map(str, png()))})), width: 100%)\n"


def zipped(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in parts.items():
            package.writestr(path, content)
    return written.getvalue()


def read(folder: Path, content: bytes, name: str = NAME, limits: Limits = DEFAULT) -> SourceText:
    """What is read of a file with this `content`."""
    path = folder / name
    path.write_bytes(content)
    return read_file(path, limits=limits)


def refusal(folder: Path, content: bytes, name: str = NAME, limits: Limits = DEFAULT) -> str:
    """The sentence with which such a file is refused."""
    with pytest.raises(Refused) as refused:
        read(folder, content, name, limits)
    return str(refused.value)


def texts(source: SourceText) -> list[str]:
    return [line.text for line in source.lines]


def hinted(source: SourceText) -> list[tuple[str, str]]:
    """Hint and text of every line that is not empty."""
    return [(line.hint, line.text) for line in source.lines if line.text]

"""What a file is, by its content; its name is not asked."""

import re

from raadhus.pure.documents.read import refusals
from raadhus.pure.documents.read.package import Package
from raadhus.pure.kernel.errors import Refused

_PDF = b"%PDF-"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "Gem dokumentet som .pdf, .docx, .html eller .txt."
_PICTURE_ADVICE = "Kør det gennem tekstgenkendelse, eller skriv referatet af."
_OTHER = (
    (b"\x89PNG", "et billede (PNG)", _PICTURE_ADVICE),
    (b"\xff\xd8\xff", "et billede (JPEG)", _PICTURE_ADVICE),
    (b"II*\x00", "et billede (TIFF)", _PICTURE_ADVICE),
    (b"MM\x00*", "et billede (TIFF)", _PICTURE_ADVICE),
    (b"GIF8", "et billede (GIF)", _PICTURE_ADVICE),
    (b"{\\rtf", "et RTF-dokument", _SAVE_AS),
    (b"%!PS", "en PostScript-fil", _SAVE_AS),
    (b"\x1f\x8b", "et pakket arkiv (gzip)", "Pak det ud, og angiv filerne i det."),
    (b"7z\xbc\xaf\x27\x1c", "et pakket arkiv (7z)", "Pak det ud, og angiv filerne i det."),
    (b"Rar!", "et pakket arkiv (rar)", "Pak det ud, og angiv filerne i det."),
)
_PARTS = (
    ("xl/", "et regneark (.xlsx)"),
    ("ppt/", "en præsentation (.pptx)"),
    ("content.xml", "et OpenDocument-dokument"),
)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|div|p|h[1-6]|table|ul|ol|span|meta|title|article|section)\b", re.I
)
_XML = re.compile(rb"\s*<\?xml")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(data: bytes, name: str) -> str:
    """ "pdf", "docx", "html" or "txt"; `Refused`, saying what it is, for anything else that is known."""
    if _PDF in data[:1024]:
        return "pdf"
    if data.startswith(_ZIP):
        return _kind_of_package(data, name)
    if data.startswith(_OLE):
        raise _old_office(data, name)
    for magic, what, advice in _OTHER:
        if data.startswith(magic):
            raise refusals.wrong_type(name, what, advice)
    return _kind_of_text(data, name)


def _kind_of_package(data: bytes, name: str) -> str:
    names = Package.names_in(data, name)
    if any(part.startswith("word/") for part in names):
        return "docx"
    for prefix, what in _PARTS:
        if any(part.startswith(prefix) for part in names):
            raise refusals.wrong_type(name, what, _SAVE_AS)
    raise refusals.wrong_type(name, "et zip-arkiv", "Pak det ud, og angiv filerne i det.")


def _old_office(data: bytes, name: str) -> Refused:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return refusals.encrypted(name)
    if "WordDocument".encode("utf-16-le") in data:
        return refusals.wrong_type(name, "et Word-dokument i det gamle format (.doc)", "Gem det som .docx.")
    return refusals.wrong_type(name, "en Office-fil i det gamle format", _SAVE_AS)


def _kind_of_text(data: bytes, name: str) -> str:
    head = data[:4096]
    if head.startswith(_BOMS[1:]):
        head = head.replace(b"\x00", b"")
    for bom in _BOMS:
        head = head.removeprefix(bom)
    markup = head.lstrip().startswith(b"<")
    if markup and _HTML.search(head):
        return "html"
    if _XML.match(head):
        raise refusals.wrong_type(name, "en XML-fil", _SAVE_AS)
    return "txt"

"""What may be enclosed, and what an enclosure is called with its version.

A file is known by its bytes: a right name on a wrong content is refused, for it cannot be opened by whoever gets it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from raadhus.pure.kernel.errors import Refused

MEGABYTE = 1_000_000
MOST_BYTES = 50 * MEGABYTE
LABELS = ("UDKAST", "rettet", "tilrettet", "rettelsesblad")
_LONGEST_NAME = 255


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of file: what it is called, and what one of its kind begins with; `part` is in the zip of a package."""

    says: str
    begins: tuple[bytes, ...]
    part: bytes = b""


_ZIP = (b"PK\x03\x04",)
_OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
KINDS: Mapping[str, _Kind] = MappingProxyType(
    {
        "pdf": _Kind("et PDF-dokument", (b"%PDF-",)),
        "docx": _Kind("et Word-dokument", _ZIP, b"word/"),
        "xlsx": _Kind("et regneark", _ZIP, b"xl/"),
        "pptx": _Kind("en præsentation", _ZIP, b"ppt/"),
        "odt": _Kind("et OpenDocument-dokument", _ZIP, b"opendocument.text"),
        "ods": _Kind("et OpenDocument-regneark", _ZIP, b"opendocument.spreadsheet"),
        "odp": _Kind("en OpenDocument-præsentation", _ZIP, b"opendocument.presentation"),
        "doc": _Kind("et Word-dokument i det gamle format", _OLE),
        "xls": _Kind("et regneark i det gamle format", _OLE),
        "ppt": _Kind("en præsentation i det gamle format", _OLE),
        "png": _Kind("et billede (PNG)", (b"\x89PNG\r\n\x1a\n",)),
        "jpg": _Kind("et billede (JPEG)", (b"\xff\xd8\xff",)),
        "jpeg": _Kind("et billede (JPEG)", (b"\xff\xd8\xff",)),
        "txt": _Kind("en tekstfil", ()),
        "csv": _Kind("en tabel som tekst", ()),
    }
)
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')


def check_size(size: int, name: str) -> None:
    """`Refused` for no bytes and for too many; to be asked before the bytes are read into memory."""
    if size == 0:
        raise Refused(f"„{name}“ er tom (0 byte). Åbn filen, se at den har indhold, og vedhæft den igen.")
    if size > MOST_BYTES:
        raise Refused(
            f"„{name}“ fylder {size / MEGABYTE:.0f} MB; et bilag må højst fylde {MOST_BYTES // MEGABYTE} MB. "
            "Gem den med mindre billeder, eller del den op."
        )


def check_file(data: bytes, name: str) -> str:
    """The name to keep the file by. `Refused` where it is empty, too large, of a kind that is not taken, or of another
    kind than its name says."""
    kept = _UNFIT.sub("-", name.strip().rsplit("/", 1)[-1].rsplit("\\", 1)[-1]).strip(" .")
    check_size(len(data), kept or "Filen")
    ending = kept.rpartition(".")[2].lower() if "." in kept else ""
    if ending not in KINDS or len(kept) > _LONGEST_NAME:
        raise Refused(_no_such_kind(kept, ending))
    if not _is_of(KINDS[ending], data):
        found = next((kind for kind in KINDS.values() if kind.begins and _is_of(kind, data)), None)
        what = found.says if found else "noget andet"
        raise Refused(
            f"„{kept}“ hedder som {KINDS[ending].says}, men indholdet er {what}. "
            "Åbn filen, gem den igen i det rigtige format, og vedhæft den."
        )
    return kept


def _no_such_kind(name: str, ending: str) -> str:
    if len(name) > _LONGEST_NAME:
        return f"Filens navn er over {_LONGEST_NAME} tegn. Giv den et kortere navn, og vedhæft den igen."
    what = f"Filer af typen .{ending}" if ending else f"„{name}“ har ingen filtype, og filer uden"
    return f"{what} kan ikke vedhæftes. Gem den som en af disse: {', '.join(KINDS)}."


def _is_of(kind: _Kind, data: bytes) -> bool:
    if kind.begins:
        return data.startswith(kind.begins) and kind.part in data
    return b"\x00" not in data[:4096] or data.startswith((b"\xff\xfe", b"\xfe\xff"))


def shown_name(name: str, label: str) -> str:
    """The title on paper, with its version and without the file's ending: "UDKAST Ark", "Program - Tilrettet".

    The version is not said twice where the name says so already.
    """
    stem, dot, ending = name.rpartition(".")
    title = stem if dot and stem.strip() and ending.lower() in KINDS else name
    if not label or label.casefold() in title.casefold():
        return title
    return f"{label} {title}" if label == "UDKAST" else f"{title} - {label[:1].upper()}{label[1:]}"

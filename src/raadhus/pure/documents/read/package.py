"""The zip file inside an Office file, opened with suspicion: nothing is unpacked further than the limits allow."""

import zipfile
import zlib
from io import BytesIO

from raadhus.pure.documents.read import refusals
from raadhus.pure.documents.read.limits import MEGABYTE, Limits

WHAT = "en Word-fil"
_CHUNK = 256 * 1024
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


class Package:
    """The parts of a zip file by name. What an entry says of its own size is checked first, and not believed after."""

    def __init__(self, data: bytes, name: str, limits: Limits, what: str = WHAT) -> None:
        self._name, self._limits, self._what = name, limits, what
        self._zip = _opened(data, name, what)
        entries = self._zip.infolist()
        if len(entries) > limits.parts or sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
            raise refusals.bomb(name)
        if any(entry.flag_bits & 1 for entry in entries):
            raise refusals.encrypted(name)

    @staticmethod
    def names_in(data: bytes, name: str) -> list[str]:
        """The names of the parts of the zip file in `data`; `Refused` as broken."""
        return _opened(data, name).namelist()

    def part(self, path: str) -> bytes | None:
        """The part at `path`, None where there is none; `Refused` where it is broken or a bomb."""
        try:
            entry = self._zip.getinfo(path)
        except KeyError:
            return None
        self._check(entry.file_size, entry.compress_size)
        try:
            return self._unpacked(entry)
        except _UNREADABLE as error:
            raise refusals.broken(self._name, self._what) from error

    def _unpacked(self, entry: zipfile.ZipInfo) -> bytes:
        chunks: list[bytes] = []
        size = 0
        with self._zip.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                self._check(size, entry.compress_size)
                chunks.append(chunk)
        return b"".join(chunks)

    def _check(self, unpacked: int, packed: int) -> None:
        too_dense = unpacked > MEGABYTE and unpacked > self._limits.ratio * max(packed, 1)
        if unpacked > self._limits.part_bytes or too_dense:
            raise refusals.bomb(self._name)


def _opened(data: bytes, name: str, what: str = WHAT) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _UNREADABLE as error:
        raise refusals.broken(name, what) from error

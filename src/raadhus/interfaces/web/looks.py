"""Stored files as they are looked at on a page, each looked at once while it is wanted."""

from functools import lru_cache
from typing import Any

from raadhus.foundation.files.queries import open_bytes
from raadhus.pure.documents.show import Look, look_at, picture_of_page

WIDTH = 1200  # pixels: sharp at twice the density of a reading column's 600
_FILES, _PAGES = 24, 120


class _File:
    """A stored file that is the same key for the same bytes."""

    def __init__(self, file: Any) -> None:
        self.file = file

    def __hash__(self) -> int:
        return hash(self.file.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _File) and (self.file.sha256, self.file.name) == (other.file.sha256, other.file.name)

    def read(self) -> bytes:
        with open_bytes(self.file) as stream:
            return stream.read()


def look_of(file: Any) -> Look:
    """What can be shown of the file; `Refused` where it cannot. Whoever calls has asked whether the reader may."""
    return _look(_File(file))


def page_of_file(file: Any, page: int) -> bytes:
    """A page of it as PNG."""
    return _page(_File(file), page)


@lru_cache(_FILES)
def _look(file: _File) -> Look:
    return look_at(file.read(), file.file.name)


@lru_cache(_PAGES)
def _page(file: _File, page: int) -> bytes:
    return picture_of_page(file.read(), file.file.name, page, WIDTH)

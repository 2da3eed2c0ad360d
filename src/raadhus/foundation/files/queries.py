"""Files by reader, and their bytes."""

from collections.abc import Iterable, Iterator
from hashlib import file_digest
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings

from raadhus.foundation.accounts.queries import readable_by
from raadhus.foundation.files.models import StoredFile


def file_for(reader: Any, pk: int) -> StoredFile:
    """The file, or `ObjectDoesNotExist` where it is not there or not the reader's."""
    return readable_by(reader, StoredFile.objects.all()).get(pk=pk)


def files_by_id(reader: Any, ids: Iterable[int]) -> dict[int, StoredFile]:
    """Those of the files that the reader may have, with their audiences; one query."""
    rows = readable_by(reader, StoredFile.objects.filter(pk__in=list(ids))).select_related("audience")
    return {row.pk: row for row in rows}


def file_with_checksum(reader: Any, sha256: str) -> StoredFile:
    """The file with these bytes, or `ObjectDoesNotExist` where it is not there or not the reader's."""
    return readable_by(reader, StoredFile.objects.all()).get(sha256=sha256)


def open_bytes(file: StoredFile) -> BinaryIO:
    """The bytes as they came, open for reading; the caller closes it."""
    return path_of(file.sha256).open("rb")


def path_of(sha256: str) -> Path:
    """Where the bytes with this checksum lie: two letters a folder, so that no folder grows without end."""
    return Path(settings.FILES) / sha256[:2] / sha256


def damaged_files() -> Iterator[StoredFile]:
    """Every stored file whose bytes are missing or no longer give the checksum; reads all of them."""
    for file in StoredFile.objects.order_by("pk").iterator(chunk_size=500):
        if not is_whole(file):
            yield file


def is_whole(file: StoredFile) -> bool:
    """Whether the bytes are there and give the checksum."""
    try:
        with open_bytes(file) as stream:
            return file_digest(stream, "sha256").hexdigest() == file.sha256
    except OSError:
        return False

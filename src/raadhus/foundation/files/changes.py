"""Keeping bytes: first the bytes, safe on disk, then the row; bytes without a row after a crash do no harm."""

import mimetypes
import os
import tempfile
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.db import transaction

from raadhus.foundation.accounts.models import Audience
from raadhus.foundation.accounts.queries import strictest
from raadhus.foundation.audit.record import record
from raadhus.foundation.files.models import StoredFile
from raadhus.foundation.files.queries import path_of


@transaction.atomic(savepoint=False)
def keep_file(*, data: bytes, name: str, origin: str, audience: Audience | None, by: Any, at: datetime) -> StoredFile:
    """The stored file with these bytes, made if it is not there; whoever calls has asked whether `by` may.

    The same bytes kept twice are one file, read by no more than may read each of the two.
    """
    checksum = sha256(data).hexdigest()
    known = StoredFile.objects.select_related("audience").filter(sha256=checksum).first()
    if known:
        restrict_file(file=known, audience=strictest([known.audience, audience]), by=by, at=at)
        return known
    keep_bytes(data, path_of(checksum))
    file = StoredFile.objects.create(
        sha256=checksum,
        name=name[-255:],
        media_type=mimetypes.guess_type(name)[0] or "application/octet-stream",
        size=len(data),
        origin=origin,
        stored_at=at,
        audience=audience,
    )
    record("kept_file", "file", file.pk, by=by, at=at, facts={"sha256": checksum, "name": name, "origin": origin})
    return file


def restrict_file(*, file: StoredFile, audience: Audience | None, by: Any, at: datetime) -> None:
    """Let `audience` read the file instead; where it already does, nothing is done and nothing noted."""
    if file.audience == audience:
        return
    before, after = file.audience_id, audience.pk if audience else None
    file.audience = audience
    file.save(update_fields=["audience"])
    record("changed_file_readers", "file", file.pk, by=by, at=at, facts={"from": before, "to": after})


def keep_bytes(data: bytes, path: Path) -> None:
    """Write `data` to `path` so that after a power cut there is the whole file or none."""
    if path.exists():
        return
    if not path.parent.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _sync_folder(path.parent.parent)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

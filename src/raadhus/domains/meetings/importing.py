"""Readings into the house: what `pure.minutes.read` made of a file, stored with the file."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import IntegrityError

from raadhus.domains.meetings.changes import Imported, store_document
from raadhus.pure.minutes.structure import Minutes

_TRIES = 3


def store_minutes(reading: Minutes, *, source: Path | bytes, reading_audience: str, by: Any, at: datetime) -> Imported:
    """Store the reading of `source` in one transaction; a document that is no minutes is `Refused`.

    `reading_audience` is "everyone" or "signed_in": who reads the open items of a body that is new. Where somebody
    else made the same body, case or meeting in the same moment, the whole is tried again and finds it.
    """
    data = source if isinstance(source, bytes) else source.read_bytes()
    for attempt in range(1, _TRIES + 1):
        try:
            return store_document(
                reading=reading,
                data=data,
                name=Path(reading.source).name,
                reading_audience=reading_audience,
                by=by,
                at=at,
            )
        except IntegrityError:
            if attempt == _TRIES:
                raise
    raise AssertionError("unreachable")

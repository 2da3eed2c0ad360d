"""Opening what not everybody may read leaves a line in the log, as the rules on data protection ask."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from raadhus.foundation.audit.changes import note_reading


def note_if_closed(request: HttpRequest, object_kind: str, object_id: int, items: Iterable[Any]) -> None:
    """Note that the reader opened the page of this thing, where any of the `items` on it is closed; one line a page."""
    if any(item.is_closed for item in items):
        note_opening(request, object_kind, object_id)


def note_opening(request: HttpRequest, object_kind: str, object_id: int) -> None:
    """Note that the reader opened the page of this thing, which shows what not everybody may read."""
    note_reading(object_kind=object_kind, object_id=object_id, by=request.user, at=timezone.now())


def note_if_kept_back(request: HttpRequest, file: Any) -> None:
    """Note that the reader fetched a file that only a named few, or administrators, may have."""
    if file.audience is None or file.audience.kind == "named":
        note_reading(object_kind="file", object_id=file.pk, by=request.user, at=timezone.now())

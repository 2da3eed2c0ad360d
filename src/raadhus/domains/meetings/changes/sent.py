"""What the house itself has written for a meeting, stored as a document that came in would be."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from raadhus.domains.meetings import rules
from raadhus.domains.meetings.changes.audiences import follow_audiences
from raadhus.domains.meetings.changes.noting import note
from raadhus.domains.meetings.changes.replace import replace_reading
from raadhus.domains.meetings.changes.store import Document, store_first, store_next
from raadhus.domains.meetings.models import Attachment, Item, Meeting, Version
from raadhus.foundation.audit.record import line_up
from raadhus.foundation.files.changes import keep_file
from raadhus.foundation.files.models import StoredFile
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.minutes.structure import Minutes

Bytes = dict[str, StoredFile]  # an item's attachments by the name that stands in the item


@transaction.atomic
def store_sent(
    *, meeting: Meeting, reading: Minutes, paper: bytes, name: str, bytes_of: Sequence[Bytes], by: Any, at: datetime
) -> Version:
    """Store `reading` as the newest document of `meeting` and make it the current one; `paper` is its PDF.

    `bytes_of` has a mapping for each item. Whoever calls has asked whether `by` may. Content that the meeting had in
    an older version makes that version the current one again.
    """
    line_up()
    meeting = Meeting.objects.select_related("body", "current_version").get(pk=meeting.pk)
    written = rules.written(reading)
    why_not = rules.why_no_minutes(reading, written.content)
    if why_not:
        raise Refused(why_not)
    version = Version.objects.filter(meeting=meeting, digest=written.digest).first()
    if version is None:
        document = Document(reading, written, paper, sha256(paper).hexdigest(), name, by, at)
        version = _store(document, meeting)
    elif version.pk != meeting.current_version_id:
        _make_current(meeting, version, reading, by, at)
    _link(version, bytes_of)
    return version


def _store(document: Document, meeting: Meeting) -> Version:
    body, by, at = meeting.body, document.by, document.at
    is_closed = any(item.closed for item in document.reading.items)
    audience = body.closed_audience if is_closed else body.open_audience
    file = keep_file(data=document.data, name=document.name, origin="rendered", audience=audience, by=by, at=at)
    if meeting.current_version is None:
        store_first(document, body, file, meeting)
    else:
        store_next(document, meeting, file)
    return Version.objects.get(file=file)


def _make_current(meeting: Meeting, version: Version, reading: Minutes, by: Any, at: datetime) -> None:
    replace_reading(meeting, version, reading, by=by, at=at)
    follow_audiences(meeting, by=by, at=at)
    note("made_current", meeting.pk, {"version": version.number}, by=by, at=at)


def _link(version: Version, bytes_of: Sequence[Bytes]) -> None:
    """Let the attachments' names lead to their bytes."""
    items = Item.objects.filter(version=version).order_by("position")
    for item, files in zip(items, bytes_of, strict=True):
        for attachment in Attachment.objects.filter(item=item, name__in=files):
            Attachment.objects.filter(pk=attachment.pk).update(file=files[attachment.name])

"""Who reads what in one meeting, worked out again after something about it changed."""

from datetime import datetime
from typing import Any

from raadhus.domains.followup.changes import follow_source
from raadhus.domains.meetings.models import Item, Meeting, Version
from raadhus.domains.meetings.rules import reading_from
from raadhus.foundation.accounts.models import Audience
from raadhus.foundation.files.changes import restrict_file


def follow_audiences(meeting: Meeting, *, by: Any, at: datetime) -> None:
    """Give the meeting, its items of every version, their commitments and its files the audience they should have.

    A file is closed if any item is. An older document stays closed too where it said so itself: a person who opened
    an item looked at the newest one.
    """
    is_known = meeting.body is not None and meeting.starts_on is not None
    open_to = meeting.body.open_audience if is_known else None
    closed_to = meeting.body.closed_audience if is_known else None
    Meeting.objects.filter(pk=meeting.pk).update(audience=open_to)
    _follow_items(meeting, False, open_to)
    _follow_items(meeting, True, closed_to)
    any_closed = Item.objects.filter(meeting=meeting, is_closed=True).exists()
    for version in Version.objects.filter(meeting=meeting).select_related("file__audience"):
        is_closed = any_closed or (version.pk != meeting.current_version_id and _says_closed(version))
        restrict_file(file=version.file, audience=closed_to if is_closed else open_to, by=by, at=at)


def _follow_items(meeting: Meeting, is_closed: bool, audience: Audience | None) -> None:
    items = Item.objects.filter(meeting=meeting, is_closed=is_closed)
    items.update(audience=audience)
    keys = items.values_list("pk", flat=True)
    follow_source(source_kind="item", source_ids=keys, audience=audience, made_in=meeting.body_id)


def _says_closed(version: Version) -> bool:
    return any(item.closed for item in reading_from(version.content).items)

"""Versions and unread lines by reader."""

from typing import Any

from django.db.models import QuerySet

from raadhus.domains.meetings.access import visible_unread_lines, visible_versions
from raadhus.domains.meetings.models import Meeting, UnreadLine, Version


def versions_of(reader: Any, meeting: Meeting) -> QuerySet[Version]:
    """The meeting's documents that the reader may read whole, newest first, with their files, without their content."""
    versions = visible_versions(reader).filter(meeting=meeting)
    return versions.select_related("file").defer("content").order_by("-number")


def version_for(reader: Any, pk: int) -> Version:
    """The document with its file and meeting, or `ObjectDoesNotExist`."""
    return visible_versions(reader).select_related("file", "meeting", "meeting__body").get(pk=pk)


def version_of_bytes(reader: Any, sha256: str) -> Version | None:
    """The document that came as exactly these bytes, if the reader may read it."""
    return visible_versions(reader).filter(file__sha256=sha256).select_related("meeting").defer("content").first()


def unread_lines_of(reader: Any, meeting: Meeting) -> QuerySet[UnreadLine]:
    """What no rule understood in the meeting's current document, settled or not, in order of lines."""
    lines = visible_unread_lines(reader).filter(version=meeting.current_version_id)
    return lines.select_related("item").order_by("line", "pk")

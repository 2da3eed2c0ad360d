"""Storing one document: a new meeting, a new version of one, or nothing because all of it is known."""

from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from typing import Any, Literal

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.followup.changes import suggest
from raadhus.domains.meetings import rules
from raadhus.domains.meetings.access import may_import
from raadhus.domains.meetings.changes.audiences import follow_audiences
from raadhus.domains.meetings.changes.bodies import find_or_make_body
from raadhus.domains.meetings.changes.known import look_up
from raadhus.domains.meetings.changes.noting import note
from raadhus.domains.meetings.changes.parts import (
    new_item,
    split_moment,
    suggestions_of,
    write_attendance,
    write_parts,
    write_unread_lines,
)
from raadhus.domains.meetings.changes.replace import replace_reading
from raadhus.domains.meetings.changes.sealed import refuse_sealed
from raadhus.domains.meetings.models import Body, Item, Meeting, Version
from raadhus.foundation.accounts.models import Audience
from raadhus.foundation.audit.record import line_up
from raadhus.foundation.files.changes import keep_file
from raadhus.foundation.files.models import StoredFile
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.minutes.structure import Minutes

What = Literal["new", "new_version", "same_file", "same_content"]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a document, with a Danish sentence for whoever brought it."""

    meeting_id: int
    version: int
    what: What
    sentence: str


@dataclass(frozen=True, slots=True)
class Document:
    """What comes in, with all that can be worked out before the database is asked."""

    reading: Minutes
    written: rules.Written
    data: bytes
    sha256: str
    name: str
    by: Any
    at: datetime


def store_document(
    *, reading: Minutes, data: bytes, name: str, reading_audience: str, by: Any, at: datetime
) -> Imported:
    """Store a reading with the bytes it was read from, all of it or nothing.

    `reading_audience` ("everyone" or "signed_in") is whose the open items of a body are that is not known yet.
    """
    if not may_import(by):
        raise PermissionDenied("Only administrators import documents.")
    written = rules.written(reading)
    why_not = rules.why_no_minutes(reading, written.content)
    if why_not:
        raise Refused(why_not)
    return _store(Document(reading, written, data, sha256(data).hexdigest(), name, by, at), reading_audience)


@transaction.atomic
def _store(document: Document, reading_audience: str) -> Imported:
    line_up()
    return _known_already(document) or _store_new(document, reading_audience)


def _known_already(document: Document) -> Imported | None:
    versions = Version.objects.only("meeting_id", "number")
    same = versions.filter(file__sha256=document.sha256).first()
    if same:
        return Imported(same.meeting_id, same.number, "same_file", "Filen er læst ind før; intet er ændret.")
    same = versions.filter(digest=document.written.digest).first()
    if same:
        sentence = "Indholdet er det samme som i et dokument, der er læst ind før; intet er ændret."
        return Imported(same.meeting_id, same.number, "same_content", sentence)
    return None


def _store_new(document: Document, reading_audience: str) -> Imported:
    reading, by, at = document.reading, document.by, document.at
    body = find_or_make_body(reading.body, reading_audience=reading_audience, by=by, at=at) if reading.body else None
    meeting = _meeting_of(body, *split_moment(reading.starts_at))
    audience = _file_audience(body, reading)
    file = keep_file(data=document.data, name=document.name, origin="import", audience=audience, by=by, at=at)
    if meeting is None or meeting.current_version is None:
        return store_first(document, body, file, meeting)
    return store_next(document, meeting, file)


def _meeting_of(body: Body | None, day: date | None, at: time | None) -> Meeting | None:
    """The body's meeting at that moment. One that states no time is the day's only one, if there is only one."""
    if body is None or day is None:
        return None
    same_day = list(Meeting.objects.select_for_update().filter(body=body, starts_on=day))
    exact = [meeting for meeting in same_day if meeting.starts_at == at]
    likely = exact or [meeting for meeting in same_day if at is None or meeting.starts_at is None]
    return likely[0] if len(likely) == 1 else None


def _file_audience(body: Body | None, reading: Minutes) -> Audience | None:
    """The strictest of what the file holds."""
    if body is None or reading.starts_at is None:
        return None
    return body.closed_audience if any(item.closed for item in reading.items) else body.open_audience


def store_first(document: Document, body: Body | None, file: StoredFile, planned: Meeting | None) -> Imported:
    """The first document of a meeting, which is new unless it was planned: then its head is now what is written."""
    reading = document.reading
    starts_on, starts_at = split_moment(reading.starts_at)
    ends_on, ends_at = split_moment(reading.ends_at)
    meeting = Meeting(
        pk=planned.pk if planned else None,
        body=body,
        audience=body.open_audience if body and starts_on else None,
        starts_on=starts_on,
        starts_at=starts_at,
        ends_on=ends_on,
        ends_at=ends_at,
        place=reading.place or "",
    )
    meeting.save()
    version = _new_version(document, meeting, 1, file)
    Meeting.objects.filter(pk=meeting.pk).update(current_version=version)
    _write_all(document, meeting, version)
    _note(document, version, state=version.digest)
    return Imported(meeting.pk, 1, "new", _sentence(reading, "er læst ind"))


def _write_all(document: Document, meeting: Meeting, version: Version) -> None:
    reading = document.reading
    known = look_up(reading, by=document.by, at=document.at)
    rows = Item.objects.bulk_create(
        new_item(meeting, version, position, item, known) for position, item in enumerate(reading.items, 1)
    )
    pairs = list(zip(rows, reading.items, strict=True))
    write_parts(pairs, known)
    write_attendance(meeting, reading, known)
    write_unread_lines(version, reading)
    suggest(suggestions_of(meeting, pairs))


def store_next(document: Document, meeting: Meeting, file: StoredFile) -> Imported:
    refuse_sealed(meeting.pk)
    reading, by, at = document.reading, document.by, document.at
    number = Version.objects.filter(meeting=meeting).order_by("-number").values_list("number", flat=True)[0] + 1
    version = _new_version(document, meeting, number, file)
    is_better = rules.replaces(reading.kind, meeting.current_version.kind)
    if is_better:
        replace_reading(meeting, version, reading, by=by, at=at)
        follow_audiences(meeting, by=by, at=at)
    _note(document, version, state="")
    told = "er læst ind som ny version" if is_better else "er gemt som version; mødets punkter følger stadig referatet"
    return Imported(meeting.pk, number, "new_version", _sentence(reading, told))


def _new_version(document: Document, meeting: Meeting, number: int, file: StoredFile) -> Version:
    return Version.objects.create(
        meeting=meeting,
        number=number,
        kind=document.reading.kind,
        file=file,
        content=document.written.content,
        digest=document.written.digest,
        read_at=document.at,
    )


def _note(document: Document, version: Version, *, state: str) -> None:
    facts = {
        "version": version.number,
        "kind": version.kind,
        "sha256": document.sha256,
        "digest": version.digest,
        "items": len(document.reading.items),
    }
    note("imported", version.meeting_id, facts, by=document.by, at=document.at, state=state)


def _sentence(reading: Minutes, told: str) -> str:
    count = len(reading.items)
    parts = [f"{count} {'punkt' if count == 1 else 'punkter'} {told}."]
    if reading.not_understood:
        left = len(reading.not_understood)
        parts.append(f"{left} {'linje' if left == 1 else 'linjer'} blev ikke forstået og venter på mødets side.")
    if not (reading.body and reading.starts_at):
        parts.append("Forum eller dato mangler, så kun administratorer kan se mødet, til det er rettet.")
    return " ".join(parts)

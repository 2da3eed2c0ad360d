"""All that a meeting's readers read before it, in one: the items as they were sent, their attachments, own notes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from raadhus.domains.meetings.models import Item, Meeting
from raadhus.domains.meetings.queries import items_of, meeting_for
from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.models import Enclosure, Frozen, Note, Proposal, ReadMark, Sitting
from raadhus.domains.proceedings.queries.changed import Changes, changed_since
from raadhus.domains.proceedings.queries.sent import ConfidentialText, confidential_in
from raadhus.domains.proceedings.queries.standing import newest_agenda
from raadhus.domains.proceedings.rules.difference import ItemChange
from raadhus.domains.proceedings.rules.enclosures import shown_name
from raadhus.domains.proceedings.rules.notes import stands_in
from raadhus.foundation.files.models import StoredFile
from raadhus.foundation.files.queries import files_by_id


@dataclass(frozen=True, slots=True)
class SentSection:
    """A headed part of an item as the record has it; `html` is the same with its tables and pictures, "" without."""

    heading: str
    kind: str
    text: str
    html: str = ""


@dataclass(frozen=True, slots=True)
class SentFile:
    """An attachment by the name in the item; `file` is None where its bytes are not known or not the reader's."""

    name: str
    file: StoredFile | None
    stage: str = "agenda"
    is_kept_back: bool = False


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note of the reader's; `stands` says whether the words it is tied to are still in the item."""

    note: Note
    stands: bool


@dataclass(frozen=True, slots=True)
class PackageItem:
    """One item; `proposal` is None for one that was not prepared here, and `change` for one they have read."""

    item: Item
    proposal: Proposal | None
    sections: tuple[SentSection, ...]
    files: tuple[SentFile, ...]
    is_kept_back: bool
    confidential: tuple[ConfidentialText, ...] = ()
    notes: tuple[OwnNote, ...] = ()
    change: ItemChange | None = None


@dataclass(frozen=True, slots=True)
class Package:
    """What one reader reads. `agenda` was sent last, `mark` is what they marked as read, `changes` lie between them."""

    meeting: Meeting
    items: tuple[PackageItem, ...]
    agenda: Frozen | None = None
    mark: ReadMark | None = None
    changes: Changes | None = None


@dataclass(frozen=True, slots=True)
class _Sent:
    """The frozen agenda's own account of an item."""

    texts: list[dict[str, Any]] = field(default_factory=list)
    enclosures: list[dict[str, Any]] = field(default_factory=list)


def package_for(reader: Any, meeting_id: int) -> Package:
    """All of the meeting that the reader may read; `ObjectDoesNotExist` where nothing of it is theirs."""
    meeting = meeting_for(reader, meeting_id)
    sitting = Sitting.objects.filter(pk=meeting.pk).select_related("meeting__body").first()
    agenda = newest_agenda(sitting) if sitting else None
    changes = changed_since(reader, sitting) if sitting else None
    mark = ReadMark.objects.filter(sitting=sitting, user=reader.pk).first() if sitting and reader.pk else None
    items = _items(reader, meeting, agenda, changes)
    return Package(meeting, items, agenda, mark, changes)


def without_what_is_kept_back(package: Package) -> tuple[Package, int]:
    """What may lie on the reader's own machine, and how many items and attachments may not: nothing closed or
    confidential, and no file that not everybody who reads the body's open items may have."""
    kept = [replace(one, confidential=(), change=None) for one in package.items if not one.is_kept_back]
    items = tuple(replace(one, files=tuple(file for file in one.files if not file.is_kept_back)) for one in kept)
    left_out = len(package.items) - len(items)
    left_out += sum(file.is_kept_back for one in kept for file in one.files)
    left_out += sum(len(one.confidential) for one in package.items if not one.is_kept_back)
    return replace(package, items=items, changes=None), left_out


def _items(reader: Any, meeting: Meeting, agenda: Frozen | None, changes: Changes | None) -> tuple[PackageItem, ...]:
    rows = items_of(reader, meeting)
    proposals = {row.item_id: row for row in access.sent_proposals(reader).filter(item__in=[row.pk for row in rows])}
    written = _by_proposal(agenda)
    told = {change.key: change for change in changes.items} if changes else {}
    notes = _notes(reader, proposals.values())
    has_closed = access.reads_closed(reader, meeting.body) if meeting.body else False
    files = files_by_id(reader, [one.file_id for row in rows for one in row.attachments.all() if one.file_id])
    made = []
    for row in rows:
        proposal = proposals.get(row.pk)
        sent = written.get(proposal.pk, _Sent()) if proposal else _Sent()
        one = PackageItem(
            item=row,
            proposal=proposal,
            sections=tuple(_section(part, sent) for part in row.sections.all()),
            files=(
                *(_file(part, files, sent, meeting) for part in row.attachments.all()),
                *_hidden(sent, row, has_closed),
            ),
            is_kept_back=_is_kept_back(row.is_closed, row.audience_id, meeting),
            confidential=tuple(confidential_in(sent.texts)) if has_closed and not row.is_closed else (),
            change=told.get(proposal.pk) if proposal else None,
        )
        made.append(
            replace(one, notes=tuple(_own(note, one) for note in notes.get(proposal.pk, [])) if proposal else ())
        )
    return tuple(made)


def _by_proposal(agenda: Frozen | None) -> dict[int, _Sent]:
    if agenda is None:
        return {}
    items = json.loads(agenda.content)["items"]
    return {one["proposal"]: _Sent(one["texts"], one["enclosures"]) for one in items}


def _section(part: Any, sent: _Sent) -> SentSection:
    """The part with the HTML of the text that says exactly the same."""
    same = (one["html"] for one in sent.texts if not one["is_confidential"] and _says(one, part))
    return SentSection(part.heading, part.kind, part.text, next(same, ""))


def _says(text: dict[str, Any], part: Any) -> bool:
    return (text["heading"], text["kind"]) == (part.heading, part.kind) and text["plain"].split() == part.text.split()


def _file(part: Any, files: dict[int, StoredFile], sent: _Sent, meeting: Meeting) -> SentFile:
    file = files.get(part.file_id) if part.file_id else None
    stage = next(
        (one["stage"] for one in sent.enclosures if shown_name(one["name"], one["label"]) == part.name), "agenda"
    )
    return SentFile(part.name, file, stage, file is not None and _is_kept_back(False, file.audience_id, meeting))


def _hidden(sent: _Sent, row: Item, has_closed: bool) -> Iterable[SentFile]:
    """The confidential attachments of an open item, for those who read them; a closed item names its own."""
    secret = [one for one in sent.enclosures if one["is_confidential"]] if has_closed and not row.is_closed else []
    rows = Enclosure.objects.select_related("file").in_bulk([one["enclosure"] for one in secret])
    for one in secret:
        yield SentFile(shown_name(one["name"], one["label"]), rows[one["enclosure"]].file, one["stage"], True)


def _is_kept_back(is_closed: bool, audience_id: int | None, meeting: Meeting) -> bool:
    """Whether not everybody who reads the body's open items reads it."""
    return is_closed or meeting.body is None or audience_id != meeting.body.open_audience_id


def _notes(reader: Any, proposals: Iterable[Proposal]) -> dict[int, list[Note]]:
    found: dict[int, list[Note]] = {}
    for note in access.own_notes(reader).filter(proposal__in=[row.pk for row in proposals]).order_by("pk"):
        found.setdefault(note.proposal_id, []).append(note)
    return found


def _own(note: Note, one: PackageItem) -> OwnNote:
    said = "\n".join(
        [one.item.title, *(part.text for part in one.sections), *(part.plain for part in one.confidential)]
    )
    return OwnNote(note, stands_in(note.quote, said))


def note_for(reader: Any, pk: int) -> Note:
    """The reader's own note with its item, or `ObjectDoesNotExist`."""
    return access.own_notes(reader).select_related("proposal").get(pk=pk)


def sent_item(reader: Any, proposal_id: int) -> Proposal:
    """The proposal as one that the reader has been sent, or `ObjectDoesNotExist`."""
    return access.sent_proposals(reader).get(pk=proposal_id)


def two_versions(reader: Any, meeting_id: int, before: int, after: int) -> tuple[Enclosure, Enclosure]:
    """Two versions of one attachment as they were sent, with their files; `ObjectDoesNotExist` where either is not the
    reader's, or the newer does not stand in the older one's place."""
    meeting = meeting_for(reader, meeting_id)
    rows = Enclosure.objects.select_related("file", "proposal__body").filter(sent_at__isnull=False)
    rows = rows.filter(proposal__in=access.sent_proposals(reader), proposal__meeting=meeting.pk)
    old, new = rows.get(pk=before), rows.get(pk=after)
    for one in (old, new):
        if one.is_confidential and not access.reads_closed(reader, one.proposal.body):
            raise Enclosure.DoesNotExist
    at: Enclosure | None = new
    while at is not None and at.pk != old.pk:
        at = at.replaces
    if at is None:
        raise ObjectDoesNotExist
    return old, new

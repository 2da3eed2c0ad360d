"""Enclosures: added from bytes, replaced by a new version, removed. Until they are sent nobody reads their files but
through the proposal."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.db.models import Max

from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.changes.opening import proposal_to_edit
from raadhus.domains.proceedings.models import (
    Enclosure,
    EnclosureStage,
    Proposal,
    ProposalState,
    SittingState,
)
from raadhus.domains.proceedings.rules.enclosures import check_file, shown_name
from raadhus.domains.proceedings.rules.states import proposal_after, sitting_after
from raadhus.foundation.audit.record import record
from raadhus.foundation.files.changes import keep_file
from raadhus.foundation.files.models import StoredFile
from raadhus.pure.kernel.errors import Refused

LONGEST_LABEL = Enclosure._meta.get_field("label").max_length


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody brings: its bytes, its name, and which version it is (UDKAST, rettet …)."""

    data: bytes
    name: str
    label: str = ""
    is_confidential: bool = False


@transaction.atomic
def add_enclosure(*, proposal: Proposal, upload: Upload, by: Any, at: datetime) -> Enclosure:
    """Enclose a file. One that comes after the agenda was sent is "eftersendt", after the meeting with the minutes."""
    name = check_file(upload.data, upload.name)
    row = _to_enclose(proposal, by, at)
    last = Enclosure.objects.filter(proposal=row).aggregate(last=Max("position"))["last"] or 0
    return _add(row, upload, name, last + 1, None, by, at)


@transaction.atomic
def replace_enclosure(*, enclosure: Enclosure, upload: Upload, by: Any, at: datetime) -> Enclosure:
    """Let a new version stand where `enclosure` stood; what was sent before can still be seen as it was.

    A confidential enclosure stays so in every version.
    """
    name = check_file(upload.data, upload.name)
    row = _to_enclose(enclosure.proposal, by, at)
    old = _seen(enclosure, row, by)
    if old.removed_at is not None:
        raise Refused("Bilaget er fjernet. Tilføj den nye udgave som et nyt bilag.")
    if Enclosure.objects.filter(replaces=old).exists():
        raise Refused("En anden har allerede lagt en ny udgave ind. Hent siden igen, og erstat den nyeste.")
    if old.file.sha256 == sha256(upload.data).hexdigest():
        raise Refused("Filen er den samme som før. Vælg den rettede udgave.")
    upload = Upload(upload.data, upload.name, upload.label, upload.is_confidential or old.is_confidential)
    return _add(row, upload, name, old.position, old, by, at)


@transaction.atomic
def remove_enclosure(*, enclosure: Enclosure, by: Any, at: datetime) -> None:
    """Take the enclosure and its older versions off the item. What was sent stays in what was sent."""
    row = _to_enclose(enclosure.proposal, by, at)
    one: Enclosure | None = _seen(enclosure, row, by)
    if Enclosure.objects.filter(replaces=enclosure.pk, removed_at=None).exists():
        raise Refused("Bilaget har en nyere udgave. Fjern den nyeste.")
    names = []
    while one is not None:
        one.removed_at = at
        one.save(update_fields=["removed_at"])
        names.append(one.name)
        one = one.replaces
    facts = {"enclosure": enclosure.pk, "names": names}
    record("removed_enclosure", "proposal", row.pk, by=by, at=at, facts=facts)


def _to_enclose(proposal: Proposal, by: Any, at: datetime) -> Proposal:
    row = proposal_to_edit(proposal, by=by, at=at)
    if row.state != ProposalState.DECIDED:  # the minutes of a decided item may still get theirs, until approved
        proposal_after(row.state, "edit")
    elif row.meeting is not None and row.meeting.sitting.state in (SittingState.APPROVED, SittingState.SEALED):
        sitting_after(row.meeting.sitting.state, "edit_minutes")
    return row


def _seen(enclosure: Enclosure, row: Proposal, by: Any) -> Enclosure:
    rows = Enclosure.objects.filter(proposal=row)
    if not access.reads_confidential(by, row):
        rows = rows.filter(is_confidential=False)
    return rows.select_related("file", "replaces").get(pk=enclosure.pk)


def _add(
    row: Proposal, upload: Upload, name: str, position: int, old: Enclosure | None, by: Any, at: datetime
) -> Enclosure:
    if len(upload.label) > LONGEST_LABEL:
        raise Refused(f"Udgavens navn er højst {LONGEST_LABEL} tegn. Skriv fx „rettet“.")
    _refuse_a_second(row, name, upload.label, old)
    enclosure = Enclosure.objects.create(
        proposal=row,
        position=position,
        name=name,
        label=upload.label.strip(),
        stage=_stage(row),
        file=_kept(upload.data, name, by, at),
        replaces=old,
        is_confidential=upload.is_confidential,
        added_by=by if by.pk is not None else None,
        added_at=at,
    )
    facts = {"enclosure": enclosure.pk, "name": name, "label": enclosure.label, "stage": enclosure.stage}
    facts |= {"sha256": enclosure.file.sha256, "replaces": old.pk if old else None}
    record("added_enclosure", "proposal", row.pk, by=by, at=at, facts=facts)
    return enclosure


def _refuse_a_second(row: Proposal, name: str, label: str, old: Enclosure | None) -> None:
    shown = shown_name(name, label.strip())
    newest = Enclosure.objects.filter(proposal=row, removed_at=None, replaced_by=None)
    others = newest.exclude(pk=old.pk) if old else newest
    if any(shown_name(one.name, one.label).casefold() == shown.casefold() for one in others):
        raise Refused(f"Punktet har allerede bilaget „{shown}“. Erstat det, eller giv filen et andet navn.")


def _kept(data: bytes, name: str, by: Any, at: datetime) -> StoredFile:
    """The file, a new one for administrators only. Bytes that are out already stay with those who have them: that
    somebody encloses them again makes them no more secret."""
    known = StoredFile.objects.select_related("audience").filter(sha256=sha256(data).hexdigest()).first()
    audience = known.audience if known else None
    return keep_file(data=data, name=name, origin="upload", audience=audience, by=by, at=at)


def _stage(row: Proposal) -> str:
    sitting = getattr(row.meeting, "sitting", None) if row.meeting else None
    if sitting is None or row.item_id is None:
        return EnclosureStage.AGENDA
    held = (SittingState.MINUTES, SittingState.APPROVED, SittingState.SEALED)
    return EnclosureStage.MINUTES if sitting.state in held else EnclosureStage.LATE

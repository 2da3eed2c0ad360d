"""An agenda is frozen: its content with a checksum, its paper in the record, its items and files for their readers."""

from datetime import datetime
from typing import Any

from django.db.models import Max

from raadhus.domains.meetings.changes import store_sent
from raadhus.domains.meetings.models import Item, Version
from raadhus.domains.meetings.papers.of_structure import paper_of
from raadhus.domains.proceedings.changes.letting_out import let_out
from raadhus.domains.proceedings.models import Frozen, Proposal, Sitting
from raadhus.domains.proceedings.queries.agenda_content import Content, canonical, reading_of
from raadhus.domains.proceedings.queries.content import digest_of
from raadhus.domains.proceedings.rules.enclosures import shown_name
from raadhus.foundation.files.models import StoredFile
from raadhus.pure.documents.write.pdf import render


def set_paper(content: Content) -> bytes:
    """The PDF of the content; takes seconds for a long agenda, so not to be done while others wait."""
    return render(paper_of(reading_of(content)))


def freeze(sitting: Sitting, kind: str, content: Content, paper: bytes | None, *, by: Any, at: datetime) -> Frozen:
    """Keep what is sent, and store it in the record; without `paper` the record's newest document stands for it.

    Inside a change that has asked whether `by` may.
    """
    last = Frozen.objects.filter(sitting=sitting).aggregate(last=Max("number"))["last"] or 0
    version = _newest_version(sitting) if paper is None else _store(sitting, content, paper, by, at)
    written = canonical(content)
    return Frozen.objects.create(
        sitting=sitting,
        number=last + 1,
        kind=kind,
        content=written,
        digest=digest_of(written),
        version=version,
        frozen_by=by if by.pk is not None else None,
        frozen_at=at,
    )


def _newest_version(sitting: Sitting) -> Version | None:
    return Version.objects.filter(pk=sitting.meeting.current_version_id).first()


def _store(sitting: Sitting, content: Content, paper: bytes, by: Any, at: datetime) -> Version:
    reading = reading_of(content)
    rows = Proposal.objects.in_bulk([item["proposal"] for item in content["items"]])
    proposals = [rows[item["proposal"]] for item in content["items"]]
    version = store_sent(
        meeting=sitting.meeting,
        reading=reading,
        paper=paper,
        name=reading.source,
        bytes_of=[_bytes_of(item) for item in content["items"]],
        by=by,
        at=at,
    )
    items = Item.objects.filter(version=version).order_by("position")
    for row, item in zip(proposals, items, strict=True):
        Proposal.objects.filter(pk=row.pk).update(item=item)
    let_out([one["enclosure"] for item in content["items"] for one in item["enclosures"]], by=by, at=at)
    return version


def _bytes_of(item: dict[str, Any]) -> dict[str, StoredFile]:
    """The files of what the item's reading names."""
    named = [one for one in item["enclosures"] if item["is_closed"] or not one["is_confidential"]]
    files = {file.sha256: file for file in StoredFile.objects.filter(sha256__in=[one["sha256"] for one in named])}
    return {shown_name(one["name"], one["label"]): files[one["sha256"]] for one in named}

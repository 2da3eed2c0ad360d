"""What was sent, beyond the record: confidential parts for the closed audience, and enclosures' files."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.models import Enclosure, Proposal
from raadhus.domains.proceedings.queries.standing import newest_agenda


@dataclass(frozen=True, slots=True)
class ConfidentialText:
    """A text beside an open item, as it was sent."""

    heading: str
    kind: str
    html: str
    plain: str


def confidential_texts(reader: Any, proposal: Proposal) -> list[ConfidentialText]:
    """The confidential texts that were sent beside the item; [] for who does not read the body's closed items."""
    row = access.sent_proposals(reader).select_related("body", "meeting__sitting").filter(pk=proposal.pk).first()
    if row is None or row.meeting is None or not access.reads_closed(reader, row.body):
        return []
    frozen = newest_agenda(row.meeting.sitting)
    items = json.loads(frozen.content)["items"] if frozen else []
    return [text for item in items if item["proposal"] == row.pk for text in confidential_in(item["texts"])]


def confidential_in(texts: Iterable[dict[str, Any]]) -> Iterator[ConfidentialText]:
    """The confidential ones of a frozen item's texts; whoever calls has asked whether the reader may."""
    for one in texts:
        if one["is_confidential"]:
            yield ConfidentialText(one["heading"], one["kind"], one["html"], one["plain"])


def enclosure_for(reader: Any, pk: int, *, on: date) -> Enclosure:
    """The enclosure with its file, in any version: while the item is on its way for those who follow it, once it was
    sent for those who read the item, confidential ones for the closed audience; `Enclosure.DoesNotExist` else.

    A version that was replaced or removed before it was sent is its writers' only.
    """
    rows = Enclosure.objects.select_related("file", "proposal__body")
    on_its_way = Q(proposal__in=access.visible_proposals(reader, on=on), removed_at=None)
    was_sent = Q(proposal__in=access.sent_proposals(reader), sent_at__isnull=False)
    row = rows.filter(on_its_way | was_sent).get(pk=pk)
    if row.is_confidential and not _reads_it(reader, row, on):
        raise Enclosure.DoesNotExist
    return row


def _reads_it(reader: Any, row: Enclosure, on: date) -> bool:
    if access.visible_proposals(reader, on=on).filter(pk=row.proposal_id).exists():
        return access.reads_confidential(reader, row.proposal)
    return access.reads_closed(reader, row.proposal.body)

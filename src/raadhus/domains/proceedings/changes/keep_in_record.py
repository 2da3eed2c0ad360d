"""Frozen minutes into the record: paper, items, promises. What was typed as a promise is accepted there."""

import json
from datetime import datetime
from typing import Any

from raadhus.domains.followup.access import Steward
from raadhus.domains.followup.changes import accept_commitment, note_returned
from raadhus.domains.followup.models import Commitment, Status
from raadhus.domains.meetings.changes import store_sent
from raadhus.domains.meetings.models import Decision, Item, Outcome, Version
from raadhus.domains.meetings.papers.of_structure import paper_of
from raadhus.domains.meetings.rules import reading_from
from raadhus.domains.proceedings.changes.letting_out import let_out
from raadhus.domains.proceedings.models import Frozen, FrozenKind, Pledge, Proposal, Sitting
from raadhus.domains.proceedings.queries.content import newest_enclosures
from raadhus.domains.proceedings.queries.facts import items_of
from raadhus.domains.proceedings.queries.minutes import quote_of
from raadhus.domains.proceedings.rules.enclosures import shown_name
from raadhus.foundation.files.models import StoredFile
from raadhus.pure.documents.write.pdf import render
from raadhus.pure.minutes.structure import Minutes


def paper_of_frozen(frozen: Frozen) -> bytes:
    """The PDF of what is frozen; takes seconds where it is long."""
    return render(paper_of(_reading(frozen)))


def _reading(frozen: Frozen) -> Minutes:
    return reading_from(json.dumps(json.loads(frozen.content)["minutes"]))


def keep_in_record(sitting: Sitting, frozen: Frozen, paper: bytes, *, by: Any, at: datetime) -> Version:
    """Store what is frozen as the meeting's newest document, and lead each proposal to its item there.

    Call it inside a change that has asked whether `by` may.
    """
    reading = _reading(frozen)
    proposals = [row for _, row in items_of(sitting)]
    version = store_sent(
        meeting=sitting.meeting,
        reading=reading,
        paper=paper,
        name=reading.source,
        bytes_of=[_bytes_of(row) for row in proposals],
        by=by,
        at=at,
    )
    items = Item.objects.filter(version=version).order_by("position")
    for proposal, item in zip(proposals, items, strict=True):
        Proposal.objects.filter(pk=proposal.pk).update(item=item)
        let_out([one.pk for one in newest_enclosures(proposal)], by=by, at=at)
        _accept_what_was_typed(sitting, proposal, item, reading, by=by, at=at)
        if frozen.kind == FrozenKind.MINUTES:
            _note_what_came_back(sitting, proposal, item, by=by, at=at)
    return version


def _bytes_of(row: Proposal) -> dict[str, StoredFile]:
    seen = [one for one in newest_enclosures(row) if row.is_closed or not one.is_confidential]
    return {shown_name(one.name, one.label): one.file for one in seen}


def _accept_what_was_typed(
    sitting: Sitting, proposal: Proposal, item: Item, reading: Minutes, *, by: Any, at: datetime
) -> None:
    """Whoever runs the meeting accepts what was typed there: no machine found it."""
    decision = reading.items[item.position - 1].decision
    quotes = {
        quote_of(pledge, decision.text if decision else "") for pledge in Pledge.objects.filter(proposal=proposal)
    }
    waiting = Commitment.objects.filter(source_kind="item", source_id=item.pk, status=Status.SUGGESTED)
    for commitment in waiting:
        if commitment.quote in quotes:
            accept_commitment(commitment=commitment, by=Steward(by, sitting.meeting.body_id), at=at)


_PUT_OFF = (Outcome.DEFERRED, Outcome.WITHDRAWN)


def _note_what_came_back(sitting: Sitting, proposal: Proposal, item: Item, *, by: Any, at: datetime) -> None:
    """The promise that brought the item here is kept, or was put off with it. Its body may be another than ours: who
    ran the meeting where it came back says so."""
    if proposal.returns_commitment is None:
        return
    made_in = Commitment.objects.filter(pk=proposal.returns_commitment).values_list("made_in", flat=True).first()
    decision = Decision.objects.filter(item=item).first()
    note_returned(
        commitment_id=proposal.returns_commitment,
        source_kind="item",
        source_id=item.pk,
        is_dealt_with=decision is not None and decision.outcome not in _PUT_OFF,
        on=sitting.meeting.starts_on,
        by=Steward(by, made_in or 0),
        at=at,
    )

"""The order of an agenda. Numbers are never stored: they follow from the order, as the body numbers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from raadhus.domains.proceedings.changes.opening import proposal_to_arrange, sitting_to_arrange
from raadhus.domains.proceedings.models import Proposal, Sitting
from raadhus.domains.proceedings.queries.sittings import placed
from raadhus.domains.proceedings.rules.family import in_families
from raadhus.domains.proceedings.rules.numbering import move, move_as_seen
from raadhus.domains.proceedings.rules.states import sitting_after
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused

_OUT_OF_THE_WAY = 1_000_000  # more than any agenda has items


@transaction.atomic
def move_item(
    *, proposal: Proposal, to: int, revision: int, seen: Sequence[int] | None, by: Any, at: datetime
) -> Sitting:
    """Put the item at place `to`, from 0, on the agenda that `by` saw at the sitting's `revision`.

    Where another has moved something meanwhile: with `seen`, the order of proposals as it was shown, the item comes
    before the one it was put before and the other move stands; without it `Conflict` has both orders.
    """
    row = proposal_to_arrange(proposal, by=by, at=at)
    sitting = sitting_of(row)
    now = [one.pk for one in placed(sitting)]
    if sitting.revision == revision:
        order = move(now, row.pk, to)
    elif seen is not None and row.pk in seen:
        order = move_as_seen(list(seen), now, row.pk, to)
    else:
        raise Conflict(
            "En anden har ændret rækkefølgen, mens du flyttede punktet. Se den nye rækkefølge, og flyt det igen.",
            yours={"order": list(move(now, row.pk, to))},
            theirs={"order": now},
            revision=sitting.revision,
        )
    write_order(sitting, order)
    facts = {"proposal": row.pk, "from": now, "to": [one.pk for one in placed(sitting)]}
    record("moved_item", "sitting", sitting.pk, by=by, at=at, facts=facts)
    return sitting


@transaction.atomic
def put_under(*, proposal: Proposal, parent: Proposal | None, by: Any, at: datetime) -> None:
    """Let the item stand under another of the same agenda (1.1 under 1), or under none."""
    row = proposal_to_arrange(proposal, by=by, at=at)
    sitting = sitting_of(row)
    if parent is not None and parent.pk not in {one.pk for one in placed(sitting)}:
        raise Refused("Punktet, det skal stå under, er ikke på samme dagsorden. Sæt det på først.")
    row.parent = parent
    row.save(update_fields=["parent"])
    write_order(sitting, [one.pk for one in placed(sitting)])
    facts = {"proposal": row.pk, "parent": parent.pk if parent else None}
    record("put_item_under", "sitting", sitting.pk, by=by, at=at, facts=facts)


def sitting_of(row: Proposal) -> Sitting:
    """The sitting on whose agenda the item is, which may still be arranged."""
    if row.meeting_id is None:
        raise Refused("Punktet er ikke på en dagsorden. Sæt det på en først.")
    sitting = Sitting.objects.select_related("meeting__body").get(pk=row.meeting_id)
    sitting_after(sitting.state, "arrange")
    return sitting


def sitting_for_items(sitting: Sitting, *, by: Any, at: datetime) -> Sitting:
    """The sitting for the secretary who puts something on it."""
    row = sitting_to_arrange(sitting, by=by, at=at)
    sitting_after(row.state, "arrange")
    return row


def write_order(sitting: Sitting, order: Sequence[int]) -> None:
    """Let exactly `order` stand on the agenda, children behind their parents, and count the sitting's revision up."""
    rows = Proposal.objects.filter(meeting=sitting.pk)
    order = in_families(order, dict(rows.values_list("pk", "parent_id")))
    rows.update(position=F("position") + _OUT_OF_THE_WAY)
    for position, pk in enumerate(order, 1):
        rows.filter(pk=pk).update(position=position)
    sitting.revision += 1
    sitting.save(update_fields=["revision"])

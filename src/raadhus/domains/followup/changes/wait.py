"""That a promise cannot be kept before another one is. Never in a ring."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.followup.access import visible_commitments
from raadhus.domains.followup.changes.writing import to_answer, write
from raadhus.domains.followup.models import Commitment, Dependency
from raadhus.domains.followup.rules.life import refuse_to_wait_on, refuse_unless
from raadhus.foundation.audit.queries import Act
from raadhus.pure.kernel.errors import Refused

_RING = "Det andet løfte venter allerede på dette, så de ville vente på hinanden; fjern den ene ventetid først."


@transaction.atomic
def wait_for(*, commitment: Commitment, on: Commitment, by: Any, at: datetime) -> Commitment:
    """Note that the one cannot be done before the other. Refused where each would wait for the other, and where one of
    them is over; `Commitment.DoesNotExist` where the other is not `by`'s to see. Noting it again changes nothing."""
    row = to_answer(commitment, by=by, at=at)
    other = visible_commitments(by).get(pk=on.pk)
    refuse_unless("wait", status=row.status, progress=row.progress)
    refuse_to_wait_on(status=other.status, progress=other.progress)
    return write(row, "waits_for", {}, by=by, at=at, on=other.pk) if _join(row, other.pk) else row


@transaction.atomic
def wait_no_more(*, commitment: Commitment, on: Commitment, by: Any, at: datetime) -> Commitment:
    """The one can be done whatever becomes of the other."""
    row = to_answer(commitment, by=by, at=at)
    return write(row, "waits_no_more", {}, by=by, at=at, on=on.pk) if _part(row, on.pk) else row


def turn_waiting_back(row: Commitment, act: Act) -> dict[str, Any]:
    """Undo what the act did to what the row waits for; returns the facts that let this be undone in turn, {} where the
    act did nothing of the kind."""
    if "on" not in act.facts:
        return {}
    other = act.facts["on"]
    waited = act.facts.get("waits", act.action == "waits_for")
    if waited:
        _part(row, other)
    elif Commitment.objects.filter(pk=other).exists():
        _join(row, other)
    return {"on": other, "waits": not waited}


def _join(row: Commitment, other: int) -> bool:
    """Whether it did not wait before."""
    if row.pk == other:
        raise Refused("Et løfte kan ikke vente på sig selv.")
    if row.pk in _awaited_by_way_of(other):
        raise Refused(_RING)
    return Dependency.objects.get_or_create(commitment=row, on_id=other)[1]


def _part(row: Commitment, other: int) -> bool:
    """Whether it waited before."""
    return Dependency.objects.filter(commitment=row, on=other).delete()[0] > 0


def _awaited_by_way_of(pk: int) -> set[int]:
    """All that `pk` waits for, near and far."""
    seen: set[int] = set()
    edge = {pk}
    while edge:
        edge = set(Dependency.objects.filter(commitment__in=edge).values_list("on", flat=True)) - seen
        seen |= edge
    return seen

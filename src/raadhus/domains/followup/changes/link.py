"""Where a promise was spoken of again, and what it waits for."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.followup.changes.writing import to_answer, to_settle, write
from raadhus.domains.followup.models import Commitment, Dependency, Place, Role
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def link_place(*, commitment: Commitment, role: str, source_kind: str, source_id: int, by: Any, at: datetime) -> None:
    """Note that the promise was spoken of there, in this role. Noting it again changes nothing.

    Whoever calls has asked whether the place is `by`'s to see.
    """
    row = to_settle(commitment, by=by)
    if role not in Role.values:
        raise Refused("Vælg, om løftet blev udskudt, afrapporteret eller afsluttet der.")
    note_place(row, role, source_kind, source_id, by=by, at=at)


def note_place(row: Commitment, role: str, source_kind: str, source_id: int, *, by: Any, at: datetime) -> None:
    """As `link_place`, inside a change that has the row and may write it."""
    where = {"commitment": row, "role": role, "source_kind": source_kind, "source_id": source_id}
    _, is_new = Place.objects.get_or_create(**where, defaults={"at": at})
    if is_new:
        write(row, "linked_commitment", {}, by=by, at=at, role=role, source=[source_kind, source_id])


@transaction.atomic
def wait_for(*, commitment: Commitment, on: Commitment, by: Any, at: datetime) -> None:
    """Note that the one cannot be done before the other. Refused where each would wait for the other."""
    row = to_answer(commitment, by=by, at=at)
    if row.pk == on.pk:
        raise Refused("Et løfte kan ikke vente på sig selv.")
    if row.pk in _awaited_by_way_of(on.pk):
        raise Refused("Det andet løfte venter allerede på dette. Fjern det ene.")
    _, is_new = Dependency.objects.get_or_create(commitment=row, on=on)
    if is_new:
        write(row, "waits_for", {}, by=by, at=at, on=on.pk)


@transaction.atomic
def wait_no_more(*, commitment: Commitment, on: Commitment, by: Any, at: datetime) -> None:
    """The one can be done whatever becomes of the other."""
    row = to_answer(commitment, by=by, at=at)
    gone, _ = Dependency.objects.filter(commitment=row, on=on).delete()
    if gone:
        write(row, "waits_no_more", {}, by=by, at=at, on=on.pk)


def _awaited_by_way_of(pk: int) -> set[int]:
    """All that `pk` waits for, near and far."""
    seen: set[int] = set()
    edge = {pk}
    while edge:
        edge = set(Dependency.objects.filter(commitment__in=edge).values_list("on", flat=True)) - seen
        seen |= edge
    return seen

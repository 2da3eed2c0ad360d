"""Where a promise was spoken of again."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.followup.changes.writing import to_settle, write
from raadhus.domains.followup.models import Commitment, Place, Role
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

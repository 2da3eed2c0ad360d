"""A person corrects what a machine read of a promise, before or after it is accepted. The quote is never changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from raadhus.domains.followup.changes.hand_over import Owner, checked_owner
from raadhus.domains.followup.changes.naming import write_names
from raadhus.domains.followup.changes.writing import refuse_stale, to_settle, write
from raadhus.domains.followup.models import Commitment, Status
from raadhus.domains.followup.rules.life import REJECTED
from raadhus.domains.followup.rules.windows import refuse_before
from raadhus.pure.kernel.danish_day import danish_day
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class Correction:
    """A promise as it should be; empty means that nobody knows. `who` is as written, one name each."""

    kind: str
    who: tuple[str, ...]
    due_first: date | None
    due_last: date | None
    body: str
    task: str = ""
    deliverable: str = ""
    fulfilled_when: str = ""
    agreement: str = ""
    owner: Owner | None = None


_COMPARED = (
    "task", "kind", "who", "due_first", "due_last", "body", "deliverable", "fulfilled_when", "agreement", "post_id",
)  # fmt: skip


@transaction.atomic
def correct_commitment(*, commitment: Commitment, to: Correction, revision: int, by: Any, at: datetime) -> Commitment:
    """Set what the promise says. A new reading of its document leaves it so. What is accepted gets a later deadline by
    more time, not here."""
    row = to_settle(commitment, by=by)
    values = _values(row, to, at)
    refuse_stale(row, revision, {name: values[name] for name in _COMPARED if values[name] != getattr(row, name)})
    if row.status == Status.REJECTED:
        raise Refused(REJECTED)
    if row.status == Status.ACCEPTED and row.due_last is not None and row.due_last != values["due_last"]:
        raise Refused("Fristen på et godtaget løfte ændres ved at give mere tid, så historien er med.")
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    if not changed:
        return row
    write(row, "corrected_commitment", changed | {"is_corrected": True}, by=by, at=at)
    write_names([row])
    return row


def _values(row: Commitment, to: Correction, at: datetime) -> dict[str, Any]:
    if to.kind not in ("task", "return"):
        raise Refused("Vælg, om det er en opgave, eller om sagen kommer igen.")
    if to.kind == "return" and not to.body.strip():
        raise Refused("Skriv, hvilket forum sagen kommer igen i.")
    first, last = to.due_first or to.due_last, to.due_last or to.due_first
    if first and last and first > last:
        raise Refused("Den første dag ligger efter den sidste. Byt om på dem.")
    refuse_before(last, row.made_on)
    values = {
        "kind": to.kind,
        "who": [" ".join(name.split()) for name in to.who if name.strip()],
        "due_first": first,
        "due_last": last,
        "promised_first": first,
        "promised_last": last,
        "body": to.body.strip(),
    }
    if row.extensions:
        values |= {"promised_first": row.promised_first, "promised_last": row.promised_last}
    for name in ("task", "deliverable", "fulfilled_when", "agreement"):
        values[name] = getattr(to, name).strip()
    return values | (checked_owner(to.owner, on=danish_day(at)) if to.owner else {"post_id": None, "person_id": None})

"""A promise typed at the meeting in one line, kept with what was understood of it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.proceedings.changes.guarding import item_to_write, refuse_older
from raadhus.domains.proceedings.changes.noting import note_item
from raadhus.domains.proceedings.models import Pledge, Proposal, Sitting
from raadhus.domains.proceedings.rules.promise_line import PromiseLine, read_promise_line
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def add_pledge(*, proposal: Proposal, line: str, by: Any, at: datetime) -> tuple[Pledge, tuple[str, ...]]:
    """Keep the promise; returns it with the questions of what is unclear in it, in Danish, () where all is clear."""
    sitting, item = item_to_write(proposal, by=by, at=at)
    read = _read(line, sitting)
    last = Pledge.objects.filter(proposal=item).order_by("-position").values_list("position", flat=True).first()
    pledge = Pledge.objects.create(proposal=item, position=(last or 0) + 1, **_fields(read))
    note_item("added_pledge", item, {"line": read.line, "who": list(read.who)}, by=by, at=at)
    return pledge, read.questions


@transaction.atomic
def change_pledge(*, pledge: Pledge, line: str, revision: int, by: Any, at: datetime) -> tuple[str, ...]:
    """Write the line anew; returns the questions of what is still unclear."""
    sitting, item = item_to_write(pledge.proposal, by=by, at=at)
    row = Pledge.objects.get(pk=pledge.pk)
    refuse_older(revision, row.revision, f"Løftet er rettet af en anden: „{row.line}“. Hent siden igen, og se det.")
    read, before = _read(line, sitting), row.line
    for name, value in _fields(read).items():
        setattr(row, name, value)
    row.revision += 1
    row.save()
    note_item("changed_pledge", item, {"from": before, "to": read.line}, by=by, at=at)
    return read.questions


@transaction.atomic
def remove_pledge(*, pledge: Pledge, by: Any, at: datetime) -> None:
    """Take the line out; the log keeps it."""
    _, item = item_to_write(pledge.proposal, by=by, at=at)
    Pledge.objects.filter(pk=pledge.pk).delete()
    note_item("removed_pledge", item, {"line": pledge.line}, by=by, at=at)


def _read(line: str, sitting: Sitting) -> PromiseLine:
    if not line.strip():
        raise Refused("Skriv løftet på en linje: hvem gør hvad, og hvornår.")
    meeting = sitting.meeting
    return read_promise_line(line, on=meeting.starts_on, body=meeting.body.name)


def _fields(read: PromiseLine) -> dict[str, Any]:
    first, last = read.due or (None, None)
    return {
        "line": read.line,
        "kind": read.kind,
        "who": list(read.who),
        "due_first": first,
        "due_last": last,
        "body": read.body or "",
    }

"""Commitments by reader."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from raadhus.domains.followup.access import visible_commitments
from raadhus.domains.followup.models import Commitment, Status


def commitments_for(
    reader: Any,
    *,
    status: str | None = None,
    kind: str | None = None,
    who: str | None = None,
    body: str | None = None,
    case_number: str | None = None,
    late_on: date | None = None,
) -> QuerySet[Commitment]:
    """What the reader may see, soonest due first, those without a date last.

    None means any. Without a status the rejected are left out. `who` and `case_number` are as stored, `body` is the
    body it comes back to; `late_on` keeps what was due, in full, before that day.
    """
    rows = visible_commitments(reader).select_related("case")
    rows = rows.exclude(status=Status.REJECTED) if status is None else rows.filter(status=status)
    if late_on is not None:
        rows = rows.filter(due_last__lt=late_on)
    if who is not None:
        rows = rows.filter(pk__in=_said_of(rows, who))
    wanted = {"kind": kind, "body": body, "case__number": case_number}
    rows = rows.filter(**{field: value for field, value in wanted.items() if value is not None})
    return rows.order_by(F("due_last").asc(nulls_last=True), "pk")


def _said_of(rows: QuerySet[Commitment], who: str) -> list[int]:
    # SQLite cannot ask a JSON list for a member; the names are short and few enough to look through.
    return [pk for pk, names in rows.values_list("pk", "who") if who in names]


def commitment_for(reader: Any, pk: int) -> Commitment:
    """The commitment, or `ObjectDoesNotExist` where it is not there or not the reader's."""
    return visible_commitments(reader).select_related("case").get(pk=pk)


def responsible_for(reader: Any) -> list[str]:
    """Everybody named as responsible in what the reader may see (the rejected left out), in alphabetical order."""
    lists = visible_commitments(reader).exclude(status=Status.REJECTED).values_list("who", flat=True)
    return sorted({name for names in lists for name in names}, key=str.casefold)


def commitments_by_source(
    reader: Any, source_kind: str, source_ids: Iterable[int], *, with_rejected: bool = False
) -> dict[int, list[Commitment]]:
    """For each source id that has any, its commitments in order; one query."""
    rows = visible_commitments(reader).filter(source_kind=source_kind, source_id__in=list(source_ids))
    found: dict[int, list[Commitment]] = {}
    for row in (rows if with_rejected else rows.exclude(status=Status.REJECTED)).order_by("source_id", "position"):
        found.setdefault(row.source_id, []).append(row)
    return found

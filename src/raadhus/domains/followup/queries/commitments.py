"""Commitments by reader."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypedDict, Unpack

from django.db.models import F, Q, QuerySet

from raadhus.domains.followup.access import owned_by, visible_commitments, visible_in_order
from raadhus.domains.followup.models import UNDER_WAY, Commitment, Named, Status
from raadhus.domains.organisation.queries import holdings_on

NOT_OVER = Q(progress__in=UNDER_WAY)
STANDING = (Status.SUGGESTED, Status.ACCEPTED)
_FIELDS = {
    "case_number": "case__number",
    "undated": "due_last__isnull",
    "first": "made_on__gte",
    "last": "made_on__lte",
    "items": "source_id__in",
}


class Asked(TypedDict, total=False):
    """What a list of commitments may be asked for; None means any, and without a status the rejected are left out.

    `who` and `case_number` are as stored, `body` is the body it comes back to, `made_in` the one (by key) where it was
    made, `first` and `last` the days from and until which it was made, `items` a subquery of the items where (by key);
    `late_on` keeps what was due, in full, before that day and is not over yet, `undated` what has no date or has.
    """

    status: str | None
    kind: str | None
    who: str | None
    body: str | None
    case_number: str | None
    late_on: date | None
    undated: bool | None
    made_in: int | None
    post: int | None
    progress: str | None
    agreement: str | None
    first: date | None
    last: date | None
    items: QuerySet[Any] | None


def commitments_for(reader: Any, **asked: Unpack[Asked]) -> QuerySet[Commitment]:
    """What the reader may see of what is asked for, soonest due first, those without a date last."""
    rows = visible_in_order(reader)
    if asked.get("status") is None:
        rows = rows.exclude(status=Status.REJECTED)
    rows = _narrowed(rows, asked).select_related("case", "post", "person")
    return rows.order_by(F("due_last").asc(nulls_last=True), "pk")


def commitments_to_count(reader: Any, **asked: Unpack[Asked]) -> QuerySet[Commitment]:
    """The rows of `commitments_for`, in no order and as they are quickest counted: an index leads to each status."""
    rows = visible_commitments(reader)
    if asked.get("status") is None:
        rows = rows.filter(status__in=STANDING)
    return _narrowed(rows, asked).order_by()


def _narrowed(rows: QuerySet[Commitment], asked: Asked) -> QuerySet[Commitment]:
    given = {name: value for name, value in asked.items() if value is not None}
    if "items" in given:
        rows = rows.filter(source_kind="item")
    late_on, who = given.pop("late_on", None), given.pop("who", None)
    if late_on is not None:
        rows = rows.filter(NOT_OVER, due_last__lt=late_on)
    if who is not None:
        rows = rows.filter(pk__in=Named.objects.filter(name__text=who).values("commitment"))
    return rows.filter(**{_FIELDS.get(name, name): value for name, value in given.items()})


def owed_by(reader: Any, *, on: date) -> QuerySet[Commitment]:
    """What the reader answers for that day, in person or through a post, and has not done yet; soonest due first."""
    if getattr(reader, "pk", None) is None:
        return Commitment.objects.none()
    return commitments_for(reader, status=Status.ACCEPTED).filter(NOT_OVER).filter(owned_by(reader, on=on))


def ownerless(reader: Any, *, on: date, made_in: int | None = None) -> QuerySet[Commitment]:
    """What was accepted and is under way, and nobody answers for that day: no post and no person, or a post that nobody
    has."""
    return without_owner(commitments_for(reader, status=Status.ACCEPTED, made_in=made_in).filter(NOT_OVER), on=on)


def without_owner(rows: QuerySet[Commitment], *, on: date) -> QuerySet[Commitment]:
    """Those of `rows` that nobody answers for that day."""
    return rows.filter(person=None).exclude(post__in=holdings_on(on).values("post"), post__isnull=False)


def commitment_for(reader: Any, pk: int) -> Commitment:
    """The commitment, or `ObjectDoesNotExist` where it is not there or not the reader's."""
    return visible_commitments(reader).select_related("case", "post", "person", "answered_by", "asked_by").get(pk=pk)


def commitments_by_source(
    reader: Any, source_kind: str, source_ids: Iterable[int], *, with_rejected: bool = False
) -> dict[int, list[Commitment]]:
    """For each source id that has any, its commitments in order; one query."""
    rows = visible_commitments(reader).filter(source_kind=source_kind, source_id__in=list(source_ids))
    rows = rows.select_related("post", "person")
    found: dict[int, list[Commitment]] = {}
    for row in (rows if with_rejected else rows.exclude(status=Status.REJECTED)).order_by("source_id", "position"):
        found.setdefault(row.source_id, []).append(row)
    return found


def owed_by_post(reader: Any, post: Any) -> QuerySet[Commitment]:
    """What the post owes that is not over, suggested or accepted; soonest due first."""
    return commitments_for(reader, post=post.pk).filter(NOT_OVER)

"""Commitments by reader."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from raadhus.domains.followup.access import owned_by, visible_commitments, visible_in_order
from raadhus.domains.followup.models import UNDER_WAY, Commitment, Name, Named, Status
from raadhus.domains.organisation.queries import holdings_on

NOT_OVER = Q(progress__in=UNDER_WAY)


def commitments_for(
    reader: Any,
    *,
    status: str | None = None,
    kind: str | None = None,
    who: str | None = None,
    body: str | None = None,
    case_number: str | None = None,
    late_on: date | None = None,
    made_in: int | None = None,
    post: int | None = None,
    progress: str | None = None,
    agreement: str | None = None,
) -> QuerySet[Commitment]:
    """What the reader may see, soonest due first, those without a date last.

    None means any. Without a status the rejected are left out. `who` and `case_number` are as stored, `body` is the
    body it comes back to, `made_in` the one (by key) where it was made; `late_on` keeps what was due, in full, before
    that day and is not over yet.
    """
    rows = visible_in_order(reader).select_related("case", "post", "person")
    rows = rows.exclude(status=Status.REJECTED) if status is None else rows.filter(status=status)
    if late_on is not None:
        rows = rows.filter(NOT_OVER, due_last__lt=late_on)
    if who is not None:
        rows = rows.filter(pk__in=Named.objects.filter(name__text=who).values("commitment"))
    wanted = {
        "kind": kind,
        "body": body,
        "case__number": case_number,
        "made_in": made_in,
        "post": post,
        "progress": progress,
        "agreement": agreement,
    }
    rows = rows.filter(**{field: value for field, value in wanted.items() if value is not None})
    return rows.order_by(F("due_last").asc(nulls_last=True), "pk")


def owed_by(reader: Any, *, on: date) -> QuerySet[Commitment]:
    """What the reader answers for that day, in person or through a post, and has not done yet; soonest due first."""
    if getattr(reader, "pk", None) is None:
        return Commitment.objects.none()
    return commitments_for(reader, status=Status.ACCEPTED).filter(NOT_OVER).filter(owned_by(reader, on=on))


def ownerless(reader: Any, *, on: date, made_in: int | None = None) -> QuerySet[Commitment]:
    """What was accepted and is under way, and nobody answers for that day: no post and no person, or a post that nobody
    has."""
    rows = commitments_for(reader, status=Status.ACCEPTED, made_in=made_in).filter(NOT_OVER, person=None)
    return rows.exclude(post__in=holdings_on(on).values("post"), post__isnull=False)


def commitment_for(reader: Any, pk: int) -> Commitment:
    """The commitment, or `ObjectDoesNotExist` where it is not there or not the reader's."""
    return visible_commitments(reader).select_related("case", "post", "person", "answered_by", "asked_by").get(pk=pk)


def responsible_for(reader: Any) -> list[str]:
    """Everybody named as responsible in what the reader may see (the rejected left out), in alphabetical order."""
    seen = visible_commitments(reader).exclude(status=Status.REJECTED)
    named = Named.objects.filter(name=OuterRef("pk"), commitment__in=seen)
    return sorted(Name.objects.filter(Exists(named)).values_list("text", flat=True), key=str.casefold)


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


def bodies_returned_to(reader: Any) -> list[str]:
    """The bodies, as written, to which anything comes back that the reader may see, in alphabetical order."""
    seen = commitments_for(reader, kind="return").exclude(body="").order_by()
    return sorted(seen.values_list("body", flat=True).distinct(), key=str.casefold)

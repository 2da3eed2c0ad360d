"""A body's page is brought to what it should say; what it said stays known, with its time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.meetings.models import Body
from raadhus.domains.publishing import access
from raadhus.domains.publishing.models import PublishedRow
from raadhus.domains.publishing.queries import rows_to_publish
from raadhus.domains.publishing.rules import PublicRow, digest_of_rows
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.danish_day import danish_day

BY_ITSELF = "Rådhus"
MOST_BY_KEY = 1000  # promises that are asked for one by one


@dataclass(frozen=True, slots=True)
class Difference:
    """The promises (by key) that came onto the page, changed there, and went."""

    added: tuple[int, ...]
    changed: tuple[int, ...]
    removed: tuple[int, ...]


NO_DIFFERENCE = Difference((), (), ())


def publish_anew(*, body: Body, by: Any, at: datetime) -> Difference:
    """Bring the page up to now, for whoever runs the body."""
    if not access.may_publish(by, body, on=danish_day(at)):
        raise PermissionDenied("Only whoever runs the body publishes.")
    return _publish(body, by=by, at=at)


def publish_what_is_due(*, at: datetime) -> int:
    """Bring every page up to now and return how many bodies were looked at, those included that publish no more. The
    worker does this by itself, so there is nobody to ask whether they may."""
    standing = PublishedRow.objects.filter(until=None).values("body")
    bodies = Body.objects.filter(pk__in=access.publishing_bodies().values("pk")) | Body.objects.filter(pk__in=standing)
    found = list(bodies.distinct())
    for body in found:
        _publish(body, by=BY_ITSELF, at=at)
    return len(found)


def _publish(body: Body, *, by: Any, at: datetime) -> Difference:
    """What is to be looked at is found first, while others may write."""
    now, stood = _as_it_should_be(body, at, None), _as_it_stands(body, None)
    differing = {pk for pk in now.keys() | stood.keys() if pk not in now or _differs(now[pk], stood.get(pk))}
    if not differing:
        return NO_DIFFERENCE
    with transaction.atomic():
        return bring_up_to_date(body, by=by, at=at, only=differing if len(differing) <= MOST_BY_KEY else None)


def bring_up_to_date(body: Body, *, by: Any, at: datetime, only: Collection[int] | None = None) -> Difference:
    """As `publish_anew` for `only` these promises, or all, inside a change that has asked who may. Nothing is noted
    where nothing is new."""
    line_up()
    now, stood = _as_it_should_be(body, at, only), _as_it_stands(body, only)
    removed = tuple(sorted(stood.keys() - now.keys()))
    added = tuple(sorted(now.keys() - stood.keys()))
    changed = tuple(sorted(pk for pk in now.keys() & stood.keys() if _differs(now[pk], stood[pk])))
    if not (added or changed or removed):
        return NO_DIFFERENCE
    PublishedRow.objects.filter(body=body, until=None, commitment__in=[*removed, *changed]).update(until=at)
    made = PublishedRow.objects.bulk_create(_row(body, now[pk], at) for pk in (*added, *changed))
    facts = {"added": list(added), "changed": list(changed), "removed": list(removed)}
    facts["digest"] = digest_of_rows({row.commitment: row.content for row in made})
    record("published_followup", "body", body.pk, by=by, at=at, facts=facts)
    return Difference(added, changed, removed)


def _as_it_should_be(body: Body, at: datetime, only: Collection[int] | None) -> dict[int, PublicRow]:
    publishes = access.publishing_bodies().filter(pk=body.pk).exists()
    return rows_to_publish(body, on=danish_day(at), only=only) if publishes else {}


def _as_it_stands(body: Body, only: Collection[int] | None) -> dict[int, PublishedRow]:
    rows = PublishedRow.objects.filter(body=body, until=None)
    return {row.commitment: row for row in (rows if only is None else rows.filter(commitment__in=only))}


def _differs(now: PublicRow, stood: PublishedRow | None) -> bool:
    return stood is None or stood.content != now.as_content()


def _row(body: Body, now: PublicRow, at: datetime) -> PublishedRow:
    return PublishedRow(
        body=body,
        commitment=now.promise,
        content=now.as_content(),
        decided_on=now.date,
        status=now.status,
        since=at,
    )

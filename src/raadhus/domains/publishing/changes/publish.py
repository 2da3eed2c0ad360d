"""A body's page is brought to what it should say; what it said stays known, with its time."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.meetings.models import Body
from raadhus.domains.publishing import access
from raadhus.domains.publishing.models import PublishedRow
from raadhus.domains.publishing.queries import rows_to_publish
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.danish_day import danish_day

BY_ITSELF = "Rådhus"


@dataclass(frozen=True, slots=True)
class Difference:
    """The promises (by key) that came onto the page, changed there, and went."""

    added: tuple[int, ...]
    changed: tuple[int, ...]
    removed: tuple[int, ...]


@transaction.atomic
def publish_anew(*, body: Body, by: Any, at: datetime) -> Difference:
    """Bring the page up to now, for whoever runs the body."""
    if not access.may_publish(by, body, on=danish_day(at)):
        raise PermissionDenied("Only whoever runs the body publishes.")
    return bring_up_to_date(body, by=by, at=at)


def publish_what_is_due(*, at: datetime) -> int:
    """Bring every page up to now and return how many bodies were looked at, those included that publish no more. The
    worker does this by itself, so there is nobody to ask whether they may."""
    standing = PublishedRow.objects.filter(until=None).values("body")
    bodies = Body.objects.filter(pk__in=access.publishing_bodies().values("pk")) | Body.objects.filter(pk__in=standing)
    found = list(bodies.distinct())
    for body in found:
        with transaction.atomic():
            bring_up_to_date(body, by=BY_ITSELF, at=at)
    return len(found)


def bring_up_to_date(body: Body, *, by: Any, at: datetime) -> Difference:
    """As `publish_anew`, inside a change that has asked who may. Nothing is noted where nothing is new."""
    line_up()
    publishes = access.publishing_bodies().filter(pk=body.pk).exists()
    now = rows_to_publish(body, on=danish_day(at)) if publishes else {}
    contents = {pk: row.as_content() for pk, row in now.items()}
    stood = {row.commitment: row for row in PublishedRow.objects.filter(body=body, until=None)}
    removed = tuple(sorted(stood.keys() - contents.keys()))
    added = tuple(sorted(contents.keys() - stood.keys()))
    changed = tuple(sorted(pk for pk in contents.keys() & stood.keys() if contents[pk] != stood[pk].content))
    if not (added or changed or removed):
        return Difference((), (), ())
    PublishedRow.objects.filter(pk__in=[stood[pk].pk for pk in (*removed, *changed)]).update(until=at)
    PublishedRow.objects.bulk_create(
        PublishedRow(body=body, commitment=pk, content=contents[pk], since=at) for pk in (*added, *changed)
    )
    facts = {"added": list(added), "changed": list(changed), "removed": list(removed)}
    record("published_followup", "body", body.pk, by=by, at=at, facts=facts)
    return Difference(added, changed, removed)

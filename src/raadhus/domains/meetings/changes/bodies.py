"""Bodies, made when a document first names one."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.meetings.access import may_correct
from raadhus.domains.meetings.models import Body
from raadhus.foundation.accounts.changes import make_audience
from raadhus.foundation.accounts.models import AudienceKind
from raadhus.foundation.audit.record import record


@transaction.atomic(savepoint=False)
def find_or_make_body(name: str, *, reading_audience: str, by: Any, at: datetime) -> Body:
    """The body of exactly this name. A new one is open to `reading_audience`, its closed items to nobody yet."""
    body = Body.objects.select_related("open_audience", "closed_audience").filter(name=name).first()
    if body:
        return body
    body = Body.objects.create(
        name=name,
        open_audience=make_audience(name=f"{name}: åbne punkter", kind=reading_audience, by=by, at=at),
        closed_audience=make_audience(name=f"{name}: lukkede punkter", kind=AudienceKind.NAMED, by=by, at=at),
    )
    record("made_body", "body", body.pk, by=by, at=at, facts={"name": name, "open_to": reading_audience})
    return body


@transaction.atomic
def abbreviate_body(*, body: Body, abbreviation: str, by: Any, at: datetime) -> None:
    """Set the short name by which documents also mention the body ("ØU"); empty for none."""
    if not may_correct(by):
        raise PermissionDenied("Only administrators name bodies.")
    facts = {"from": body.abbreviation, "to": abbreviation}
    body.abbreviation = abbreviation
    body.save(update_fields=["abbreviation"])
    record("abbreviated_body", "body", body.pk, by=by, at=at, facts=facts)

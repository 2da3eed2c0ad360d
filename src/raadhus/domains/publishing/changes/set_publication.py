"""An administrator lets a body publish its follow-up, or not any more."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.meetings.models import Body
from raadhus.domains.publishing import access
from raadhus.domains.publishing.changes.publish import bring_up_to_date
from raadhus.domains.publishing.models import FollowupPublication
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused

_NOT_OPEN = (
    "Forummets åbne punkter læses ikke af alle, så opfølgningen på dem kan heller ikke offentliggøres. "
    "Kun et forum, hvis referater er offentlige, kan det."
)
_SAME_TIME = "Offentliggørelsen blev ændret, mens du så på den. Se, hvad der gælder nu, og vælg igen."


@transaction.atomic
def set_publication(*, body: Body, is_on: bool, revision: int, by: Any, at: datetime) -> FollowupPublication:
    """Let the body publish from now on, or not any more: then its page is gone at once. `revision` is 0 where nobody
    ever decided. What was released stays released for the day on which it publishes again."""
    if not access.may_decide(by):
        raise PermissionDenied("Only administrators decide what is published.")
    line_up()
    if is_on and not access.bodies_open_to_everybody().filter(pk=body.pk).exists():
        raise Refused(_NOT_OPEN)
    row = FollowupPublication.objects.filter(body=body).first() or FollowupPublication(body=body, revision=0)
    was, yours, theirs = row.is_on, {"is_on": is_on}, {"is_on": row.is_on}
    if row.revision != revision:
        raise Conflict(_SAME_TIME, yours=yours, theirs=theirs, revision=row.revision)
    row.is_on, row.revision = is_on, row.revision + 1
    row.save()
    record("set_publication", "body", body.pk, by=by, at=at, facts={"from": was, "to": is_on})
    bring_up_to_date(body, by=by, at=at)
    return row

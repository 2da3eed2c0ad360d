"""A reader has read what was sent."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.proceedings.access import readable_sittings
from raadhus.domains.proceedings.models import ReadMark, Sitting
from raadhus.domains.proceedings.queries.standing import newest_agenda
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def mark_read(*, sitting: Sitting, number: int, by: Any, at: datetime) -> ReadMark:
    """Remember that `by` has read the agenda as it was sent under `number`; what is newer is still new to them."""
    line_up()
    row = readable_sittings(by).get(pk=sitting.pk)
    if by.pk is None:
        raise PermissionDenied("Only somebody who signs in marks what they have read.")
    newest = newest_agenda(row)
    frozen = row.frozen.filter(number=number).first() if newest else None
    if frozen is None or frozen.number > newest.number:
        raise Refused("Der er ingen dagsorden med det nummer. Hent siden igen.")
    mark, _ = ReadMark.objects.update_or_create(sitting=row, user=by, defaults={"frozen": frozen, "at": at})
    record("marked_read", "sitting", row.pk, by=by, at=at, facts={"number": frozen.number})
    return mark

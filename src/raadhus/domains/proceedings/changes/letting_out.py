"""Enclosures go out with what they stand in: from now on their files are read by those who read the item."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from raadhus.domains.proceedings.models import Enclosure
from raadhus.foundation.accounts.models import Audience
from raadhus.foundation.accounts.queries import strictest
from raadhus.foundation.files.changes import restrict_file
from raadhus.foundation.files.models import StoredFile


def let_out(enclosures: Iterable[int], *, by: Any, at: datetime) -> None:
    """Let these enclosures (by pk) out; inside the change that sends what they stand in, after it is in the record."""
    enclosures = list(enclosures)
    Enclosure.objects.filter(pk__in=enclosures, sent_at=None).update(sent_at=at)
    files = StoredFile.objects.filter(pk__in=Enclosure.objects.filter(pk__in=enclosures).values("file"))
    for file in files.select_related("audience"):
        restrict_file(file=file, audience=_readers_of(file), by=by, at=at)


def _readers_of(file: StoredFile) -> Audience | None:
    """Those who may read the file wherever it was sent, and no more than who might before it was anybody's enclosure.

    Closed wherever an item is closed in the record or has been closed since, whichever comes first.
    """
    sent = Enclosure.objects.filter(file=file, sent_at__isnull=False)
    parts = "proposal__body__open_audience", "proposal__body__closed_audience", "proposal__item"
    claims = [_readers_of_one(one) for one in sent.select_related(*parts)]
    if file.audience is not None and file.origin != "upload":
        claims.append(file.audience)
    return strictest(claims)


def _readers_of_one(one: Enclosure) -> Audience:
    row = one.proposal
    is_closed = one.is_confidential or row.is_closed or (row.item is not None and row.item.is_closed)
    return row.body.closed_audience if is_closed else row.body.open_audience

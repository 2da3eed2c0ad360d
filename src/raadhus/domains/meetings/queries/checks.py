"""Do the rows still say what the log says they say? For `raadhus verify`."""

from collections.abc import Iterator
from itertools import islice

from raadhus.domains.meetings.models import Meeting, Version
from raadhus.domains.meetings.queries.reading import readings_for
from raadhus.domains.meetings.rules import digest_of, reading_from
from raadhus.foundation.accounts.queries import Operator
from raadhus.foundation.audit.queries import acts_on

_BATCH = 100


def broken_meetings() -> Iterator[str]:
    """A Danish sentence for each meeting whose rows are not as the log last left them."""
    documented = Meeting.objects.filter(current_version__isnull=False).order_by("pk")
    for keys in _batches(documented.values_list("pk", flat=True).iterator(chunk_size=2000)):
        meetings = Meeting.objects.filter(pk__in=keys).select_related("body", "current_version__file").order_by("pk")
        noted = _noted(keys)
        for pk, reading in readings_for(Operator(), list(meetings)).items():
            if pk not in noted:
                yield f"Møde {pk} står ikke i loggen."
            elif noted[pk] != digest_of(reading):
                yield f"Møde {pk} er ændret uden om loggen."


def _batches(keys: Iterator[int]) -> Iterator[list[int]]:
    while batch := list(islice(keys, _BATCH)):
        yield batch


def _noted(keys: list[int]) -> dict[int, str]:
    """What the newest row of the log about each meeting says its rows are."""
    acts = (act for act in acts_on("meeting", keys) if "state" in act.facts)
    return {int(act.object_id): act.facts["state"] for act in acts}


def broken_versions() -> Iterator[str]:
    """A Danish sentence for each document whose kept reading no longer gives its digest."""
    for version in Version.objects.order_by("pk").iterator(chunk_size=100):
        if not _holds(version):
            yield f"Møde {version.meeting_id}, version {version.number}: den gemte læsning er ændret."


def _holds(version: Version) -> bool:
    try:
        return digest_of(reading_from(version.content)) == version.digest
    except (ValueError, KeyError, TypeError):
        return False

"""The meetings that items name, where we have them."""

from collections.abc import Iterable
from typing import Any

from raadhus.domains.meetings.access import visible_meetings
from raadhus.domains.meetings.models import Item, Meeting, Reference


def meetings_named(reader: Any, items: Iterable[Item]) -> dict[int, Meeting]:
    """For each reference (by pk) of whole `items`, the one meeting of its body that the reader sees in its window.

    Left out where no body or day is known, or where several meetings fit: then nobody knows which was meant.
    """
    told = [one for item in items for one in item.references.all() if one.body_id and one.first and one.last]
    if not told:
        return {}
    around = visible_meetings(reader).filter(
        body__in={one.body_id for one in told},
        starts_on__gte=min(one.first for one in told),
        starts_on__lte=max(one.last for one in told),
    )
    meetings = list(around)
    fitting = {one.pk: _fitting(one, meetings) for one in told}
    return {pk: fit[0] for pk, fit in fitting.items() if len(fit) == 1}


def _fitting(reference: Reference, meetings: list[Meeting]) -> list[Meeting]:
    return [
        meeting
        for meeting in meetings
        if meeting.body_id == reference.body_id and reference.first <= meeting.starts_on <= reference.last
    ]

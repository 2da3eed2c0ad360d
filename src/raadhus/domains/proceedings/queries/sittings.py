"""Meetings in the calendar, and what stands on their agendas before they are sent."""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from raadhus.domains.meetings.models import Body, Item
from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.models import Proposal, Sitting
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.rules.numbering import Placed, numbers


def sittings_for(reader: Any, *, on: date, body: Body | None = None, since: date | None = None) -> QuerySet[Sitting]:
    """The meetings in the reader's calendar, soonest first, cancelled ones too."""
    rows = access.visible_sittings(reader, on=on).select_related("meeting__body")
    if body is not None:
        rows = rows.filter(meeting__body=body)
    if since is not None:
        rows = rows.filter(meeting__starts_on__gte=since)
    return rows.order_by("meeting__starts_on", "meeting__starts_at", "pk")


def sitting_for(reader: Any, pk: int, *, on: date) -> Sitting:
    """The meeting, or `ObjectDoesNotExist`."""
    found = Sitting.objects.select_related("meeting__body").get(pk=pk)
    if not access.sees_sitting(reader, found, on=on):
        raise Sitting.DoesNotExist
    return found


def agenda_of(reader: Any, sitting: Sitting, *, on: date) -> list[Proposal]:
    """What stands on the agenda as it is now, in order, as far as the reader follows it on its way."""
    rows = access.visible_proposals(reader, on=on).filter(meeting=sitting.pk)
    return list(rows.select_related("body", "proposed_by", "item").order_by("position", "pk"))


def placed(sitting: Sitting) -> list[Proposal]:
    """Everything on the agenda in order, whoever asks; for changes and papers, which look at the whole."""
    return list(Proposal.objects.filter(meeting=sitting.pk).select_related("body").order_by("position", "pk"))


def numbers_of(sitting: Sitting) -> dict[int, str]:
    """The number of each item on the agenda by proposal, as the body numbers. Without titles: to be joined with what
    the reader sees."""
    style = profile_of(sitting.meeting.body).numbering
    rows = [Placed(row.pk, row.parent_id) for row in placed(sitting)]
    return numbers(style, rows, last_in_year=_last_in_year(sitting) if style == "per_year" else 0)


def _last_in_year(sitting: Sitting) -> int:
    """The highest number that the body has used in the year before this meeting, sent or not."""
    meeting = sitting.meeting
    earlier = Q(
        meeting__body=meeting.body_id,
        meeting__starts_on__year=meeting.starts_on.year,
        meeting__starts_on__lt=meeting.starts_on,
    )
    sent = Item.objects.filter(earlier).values_list("number", flat=True)
    waiting = Proposal.objects.filter(earlier, item=None).count()
    return max((int(number) for number in sent if number.isdigit()), default=0) + waiting

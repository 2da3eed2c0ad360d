"""Proposals by reader."""

from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.models import Enclosure, Hearing, Proposal, ProposalState, Step, Text
from raadhus.domains.proceedings.queries.bodies import profile_of

_UNDER_WAY = (ProposalState.DRAFT, ProposalState.WITH_HEAD, ProposalState.READY)


def _whole(rows: QuerySet[Proposal]) -> QuerySet[Proposal]:
    return rows.select_related("body", "meeting__sitting", "proposed_by")


def proposal_for(reader: Any, pk: int, *, on: date) -> Proposal:
    """The proposal with body and meeting, or `ObjectDoesNotExist`. Its texts and enclosures: `texts_of`,
    `enclosures_of`."""
    return _whole(access.visible_proposals(reader, on=on)).get(pk=pk)


def backlog_of(reader: Any, body: Body, *, on: date) -> QuerySet[Proposal]:
    """What of the body's items is on its way or ready, and no meeting's yet, oldest first, as far as the reader
    sees them."""
    rows = access.visible_proposals(reader, on=on).filter(body=body, meeting=None, state__in=_UNDER_WAY)
    return _whole(rows).order_by("proposed_at", "pk")


def my_proposals(reader: Any, *, on: date) -> QuerySet[Proposal]:
    """What the reader has proposed, newest first."""
    if reader.pk is None:
        return Proposal.objects.none()
    rows = access.visible_proposals(reader, on=on).filter(proposed_by=reader.pk)
    return _whole(rows).order_by("-proposed_at", "-pk")


def waiting_for(reader: Any, *, on: date) -> QuerySet[Proposal]:
    """What waits for the reader: a yes or no as head, or an opinion; the longest asked first."""
    if reader.pk is None:
        return Proposal.objects.none()
    steps = Step.objects.filter(user=reader.pk, asked_at__isnull=False, decided_at=None)
    heads = steps.filter(proposal__state=ProposalState.WITH_HEAD).values("proposal")
    parties = Hearing.objects.filter(user=reader.pk, answered_at=None).values("proposal")
    seen = access.visible_proposals(reader, on=on)
    open_ = seen.exclude(state__in=[ProposalState.DECIDED, ProposalState.WITHDRAWN])
    return _whole(open_.filter(Q(pk__in=heads) | Q(pk__in=parties))).order_by("proposed_at", "pk")


def texts_of(reader: Any, proposal: Proposal, *, on: date) -> list[Text]:
    """The proposal's texts in order, without confidential ones that are not the reader's; [] where nothing is."""
    if not access.visible_proposals(reader, on=on).filter(pk=proposal.pk).exists():
        return []
    return list(access.visible_texts(reader, proposal).order_by("position"))


def enclosures_of(reader: Any, proposal: Proposal, *, on: date, with_replaced: bool = False) -> list[Enclosure]:
    """The newest version of each of the proposal's enclosures, or every version, that the reader sees, with files."""
    if not access.visible_proposals(reader, on=on).filter(pk=proposal.pk).exists():
        return []
    rows = access.visible_enclosures(reader, proposal).select_related("file", "replaces")
    return list((rows if with_replaced else rows.filter(replaced_by=None)).order_by("position", F("added_at"), "pk"))


def help_of(proposal: Proposal) -> dict[str, str]:
    """What the template says of each section, by heading; shown while a section is empty, never stored in it."""
    return {section.heading: section.help for section in profile_of(proposal.body).sections}

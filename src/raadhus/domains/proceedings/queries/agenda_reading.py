"""A sitting as the agenda of it: the contract's structure, worked out from the rows as they stand."""

from collections.abc import Iterator

from raadhus.domains.meetings.queries.reading import moment
from raadhus.domains.proceedings.models import Point, Proposal, ProposalState, Sitting
from raadhus.domains.proceedings.queries.facts import items_of
from raadhus.domains.proceedings.queries.minutes import (
    enclosure_names,
    recommendation_of,
    references_of,
    sections_of,
)
from raadhus.pure.minutes.facts import MeetingFacts
from raadhus.pure.minutes.structure import Item, Minutes, Section

_NOWHERE = (0, 0)  # these sections stand in no file's lines


def agenda_reading(sitting: Sitting) -> Minutes:
    """The agenda of `sitting`, closed items with it and the confidential parts of open items without."""
    meeting = sitting.meeting
    facts = MeetingFacts(meeting.body.name, meeting.starts_on)
    return Minutes(
        source=f"DAGSORDEN {meeting.body.name} d. {meeting.starts_on:%d-%m-%Y}.pdf",
        kind="agenda",
        body=meeting.body.name,
        starts_at=moment(meeting.starts_on, meeting.starts_at),
        ends_at=moment(meeting.ends_on, meeting.ends_at),
        place=meeting.place or None,
        items=tuple(_item(number, row, sitting, facts) for number, row in items_of(sitting)),
    )


def _item(number: str, row: Proposal, sitting: Sitting, facts: MeetingFacts) -> Item:
    recommendation = recommendation_of(row, list(Point.objects.filter(proposal=row)))
    names = enclosure_names(row)
    sections = (*_told_first(row, sitting), *sections_of(row, recommendation, None, names))
    return Item(
        number=number,
        title=row.title,
        case_number=row.case_number or None,
        closed=row.is_closed,
        sections=sections,
        recommendation=recommendation,
        attachments=names,
        references=references_of(sections, facts),
    )


def _told_first(row: Proposal, sitting: Sitting) -> Iterator[Section]:
    """That the item goes out, and why it comes late: what the law wants said in the agenda itself."""
    if row.state == ProposalState.WITHDRAWN:
        yield Section("Udgår", "other", row.withdrawn_because, _NOWHERE)
    late = row.late_because or sitting.late_because
    if late:
        yield Section("Derfor kan punktet ikke vente", "other", late, _NOWHERE)

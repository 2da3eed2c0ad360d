"""Meetings that are called and opened, for the tests of what happens in the room."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from raadhus.domains.meetings.changes import When
from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import (
    Attendee,
    Enclosure,
    Frozen,
    Point,
    Proposal,
    ProposalState,
    Sitting,
    SittingState,
    Text,
)
from raadhus.domains.proceedings.rules.plain_html import paragraphs_html
from raadhus.foundation.accounts.models import User
from raadhus.foundation.audit.record import record
from raadhus.foundation.files.changes import keep_file
from raadhus.pure.minutes.structure import Item
from tests.domains.proceedings.cast import AT, OPERATOR, House

NINE = datetime(2022, 1, 20, 8, 0, tzinfo=UTC)  # nine o'clock in Denmark


def clock(hour: int, minute: int = 0, day: date = date(2022, 1, 20)) -> datetime:
    """That time in Denmark in the winter."""
    return datetime(day.year, day.month, day.day, hour - 1, minute, tzinfo=UTC)


def put_on(sitting: Sitting, body: Body, title: str, points: Sequence[str] = ("at planen godkendes.",), **facts: Any):
    """An item on the agenda, as it stands once the secretary has put it there."""
    position = Proposal.objects.filter(meeting=sitting.pk).count() + 1
    proposal = Proposal.objects.create(
        body=body,
        meeting=sitting.meeting,
        position=position,
        title=title,
        state=ProposalState.ON_AGENDA,
        **({"recommended_by": "Direktøren", "proposed_at": AT} | facts),
    )
    Point.objects.bulk_create(Point(proposal=proposal, number=at, text=text) for at, text in enumerate(points, 1))
    return proposal


def write(proposal: Proposal, heading: str, kind: str, plain: str) -> Text:
    """A section with these words."""
    position = proposal.texts.count() + 1
    return Text.objects.create(
        proposal=proposal, position=position, heading=heading, kind=kind, plain=plain, html=f"<p>{plain}</p>"
    )


def enclose(proposal: Proposal, name: str, data: bytes, **facts: Any) -> Enclosure:
    """An attachment with these bytes."""
    file = keep_file(data=data, name=name, origin="upload", audience=proposal.body.open_audience, by=OPERATOR, at=AT)
    facts = {"position": proposal.enclosures.count() + 1, "added_at": AT} | facts
    return Enclosure.objects.create(proposal=proposal, name=name, file=file, **facts)


def from_item(sitting: Sitting, body: Body, item: Item) -> Proposal:
    """What was on the agenda of an item that minutes tell of: all but its decision."""
    told = item.recommendation
    proposal = put_on(
        sitting,
        body,
        item.title,
        told.points if told else (),
        case_number=item.case_number or "",
        recommended_by=(told.by if told else "") or "",
    )
    for section in item.sections:
        if section.kind not in ("decision", "attachments"):
            write(proposal, section.heading, section.kind, section.text)
    for name in item.attachments:
        enclose(proposal, f"{name}.pdf", name.encode() + b" (bytes)")
    return proposal


def call(sitting: Sitting, by: User) -> Sitting:
    """The sitting as it is when its agenda is sent."""
    Sitting.objects.filter(pk=sitting.pk).update(state=SittingState.SENT)
    digest = queries.digest_of("{}")
    Frozen.objects.create(
        sitting=sitting, number=1, kind="agenda", content="{}", digest=digest, frozen_by=by, frozen_at=AT
    )
    record("sent_agenda", "sitting", sitting.pk, by=by, at=AT, facts={"digest": digest})
    return Sitting.objects.get(pk=sitting.pk)


def opened(house: House, titles: Sequence[str] = ("Budget",), **facts: Any) -> tuple[Sitting, list[Proposal]]:
    """Chefforum on 20 January with these items, opened at nine."""
    sitting = house.plan()
    items = [put_on(sitting, house.forum, title, **facts) for title in titles]
    changes.open_meeting(sitting=call(sitting, house.secretary), by=house.secretary, at=NINE)
    return Sitting.objects.get(pk=sitting.pk), items


def decide(house: House, proposal: Proposal, number: int = 1, *, at: datetime = NINE, **ruling: Any) -> Any:
    """Decide a point as somebody does who sees how it stands now."""
    point = Point.objects.get(proposal=proposal, number=number)
    seen = queries.item_revision(Proposal.objects.get(pk=proposal.pk))
    return changes.decide_point(
        point=point,
        ruling=changes.Ruling(**ruling),
        revision=point.revision,
        seen=seen,
        by=house.secretary,
        at=at,
    )


def decide_and_close(house: House, proposal: Proposal, *, at: datetime = NINE, **ruling: Any) -> None:
    """Take the item up, decide all its points alike, and close it."""
    changes.take_up(proposal=proposal, by=house.secretary, at=at)
    for number in Point.objects.filter(proposal=proposal).values_list("number", flat=True):
        decide(house, proposal, number, at=at, **ruling)
    changes.close_item(proposal=proposal, by=house.secretary, at=at)


def adjourned(house: House, titles: Sequence[str] = ("Budget",)) -> tuple[Sitting, list[Proposal]]:
    """The same meeting, everything approved and the meeting closed at ten."""
    sitting, items = opened(house, titles)
    for item in items:
        decide_and_close(house, item, letter="G")
    changes.adjourn_meeting(sitting=sitting, ends_at=None, by=house.secretary, at=clock(10))
    return Sitting.objects.get(pk=sitting.pk), items


def sent(house: House, sitting: Sitting, *, at: datetime | None = None) -> Frozen:
    """Finish, have the member read it, and send."""
    at = at or clock(11)
    frozen = changes.finish_minutes(sitting=sitting, by=house.secretary, at=at)
    review = changes.ask_for_review(sitting=sitting, reviewer=house.member, by=house.secretary, at=at)
    changes.answer_review(review=review, digest=frozen.digest, is_accepted=True, comment="", by=house.member, at=at)
    return changes.send_minutes(sitting=sitting, by=house.secretary, at=at)[0]


def next_meeting(house: House, on: date = date(2022, 2, 3)) -> tuple[Sitting, Proposal]:
    """The meeting after, opened, with its item 1 decided: agenda and minutes approved."""
    sitting = house.plan(When(on, time(9), None, "Mødelokale 1"))
    first = put_on(sitting, house.forum, "Godkendelse af dagsorden og referat fra sidste møde")
    changes.open_meeting(sitting=call(sitting, house.secretary), by=house.secretary, at=clock(9, day=on))
    decide_and_close(house, first, at=clock(9, 5, day=on), letter="G")
    return Sitting.objects.get(pk=sitting.pk), first


def attendee(sitting: Sitting, name: str) -> Attendee:
    return Attendee.objects.get(sitting=sitting, name=name)


def say(proposal: Proposal, words: str, *, by: User, revision: int = 1, at: datetime = NINE) -> Text:
    """Write the decision's text; 1 is the revision of the empty one that the meeting was opened with."""
    text = Text.objects.get(proposal=proposal, kind="decision")
    return changes.save_text(text_id=text.pk, html=paragraphs_html(words), revision=revision, by=by, at=at)

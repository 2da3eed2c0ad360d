"""What the screen in the room shows: the item the meeting is at, and its decision as it stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from raadhus.domains.meetings.models import Outcome
from raadhus.domains.proceedings.access import reads_closed, seats_of
from raadhus.domains.proceedings.models import Attendee, Pledge, Point, Proposal, Sitting
from raadhus.domains.proceedings.queries.facts import items_of, roll_of, votes_of
from raadhus.domains.proceedings.queries.minutes import decision_of
from raadhus.foundation.accounts.queries import is_administrator


@dataclass(frozen=True, slots=True)
class PointShown:
    """A point: its outcome's Danish name ("" while undecided), its words, the text adopted instead, votes by side."""

    number: int
    text: str
    outcome: str
    words: str
    amended: str
    votes: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture. `number` is "" between items; a closed item shows nothing but its number."""

    body: str
    state: str
    number: str
    title: str
    is_closed: bool
    points: tuple[PointShown, ...]
    decision: str
    pledges: tuple[str, ...]
    out_of_item: tuple[str, ...]
    begun_at: datetime | None
    position: int
    items: int


def on_screen(reader: Any, sitting: Sitting) -> Screen:
    """The picture now; `ObjectDoesNotExist` for a reader without a seat in the body.

    Closed items show for those who read the body's closed items; a screen in a room is signed in as one who does not.
    """
    row = Sitting.objects.select_related("meeting__body", "current").get(pk=sitting.pk)
    body = row.meeting.body
    if not _follows(reader, row):
        raise ObjectDoesNotExist("No such sitting for this reader.")
    items = items_of(row)
    at = next((place for place, (_, item) in enumerate(items) if item.pk == row.current_id), None)
    if at is None:
        return Screen(body.name, row.state, "", "", False, (), "", (), (), None, 0, len(items))
    number, item = items[at]
    if item.is_closed and not reads_closed(reader, body):
        return Screen(body.name, row.state, number, "", True, (), "", (), (), item.begun_at, at + 1, len(items))
    return _shown(row, number, item, at + 1, len(items))


def _follows(reader: Any, sitting: Sitting) -> bool:
    seats = seats_of(reader, on=sitting.meeting.starts_on)
    return is_administrator(reader) or seats.filter(body=sitting.meeting.body_id).exists()


def _shown(sitting: Sitting, number: str, item: Proposal, position: int, items: int) -> Screen:
    points, people = list(Point.objects.filter(proposal=item)), list(Attendee.objects.filter(sitting=sitting))
    decision, roll = decision_of(item, points, people), roll_of(item, sitting)
    return Screen(
        body=sitting.meeting.body.name,
        state=sitting.state,
        number=number,
        title=item.title,
        is_closed=item.is_closed,
        points=tuple(map(_point, points)),
        decision=decision.text if decision else "",
        pledges=tuple(Pledge.objects.filter(proposal=item).values_list("line", flat=True)),
        out_of_item=tuple(roll.names[key] for key, part in roll.parts.items() if part == "disqualified"),
        begun_at=item.begun_at,
        position=position,
        items=items,
    )


def _point(row: Point) -> PointShown:
    votes = votes_of(row)
    sides = (len(votes.for_), len(votes.against), len(votes.abstained)) if row.votes else None
    outcome = Outcome(row.outcome).label if row.outcome else ""
    return PointShown(row.number, row.text, str(outcome), row.words, row.amended, sides)

"""An idea becomes an item on its way: proposed to a body, with the sections of the body's template."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.changes.recommending import write_recommendation
from raadhus.domains.proceedings.models import Proposal, ProposalKind, Text
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.rules.meeting_time import danish_day
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.errors import Refused

LONGEST_CASE = Proposal._meta.get_field("case_number").max_length


@dataclass(frozen=True, slots=True)
class Idea:
    """What a new item is about. `points` are its recommendation, one for each decision that is asked for."""

    title: str
    kind: str = ProposalKind.DECISION
    case_number: str = ""
    recommended_by: str = ""
    points: tuple[str, ...] = ()


@transaction.atomic
def propose_item(*, body: Body, idea: Idea, by: Any, at: datetime) -> Proposal:
    """A draft for `body` that only its author and those who run the body see. `Body.DoesNotExist` where the body is
    not open to `by`."""
    line_up()
    if not access.may_propose(by, body, on=danish_day(at)):
        raise Body.DoesNotExist
    if by.pk is None:
        raise PermissionDenied("An item is proposed by somebody who signs in.")
    return new_proposal(body, idea, by=by, at=at)


def new_proposal(body: Body, idea: Idea, *, by: Any, at: datetime, **facts: Any) -> Proposal:
    """The row with its empty sections and its recommendation, noted; whoever calls has asked whether `by` may."""
    check_idea(idea.title, idea.kind, idea.case_number)
    author = by if by.pk is not None else None
    row = Proposal.objects.create(
        body=body,
        title=" ".join(idea.title.split()),
        kind=idea.kind,
        case_number=idea.case_number.strip(),
        recommended_by=idea.recommended_by.strip(),
        proposed_by=author,
        proposed_at=at,
        **facts,
    )
    Text.objects.bulk_create(
        Text(proposal=row, position=position, heading=section.heading, kind=section.kind)
        for position, section in enumerate(profile_of(body).sections, 1)
    )
    if idea.points:
        write_recommendation(row, idea.points, by=by, at=at)
    told = {"body": body.pk, "title": row.title, "brought_by": row.brought_by, "from": row.came_from_id}
    record("proposed_item", "proposal", row.pk, by=by, at=at, facts=told)
    return row


def check_idea(title: str, kind: str, case_number: str) -> None:
    """`Refused` for what an item cannot be without, or cannot hold."""
    if not title.strip():
        raise Refused("Et punkt skal have en titel. Skriv i få ord, hvad sagen handler om.")
    if kind not in ProposalKind.values:
        raise Refused("Vælg, om punktet er til beslutning, drøftelse eller orientering.")
    if len(case_number.strip()) > LONGEST_CASE:
        raise Refused(f"Et sagsnummer er højst {LONGEST_CASE} tegn. Ret det, eller lad det stå tomt.")

"""The next agenda before anybody has typed: standing items, what was put off, what was promised to come back."""

from datetime import datetime
from hashlib import sha256
from html import escape
from typing import Any

from django.db import transaction

from raadhus.domains.proceedings.changes.moving import copied
from raadhus.domains.proceedings.changes.ordering import sitting_for_items
from raadhus.domains.proceedings.changes.placing import place
from raadhus.domains.proceedings.changes.propose import Idea, new_proposal
from raadhus.domains.proceedings.models import Proposal, ProposalKind, ProposalState, Sitting, StandingItem, Text
from raadhus.domains.proceedings.queries.bodies import standing_items_of
from raadhus.domains.proceedings.queries.waiting import Returning, returning_to, taken_keys
from raadhus.domains.proceedings.rules.html import parsed, written
from raadhus.domains.proceedings.rules.next_agenda import propose
from raadhus.domains.proceedings.rules.plain import plain_of_blocks
from raadhus.foundation.audit.record import record


@transaction.atomic
def fill_agenda(*, sitting: Sitting, by: Any, at: datetime) -> list[Proposal]:
    """Put on the agenda what belongs there by itself, each once and never again, also where the secretary has taken it
    off; returns what was put on now, in order.

    Of what `by` may not read, nothing is put on: somebody who reads it does it.
    """
    row = sitting_for_items(sitting, by=by, at=at)
    standing = {_key(one, row): one for one in standing_items_of(row.meeting.body)}
    waiting = {one.waiting.key: one for one in returning_to(by, row)}
    taken = taken_keys([*standing, *waiting])
    due = propose(
        meets_on=row.meeting.starts_on, standing=(), waiting=[one.waiting for one in waiting.values()], taken=taken
    )
    first = [key for key, one in standing.items() if not one.stands_last and key not in taken]
    last = [key for key, one in standing.items() if one.stands_last and key not in taken]
    placed = [
        *(_put_standing(standing[key], key, row, by, at) for key in first),
        *(_put_returning(waiting[one.key], row, by, at) for one in due),
        *(_put_standing(standing[key], key, row, by, at) for key in last),
    ]
    if placed:
        facts = {"put_on": [[one.pk, one.brought_by] for one in placed]}
        record("filled_agenda", "sitting", row.pk, by=by, at=at, facts=facts)
    return placed


def _key(one: StandingItem, sitting: Sitting) -> str:
    """Once per title and meeting; "last" tells that new items come before it."""
    where = "last" if one.stands_last else "first"
    return f"standing:{where}:{sitting.pk}:{sha256(one.title.encode()).hexdigest()[:16]}"


def _put_standing(one: StandingItem, key: str, sitting: Sitting, by: Any, at: datetime) -> Proposal:
    points = (one.recommendation,) if one.recommendation else ()
    idea = Idea(one.title, ProposalKind.DECISION, one.case_number, points=points)
    row = new_proposal(sitting.meeting.body, idea, by=by, at=at, brought_by=key)
    row.state = ProposalState.ON_AGENDA
    place(row, sitting, last=one.stands_last)
    return row


def _put_returning(one: Returning, sitting: Sitting, by: Any, at: datetime) -> Proposal:
    if one.proposal is not None:
        return copied(
            one.proposal,
            sitting.meeting.body,
            ProposalState.ON_AGENDA,
            sitting,
            by=by,
            at=at,
            points=[point.text for point in one.points if point.text],
            is_whole=True,
            proposed_by=one.proposal.proposed_by,
            brought_by=one.waiting.key,
        )
    return _put_promised(one, sitting, by, at)


def _put_promised(one: Returning, sitting: Sitting, by: Any, at: datetime) -> Proposal:
    """An item of the same title and case as the one the promise was made in, closed where that is."""
    item, commitment = one.item, one.commitment
    idea = Idea(item.title, ProposalKind.DISCUSSION, item.case_words[:60])
    row = new_proposal(
        sitting.meeting.body,
        idea,
        by=by,
        at=at,
        brought_by=one.waiting.key,
        returns_commitment=commitment.pk,
        came_from=Proposal.objects.filter(item=item).first(),
        is_closed=item.is_closed,
    )
    _tell_why(row, one)
    row.state = ProposalState.ON_AGENDA
    place(row, sitting)
    return row


def _tell_why(row: Proposal, one: Returning) -> None:
    """Let the item's first section say when and with which words it was promised; people write on from there."""
    first = Text.objects.filter(proposal=row).exclude(kind__in=("recommendation", "decision")).first()
    if first is None:
        return
    made = one.item.meeting
    words = f"Lovet i {made.body.name} den {one.waiting.decided_on:%d-%m-%Y}: „{one.commitment.quote}“"
    blocks = parsed(f"<p>{escape(words)}</p>")
    first.html, first.plain = written(blocks), plain_of_blocks(blocks)
    first.save(update_fields=["html", "plain"])

"""An item goes on to another meeting or another body, moved or copied; `came_from` keeps the link."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.changes.opening import proposal_seen, proposal_to_arrange, proposal_to_edit
from raadhus.domains.proceedings.changes.ordering import sitting_for_items
from raadhus.domains.proceedings.changes.placing import leave, place, withdraw
from raadhus.domains.proceedings.changes.recommending import write_recommendation
from raadhus.domains.proceedings.models import Enclosure, Picture, Point, Proposal, ProposalState, Sitting, Text
from raadhus.domains.proceedings.rules.danish_days import day_in_words
from raadhus.domains.proceedings.rules.html import pictures_in, renumber_pictures
from raadhus.domains.proceedings.rules.meeting_time import danish_day
from raadhus.domains.proceedings.rules.states import proposal_after
from raadhus.foundation.accounts.queries import Operator
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.errors import Refused

_CARRIED = (
    "kind", "title", "case_number", "recommended_by", "is_closed", "closed_because", "closed_words", "open_again_on",
    "presenter",
)  # fmt: skip


@transaction.atomic
def move_to_meeting(*, proposal: Proposal, to: Sitting, by: Any, at: datetime) -> Proposal:
    """Move the item from its agenda to another of the same body. One that was sent goes out there, saying where to, and
    a copy of it comes on here."""
    target = sitting_for_items(to, by=by, at=at)
    row = proposal_to_arrange(proposal, by=by, at=at)
    if row.body_id != target.meeting.body_id:
        raise Refused(f"Mødet er et andet forums. Flyt punktet til {target.meeting.body.name} i stedet.")
    if row.meeting_id is None or row.meeting_id == target.pk:
        raise Refused("Vælg et andet møde end det, punktet står på.")
    was = row.meeting_id
    if row.item_id is None:
        row.state = proposal_after(row.state, "take_off")
        leave(row)
        row.state = proposal_after(row.state, "put_on_agenda")
        place(row, target)
        moved = row
    else:
        withdraw(row, f"Flyttet til mødet {day_in_words(target.meeting.starts_on)}.")
        moved = copied(row, row.body, ProposalState.ON_AGENDA, target, by=by, at=at)
    facts = {"from": was, "to": target.pk, "as": moved.pk}
    record("moved_to_meeting", "proposal", row.pk, by=by, at=at, facts=facts)
    return moved


@transaction.atomic
def move_to_body(*, proposal: Proposal, body: Body, by: Any, at: datetime) -> Proposal:
    """Let another body have the item instead: here it goes out, there it stands as a draft."""
    row = proposal_to_edit(proposal, by=by, at=at)
    _check_target(row, body, by, at)
    if row.meeting_id is not None and not access.is_secretary(by, row.body, on=danish_day(at)):
        raise PermissionDenied("Only the secretary moves what is on an agenda.")
    withdraw(row, f"Flyttet til {body.name}.")
    moved = copied(row, body, ProposalState.DRAFT, None, by=by, at=at)
    record("moved_to_body", "proposal", row.pk, by=by, at=at, facts={"to": body.pk, "as": moved.pk})
    return moved


@transaction.atomic
def copy_to_body(*, proposal: Proposal, body: Body, by: Any, at: datetime) -> Proposal:
    """Pass the item on to another body, as a draft there, and keep it here. What `by` may not read is not copied."""
    row = proposal_seen(proposal, by=by, at=at)
    _check_target(row, body, by, at)
    copy = copied(row, body, ProposalState.DRAFT, None, by=by, at=at)
    record("copied_to_body", "proposal", row.pk, by=by, at=at, facts={"to": body.pk, "as": copy.pk})
    return copy


def _check_target(row: Proposal, body: Body, by: Any, at: datetime) -> None:
    if not access.may_propose(by, body, on=danish_day(at)):
        raise Body.DoesNotExist
    if row.body_id == body.pk:
        raise Refused(f"Punktet er allerede til {body.name}. Vælg et andet forum, eller et andet møde.")


@transaction.atomic
def copy_to_meeting(*, proposal: Proposal, to: Sitting, by: Any, at: datetime) -> Proposal:
    """Put a copy of the item on an agenda, of its own body or another, whose secretary `by` is."""
    target = sitting_for_items(to, by=by, at=at)
    row = proposal_seen(proposal, by=by, at=at)
    copy = copied(row, target.meeting.body, ProposalState.ON_AGENDA, target, by=by, at=at)
    record("copied_to_meeting", "proposal", row.pk, by=by, at=at, facts={"to": target.pk, "as": copy.pk})
    return copy


def copied(
    row: Proposal,
    body: Body,
    state: str,
    sitting: Sitting | None,
    *,
    by: Any,
    at: datetime,
    points: Sequence[str] | None = None,
    is_whole: bool = False,
    **facts: Any,
) -> Proposal:
    """A new item that came from `row`, with its texts, points (or `points`) and newest enclosures, as far as `by` reads
    them, or with all of them where it `is_whole`: for the same body and author. Decisions are not carried on."""
    reader = Operator() if is_whole else by
    texts, enclosures = access.visible_texts(reader, row), access.visible_enclosures(reader, row)
    copy = Proposal(
        body=body,
        state=state,
        came_from=row,
        proposed_at=at,
        **{name: getattr(row, name) for name in _CARRIED},
        **({"proposed_by": by if by.pk is not None else None} | facts),
    )
    if sitting is None:
        copy.save()
    else:
        place(copy, sitting)
    _copy_texts(copy, texts)
    if points is None:
        told = Point.objects.filter(proposal=row).values_list("text", flat=True)
        Point.objects.bulk_create(Point(proposal=copy, number=number, text=text) for number, text in enumerate(told, 1))
    else:
        write_recommendation(copy, points, by=by, at=at)
    _copy_enclosures(copy, enclosures)
    noted = {"body": body.pk, "title": copy.title, "brought_by": copy.brought_by, "from": row.pk}
    record("proposed_item", "proposal", copy.pk, by=by, at=at, facts=noted)
    return copy


def _copy_texts(copy: Proposal, texts: QuerySet[Text]) -> None:
    for text in texts.order_by("position"):
        is_decision = text.kind == "decision"
        new = Text.objects.create(
            proposal=copy,
            position=text.position,
            heading=text.heading,
            kind=text.kind,
            plain="" if is_decision else text.plain,
            is_confidential=text.is_confidential,
            edited_by=text.edited_by,
            edited_at=text.edited_at,
        )
        if not is_decision:
            Text.objects.filter(pk=new.pk).update(html=_with_own_pictures(text, new))


def _with_own_pictures(text: Text, new: Text) -> str:
    """The HTML of `text`, its pictures copied to `new` and named by their new numbers."""
    numbers = {number for number, _ in pictures_in(text.html)}
    own = {}
    for picture in Picture.objects.filter(text=text, pk__in=numbers):
        facts = {name: getattr(picture, name) for name in ("file", "media_type", "added_by", "added_at")}
        own[picture.pk] = Picture.objects.create(text=new, **facts).pk
    return renumber_pictures(text.html, own)


def _copy_enclosures(copy: Proposal, enclosures: QuerySet[Enclosure]) -> None:
    newest = enclosures.filter(replaced_by=None).order_by("position", "pk")
    Enclosure.objects.bulk_create(
        Enclosure(
            proposal=copy,
            position=position,
            name=one.name,
            label=one.label,
            file_id=one.file_id,
            is_confidential=one.is_confidential,
            added_by=one.added_by,
            added_at=one.added_at,
        )
        for position, one in enumerate(newest, 1)
    )

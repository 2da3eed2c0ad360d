"""Who may see and do what before anything is sent. What was sent is read through the record, by its own rules.

A seat counts on a day, so every question about a body is asked `on` one. Whoever may not see a thing cannot tell it
from one that is not there: both end in `ObjectDoesNotExist`.
"""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from raadhus.domains.followup.access import Steward
from raadhus.domains.meetings.access import visible_items, visible_meetings
from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings.models import (
    Enclosure,
    Hearing,
    Member,
    Note,
    Proposal,
    ProposalState,
    Role,
    Sitting,
    Step,
    Text,
)
from raadhus.foundation.accounts.queries import audiences_of, is_administrator

_RUNS = (Role.SECRETARY, Role.CHAIR)


def _has_account(user: Any) -> bool:
    return bool(user.is_authenticated and user.is_active and user.pk is not None)


def seats_of(user: Any, *, on: date) -> QuerySet[Member]:
    """The seats that `user` holds that day."""
    if not _has_account(user):
        return Member.objects.none()
    begun = Member.objects.filter(user=user.pk, starts_on__lte=on)
    return begun.filter(Q(ends_on=None) | Q(ends_on__gt=on))


def bodies_run_by(user: Any, *, on: date) -> QuerySet[Body]:
    """The bodies whose backlog and drafts `user` reads, as their secretary or chair that day."""
    if is_administrator(user):
        return Body.objects.all()
    return Body.objects.filter(pk__in=seats_of(user, on=on).filter(role__in=_RUNS).values("body"))


def bodies_open_to(user: Any, *, on: date) -> QuerySet[Body]:
    """The bodies to which `user` may propose: signed in, and a member that day or of those who read its open items."""
    if is_administrator(user):
        return Body.objects.all()
    if not _has_account(user):
        return Body.objects.none()
    seats = seats_of(user, on=on).values("body")
    return Body.objects.filter(Q(open_audience__in=audiences_of(user)) | Q(pk__in=seats))


def is_secretary(user: Any, body: Body, *, on: date) -> bool:
    """Whether `user` runs agenda and minutes of `body` that day; an administrator runs all."""
    return is_administrator(user) or seats_of(user, on=on).filter(body=body, role=Role.SECRETARY).exists()


def bodies_kept_by(user: Any, *, on: date) -> set[int]:
    """The bodies (by key) whose agenda and minutes `user` runs that day; administrators run all without a list."""
    return set(seats_of(user, on=on).filter(role=Role.SECRETARY).values_list("body", flat=True))


def steward_of(user: Any, made_in: int | None, *, on: date) -> Any:
    """`user` as somebody who runs the body (by key) where a promise was made, where they do; else as who they are."""
    return Steward(user, made_in) if made_in is not None and made_in in bodies_kept_by(user, on=on) else user


def may_set_up(user: Any) -> bool:
    """Whether `user` may give bodies their rules and members."""
    return is_administrator(user)


def may_propose(user: Any, body: Body, *, on: date) -> bool:
    """Whether `user` may propose an item to `body`."""
    return bodies_open_to(user, on=on).filter(pk=body.pk).exists()


def visible_proposals(user: Any, *, on: date) -> QuerySet[Proposal]:
    """The proposals that `user` may follow on their way: their author, the heads and parties that were asked, and who
    runs the body."""
    if is_administrator(user):
        return Proposal.objects.all()
    if not _has_account(user):
        return Proposal.objects.none()
    asked = Step.objects.filter(user=user.pk, asked_at__isnull=False).values("proposal")
    heard = Hearing.objects.filter(user=user.pk).values("proposal")
    runs = bodies_run_by(user, on=on).values("pk")
    return Proposal.objects.filter(Q(proposed_by=user.pk) | Q(pk__in=asked) | Q(pk__in=heard) | Q(body__in=runs))


def visible_sittings(user: Any, *, on: date) -> QuerySet[Sitting]:
    """The meetings that `user` may see in the calendar; what stands on an agenda is asked of `visible_proposals`."""
    if is_administrator(user):
        return Sitting.objects.all()
    mine = bodies_open_to(user, on=on).values("pk")
    return Sitting.objects.filter(Q(meeting__body__in=mine) | Q(meeting__in=visible_meetings(user)))


def sees_sitting(user: Any, sitting: Sitting, *, on: date) -> bool:
    """Whether `sitting` is of `visible_sittings`. Most who ask read the body's open items, which takes no question of
    its own."""
    body = sitting.meeting.body
    if _has_account(user) and body is not None and body.open_audience_id in audiences_of(user):
        return True
    return visible_sittings(user, on=on).filter(pk=sitting.pk).exists()


def may_edit(user: Any, proposal: Proposal, *, on: date) -> bool:
    """Whether `user` may write in `proposal`: its author, the head who has it now, the secretary."""
    if is_administrator(user) or is_secretary(user, proposal.body, on=on):
        return True
    return _has_account(user) and (proposal.proposed_by_id == user.pk or has_it_now(user, proposal))


def has_it_now(user: Any, proposal: Proposal) -> bool:
    """Whether `proposal` waits for `user`'s yes or no."""
    if not _has_account(user) or proposal.state != ProposalState.WITH_HEAD:
        return False
    step = Step.objects.filter(proposal=proposal, decided_at=None).order_by("position").first()
    return step is not None and step.user_id == user.pk


def reads_closed(user: Any, body: Body) -> bool:
    """Whether `user` reads the closed items of `body`."""
    return is_administrator(user) or body.closed_audience_id in audiences_of(user)


def reads_confidential(user: Any, proposal: Proposal) -> bool:
    """Whether `user` reads the confidential parts of `proposal`: whoever wrote it, and who reads the body's closed
    items. To be asked for a yes or an opinion is not enough."""
    is_author = _has_account(user) and proposal.proposed_by_id == user.pk
    return is_author or reads_closed(user, proposal.body)


def visible_texts(user: Any, proposal: Proposal) -> QuerySet[Text]:
    """The texts of a proposal that `user` sees, without those that are not theirs to read."""
    texts = Text.objects.filter(proposal=proposal)
    return texts if reads_confidential(user, proposal) else texts.filter(is_confidential=False)


def visible_enclosures(user: Any, proposal: Proposal) -> QuerySet[Enclosure]:
    """As `visible_texts`, every version of every enclosure that was not removed."""
    rows = Enclosure.objects.filter(proposal=proposal, removed_at=None)
    return rows if reads_confidential(user, proposal) else rows.filter(is_confidential=False)


def sent_proposals(user: Any) -> QuerySet[Proposal]:
    """The proposals that were sent and that `user` may read in the record, as they were sent."""
    return Proposal.objects.filter(item__in=visible_items(user))


def readable_sittings(user: Any) -> QuerySet[Sitting]:
    """The meetings of which `user` may read something in the record."""
    return Sitting.objects.filter(meeting__in=visible_meetings(user))


def own_notes(user: Any) -> QuerySet[Note]:
    """The notes of `user` alone, to items that they still read: an administrator sees no others' either."""
    if not _has_account(user):
        return Note.objects.none()
    return Note.objects.filter(user=user.pk, proposal__in=sent_proposals(user))

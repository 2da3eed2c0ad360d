"""The minutes are written: frozen for review, read by somebody else, sent and stored in the record."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from raadhus.domains.proceedings.changes.guarding import acting_user, sitting_to
from raadhus.domains.proceedings.changes.keep_in_record import keep_in_record, paper_of_frozen
from raadhus.domains.proceedings.changes.noting import note_sitting
from raadhus.domains.proceedings.models import Frozen, FrozenKind, ProposalState, Review, Sitting, SittingState, Text
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.queries.content import digest_of, minutes_content
from raadhus.domains.proceedings.queries.facts import (
    items_of,
)
from raadhus.domains.proceedings.queries.standing import newest_minutes
from raadhus.domains.proceedings.rules.breach import Breach, refuse_breaches
from raadhus.domains.proceedings.rules.protocol import check_review
from raadhus.domains.proceedings.rules.states import sitting_after
from raadhus.domains.proceedings.rules.templates import check_help
from raadhus.foundation.accounts.models import User
from raadhus.foundation.audit.record import line_up
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def finish_minutes(*, sitting: Sitting, by: Any, at: datetime) -> Frozen:
    """Freeze the minutes as they stand, ready to be read by somebody else; where nothing changed, they stay."""
    row, _ = sitting_to("edit_minutes", sitting, by=by, at=at)
    if row.state != SittingState.MINUTES:
        raise Refused("Mødet er i gang. Hæv det, før referatet gøres færdigt.")
    _refuse_unfinished(row)
    content = minutes_content(row)
    before = newest_minutes(row)
    if before is not None and before.digest == digest_of(content):
        return before
    number = (Frozen.objects.filter(sitting=row).aggregate(last=Max("number"))["last"] or 0) + 1
    frozen = Frozen.objects.create(
        sitting=row,
        number=number,
        kind=FrozenKind.MINUTES,
        content=content,
        digest=digest_of(content),
        frozen_by=acting_user(by),
        frozen_at=at,
    )
    note_sitting("finished_minutes", row, {"number": number, "digest": frozen.digest}, by=by, at=at)
    return frozen


def _refuse_unfinished(sitting: Sitting) -> None:
    for number, item in items_of(sitting):
        if item.state == ProposalState.ON_AGENDA:
            raise Refused(f"Punkt {number} er åbnet igen. Afslut det, før referatet gøres færdigt.")
        texts = Text.objects.filter(proposal=item).values_list("heading", "plain")
        refuse_breaches(check_help(profile_of(sitting.meeting.body), texts))


@transaction.atomic
def ask_for_review(*, sitting: Sitting, reviewer: User, by: Any, at: datetime) -> Review:
    """Ask somebody other than the writer to read the finished minutes."""
    row, _ = sitting_to("review", sitting, by=by, at=at)
    frozen = _finished(row)
    if reviewer.pk == frozen.frozen_by_id:
        raise Refused(f"{reviewer} har selv skrevet referatet. Vælg en anden til at læse det.")
    review = Review.objects.create(sitting=row, user=reviewer, asked_at=at)
    note_sitting("asked_for_review", row, {"of": str(reviewer), "digest": frozen.digest}, by=by, at=at)
    return review


@transaction.atomic
def answer_review(*, review: Review, digest: str, is_accepted: bool, comment: str, by: Any, at: datetime) -> Review:
    """The one who was asked says whether the minutes are right; `digest` is of what was read.

    A no needs words. Minutes changed meanwhile are to be read again.
    """
    line_up()
    row = Review.objects.select_related("sitting").get(pk=review.pk)
    if by.pk != row.user_id:
        raise PermissionDenied("Only the one who was asked answers a review.")
    sitting_after(row.sitting.state, "review")
    if digest != _finished(row.sitting).digest:
        raise Refused("Referatet er ændret, mens du læste. Læs den nye udgave, og svar så.")
    if not is_accepted and not comment.strip():
        raise Refused("Skriv, hvad der skal rettes, når referatet ikke er i orden.")
    row.answered_at, row.is_accepted, row.comment, row.digest = at, is_accepted, comment.strip(), digest
    row.save(update_fields=["answered_at", "is_accepted", "comment", "digest"])
    facts = {"accepted": is_accepted, "comment": row.comment, "digest": digest}
    note_sitting("answered_review", row.sitting, facts, by=by, at=at)
    return row


def send_minutes(*, sitting: Sitting, by: Any, at: datetime) -> tuple[Frozen, tuple[Breach, ...]]:
    """Send the finished minutes: they become the meeting's newest document in the record, with PDF, promises and all.

    Returns what only warns. Refused where something changed after they were finished, for then nobody has read it.
    The paper is set before anybody has to wait for it.
    """
    frozen = _ready_to_send(sitting, by, at)[1]
    return _send(sitting, frozen.digest, paper_of_frozen(frozen), by, at)


@transaction.atomic
def _ready_to_send(sitting: Sitting, by: Any, at: datetime) -> tuple[Sitting, Frozen, tuple[Breach, ...]]:
    """The sitting, the minutes that go out, and what only warns; `Refused` where they may not go out."""
    row, _ = sitting_to("review", sitting, by=by, at=at)
    frozen = _finished(row)
    if frozen.version_id is not None:
        raise Refused("Referatet er allerede sendt, og intet er ændret siden. Godkend det på næste møde.")
    accepted = Review.objects.filter(sitting=row, is_accepted=True, digest=frozen.digest)
    readers = list(accepted.values_list("user_id", flat=True))
    profile = profile_of(row.meeting.body)
    warnings = refuse_breaches(check_review(profile, writer=frozen.frozen_by_id or 0, accepted_by=readers))
    return row, frozen, warnings


@transaction.atomic
def _send(sitting: Sitting, digest: str, paper: bytes, by: Any, at: datetime) -> tuple[Frozen, tuple[Breach, ...]]:
    row, frozen, warnings = _ready_to_send(sitting, by, at)
    if frozen.digest != digest:
        raise Refused("Referatet blev gjort færdigt igen, mens det blev sendt. Læs det, og send det så.")
    frozen.version = keep_in_record(row, frozen, paper, by=by, at=at)
    frozen.save(update_fields=["version"])
    facts = {"number": frozen.number, "digest": frozen.digest, "version": frozen.version.number}
    note_sitting("sent_minutes", row, facts, by=by, at=at)
    return frozen, warnings


def _finished(sitting: Sitting) -> Frozen:
    """The newest finished minutes, where they are what stands now."""
    frozen = newest_minutes(sitting)
    if frozen is None:
        raise Refused("Referatet er ikke gjort færdigt. Gør det færdigt først.")
    if frozen.digest != digest_of(minutes_content(sitting)):
        raise Refused("Referatet er ændret, siden det blev gjort færdigt. Gør det færdigt igen, og få det læst.")
    return frozen

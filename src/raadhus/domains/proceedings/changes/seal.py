"""Minutes are signed and sealed: from then on corrections are added, and nothing is changed."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.meetings.changes import mark_sealed
from raadhus.domains.proceedings.access import is_secretary
from raadhus.domains.proceedings.changes.approve import as_sent
from raadhus.domains.proceedings.changes.guarding import acting_user, sitting_to
from raadhus.domains.proceedings.changes.noting import note_sitting
from raadhus.domains.proceedings.models import Approval, Attendee, Frozen, Seal, Signature, Sitting, SittingState
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.queries.checks import seal_digest
from raadhus.domains.proceedings.queries.standing import signed_by, signers_of, to_sign
from raadhus.domains.proceedings.rules.breach import Breach, refuse_breaches
from raadhus.domains.proceedings.rules.meeting_time import danish_day
from raadhus.domains.proceedings.rules.protocol import check_approval, check_signatures
from raadhus.domains.proceedings.rules.states import sitting_after
from raadhus.foundation.audit.record import line_up
from raadhus.foundation.files.changes import keep_file
from raadhus.foundation.files.models import StoredFile
from raadhus.foundation.files.queries import path_of
from raadhus.pure.kernel.errors import Refused

Signer = Callable[[bytes], bytes]


@transaction.atomic
def sign_minutes(*, attendee: Attendee, is_on_paper: bool, by: Any, at: datetime) -> Signature:
    """Note that somebody signed the minutes as sent: themselves, or on paper as the secretary saw it.

    The last signature approves the minutes where the body approves by signing.
    """
    line_up()
    sitting = Sitting.objects.select_related("meeting__body").get(pk=attendee.sitting_id)
    _refuse_others(attendee, sitting, is_on_paper, by, at)
    if sitting.state != SittingState.APPROVED:
        sitting_after(sitting.state, "approve")
    frozen = as_sent(sitting)
    if attendee.pk not in to_sign(sitting):
        raise Refused(f"{attendee.name} skal ikke underskrive dette referat. Vælg en af dem, der skal.")
    if attendee.pk in signed_by(sitting, frozen.digest):
        raise Refused(f"{attendee.name} har allerede underskrevet. Bed de andre om deres underskrift.")
    signature = Signature.objects.create(
        sitting=sitting, attendee=attendee, digest=frozen.digest, is_on_paper=is_on_paper, by=acting_user(by), at=at
    )
    facts = {"name": attendee.name, "on_paper": is_on_paper, "digest": frozen.digest}
    note_sitting("signed_minutes", sitting, facts, by=by, at=at)
    _approve_when_all_have(sitting, frozen, by, at)
    return signature


def _refuse_others(attendee: Attendee, sitting: Sitting, is_on_paper: bool, by: Any, at: datetime) -> None:
    if is_on_paper and is_secretary(by, sitting.meeting.body, on=danish_day(at)):
        return
    if attendee.member is None or by.pk is None or attendee.member.user_id != by.pk:
        raise PermissionDenied("Everybody signs for themselves.")


def _approve_when_all_have(sitting: Sitting, frozen: Frozen, by: Any, at: datetime) -> None:
    by_signing = profile_of(sitting.meeting.body).approves in ("signatures", "chair")
    if not by_signing or sitting.state == SittingState.APPROVED:
        return
    if set(to_sign(sitting)) <= signed_by(sitting, frozen.digest):
        sitting.state = sitting_after(sitting.state, "approve")
        sitting.save(update_fields=["state"])
        note_sitting("approved_by_signing", sitting, {"digest": frozen.digest}, by=by, at=at)


@transaction.atomic
def seal_minutes(*, sitting: Sitting, signer: Signer | None, by: Any, at: datetime) -> tuple[Seal, tuple[Breach, ...]]:
    """Close approved minutes for good; the digest of content, paper and attachments stands in the log.

    `signer` makes a signed PDF of the paper (see `pure.documents.sign`); None seals without one, and `Seal.signed`
    says so. Returns what only warns.
    """
    row, after = sitting_to("seal", sitting, by=by, at=at)
    frozen, profile = as_sent(row), profile_of(row.meeting.body)
    signed = signed_by(row, frozen.digest)
    warnings = refuse_breaches(
        (
            *check_approval(
                profile,
                is_approved=Approval.objects.filter(sitting=row, what="minutes").exists(),
                is_signed=set(to_sign(row)) <= signed,
            ),
            *check_signatures(profile, signers_of(row), signed),
        )
    )
    digest = seal_digest(frozen)
    file = _signed_file(frozen, signer, by, at) if signer else None
    facts = {"digest": digest, "frozen": frozen.digest, "signed": file.sha256 if file else ""}
    entry = note_sitting("sealed_minutes", row, facts, by=by, at=at)
    row.state = after
    row.save(update_fields=["state"])
    mark_sealed(meeting=row.meeting)
    seal = Seal.objects.create(sitting=row, frozen=frozen, digest=digest, audit_number=entry.number, signed=file, at=at)
    return seal, warnings


def _signed_file(frozen: Frozen, signer: Signer, by: Any, at: datetime) -> StoredFile:
    paper = frozen.version.file
    data = signer(path_of(paper.sha256).read_bytes())
    name = paper.name.removesuffix(".pdf") + " - underskrevet.pdf"
    return keep_file(data=data, name=name, origin="signed", audience=paper.audience, by=by, at=at)

"""Approval as a fact of its own: of an agenda and of the last minutes, at the item where the body did it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.meetings.models import Outcome
from raadhus.domains.proceedings.changes.guarding import acting_user, item_to_write, sitting_to
from raadhus.domains.proceedings.changes.noting import note_sitting
from raadhus.domains.proceedings.models import Approval, Correction, Frozen, Point, Proposal, Sitting
from raadhus.domains.proceedings.queries.bodies import profile_of
from raadhus.domains.proceedings.queries.content import digest_of, minutes_content
from raadhus.domains.proceedings.queries.standing import newest_agenda, sent_minutes
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def approve_agenda(*, where: Proposal, remark: str, by: Any, at: datetime) -> Approval:
    """Note that the meeting approved its own agenda, as it was last sent, at the item `where`."""
    sitting, item = item_to_write(where, by=by, at=at)
    _refuse_undecided(item)
    frozen = newest_agenda(sitting)
    if frozen is None:
        raise Refused("Dagsordenen er ikke sendt og kan ikke godkendes. Send den først.")
    return _approve(sitting, "agenda", item, frozen, remark, by, at)


@transaction.atomic
def approve_minutes(*, sitting: Sitting, where: Proposal, remark: str, by: Any, at: datetime) -> Approval:
    """Note that a later meeting of the same body approved the minutes of `sitting` at its item `where`.

    The minutes approved are those that were sent; a remark stands with the approval and changes nothing in them.
    """
    here, item = item_to_write(where, by=by, at=at)
    _refuse_undecided(item)
    row, after = sitting_to("approve", sitting, by=by, at=at)
    _refuse_elsewhere(row, here)
    if profile_of(row.meeting.body).approves == "signatures":
        raise Refused("Referatet godkendes med underskrifter. Indhent dem i stedet.")
    frozen = as_sent(row)
    row.state = after
    row.save(update_fields=["state"])
    return _approve(row, "minutes", item, frozen, remark, by, at)


def _approve(
    sitting: Sitting, what: str, where: Proposal, frozen: Frozen, remark: str, by: Any, at: datetime
) -> Approval:
    if Approval.objects.filter(sitting=sitting, what=what).exists():
        raise Refused("Det er allerede godkendt. Skriv en rettelse, hvis noget skal føjes til.")
    approval = Approval.objects.create(
        sitting=sitting, what=what, where=where, frozen=frozen, remark=remark.strip(), by=acting_user(by), at=at
    )
    facts = {"what": what, "where": where.pk, "digest": frozen.digest, "remark": approval.remark}
    note_sitting("approved", sitting, facts, by=by, at=at)
    return approval


def as_sent(sitting: Sitting) -> Frozen:
    """The minutes as sent, where nothing was written since."""
    frozen = sent_minutes(sitting)
    if frozen is None:
        raise Refused("Referatet er ikke sendt. Gør det færdigt, og send det, før det godkendes.")
    if frozen.digest != digest_of(minutes_content(sitting)):
        raise Refused("Referatet er ændret, siden det blev sendt. Gør det færdigt, og send det igen.")
    return frozen


def _refuse_undecided(item: Proposal) -> None:
    if not Point.objects.filter(proposal=item, outcome=Outcome.APPROVED).exists():
        raise Refused(f"Punktet „{item.title}“ er ikke godkendt på mødet. Beslut det først.")


def _refuse_elsewhere(sitting: Sitting, here: Sitting) -> None:
    if sitting.meeting.body_id != here.meeting.body_id:
        raise Refused(f"Referatet er fra {sitting.meeting.body.name} og godkendes der. Vælg et af dets egne punkter.")
    then, now = ((one.meeting.starts_on, one.meeting.starts_at) for one in (sitting, here))
    if sitting.pk == here.pk or (now[0], now[1] or then[1]) <= (then[0], then[1] or now[1]):
        raise Refused("Et referat godkendes på et senere møde. Vælg punktet på det næste møde.")


@transaction.atomic
def add_correction(*, sitting: Sitting, proposal: Proposal | None, text: str, by: Any, at: datetime) -> Correction:
    """Add something to approved or sealed minutes; what stands in them still stands, with this beside it."""
    row, _ = sitting_to("correct", sitting, by=by, at=at)
    if not text.strip():
        raise Refused("Skriv rettelsen: hvad der står, og hvad der skulle have stået.")
    if proposal is not None and proposal.meeting_id != row.meeting_id:
        raise Refused("Punktet hører til et andet møde. Vælg et af dette mødes punkter.")
    correction = Correction.objects.create(sitting=row, proposal=proposal, text=text.strip(), by=acting_user(by), at=at)
    facts = {"correction": correction.pk, "item": proposal.pk if proposal else None, "text": correction.text}
    note_sitting("added_correction", row, facts, by=by, at=at)
    return correction


@transaction.atomic
def approve_correction(*, correction: Correction, where: Proposal, by: Any, at: datetime) -> Correction:
    """Note that a later meeting of the body approved the correction at its item `where`."""
    here, item = item_to_write(where, by=by, at=at)
    _refuse_undecided(item)
    row = Correction.objects.get(pk=correction.pk)
    sitting, _ = sitting_to("correct", row.sitting, by=by, at=at)
    _refuse_elsewhere(sitting, here)
    if row.approved_at is not None:
        raise Refused("Rettelsen er allerede godkendt. Skriv en ny, hvis mere skal rettes.")
    row.approved_in, row.approved_at = item, at
    row.save(update_fields=["approved_in", "approved_at"])
    note_sitting("approved_correction", sitting, {"correction": row.pk, "where": item.pk}, by=by, at=at)
    return row

"""Another department is asked for its opinion by a day, and answers."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.changes.opening import proposal_seen, proposal_to_edit
from raadhus.domains.proceedings.models import Hearing, Proposal
from raadhus.domains.proceedings.rules.meeting_time import danish_day
from raadhus.domains.proceedings.rules.states import proposal_after
from raadhus.foundation.accounts.models import User
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def ask_hearing(
    *, proposal: Proposal, department: str, user: User | None, due_on: date, by: Any, at: datetime
) -> Hearing:
    """Ask a department; `user` answers for it and may read the item. Without one the answer is entered by a writer."""
    row = proposal_to_edit(proposal, by=by, at=at)
    proposal_after(row.state, "edit")
    if not department.strip():
        raise Refused("Skriv, hvilken afdeling der høres.")
    if due_on < danish_day(at):
        raise Refused("Svarfristen er allerede gået. Vælg en dag fra i dag.")
    hearing = Hearing.objects.create(proposal=row, department=department.strip(), user=user, asked_at=at, due_on=due_on)
    facts = {"hearing": hearing.pk, "department": hearing.department, "due_on": due_on.isoformat()}
    record("asked_hearing", "proposal", row.pk, by=by, at=at, facts=facts)
    return hearing


@transaction.atomic
def answer_hearing(*, hearing: Hearing, answer: str, by: Any, at: datetime) -> Hearing:
    """Give the department's answer, once; also after the day, and then it shows that it came late."""
    row = proposal_seen(hearing.proposal, by=by, at=at)
    asked = Hearing.objects.get(pk=hearing.pk)
    if asked.user_id is None or asked.user_id != by.pk:
        _only_writers(row, asked, by, at)
    if not answer.strip():
        raise Refused("Svaret er tomt. Skriv det, eller skriv, at afdelingen ingen bemærkninger har.")
    if asked.answered_at is not None:
        raise Refused("Høringen er allerede besvaret. Skriv til forfatteren, hvis svaret skal ændres.")
    proposal_after(row.state, "edit")
    asked.answer, asked.answered_at = answer.strip(), at
    asked.save(update_fields=["answer", "answered_at"])
    record("answered_hearing", "proposal", row.pk, by=by, at=at, facts={"hearing": asked.pk})
    return asked


def _only_writers(row: Proposal, asked: Hearing, by: Any, at: datetime) -> None:
    if asked.user_id is not None or not access.may_edit(by, row, on=danish_day(at)):
        raise PermissionDenied("Only who was asked answers a hearing; a writer where nobody by name was.")

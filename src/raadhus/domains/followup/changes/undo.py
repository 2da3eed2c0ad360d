"""Taking back the last thing one did with a commitment, as long as nobody has done anything since."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from raadhus.domains.followup.access import may_answer, may_settle
from raadhus.domains.followup.changes.wait import turn_waiting_back
from raadhus.domains.followup.changes.writing import stored, to_answer, write
from raadhus.domains.followup.models import Commitment
from raadhus.foundation.audit.queries import Act, acts_on
from raadhus.foundation.audit.record import line_up
from raadhus.pure.kernel.danish_day import danish_day
from raadhus.pure.kernel.errors import Refused

_TOO_LATE = "Der er sket mere med løftet siden, så det kan ikke fortrydes. Se historien, og ret det, der skal rettes."


@transaction.atomic
def undo_change(*, commitment: Commitment, revision: int, by: Any, at: datetime) -> Commitment:
    """Bring the commitment back to what it was before `by`'s last change, the one that left it at `revision`."""
    row = _of_mine(commitment, by, at)
    act = _last_change(row)
    if act is None or act.actor != str(by) or row.revision != revision or act.facts["revision"] != revision:
        raise Refused(_TOO_LATE)
    _take_parts_away(act)
    before = {name: stored(name, value) for name, value in act.facts["before"].items()}
    waiting = turn_waiting_back(row, act)
    return write(row, "undid_change", before, by=by, at=at, what=act.action, **waiting)


def _of_mine(commitment: Commitment, by: Any, at: datetime) -> Commitment:
    """Whoever handed it over may take that back, though they do not answer for it any more."""
    line_up()
    act = _last_change(commitment)
    row = Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)
    gave_it = act is not None and act.action == "handed_over_commitment" and act.actor == str(by)
    if not (gave_it or may_settle(by, row) or may_answer(by, row, on=danish_day(at))):
        raise PermissionDenied("Only whoever is responsible undoes.")
    return row if gave_it or may_settle(by, row) else to_answer(commitment, by=by, at=at)


def _last_change(row: Commitment) -> Act | None:
    return next((act for act in reversed(list(acts_on("commitment", [row.pk]))) if "before" in act.facts), None)


def _take_parts_away(act: Act) -> None:
    parts = Commitment.objects.filter(pk__in=act.facts.get("parts", []))
    if parts.filter(revision__gt=1).exists():
        raise Refused("En af delene er der arbejdet videre med, så delingen kan ikke fortrydes.")
    parts.delete()

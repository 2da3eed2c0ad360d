"""How every change of a commitment is made: the row alone, seen as it stands; then its new values, and a row in the log
that says what they were before, so that the change can be undone."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied

from raadhus.domains.followup.access import may_answer, may_settle
from raadhus.domains.followup.models import Commitment
from raadhus.foundation.audit.queries import acts_on
from raadhus.foundation.audit.record import line_up, record
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.danish_day import danish_day

_SAME_TIME = "{who} skrev på løftet, mens du skrev{both}. Se begge dele, og vælg, hvad der gælder."
_BOTH = ": „{theirs}“. Du skrev: „{yours}“"


def to_settle(commitment: Commitment, *, by: Any) -> Commitment:
    """The row for us alone; `PermissionDenied` for whoever may not settle it."""
    line_up()
    row = Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)
    if not may_settle(by, row):
        raise PermissionDenied("Only administrators and whoever runs the body settle commitments.")
    return row


def to_answer(commitment: Commitment, *, by: Any, at: datetime) -> Commitment:
    """The row for us alone; `PermissionDenied` for whoever does not answer for it."""
    line_up()
    row = Commitment.objects.select_for_update(of=("self",)).get(pk=commitment.pk)
    if not may_answer(by, row, on=danish_day(at)):
        raise PermissionDenied("Only whoever is responsible answers for a commitment.")
    return row


def refuse_stale(row: Commitment, revision: int, yours: Mapping[str, Any], *, said: str = "") -> None:
    """`Conflict`, with both sides, where somebody else wrote since `revision`; `said` names the text that the sentence
    itself has both of."""
    if row.revision == revision:
        return
    theirs = {name: getattr(row, name) for name in yours}
    both = _BOTH.format(theirs=_words(theirs[said]), yours=_words(yours[said])) if said else ""
    sentence = _SAME_TIME.format(who=_last_writer(row), both=both)
    raise Conflict(sentence, yours=yours, theirs=theirs, revision=row.revision)


def _last_writer(row: Commitment) -> str:
    last = list(acts_on("commitment", [row.pk]))[-1:]
    user = row.answered_by
    if user is not None and last and last[0].actor == str(user):
        return user.get_full_name() or user.get_username()
    return last[0].actor if last else "En anden"


def _words(value: Any) -> str:
    return value.strftime("%d-%m-%Y") if isinstance(value, date) else str(value or "intet")


def write(
    row: Commitment, action: str, values: Mapping[str, Any], *, by: Any, at: datetime, **facts: Any
) -> Commitment:
    """Give the row these values (keys as they are stored: `post_id`) and note what was there before."""
    before = {name: _plain(getattr(row, name)) for name in values}
    for name, value in values.items():
        setattr(row, name, value)
    row.revision += 1
    row.save(update_fields=[*values, "revision"])
    after = {name: _plain(value) for name, value in values.items()}
    told = facts | {"before": before, "after": after, "revision": row.revision}
    record(action, "commitment", row.pk, by=by, at=at, facts=told)
    return row


NOT_DONE: Mapping[str, Any] = {"done_on": None, "days_taken": None}


def done_on(row: Commitment, day: date) -> dict[str, Any]:
    """The day on which it was done, and how many days that took where it is known when it was promised."""
    taken = max(0, (day - row.made_on).days) if row.made_on else None
    return {"done_on": day, "days_taken": taken}


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value


def stored(name: str, value: Any) -> Any:
    """What `_plain` made of a value, as the row holds it."""
    field = next(one for one in Commitment._meta.concrete_fields if one.attname == name)
    return field.to_python(value)

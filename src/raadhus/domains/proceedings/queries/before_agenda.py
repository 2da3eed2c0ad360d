"""What a secretary sees before an agenda: what returns, what has no meeting to return to, what is late, what nobody
owns, what waits for a yes or no, and what was put off without a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from raadhus.domains.followup.models import UNDER_WAY, Commitment, Status
from raadhus.domains.followup.queries import commitments_for, ownerless
from raadhus.domains.meetings.queries import Stop, open_chains
from raadhus.domains.proceedings.models import Sitting
from raadhus.domains.proceedings.queries.waiting import Returning, placing_of, promised_to, returning_to, taken_keys
from raadhus.domains.proceedings.rules.next_agenda import propose

MOST = 200  # rows of a kind; a longer list is read on the list of promises


@dataclass(frozen=True, slots=True)
class BeforeAgenda:
    """Each as far as the reader may see. `returning` has whether it stands on an agenda already, and why it returns;
    `nowhere` the sentence that says that there is no meeting."""

    returning: list[tuple[Returning, str, bool]]
    nowhere: list[tuple[Commitment, str]]
    late: list[Commitment]
    ownerless: list[Commitment]
    suggested: list[Commitment]
    asked: list[Commitment]  # more time that somebody asked for
    put_off: list[tuple[Stop, ...]]


def before_agenda(reader: Any, sitting: Sitting, *, on: date) -> BeforeAgenda:
    """What bears on the next agenda of the sitting's body, as it stands `on` that day."""
    body = sitting.meeting.body
    accepted = commitments_for(reader, status=Status.ACCEPTED, made_in=body.pk).filter(progress__in=UNDER_WAY)
    return BeforeAgenda(
        _returning(reader, sitting),
        _nowhere(reader, sitting, on),
        list(accepted.filter(due_last__lt=on, kind="task")[:MOST]),
        list(ownerless(reader, on=on, made_in=body.pk).exclude(kind="return")[:MOST]),
        list(commitments_for(reader, status=Status.SUGGESTED, made_in=body.pk)[:MOST]),
        list(accepted.filter(asked_last__isnull=False)[:MOST]),
        open_chains(reader, body),
    )


def _returning(reader: Any, sitting: Sitting) -> list[tuple[Returning, str, bool]]:
    waiting = {one.waiting.key: one for one in returning_to(reader, sitting)}
    due = propose(meets_on=sitting.meeting.starts_on, standing=(), waiting=[one.waiting for one in waiting.values()])
    taken = taken_keys(waiting)
    return [(waiting[one.key], one.why, one.key in taken) for one in due]


def _nowhere(reader: Any, sitting: Sitting, on: date) -> list[tuple[Commitment, str]]:
    """What stands on no agenda yet and has no meeting, from this one on, on which it could."""
    rows = promised_to(reader, sitting.meeting.body)[:MOST]
    taken = taken_keys(f"commitment:{row.pk}" for row in rows)
    since = min(on, sitting.meeting.starts_on)
    found = [(row, placing_of(reader, row, on=since)) for row in rows if f"commitment:{row.pk}" not in taken]
    return [(row, placing.sentence) for row, placing in found if placing is not None and placing.meets_on is None]

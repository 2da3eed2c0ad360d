"""What became of promises, step by step and day by day: made, answered, given more time, done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from raadhus.domains.followup.access import visible_commitments
from raadhus.domains.followup.models import Commitment, Progress
from raadhus.domains.followup.rules.standing_acts import standing
from raadhus.foundation.audit.queries import Act, acts_on
from raadhus.pure.kernel.danish_day import danish_day

KINDS = {
    "answered_commitment": "answered",
    "granted_more_time": "prolonged",
    "finished_commitment": "done",
    "dropped_commitment": "dropped",
    "took_up_commitment": "reopened",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a promise: made, answered, prolonged (`until` the new deadline), done, dropped or
    reopened; `words` are the answer or the reason. `day` is None where nobody said when it was made."""

    day: date | None
    kind: str
    words: str = ""
    until: date | None = None


def steps_of(reader: Any, commitments: Iterable[Commitment]) -> dict[int, tuple[Step, ...]]:
    """For each of the commitments (by key) that the reader may see, its steps, oldest first; two queries.

    What was taken back is left out. Whoever has not signed in is told when it was made and done, and no more: answers
    are the house's own.
    """
    given = {row.pk: row for row in commitments}
    mine = visible_commitments(reader).filter(pk__in=list(given)).values_list("pk", flat=True)
    rows = {pk: given[pk] for pk in mine}
    if not reader.is_authenticated:
        return {pk: (_made(row), *_done(row)) for pk, row in rows.items()}
    acts = sorted(acts_on("commitment", rows), key=lambda act: (int(act.object_id), act.number))
    told = {int(pk): [*map(_step, filter(_counts, standing(some)))] for pk, some in groupby(acts, _about)}
    return {pk: (_made(row), *told.get(pk, [])) for pk, row in rows.items()}


def _about(act: Act) -> str:
    return act.object_id


def _counts(act: Act) -> bool:
    return act.action in KINDS


def _made(row: Commitment) -> Step:
    return Step(row.made_on, "made", row.task or row.quote, row.promised_last)


def _done(row: Commitment) -> list[Step]:
    return [Step(row.done_on, "done")] if row.progress == Progress.DONE else []


def _step(act: Act) -> Step:
    after, kind = act.facts.get("after", {}), KINDS[act.action]
    until = after.get("due_last") if kind == "prolonged" else None
    on = after.get("done_on") if kind == "done" else None
    day = date.fromisoformat(on) if on else danish_day(act.at)
    words = act.facts.get("because") or after.get("answer") or ""
    return Step(day, kind, words, date.fromisoformat(until) if until else None)

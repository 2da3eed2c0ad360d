"""Commitments as a reading suggests them, moved along with their source.

Suggesting and moving happen inside the change of the source, whose row in the audit log tells of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from raadhus.domains.cases.models import Case
from raadhus.domains.followup.changes.naming import write_names
from raadhus.domains.followup.models import Commitment, Status
from raadhus.foundation.accounts.models import Audience

_OUT_OF_THE_WAY = 1_000_000  # more than any source has commitments


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A promise as a reading found it. `position` counts within the source from 1."""

    source_kind: str
    source_id: int
    audience_id: int | None
    case_id: int | None
    position: int
    kind: str
    quote: str
    who: tuple[str, ...]
    made_on: date | None
    due_first: date | None
    due_last: date | None
    body: str
    found_in: str
    made_in: int | None = None


def suggest(suggestions: Iterable[Suggestion]) -> int:
    """Write what a first reading of a source found; returns how many. Five queries for some hundred."""
    rows = [Commitment(**_values(suggestion)) for suggestion in suggestions]
    Commitment.objects.bulk_create(rows)
    write_names(rows)
    return len(rows)


def follow_new_reading(*, source_kind: str, source_ids: Iterable[int], suggestions: Iterable[Suggestion]) -> None:
    """Bring the commitments of all these sources to what a new reading found.

    The same words in the same source, or else in another of them, are the same commitment: it moves along and keeps
    its status. What the new reading no longer has goes where nobody had looked at it, and stays where somebody had.
    """
    rows = Commitment.objects.filter(source_kind=source_kind, source_id__in=list(source_ids))
    rows.update(position=F("position") + _OUT_OF_THE_WAY)
    old = list(rows.filter(came_from=None).order_by("position"))
    parts = list(rows.filter(came_from__isnull=False).order_by("position"))
    pairs, new = _paired(old, list(suggestions))
    kept = {row.pk for row, _ in pairs}
    gone = [row for row in old if row.pk not in kept]
    Commitment.objects.filter(pk__in=[row.pk for row in gone if not _is_looked_at(row)]).delete()
    for row, suggestion in pairs:
        for name, value in _values_beside(row, suggestion).items():
            setattr(row, name, value)
    moved = [row for row, _ in pairs]
    Commitment.objects.bulk_update(moved, _FIELDS, batch_size=50)
    write_names(moved)
    suggest(new)
    _put_behind([row for row in gone if _is_looked_at(row)])
    _follow_wholes(parts)
    _put_behind(parts)


_DUE = ("due_first", "due_last", "promised_first", "promised_last")
_READ = ("kind", "who", "body", *_DUE)  # what a person may have corrected
_FIELDS = [*(name for name in Suggestion.__slots__ if name != "source_kind"), "promised_first", "promised_last"]


def _values(suggestion: Suggestion) -> dict[str, Any]:
    said = {name: getattr(suggestion, name) for name in Suggestion.__slots__} | {"who": list(suggestion.who)}
    return said | {"promised_first": suggestion.due_first, "promised_last": suggestion.due_last}


def _values_beside(row: Commitment, suggestion: Suggestion) -> dict[str, Any]:
    """What the row takes over from a new reading: not what a person corrected, nor a deadline that was prolonged."""
    values = _values(suggestion)
    keeps = _READ if row.is_corrected else ("due_first", "due_last") if row.extensions else ()
    return {name: value for name, value in values.items() if name not in keeps}


def _follow_wholes(parts: list[Commitment]) -> None:
    """Let the parts of what was divided stand where the whole now stands; there are few of them."""
    for part in parts:
        whole = Commitment.objects.get(pk=part.came_from_id)
        for name in ("source_id", "audience_id", "case_id", "made_on", "made_in"):
            setattr(part, name, getattr(whole, name))
    Commitment.objects.bulk_update(parts, ["source_id", "audience", "case", "made_on", "made_in"])


def _is_looked_at(row: Commitment) -> bool:
    return row.status != Status.SUGGESTED or row.is_corrected


def _paired(
    old: list[Commitment], new: list[Suggestion]
) -> tuple[list[tuple[Commitment, Suggestion]], list[Suggestion]]:
    """Which old row is which new suggestion, nearest source first, and the suggestions that no row answers to."""
    pairs: list[tuple[Commitment, Suggestion]] = []
    free, open_ = list(old), list(new)
    for same in (_same_words_and_source, _same_words):
        for suggestion in list(open_):
            row = next((row for row in free if same(row, suggestion)), None)
            if row is not None:
                pairs.append((row, suggestion))
                free.remove(row)
                open_.remove(suggestion)
    return pairs, open_


def _same_words_and_source(row: Commitment, suggestion: Suggestion) -> bool:
    return row.source_id == suggestion.source_id and _same_words(row, suggestion)


def _same_words(row: Commitment, suggestion: Suggestion) -> bool:
    return (row.is_corrected or row.kind == suggestion.kind) and row.quote.split() == suggestion.quote.split()


def _put_behind(rows: list[Commitment]) -> None:
    """Give rows that no suggestion answers to the places after the others; there are few of them."""
    for row in rows:
        beside = Commitment.objects.filter(source_kind=row.source_kind, source_id=row.source_id)
        taken = beside.filter(position__lt=_OUT_OF_THE_WAY).count()
        beside.filter(pk=row.pk).update(position=taken + 1)


def follow_source(
    *, source_kind: str, source_ids: Iterable[int], audience: Audience | None, made_in: int | None
) -> None:
    """Let whoever now reads these sources read their commitments, which are those of the body (by key) `made_in`."""
    rows = Commitment.objects.filter(source_kind=source_kind, source_id__in=list(source_ids))
    rows.update(audience=audience, made_in=made_in)


def follow_case(*, source_kind: str, source_id: int, case: Case | None) -> None:
    """Let the commitments of a source belong to its new case."""
    Commitment.objects.filter(source_kind=source_kind, source_id=source_id).update(case=case)

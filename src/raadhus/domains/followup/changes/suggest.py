"""Commitments as a reading suggests them, moved along with their source.

Suggesting and moving happen inside the change of the source, whose row in the audit log tells of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from raadhus.domains.cases.models import Case
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


def suggest(suggestions: Iterable[Suggestion]) -> int:
    """Write what a first reading of a source found; returns how many. One query for some hundred."""
    rows = [Commitment(**_values(suggestion)) for suggestion in suggestions]
    Commitment.objects.bulk_create(rows)
    return len(rows)


def follow_new_reading(*, source_kind: str, source_ids: Iterable[int], suggestions: Iterable[Suggestion]) -> None:
    """Bring the commitments of all these sources to what a new reading found.

    The same words in the same source, or else in another of them, are the same commitment: it moves along and keeps
    its status. What the new reading no longer has goes where nobody had looked at it, and stays where somebody had.
    """
    rows = Commitment.objects.filter(source_kind=source_kind, source_id__in=list(source_ids))
    rows.update(position=F("position") + _OUT_OF_THE_WAY)
    old = list(rows.order_by("position"))
    pairs, new = _paired(old, list(suggestions))
    kept = {row.pk for row, _ in pairs}
    gone = [row for row in old if row.pk not in kept]
    Commitment.objects.filter(pk__in=[row.pk for row in gone if row.status == Status.SUGGESTED]).delete()
    for row, suggestion in pairs:
        for name, value in _values(suggestion).items():
            setattr(row, name, value)
    Commitment.objects.bulk_update([row for row, _ in pairs], _FIELDS, batch_size=50)
    suggest(new)
    _put_behind([row for row in gone if row.status != Status.SUGGESTED])


_FIELDS = [name for name in Suggestion.__slots__ if name != "source_kind"]


def _values(suggestion: Suggestion) -> dict[str, Any]:
    return {name: getattr(suggestion, name) for name in Suggestion.__slots__} | {"who": list(suggestion.who)}


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
    return row.kind == suggestion.kind and row.quote.split() == suggestion.quote.split()


def _put_behind(rows: list[Commitment]) -> None:
    """Give rows that no suggestion answers to the places after the others; there are few of them."""
    for row in rows:
        beside = Commitment.objects.filter(source_kind=row.source_kind, source_id=row.source_id)
        taken = beside.filter(position__lt=_OUT_OF_THE_WAY).count()
        beside.filter(pk=row.pk).update(position=taken + 1)


def follow_source(*, source_kind: str, source_ids: Iterable[int], audience: Audience | None) -> None:
    """Let whoever now reads these sources read their commitments."""
    rows = Commitment.objects.filter(source_kind=source_kind, source_id__in=list(source_ids))
    rows.update(audience=audience)


def follow_case(*, source_kind: str, source_id: int, case: Case | None) -> None:
    """Let the commitments of a source belong to its new case."""
    Commitment.objects.filter(source_kind=source_kind, source_id=source_id).update(case=case)

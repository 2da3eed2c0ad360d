"""Walking the log: does every row still say what it said, and is none missing?"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max

from raadhus.foundation.audit.models import Entry
from raadhus.foundation.audit.rules import FIRST, digest_of


@dataclass(frozen=True, slots=True)
class Verification:
    """What a walk found: rows that hold, the number of the first that does not (or None), a Danish sentence, and the
    digest of the last row that holds. Noted down elsewhere, that digest also shows rows cut off at the end."""

    rows: int
    first_broken: int | None
    sentence: str
    head: str


def verify_chain() -> Verification:
    """Walk the whole chain in order of numbers; stops at the first row that is missing, changed or wrongly linked."""
    rows, previous = 0, FIRST
    for entry in Entry.objects.order_by("number").iterator(chunk_size=2000):
        fault = _fault_of(entry, rows + 1, previous)
        if fault:
            return Verification(rows, rows + 1, f"Loggens række {rows + 1} {fault}.", previous)
        rows, previous = entry.number, entry.digest
    return Verification(rows, None, f"Loggen er ubrudt: {rows} rækker.", previous)


def _fault_of(entry: Entry, expected: int, previous: str) -> str:
    if entry.number != expected:
        return "mangler"
    if entry.previous != previous:
        return "hænger ikke sammen med rækken før"
    if entry.digest != _digest_of(entry):
        return "er ændret"
    return ""


def _digest_of(entry: Entry) -> str:
    return digest_of(
        entry.number,
        entry.at,
        entry.actor,
        entry.action,
        entry.object_kind,
        entry.object_id,
        entry.facts,
        entry.previous,
    )


@dataclass(frozen=True, slots=True)
class Act:
    """One row of the log, its facts as an object."""

    number: int
    action: str
    object_kind: str
    object_id: str
    actor: str
    facts: dict[str, Any]
    at: datetime


def acts_after(number: int, *, limit: int) -> list[Act]:
    """The next `limit` acts after row `number`, in order: how the search index catches up."""
    return list(_acts(Entry.objects.filter(number__gt=number).order_by("number")[:limit]))


def number_of_last_act() -> int:
    """The number of the log's newest row, 0 where there is none."""
    return Entry.objects.aggregate(last=Max("number"))["last"] or 0


def acts_on(object_kind: str, object_ids: Iterable[int | str]) -> Iterator[Act]:
    """Every act on these things, in order."""
    wanted = [str(object_id) for object_id in object_ids]
    return _acts(Entry.objects.filter(object_kind=object_kind, object_id__in=wanted).order_by("number"))


def acts_within(
    object_kind: str, object_ids: Iterable[int | str], *, actions: Iterable[str], since: datetime, until: datetime
) -> Iterator[Act]:
    """Every act of these names on these things from `since` on and before `until`, in order."""
    rows = Entry.objects.filter(object_kind=object_kind, object_id__in=[str(one) for one in object_ids])
    return _acts(rows.filter(action__in=list(actions), at__gte=since, at__lt=until).order_by("number"))


def acts_called(action: str) -> Iterator[Act]:
    """Every act of that name, in order; reads the whole log."""
    return _acts(Entry.objects.filter(action=action).order_by("number"))


def _acts(entries: Iterable[Entry]) -> Iterator[Act]:
    for entry in entries:
        facts = json.loads(entry.facts)
        yield Act(entry.number, entry.action, entry.object_kind, entry.object_id, entry.actor, facts, entry.at)


@dataclass(frozen=True, slots=True)
class Changed:
    """How often a thing was changed, and when last."""

    times: int
    last_at: datetime


def how_changed(object_kinds: Iterable[str], object_ids: Iterable[int]) -> dict[int, Changed]:
    """For each id with acts upon it as one of these kinds, how often and when; somebody's reading is no change."""
    acts = (
        Entry.objects.filter(object_kind__in=list(object_kinds), object_id__in=[str(one) for one in object_ids])
        .exclude(action="read")
        .values_list("object_id")
        .annotate(Count("number"), Max("at"))
    )
    return {int(object_id): Changed(times, last_at) for object_id, times, last_at in acts}


def name_of_house() -> str:
    """What this house is called among others, the same for ever: the beginning of the log's first digest."""
    first = Entry.objects.order_by("number").values_list("digest", flat=True).first()
    return (first or FIRST)[:16]

"""What became of everything: accepted promises in figures, by post, body, case, agreement, age and lateness."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Literal, Unpack

from django.db.models import Count, Q, QuerySet, Sum

from raadhus.domains.followup.models import UNDER_WAY, Commitment, Progress, Status
from raadhus.domains.followup.queries.commitments import Asked, commitments_to_count
from raadhus.domains.followup.rules.figures import AGES, LATENESS, median_of, spans
from raadhus.foundation.accounts.by_audience import ByAudience

By = Literal["post", "body", "case", "agreement", "age", "lateness"]
_COLUMNS: dict[str, str] = {"post": "post", "body": "made_in", "case": "case", "agreement": "agreement"}
_SPANS: dict[str, tuple[str, Any, int]] = {"age": ("made_on", AGES, 0), "lateness": ("due_last", LATENESS, 1)}
MOST = 40  # groups; the rest are told of as one sum


@dataclass(frozen=True, slots=True)
class Figures:
    """How many are open, how many of those late, how many done, and how often a deadline was moved."""

    open: int = 0
    late: int = 0
    done: int = 0
    put_off: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one post, body, case (by key) or agreement (by name), or of one span of age or lateness; key None
    where there is none."""

    key: Any
    figures: Figures


@dataclass(frozen=True, slots=True)
class Overview:
    """All figures, the groups with most open first, those left out as one sum, and the median of days from a promise
    until it was done, None where none was."""

    total: Figures
    groups: tuple[Group, ...]
    others: Figures | None
    median_days: float | None
    ownerless: int
    suggested: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The figures of what one audience reads: all of them, by group, how many promises took how many days, and how many
    nobody owns or has looked at."""

    total: Figures
    groups: dict[Any, Figures]
    days: dict[int, int]
    ownerless: int
    suggested: int


def overview_for(reader: Any, *, by: By, on: date) -> Overview:
    """What the reader may see, in figures as they stand `on` that day."""
    return overviews(by=by, on=on).for_reader(reader)


def figures_for(reader: Any, *, on: date, **asked: Unpack[Asked]) -> Figures:
    """The figures of the accepted promises that are asked for, as the reader sees them: what became of them."""
    rows = commitments_to_count(reader, **asked).filter(status=Status.ACCEPTED).exclude(progress=Progress.DIVIDED)
    return _of(rows.aggregate(**_counts(on)))


def overviews(*, by: By, on: date) -> ByAudience[Tally, Overview]:
    """The figures of every audience as they stand `on` that day, to be kept and opened for one reader at a time."""
    rows = Commitment.objects.filter(status=Status.ACCEPTED).exclude(progress=Progress.DIVIDED).order_by()
    ownerless = Count("pk", filter=Q(progress__in=UNDER_WAY, post=None, person=None))
    totals = {row["audience"]: row for row in rows.values("audience").annotate(ownerless=ownerless, **_counts(on))}
    groups = _by_span(rows, by, on) if by in _SPANS else _by_column(rows, _COLUMNS[by], on)
    days: dict[int | None, dict[int, int]] = {}
    taken = rows.filter(days_taken__isnull=False).values_list("audience", "days_taken").annotate(Count("pk"))
    for audience, lasted, count in taken:
        days.setdefault(audience, {})[lasted] = count
    waiting = Commitment.objects.filter(status=Status.SUGGESTED).order_by().values_list("audience")
    suggested = dict(waiting.annotate(Count("pk")))
    found = {
        audience: Tally(
            _of(totals[audience]) if audience in totals else Figures(),
            groups.get(audience, {}),
            days.get(audience, {}),
            totals[audience]["ownerless"] if audience in totals else 0,
            suggested.get(audience, 0),
        )
        for audience in totals.keys() | suggested.keys()
    }
    return ByAudience(found, partial(_joined, by))


def _joined(by: By, parts: list[Tally]) -> Overview:
    none = {name: Figures() for name, _ in _SPANS[by][1]} if by in _SPANS else {}
    groups = [Group(key, figures) for key, figures in _together([none, *(one.groups for one in parts)]).items()]
    if by not in _SPANS:
        groups.sort(key=lambda one: (-one.figures.open, -one.figures.late, str(one.key)))
    rest = [group.figures for group in groups[MOST:]]
    days: Counter[int] = Counter()
    for one in parts:
        days.update(one.days)
    return Overview(
        _sum(one.total for one in parts),
        tuple(groups[:MOST]),
        _sum(rest) if rest else None,
        median_of(days.items()),
        sum(one.ownerless for one in parts),
        sum(one.suggested for one in parts),
    )


def _counts(on: date) -> dict[str, Any]:
    under_way = Q(progress__in=UNDER_WAY)
    return {
        "open_": Count("pk", filter=under_way),
        "late_": Count("pk", filter=under_way & Q(due_last__lt=on)),
        "done_": Count("pk", filter=Q(progress=Progress.DONE)),
        "put_off_": Sum("extensions"),
    }


def _of(row: dict[str, Any]) -> Figures:
    return Figures(row["open_"], row["late_"], row["done_"], row["put_off_"] or 0)


def _by_column(rows: QuerySet[Commitment], column: str, on: date) -> dict[int | None, dict[Any, Figures]]:
    found: dict[int | None, dict[Any, Figures]] = {}
    for row in rows.values("audience", column).annotate(**_counts(on)):
        found.setdefault(row["audience"], {})[row[column] or None] = _of(row)
    return found


def _by_span(rows: QuerySet[Commitment], by: By, on: date) -> dict[int | None, dict[Any, Figures]]:
    field, steps, begin = _SPANS[by]
    asked: dict[str, Any] = {}
    for name, oldest, newest in spans(steps, on, begin=begin):
        within = Q(**{f"{field}__lte": newest}) & (Q(**{f"{field}__gte": oldest}) if oldest else Q())
        for told, count in _counts(on).items():
            if told != "put_off_":
                asked[f"{told}{name}"] = Count("pk", filter=count.filter & within)
    return {
        row["audience"]: {
            name: Figures(row[f"open_{name}"], row[f"late_{name}"], row[f"done_{name}"]) for name, _ in steps
        }
        for row in rows.values("audience").annotate(**asked)
    }


def _together(parts: Iterable[dict[Any, Figures]]) -> dict[Any, Figures]:
    """The figures of each key, summed over `parts`."""
    found: dict[Any, list[Figures]] = {}
    for part in parts:
        for key, figures in part.items():
            found.setdefault(key, []).append(figures)
    return {key: _sum(figures) for key, figures in found.items()}


def _sum(figures: Iterable[Figures]) -> Figures:
    every = list(figures)
    return Figures(*(sum(getattr(one, name) for one in every) for name in ("open", "late", "done", "put_off")))

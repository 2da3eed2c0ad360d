"""What became of everything: accepted promises in figures, by post, body, case, agreement, age and lateness."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db.models import Count, Q, QuerySet, Sum

from raadhus.domains.followup.access import visible_commitments
from raadhus.domains.followup.models import UNDER_WAY, Commitment, Progress, Status
from raadhus.domains.followup.rules.figures import AGES, LATENESS, median_of, spans

By = Literal["post", "body", "case", "agreement", "age", "lateness"]
_COLUMNS: dict[str, str] = {"post": "post", "body": "made_in", "case": "case", "agreement": "agreement"}
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


def overview_for(reader: Any, *, by: By, on: date) -> Overview:
    """What the reader may see, in figures as they stand `on` that day."""
    rows = _accepted(reader)
    found = _by_span(rows, by, on) if by in ("age", "lateness") else _by_column(rows, _COLUMNS[by], on)
    shown, rest = found[:MOST], found[MOST:]
    return Overview(
        _sum(group.figures for group in found) if by not in ("age", "lateness") else _of(rows.aggregate(**_counts(on))),
        tuple(shown),
        _sum(group.figures for group in rest) if rest else None,
        median_of(rows.filter(days_taken__isnull=False).order_by().values_list("days_taken").annotate(Count("pk"))),
        rows.filter(progress__in=UNDER_WAY, post=None, person=None).count(),
        visible_commitments(reader).filter(status=Status.SUGGESTED).count(),
    )


def _accepted(reader: Any) -> QuerySet[Commitment]:
    """Divided ones are counted by their parts."""
    return visible_commitments(reader).filter(status=Status.ACCEPTED).exclude(progress=Progress.DIVIDED).order_by()


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


def _by_column(rows: QuerySet[Commitment], column: str, on: date) -> list[Group]:
    found = [Group(row[column] or None, _of(row)) for row in rows.values(column).annotate(**_counts(on))]
    return sorted(found, key=lambda one: (-one.figures.open, -one.figures.late, str(one.key)))


def _by_span(rows: QuerySet[Commitment], by: By, on: date) -> list[Group]:
    field, steps, begin = ("made_on", AGES, 0) if by == "age" else ("due_last", LATENESS, 1)
    asked: dict[str, Any] = {}
    for name, oldest, newest in spans(steps, on, begin=begin):
        within = Q(**{f"{field}__lte": newest}) & (Q(**{f"{field}__gte": oldest}) if oldest else Q())
        for told, count in _counts(on).items():
            if told != "put_off_":
                count = Count("pk", filter=count.filter & within)
                asked[f"{told}{name}"] = count
    told = rows.aggregate(**asked)
    return [Group(name, Figures(told[f"open_{name}"], told[f"late_{name}"], told[f"done_{name}"])) for name, _ in steps]


def _sum(figures: Iterable[Figures]) -> Figures:
    every = list(figures)
    return Figures(*(sum(getattr(one, name) for one in every) for name in ("open", "late", "done", "put_off")))

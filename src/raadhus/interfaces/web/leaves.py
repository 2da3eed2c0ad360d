"""A meeting's items as leaves to read: each unread line at the place where it stands in the source."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """A headed section, or a line that no rule understood; the other is None."""

    section: Any = None
    line: Any = None


@dataclass(frozen=True, slots=True)
class Leaf:
    """One item and its parts in the order of the source."""

    item: Any
    parts: tuple[Part, ...]
    decides_in: int | None  # the id of the section in which the decision stands, None where no section does
    lists_attachments: bool  # whether a section names the attachments, so that they stand in the text
    decision: Any  # None where nothing was decided
    recommended_by: str
    attachments: list[Any]
    references: list[Any]


def leaves_of(items: Sequence[Any], lines: Sequence[Any]) -> list[Leaf]:
    """A leaf for each of `items`; of `lines` those that lie in or after it and before the next."""
    starts = [start_of(item) for item in items]
    return [
        _leaf(item, [line for line in lines if _belongs(line, number, items, starts)])
        for number, item in enumerate(items)
    ]


def lines_before(items: Sequence[Any], lines: Sequence[Any]) -> list[Any]:
    """Those of `lines` that stand before every item and are not placed under one; all of them without items."""
    starts = [start_of(item) for item in items]
    return [line for line in lines if not any(_belongs(line, number, items, starts) for number in range(len(items)))]


def start_of(item: Any) -> int | None:
    """The first line of the first section that knows its lines, None where none does."""
    return min((section.first_line for section in item.sections.all() if section.first_line), default=None)


def _belongs(line: Any, number: int, items: Sequence[Any], starts: Sequence[int | None]) -> bool:
    if line.item_id is not None:
        return line.item_id == items[number].pk
    holders = [index for index, start in enumerate(starts) if start is not None and start <= line.line]
    return bool(holders) and holders[-1] == number


def _leaf(item: Any, lines: list[Any]) -> Leaf:
    parts: list[Part] = []
    waiting = sorted(lines, key=lambda line: line.line)
    for section in item.sections.all():
        while waiting and section.first_line and waiting[0].line < section.first_line:
            parts.append(Part(line=waiting.pop(0)))
        parts.append(Part(section=section))
    parts += [Part(line=line) for line in waiting]
    decisions = [section.pk for section in item.sections.all() if section.kind == "decision"]
    lists = any(section.kind == "attachments" for section in item.sections.all())
    recommendation = getattr(item, "recommendation", None)
    return Leaf(
        item,
        tuple(parts),
        decisions[0] if decisions else None,
        lists,
        getattr(item, "decision", None),
        recommendation.by if recommendation else "",
        list(item.attachments.all()),
        list(item.references.all()),
    )

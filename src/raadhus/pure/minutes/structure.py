"""The parts of an agenda or minutes, as `shared/contracts/minutes.schema.json` names them.

Texts are as written in the source; dates are ISO strings, windows are [first day, last day].
"""

from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

Window = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Section:
    """One headed part of an item. `kind` is the schema's; `lines` is first and last line number in the source."""

    heading: str
    kind: str
    text: str
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What is recommended, point by point, and by which post (as written; None where it does not say)."""

    by: str | None
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """The decision on one numbered recommendation ("Ad 1")."""

    number: int
    text: str
    outcome: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided. `votes` has for, against, abstained: {"number": int | None, "names": [...]} where stated."""

    text: str
    outcome: str
    points: tuple[DecisionPoint, ...] = ()
    votes: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise and the words that say so. `kind` is "task" or "return" (the matter comes back to a body)."""

    kind: str
    quote: str
    who: tuple[str, ...]
    due: Window | None
    body: str | None
    found_in: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Another meeting that the item names. `direction` is "past" or "future"; `first`/`last` bound its date."""

    direction: str
    body: str
    first: str | None
    last: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Item:
    """One agenda item."""

    number: str | None
    title: str
    case_number: str | None = None
    closed: bool = False
    sections: tuple[Section, ...] = ()
    recommendation: Recommendation | None = None
    decision: Decision | None = None
    attachments: tuple[str, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A line that stands in the source and found no place; it is shown to a person, never dropped."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Minutes:
    """One agenda or minutes. `kind` is "agenda", "minutes" or "unknown"."""

    source: str
    kind: str
    body: str | None
    starts_at: str | None
    ends_at: str | None
    place: str | None
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = field(default=())


def as_json(minutes: Minutes) -> dict[str, Any]:
    """`minutes` as the contract's JSON object (lists for tuples, "from"/"to" on references, no empty votes)."""
    result: dict[str, Any] = _plain(minutes)
    for item in result["items"]:
        for reference in item["references"]:
            reference["from"], reference["to"] = reference.pop("first"), reference.pop("last")
        if item["decision"] and item["decision"]["votes"] is None:
            del item["decision"]["votes"]
    return result


def _plain(value: Any) -> Any:
    if is_dataclass(value):  # by hand: `asdict` copies every string anew and takes four times as long
        return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value

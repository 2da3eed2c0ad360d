"""A raw item → an item whose recommendation, decision and attachments are understood."""

from dataclasses import replace
from datetime import date

from raadhus.pure.minutes.adopted import commitments_of
from raadhus.pure.minutes.attachments import attachments_of
from raadhus.pure.minutes.closed import is_closed
from raadhus.pure.minutes.contents import Entry
from raadhus.pure.minutes.decisions import decision_of
from raadhus.pure.minutes.facts import MeetingFacts
from raadhus.pure.minutes.meeting_time import day_in
from raadhus.pure.minutes.numbering import title_key
from raadhus.pure.minutes.recommendations import recommendation_of
from raadhus.pure.minutes.references import find_references
from raadhus.pure.minutes.sections import Part, RawItem
from raadhus.pure.minutes.structure import Decision, Item, Recommendation, Reference, Section

# The kinds of section that tell of other meetings; a list of names or files does not.
_TELLING = frozenset({"occasion", "summary", "account", "consequences", "recommendation", "decision", "other"})


def understood(raw: RawItem, *, group: bool | None, entry: Entry | None, meeting: MeetingFacts) -> Item:
    """`raw` as an `Item` of `meeting`; `group` is whether it stands among closed items."""
    deciding = _deciding(raw.parts, meeting.body, meeting.day)
    sections = tuple(_section(part, deciding) for part in raw.parts)
    recommendation = _recommendation(raw.parts)
    decision = _decision(deciding, recommendation)
    listed = entry.closed if entry else None
    return Item(
        number=raw.number,
        title=raw.title,
        case_number=raw.case_number,
        closed=is_closed(group=group, title=raw.title, stated=raw.stated_closed, listed=listed),
        sections=sections,
        recommendation=recommendation,
        decision=decision,
        attachments=_attachments(raw.parts),
        commitments=commitments_of(recommendation=recommendation, decision=decision, meeting=meeting),
        references=_references(raw.parts, meeting),
    )


def _section(part: Part, deciding: Part | None) -> Section:
    earlier = part.kind == "decision" and part is not deciding and part.body is not None
    return Section(part.heading, "history" if earlier else part.kind, part.text, (part.first, part.last))


def _deciding(parts: list[Part], body: str | None, day: date | None) -> Part | None:
    """The decision that is this meeting's: on its day, or without a name, or by its body; never one of another day."""
    decisions = [part for part in parts if part.kind == "decision"]
    on_the_day = [part for part in decisions if part.day is not None and day is not None and day_in(part.day) == day]
    unnamed = [part for part in decisions if part.body is None]
    undated = [part for part in decisions if part.day is None or day is None]
    by_the_body = [part for part in undated if body and part.body and title_key(part.body) == title_key(body)]
    found = on_the_day or unnamed or by_the_body or undated
    return found[-1] if found else None


def _recommendation(parts: list[Part]) -> Recommendation | None:
    """The first that says who recommends or in points; a second heading does not undo it."""
    found = [recommendation_of(part.text) for part in parts if part.kind == "recommendation" and part.text.strip()]
    return found[0] if found else None


def _decision(deciding: Part | None, recommendation: Recommendation | None) -> Decision | None:
    if deciding is None:
        return None
    decision = decision_of(deciding.text, len(recommendation.points) if recommendation else 0)
    return decision if decision is None or decision.points else replace(decision, points=())


def _references(parts: list[Part], meeting: MeetingFacts) -> tuple[Reference, ...]:
    """Other meetings that the item's texts name, each once: where it is named first."""
    found: dict[tuple[str | None, ...], Reference] = {}
    for part in parts:
        for each in find_references(part.text, meeting=meeting) if part.kind in _TELLING else ():
            found.setdefault((each.direction, each.body, each.first, each.last), each)
    return tuple(found.values())


def _attachments(parts: list[Part]) -> tuple[str, ...]:
    return tuple(
        name for part in parts if part.kind == "attachments" for name in attachments_of(part.text, run_in=part.run_in)
    )

"""One matter's path through bodies and meetings, from where it began to where it is now."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.models import Proposal

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class PathStop:
    """Where the matter was: its proposal there, the body, the day of the meeting where it has one, and the state.

    `depth` is 0 for a straight path; a copy of something that went on elsewhere is one deeper.
    """

    proposal_id: int
    title: str
    body: Body
    meets_on: date | None
    state: str
    item_id: int | None
    depth: int


def path_of(reader: Any, proposal: Proposal, *, on: date) -> list[PathStop]:
    """The stops of the proposal's matter in order, as far as the reader follows them or reads them in the record.

    `Proposal.DoesNotExist` where the proposal itself is not theirs.
    """
    rows = _family(proposal)
    mine = set(access.visible_proposals(reader, on=on).filter(pk__in=rows).values_list("pk", flat=True))
    mine |= set(access.sent_proposals(reader).filter(pk__in=rows).values_list("pk", flat=True))
    if proposal.pk not in mine:
        raise Proposal.DoesNotExist
    return [_stop(row, depth) for row, depth in _in_order(rows) if row.pk in mine]


def _family(proposal: Proposal) -> dict[int, Proposal]:
    """The root and all that came from it, by pk, oldest first."""
    every = Proposal.objects.select_related("body", "meeting")
    root = every.get(pk=proposal.pk)
    seen = {root.pk}
    while root.came_from_id is not None and root.came_from_id not in seen:
        root = every.get(pk=root.came_from_id)
        seen.add(root.pk)
    found, last = {root.pk: root}, [root.pk]
    while last and len(found) < _LONGEST:
        rows = list(every.filter(came_from__in=last).exclude(pk__in=found).order_by("pk"))
        found |= {row.pk: row for row in rows}
        last = [row.pk for row in rows]
    return found


def _in_order(rows: dict[int, Proposal]) -> list[tuple[Proposal, int]]:
    children: dict[int, list[Proposal]] = {}
    for row in rows.values():
        if row.came_from_id in rows:
            children.setdefault(row.came_from_id, []).append(row)
    found: list[tuple[Proposal, int]] = []
    waiting = [(next(iter(rows.values())), 0)]
    while waiting:
        row, depth = waiting.pop()
        found.append((row, depth))
        born = children.get(row.pk, [])
        waiting.extend((child, depth + (place > 0)) for place, child in reversed(list(enumerate(born))))
    return found


def _stop(row: Proposal, depth: int) -> PathStop:
    meets_on = row.meeting.starts_on if row.meeting else None
    return PathStop(row.pk, row.title, row.body, meets_on, row.state, row.item_id, depth)

"""The agenda as rows to arrange: number, place, and why an item that nobody put there is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from raadhus.domains.proceedings.rules.profile import Numbering


@dataclass(frozen=True, slots=True)
class Row:
    """An item on the agenda. `place` counts from 1; `before` and `after` are where up and down lead, None at the ends;
    `under` is the item that it may be put under."""

    proposal: Any
    number: str
    place: int
    why: str
    before: int | None
    after: int | None
    under: int | None


def rows_of(proposals: Sequence[Any], numbers: dict[int, str], numbering: Numbering) -> list[Row]:
    """A row for each of `proposals`, in their order."""
    last = len(proposals) - 1
    return [
        Row(
            one,
            numbers.get(one.pk, ""),
            at + 1,
            why_here(one),
            at - 1 if at else None,
            at + 1 if at < last else None,
            _parent_above(proposals, at) if numbering == "hierarchical" else None,
        )
        for at, one in enumerate(proposals)
    ]


def why_here(proposal: Any) -> str:
    """Why an item stands on the agenda by itself; empty where somebody put it there."""
    how, _colon, _rest = proposal.brought_by.partition(":")
    return {
        "standing": _("Fast punkt på hver dagsorden."),
        "deferred": _("Udsat hertil fra et tidligere møde."),
        "commitment": _("Kommer tilbage, som det blev lovet."),
    }.get(how, "")


def _parent_above(proposals: Sequence[Any], at: int) -> int | None:
    above = [one.pk for one in proposals[:at] if one.parent_id is None]
    return above[-1] if above and proposals[at].parent_id is None else None

"""An item's way as a line of steps, from draft to decision."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from raadhus.interfaces.web.templatetags.proceedings import PROPOSALS

_ORDER = ("draft", "with_head", "ready", "on_agenda", "decided")


@dataclass(frozen=True, slots=True)
class Stop:
    """One step: what it is called, who has it, what was said, and whether it is past, the one now, or to come."""

    label: str
    when: str  # "done", "now" or "next"
    comment: str = ""


def way_of(proposal: Any, steps: Sequence[Any]) -> list[Stop]:
    """The steps in order: the draft, each head by post, ready, agenda, decided. A withdrawn item has only that."""
    if proposal.state == "withdrawn":
        return [Stop(str(PROPOSALS["withdrawn"]), "now", proposal.withdrawn_because)]
    at = _ORDER.index(proposal.state)
    line = [_plain("draft", at)]
    line += [_head(step, proposal.state) for step in steps]
    if not steps and proposal.state == "draft":
        line.append(_plain("with_head", at))
    return line + [_plain(name, at) for name in _ORDER[2:]]


def _plain(name: str, at: int) -> Stop:
    place = _ORDER.index(name)
    when = "done" if place < at else "now" if place == at else "next"
    return Stop(str(PROPOSALS[name]), when)


def _head(step: Any, state: str) -> Stop:
    name = step.post or step.user.get_full_name() or step.user.get_username()
    if step.decided_at is not None:
        return Stop(name, "done" if step.is_approved else "back", step.comment)
    is_now = state == "with_head" and step.asked_at is not None
    return Stop(name, "now" if is_now else "next")

"""What the next agenda should hold before anybody has typed: standing items, deferred ones, promises that return."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from raadhus.domains.proceedings.rules.danish_days import short_day
from raadhus.domains.proceedings.rules.deferral import Deferral
from raadhus.domains.proceedings.rules.profile import Standing

Origin = Literal["standing", "deferred", "returning"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that comes back to the body: a deferred point or a promise, known by `key`, with its window.

    `decided_on` is the day of the meeting that put it off or promised it.
    """

    key: str
    origin: Literal["deferred", "returning"]
    title: str
    window: Deferral
    decided_on: date


@dataclass(frozen=True, slots=True)
class Proposed:
    """An item proposed for the agenda, and the Danish sentence that says why it stands there."""

    origin: Origin
    key: str
    title: str
    why: str


def propose(
    *, meets_on: date, standing: Sequence[Standing], waiting: Sequence[Waiting], taken: Collection[str] = ()
) -> tuple[Proposed, ...]:
    """The items of an agenda in order: standing ones, what is due (oldest decision first), standing ones that close.

    `taken` are keys that a meeting already has. A window that has passed without a meeting is due at once.
    """
    due = sorted((one for one in waiting if _is_due(one, meets_on)), key=lambda one: (one.decided_on, one.key))
    items = [
        *(_standing(one) for one in standing if not one.stands_last),
        *(Proposed(one.origin, one.key, one.title, _why(one, meets_on)) for one in due),
        *(_standing(one) for one in standing if one.stands_last),
    ]
    return tuple(one for one in items if one.key not in taken)


def _standing(one: Standing) -> Proposed:
    return Proposed("standing", f"standing:{one.title}", one.title, "Fast punkt.")


def _is_due(one: Waiting, meets_on: date) -> bool:
    return one.decided_on < meets_on and one.window.first is not None and one.window.first <= meets_on


def _why(one: Waiting, meets_on: date) -> str:
    what = "Udsat" if one.origin == "deferred" else "Lovet"
    told = f"{what} {short_day(one.decided_on)}: „{one.window.words}“."
    last = one.window.last
    return told if last is None or meets_on <= last else f"{told} Fristen var {short_day(last)}."

"""Who takes part in an item, from facts that are entered once: present, times, deputies, disqualified.

Every other way of writing it (in the head, under each item, "deltog ikke under punkt 12-15") is worked out from these.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.domains.proceedings.rules.profile import Profile

Part = Literal["whole", "partly", "absent", "disqualified", "unknown"]


@dataclass(frozen=True, slots=True)
class Attendance:
    """One attendee. `arrived` and `left` are None for the whole meeting; `is_present` is None where nobody has said.

    A deputy sits on the seat of `deputy_for`; a guest (`is_member` False and no seat) never counts.
    """

    key: int
    name: str
    is_present: bool | None = True
    is_member: bool = True
    arrived: datetime | None = None
    left: datetime | None = None
    deputy_for: int | None = None


@dataclass(frozen=True, slots=True)
class OutOfItem:
    """Somebody who takes no part in the item, and whether it is because they are disqualified."""

    key: int
    is_disqualified: bool = False


@dataclass(frozen=True, slots=True)
class Roll:
    """Who took part in one item: `voters` are members and deputies, `deciding` those there when it is decided."""

    parts: dict[int, Part]
    voters: frozenset[int]
    deciding: frozenset[int]
    names: dict[int, str]

    def took_part(self, key: int) -> bool:
        """Whether they were there for all or some of the item."""
        return self.parts.get(key) in ("whole", "partly")


def call_roll(
    attendances: Sequence[Attendance],
    out: Collection[OutOfItem] = (),
    *,
    begins: datetime | None = None,
    ends: datetime | None = None,
) -> Roll:
    """Who took part in an item that ran from `begins` to `ends` (None: not noted; then times leave it unknown).

    The decision is taken when the item ends. Times are half-open: who leaves as the item begins was not there.
    """
    outside = {one.key: one for one in out}
    parts = {one.key: _part(one, outside.get(one.key), begins, ends) for one in attendances}
    voters = frozenset(one.key for one in attendances if one.is_member or one.deputy_for is not None)
    there = (one.key for one in attendances if _is_there_at_the_end(one, parts[one.key], ends))
    return Roll(parts, voters, voters.intersection(there), {one.key: one.name for one in attendances})


def _part(one: Attendance, out: OutOfItem | None, begins: datetime | None, ends: datetime | None) -> Part:
    if out is not None:
        return "disqualified" if out.is_disqualified else "absent"
    if one.is_present is None:
        return "unknown"
    if not one.is_present:
        return "absent"
    if one.arrived is None and one.left is None:
        return "whole"
    if begins is None or ends is None:
        return "unknown"
    if (one.arrived is not None and one.arrived >= ends) or (one.left is not None and one.left <= begins):
        return "absent"
    whole = (one.arrived is None or one.arrived <= begins) and (one.left is None or one.left >= ends)
    return "whole" if whole else "partly"


def _is_there_at_the_end(one: Attendance, part: Part, ends: datetime | None) -> bool:
    if part == "partly":
        return one.left is None or ends is None or one.left >= ends
    return part == "whole"


def check_attendance(profile: Profile, attendances: Sequence[Attendance], roll: Roll) -> tuple[Breach, ...]:
    """What is unknown or cannot be: members nobody has counted, and deputies where none may sit or on a taken seat."""
    found: tuple[Breach, ...] = ()
    names = roll.names
    for one in attendances:
        if roll.parts[one.key] == "unknown" and one.key in roll.voters:
            found += profile.breach("attendance.known", _unknown(one))
        if one.deputy_for is not None:
            found += _check_deputy(profile, one, roll, names.get(one.deputy_for))
    return found


def _unknown(one: Attendance) -> str:
    if one.is_present is None:
        return f"Det er ikke noteret, om {one.name} er til stede. Markér til stede eller fraværende."
    when = f"kom kl. {one.arrived:%H.%M}" if one.arrived else f"gik kl. {one.left:%H.%M}"
    return f"{one.name} {when}. Notér, hvornår punktet begyndte og sluttede, så det kan ses, om {one.name} var med."


def _check_deputy(profile: Profile, one: Attendance, roll: Roll, member: str | None) -> tuple[Breach, ...]:
    if not profile.has_deputies:
        return profile.breach(
            "deputies.allowed", f"{profile.name} har ingen stedfortrædere. Notér {one.name} som gæst i stedet."
        )
    if member is None:
        return profile.breach("deputies.one_seat", f"Vælg, hvilket medlem {one.name} er stedfortræder for.")
    if one.deputy_for in roll.deciding and one.key in roll.deciding:
        return profile.breach(
            "deputies.one_seat",
            f"{member} og stedfortræderen {one.name} er begge med i punktet. Notér, hvem af dem der sad på pladsen.",
        )
    return ()

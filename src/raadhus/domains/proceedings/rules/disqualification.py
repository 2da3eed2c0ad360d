"""Disqualification (inhabilitet): the body decides, the member leaves, the list may ask for a deputy or for time."""

from dataclasses import dataclass

from raadhus.domains.proceedings.rules.attendance import Roll
from raadhus.domains.proceedings.rules.breach import Breach
from raadhus.domains.proceedings.rules.profile import Profile


@dataclass(frozen=True, slots=True)
class Postponement:
    """A list's wish to have the item postponed, since no deputy was called: how many of those present oppose it, and
    whether a deadline set by law or another authority would be missed."""

    opposed: int
    present: int
    misses_deadline: bool
    deputy_was_called: bool


def check_decided(profile: Profile, roll: Roll, decided: frozenset[int]) -> tuple[Breach, ...]:
    """A breach for each who is marked disqualified in the item without the body having decided it."""
    found: tuple[Breach, ...] = ()
    for key, part in roll.parts.items():
        if part == "disqualified" and key not in decided:
            name = roll.names[key]
            found += profile.breach(
                "disqualified.decided",
                f"Forsamlingen har ikke besluttet, at {name} er inhabil. Skriv det i punktet, eller fjern mærket.",
            )
    return found


def must_postpone(profile: Profile, wish: Postponement) -> bool:
    """Whether the list's wish stands: no deputy was called, no deadline is missed, and under two thirds oppose."""
    if "disqualified.postponed" not in profile.rules or wish.deputy_was_called or wish.misses_deadline:
        return False
    return wish.opposed * 3 < wish.present * 2


def check_postponed(profile: Profile, wish: Postponement, *, is_postponed: bool) -> tuple[Breach, ...]:
    """A breach where the wish stands and the item is decided all the same."""
    if is_postponed or not must_postpone(profile, wish):
        return ()
    return profile.breach(
        "disqualified.postponed",
        f"Listen kræver sagen udsat, og {wish.opposed} af {wish.present} er imod, hvilket er under to tredjedele. "
        "Udsæt punktet til det næste møde.",
    )

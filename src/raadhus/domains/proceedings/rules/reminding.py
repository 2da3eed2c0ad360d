"""How a body speaks of its promises by mail: when, how long before, and who hears when nobody answers."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

DigestOn = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "daily"]


@dataclass(frozen=True, slots=True)
class Quiet:
    """Days of every year on which nobody is reminded, as (month, day), both included; may reach over New Year."""

    first: tuple[int, int]
    last: tuple[int, int]

    def holds(self, day: date) -> bool:
        """Whether `day` is one of them."""
        said = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= said <= self.last
        return said >= self.first or said <= self.last


@dataclass(frozen=True, slots=True)
class Reminding:
    """One body's way. Waits are counted in days that are not quiet; `head_after` from when the keeper heard.

    `head_post` is the title of the post that then hears, "" for the chair.
    """

    digest_on: DigestOn
    days_ahead: int  # calendar days before a deadline
    keeper_after: int
    head_after: int
    head_post: str
    may_stop: bool
    quiet: tuple[Quiet, ...]


_SUMMER, _CHRISTMAS = Quiet((7, 1), (7, 31)), Quiet((12, 24), (1, 1))
QUIET = (_SUMMER, _CHRISTMAS)

# Starting points of our own; a body sets what it does otherwise.
AMONG_STAFF = Reminding("monday", 7, 5, 5, "", True, QUIET)
TO_POLITICIANS = Reminding("monday", 14, 5, 10, "", False, QUIET)
IN_A_PROJECT = Reminding("monday", 7, 2, 5, "", True, QUIET)

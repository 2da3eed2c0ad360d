"""What passes between the readers of a clause."""

from dataclasses import dataclass
from typing import Literal

from raadhus.pure.minutes.actors import Actors

Kind = Literal["task", "return"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the clauses before say: an agreement was opened, whose turn it is, or a list of tasks is running."""

    agreed: bool = False
    subject: Actors | None = None
    action_list: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A promise in a clause: its kind, who gives it, and where its verb stands."""

    kind: Kind
    verb_at: int
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause gives: a promise or none, and the setting of the that-clause after it and of the next one."""

    found: Found | None = None
    opens: bool = False
    subject: Actors | None = None


NOTHING = Reading()

"""What passes between the readers of a clause."""

from dataclasses import dataclass
from typing import Literal

from raadhus.pure.minutes.actors import Actors, is_sure
from raadhus.pure.minutes.bodies import find_bodies
from raadhus.pure.minutes.finite_verbs import Token

Kind = Literal["task", "return"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What the clauses before say: an agreement was opened, whose turn it is, a list of tasks is running, or another
    clause took the first place, so that the verb comes first.
    """

    agreed: bool = False
    subject: Actors | None = None
    action_list: bool = False
    verb_first: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A promise in a clause: its kind, where its verb stands, and who gives it."""

    kind: Kind
    verb_at: int
    who: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause gives: a promise or none, whether a that-clause after it is agreed, and its subject."""

    found: Found | None = None
    opens: bool = False
    subject: Actors | None = None


NOTHING = Reading()


@dataclass(frozen=True, slots=True)
class Site:
    """A clause `text[start:end]` with its words; `words[at]` is the verb looked at, `actor` who does it."""

    text: str
    start: int
    end: int
    words: list[Token]
    at: int
    actor: Actors | None
    agreed: bool

    @property
    def verb(self) -> Token:
        """The verb looked at."""
        return self.words[self.at]

    @property
    def after(self) -> str:
        """The text behind the verb."""
        return self.text[self.verb.end : self.end]

    @property
    def tail(self) -> str:
        """The text behind the verb and, where the subject stands there, behind that."""
        actor_end = self.actor.end if self.actor and self.actor.end <= self.end else 0
        return self.text[max(self.verb.end, actor_end) :]

    @property
    def who(self) -> tuple[str, ...]:
        """The names of the actor, if any."""
        return self.actor.names if self.actor else ()

    def task(self) -> Found:
        """A task of the actor."""
        return Found("task", self.verb.start, self.who)


def surely_directly(site: Site) -> bool:
    """Whether it is surely somebody, right before the verb or behind it, who does it."""
    if site.actor is None or not all(is_sure(name) for name in site.actor.names):
        return False
    return site.at == 0 or site.verb.start - site.actor.end <= 1


def is_somebody(site: Site) -> bool:
    """Whether a person, post or unit does it, and no body of many minds."""
    return surely_directly(site) and not any(find_bodies(name, 0, len(name)) for name in site.who)

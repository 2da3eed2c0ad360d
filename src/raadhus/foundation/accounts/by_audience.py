"""What is counted once for everybody, and shown to each only as far as they may read."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from raadhus.foundation.accounts.queries import audiences_of, is_administrator

Part = TypeVar("Part")
Whole = TypeVar("Whole")


class ByAudience(Generic[Part, Whole]):
    """What was found for each audience by itself, under None what only administrators read, and how to `join` the parts
    of several. It may be kept and shared: `for_reader` asks anew whose the reader is, so that a changed membership
    counts at once; what was joined for exactly the same audiences before is given again."""

    def __init__(self, found: Mapping[int | None, Part], join: Callable[[list[Part]], Whole]) -> None:
        self._found, self._join = dict(found), join
        self._joined: dict[frozenset[int | None], Whole] = {}

    def for_reader(self, reader: Any) -> Whole:
        """What was found for the audiences that the reader belongs to; at most one query."""
        mine = self._found.keys() if is_administrator(reader) else self._found.keys() & set(audiences_of(reader))
        whose = frozenset(mine)
        if whose not in self._joined:
            self._joined[whose] = self._join([part for pk, part in self._found.items() if pk in whose])
        return self._joined[whose]

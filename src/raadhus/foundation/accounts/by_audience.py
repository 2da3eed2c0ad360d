"""What is counted once for everybody, and shown to each only as far as they may read."""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from raadhus.foundation.accounts.queries import audiences_of, is_administrator

Found = TypeVar("Found")


class ByAudience(Generic[Found]):
    """What was found for each audience by itself; under None what only administrators read. It may be kept and shared:
    `seen_by` asks anew whose the reader is, so that a changed membership counts at once."""

    def __init__(self, found: Mapping[int | None, Found]) -> None:
        self._found = dict(found)

    def seen_by(self, reader: Any) -> list[Found]:
        """What was found for the audiences that the reader belongs to; one query."""
        if is_administrator(reader):
            return list(self._found.values())
        return [self._found[pk] for pk in audiences_of(reader) if pk in self._found]

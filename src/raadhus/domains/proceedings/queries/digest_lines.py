"""A promise as a digest tells of it: in words only where the whole house may read them, for a mail is no place for what
is closed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings.models import Item
from raadhus.domains.proceedings.queries.reminded import House
from raadhus.foundation.accounts.models import Audience, AudienceKind

MOST = 20  # lines of a kind; the rest are told of as a number
_OPEN = (AudienceKind.EVERYONE, AudienceKind.SIGNED_IN)


@dataclass(frozen=True, slots=True)
class Line:
    """A promise as a mail tells of it; `words` is None, and the owner left out, where not the whole house may read it.

    `news` is "new", "granted" or "denied" (more time) where that happened since the last digest, else "".
    """

    commitment: int
    words: str | None
    owner: str
    body: str
    made_on: date | None
    due_on: date | None
    asked_until: date | None
    news: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The first lines of a kind, and how many there are in all."""

    lines: tuple[Line, ...] = ()
    count: int = 0


def part_of(keys: Sequence[int], house: House, news: Mapping[int, str]) -> Part:
    """The first of these promises as lines, in this order."""
    rows = Commitment.objects.select_related("post", "person", "audience").in_bulk(keys[:MOST])
    items = [row.source_id for row in rows.values() if row.source_kind == "item"]
    closed = set(Item.objects.filter(pk__in=items, is_closed=True).values_list("pk", flat=True)) if items else set()
    lines = tuple(_line(rows[pk], house, closed, news.get(pk, "")) for pk in keys[:MOST] if pk in rows)
    return Part(lines, len(keys))


def _line(row: Commitment, house: House, closed: set[int], news: str) -> Line:
    is_closed = not is_open(row.audience) or (row.source_kind == "item" and row.source_id in closed)
    words = None if is_closed else " ".join((row.task or row.quote).split())
    turn = house.turns.get(row.made_in)
    body = turn.name if turn else ""
    owner = "" if words is None else row.owner_words
    return Line(row.pk, words, owner, body, row.made_on, row.due_last, row.asked_last, news)


def is_open(audience: Audience | None) -> bool:
    """Whether the whole house may read it, and so a mail may tell of it."""
    return audience is not None and audience.kind in _OPEN

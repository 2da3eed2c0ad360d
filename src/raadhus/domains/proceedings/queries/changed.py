"""What changed on an agenda since a reader read it, of what that reader may see."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from raadhus.domains.proceedings import access
from raadhus.domains.proceedings.models import Frozen, ReadMark, Sitting
from raadhus.domains.proceedings.queries.standing import newest_agenda
from raadhus.domains.proceedings.rules.danish_days import day_in_words
from raadhus.domains.proceedings.rules.difference import (
    EnclosureAsRead,
    ItemAsRead,
    ItemChange,
    TextAsRead,
    agenda_changes,
)


@dataclass(frozen=True, slots=True)
class Changes:
    """`since` is what was read, `until` the newest; `head` are Danish sentences on the meeting itself."""

    since: Frozen
    until: Frozen
    head: tuple[str, ...]
    items: tuple[ItemChange, ...]


def changed_since(reader: Any, sitting: Sitting) -> Changes | None:
    """The difference between what the reader marked as read and the newest that was sent; None where they have marked
    nothing. `Sitting.DoesNotExist` where nothing of the meeting is the reader's."""
    row = access.readable_sittings(reader).select_related("meeting__body").get(pk=sitting.pk)
    mark = ReadMark.objects.filter(sitting=row, user=reader.pk).select_related("frozen").first() if reader.pk else None
    newest = newest_agenda(row)
    if mark is None or newest is None:
        return None
    return changes_between(reader, row, mark.frozen, newest)


def changes_between(reader: Any, sitting: Sitting, since: Frozen, until: Frozen) -> Changes:
    """The same for any two frozen agendas of a meeting."""
    before, after = json.loads(since.content), json.loads(until.content)
    may = _Reader(reader, sitting, before, after)
    items = agenda_changes(may.items_of(before), may.items_of(after))
    return Changes(since, until, tuple(_head(before["head"], after["head"])), items)


class _Reader:
    """What one reader may see of a meeting's frozen agendas: closed items as they are now, and as they were then."""

    def __init__(self, reader: Any, sitting: Sitting, *contents: dict[str, Any]) -> None:
        mine = access.sent_proposals(reader).filter(meeting=sitting.pk).values_list("pk", flat=True)
        self._proposals = set(mine)
        self._reads_closed = access.reads_closed(reader, sitting.meeting.body)
        closed = {item["proposal"] for content in contents for item in content["items"] if item["is_closed"]}
        if not self._reads_closed:
            self._proposals -= closed

    def items_of(self, content: dict[str, Any]) -> list[ItemAsRead]:
        return [self._item(item) for item in content["items"] if item["proposal"] in self._proposals]

    def _item(self, item: dict[str, Any]) -> ItemAsRead:
        return ItemAsRead(
            key=item["proposal"],
            number=item["number"],
            title=item["title"],
            is_withdrawn=item["is_withdrawn"],
            texts=tuple(TextAsRead(one["text"], one["heading"], one["plain"]) for one in self._mine(item["texts"])),
            enclosures=tuple(
                EnclosureAsRead(
                    one["enclosure"], one["name"], one["label"], one["sha256"], one["stage"], tuple(one["replaces"])
                )
                for one in self._mine(item["enclosures"])
            ),
        )

    def _mine(self, parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        return (one for one in parts if self._reads_closed or not one["is_confidential"])


def _head(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    if after["cancelled_because"] and not before["cancelled_because"]:
        yield f"Mødet er aflyst: {after['cancelled_because']}"
    if before["cancelled_because"] and not after["cancelled_because"]:
        yield "Mødet holdes alligevel."
    times = ("starts_on", "starts_at", "ends_at")
    if any(before[name] != after[name] for name in times):
        yield f"Mødet er flyttet fra {_time(before)} til {_time(after)}."
    if before["place"] != after["place"]:
        yield f"Mødestedet er nu {after['place'] or 'ikke oplyst'}."
    if before["link"] != after["link"]:
        yield "Linket til mødet er nyt." if after["link"] else "Mødet har ikke længere et link."


def _time(head: dict[str, str]) -> str:
    day, starts = date.fromisoformat(head["starts_on"]), time.fromisoformat(head["starts_at"])
    until = f"-{time.fromisoformat(head['ends_at']):%H.%M}" if head["ends_at"] else ""
    return f"{day_in_words(day)} kl. {starts:%H.%M}{until}"

"""Lines → minutes: the order of the work. Each step is a module of its own.

Running heads aside → layout → headings → contents → where items begin → head → each item. Every line is noted in
a ledger; one that found no place is in `not_understood`.
"""

from dataclasses import dataclass, field
from datetime import date

from raadhus.pure.kernel.source_text import SourceText
from raadhus.pure.minutes.attendance import Attendance, absent_in, read_attendance, same_person, without_whole_range
from raadhus.pure.minutes.closed import group_of
from raadhus.pure.minutes.facts import MeetingFacts
from raadhus.pure.minutes.head import Head, end_of_meeting, read_head
from raadhus.pure.minutes.item import understood
from raadhus.pure.minutes.layouts import layout_of
from raadhus.pure.minutes.ledger import CONTENTS, GROUP, HEAD, NOT_UNDERSTOOD, RUNNING, Ledger
from raadhus.pure.minutes.lines import Tidied, tidy
from raadhus.pure.minutes.numbering import order_of
from raadhus.pure.minutes.page import Page, page_of
from raadhus.pure.minutes.sections import read_item
from raadhus.pure.minutes.start import Start
from raadhus.pure.minutes.starts import starts_of
from raadhus.pure.minutes.structure import Item, Minutes, NotUnderstood

_LAST_LINES = 12


def read_minutes(source: SourceText) -> Minutes:
    """What `source` says, as minutes or agenda. No items where it is neither; it never fails and never guesses."""
    return read_with_ledger(source)[0]


def read_with_ledger(source: SourceText) -> tuple[Minutes, Ledger]:
    """As `read_minutes`, and where each source line went."""
    layout = layout_of([line.text for line in source.lines])
    tidied = tidy(source, layout.furniture_pattern)
    reading = _Reading(source, page_of(tidied.lines, layout), Ledger())
    return reading.minutes(tidied), reading.ledger


@dataclass(slots=True)
class _Reading:
    """One document being read."""

    source: SourceText
    page: Page
    ledger: Ledger
    unknown: list[NotUnderstood] = field(default_factory=list)

    def minutes(self, tidied: Tidied) -> Minutes:
        """All of it."""
        for number in tidied.running:
            self.ledger.put(RUNNING, number)
        for line in tidied.single:
            self._not_understood(line.text.strip(), line.number)
        starts = starts_of(self.page)
        if not starts:
            return self._no_minutes()
        first = starts[0].case_above if starts[0].case_above is not None else starts[0].index
        head, people, closed = self._head([i for i in range(first) if i not in self.page.contents.taken])
        until = self._end()
        self._contents(starts)
        items = self._items(starts, head, closed)
        return self._assembled(head, people, items, until)

    def _no_minutes(self) -> Minutes:
        for line in self.page.lines:
            self._not_understood(line.text, line.first, line.last)
        return Minutes(self.source.name, "unknown", None, None, None, None, not_understood=self._sorted())

    def _not_understood(self, text: str, first: int, last: int | None = None) -> None:
        self.ledger.put(NOT_UNDERSTOOD, first, last)
        self.unknown.append(NotUnderstood(text, first))

    def _sorted(self) -> tuple[NotUnderstood, ...]:
        return tuple(sorted(self.unknown, key=lambda found: found.line))

    def _head(self, indices: list[int]) -> tuple[Head, Attendance, bool | None]:
        lines = self.page.lines
        headed = {index for index in indices if self.page.headings[index] is not None}
        people = read_attendance(lines, indices, headed)
        head = read_head(lines, [index for index in indices if index not in people.understood])
        closed: bool | None = None
        for index in indices:
            line, group = lines[index], group_of(lines[index])
            if group is not None:
                closed = None if index + 1 in people.understood else group
                self.ledger.put(GROUP, line.first, line.last)
            elif index in head.understood or index in people.understood:
                self.ledger.put(HEAD, line.first, line.last)
                closed = True if line.key.startswith(("lukket referat", "lukket dagsorden")) else closed
            else:
                self._not_understood(line.text, line.first, line.last)
        return head, people, closed

    def _end(self) -> str | None:
        """The hour the meeting ended, where one of the last lines says so; that line is the head's, not an item's."""
        for index in range(len(self.page.lines) - 1, max(-1, len(self.page.lines) - _LAST_LINES), -1):
            line = self.page.lines[index]
            until = end_of_meeting(line.text) if len(line.text) < 80 and self.page.headings[index] is None else None
            if until is not None:
                self.ledger.put(HEAD, line.first, line.last)
                self.page.contents.taken.add(index)
                return until
        return None

    def _contents(self, starts: list[Start]) -> None:
        """Note the contents, and each title in it that no item has."""
        for index in self.page.contents.taken:
            line = self.page.lines[index]
            self.ledger.put(CONTENTS, line.first, line.last)
        met = {id(start.entry) for start in starts}
        for entry in self.page.contents.entries:
            if id(entry) not in met and self.page.contents.keys().get(entry.key) is entry:
                self._not_understood(entry.title, entry.lines[0], entry.lines[-1])

    def _items(self, starts: list[Start], head: Head, closed: bool | None) -> list[Item]:
        items: list[Item] = []
        meeting = MeetingFacts(head.body, head.day)
        ends = [start.case_above if start.case_above is not None else start.index for start in starts[1:]]
        for start, end in zip(starts, [*ends, len(self.page.lines)], strict=True):
            indices, after = self._lines_of(start, end, closed)
            raw = read_item(self.page, start, indices, self.ledger)
            items.append(understood(raw, group=closed, entry=start.entry, meeting=meeting))
            closed = after
        return items

    def _lines_of(self, start: Start, end: int, closed: bool | None) -> tuple[list[int], bool | None]:
        """The indices of the item's lines, and whether the items after it are closed."""
        indices = []
        for index in range(start.index, end):
            line = self.page.lines[index]
            group = group_of(line) if index != start.index else None
            if group is not None:
                closed = group
                self.ledger.put(GROUP, line.first, line.last)
            elif index not in self.page.contents.taken:
                indices.append(index)
        return indices, closed

    def _assembled(self, head: Head, people: Attendance, items: list[Item], until: str | None) -> Minutes:
        decided = any(item.decision for item in items)
        kind = head.kind or ("minutes" if decided else "unknown")
        numbers = [number for item in items if item.number and (number := order_of(item.number)[0])]
        absent = _unique([*(without_whole_range(name, numbers) for name in people.absent), *_absent_everywhere(items)])
        invited = people.invited if kind == "minutes" else []
        present = _unique([*people.present, *invited])
        return Minutes(
            source=self.source.name,
            kind=kind,
            body=head.body,
            starts_at=_at(head.day, head.hour),
            ends_at=_at(head.day, until or head.until) if until or head.until else None,
            place=head.place,
            present=tuple(name for name in present if not any(same_person(name, other) for other in absent)),
            absent=tuple(absent),
            items=tuple(items),
            not_understood=self._sorted(),
        )


def _at(day: date | None, hour: str | None) -> str | None:
    if day is None:
        return None
    return f"{day.isoformat()}T{hour}" if hour else day.isoformat()


def _unique(names: list[str]) -> list[str]:
    kept: list[str] = []
    for name in names:
        if not any(same_person(name, other) for other in kept):
            kept.append(name)
    return kept


def _absent_everywhere(items: list[Item]) -> list[str]:
    """Those said to be away in the first item that says anything of it, and in no later one left out again."""
    said = [names for item in items if (names := _said_absent(item))]
    if not said:
        return []
    return [name for name in said[0] if all(any(same_person(name, other) for other in names) for names in said)]


def _said_absent(item: Item) -> list[str]:
    texts = [item.decision.text] if item.decision else []
    texts += [f"{s.heading}: {s.text}" for s in item.sections if s.kind == "attendance" and "\n" not in s.text]
    return [name for text in texts for name in absent_in(text)]

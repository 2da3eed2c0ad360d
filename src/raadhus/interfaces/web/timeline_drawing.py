"""Where everything of a timeline stands on the paper, in the drawing's own measure: 900 wide, 46 a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from raadhus.interfaces.web.timeline_words import sign_of

LEFT, RIGHT, TOP, ROW = 325, 858, 30, 46
APART, LABEL = 25, 78  # least distance between two marks, and what a day written under one takes
DRAWN = 16  # lines; the rest stand in the table
MOST_TICKS = 9


@dataclass(frozen=True, slots=True)
class Mark:
    """One event: where, its letter and tone, and whether there is room for its day beneath."""

    x: float
    letter: str
    word: str
    tone: str
    event: Any
    has_day: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """One line: its place from the top, its marks, from where to where its stroke goes, and its deadline's place."""

    line: Any
    top: int
    marks: tuple[Mark, ...]
    due: float | None
    is_late: bool

    @property
    def middle(self) -> int:
        """The height of its stroke."""
        return self.top + 14

    @property
    def start(self) -> float:
        """Where its stroke begins."""
        return self.marks[0].x

    @property
    def end(self) -> float:
        """Where its last mark stands."""
        return self.marks[-1].x


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of it. `ticks` are (x, day, whether a year begins); `more` counts the lines left out."""

    lines: tuple[Drawn, ...]
    ticks: tuple[tuple[float, date, bool], ...]
    today: float | None
    high: int
    more: int


def draw(lines: Sequence[Any], today: date) -> Drawing | None:
    """The drawing of the first lines that have a day; None where fewer than two days are known."""
    dated = [one for one in lines if any(event.day for event in one.events)]
    shown = dated[:DRAWN]
    days = sorted({day for one in shown for day in _days_of(one)})
    if len(days) < 2:
        return None
    axis = Axis(days[0], days[-1])
    drawn = tuple(_drawn(one, axis, TOP + place * ROW, today) for place, one in enumerate(shown))
    now = axis.place(today) if days[0] <= today <= days[-1] else None
    return Drawing(drawn, axis.ticks(), now, TOP + len(shown) * ROW, len(dated) - len(shown))


def _days_of(line: Any) -> list[date]:
    due = _due(line)
    return [event.day for event in line.events if event.day] + ([due] if due else [])


def _due(line: Any) -> date | None:
    promise = line.commitment
    return promise.due_last if promise and promise.progress in ("open", "answered") else None


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from the left to the right."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """Where the day stands."""
        whole = (self.last - self.first).days
        return round(LEFT + (day - self.first).days * (RIGHT - LEFT) / whole, 1)

    def ticks(self) -> tuple[tuple[float, date, bool], ...]:
        """The beginnings of months, or of years where the months would be too many."""
        months = _months(self.first, self.last)
        step = next((step for step in (1, 2, 3, 6) if len(months) <= step * MOST_TICKS), 12)
        found = [day for day in months if (day.month - 1) % step == 0]
        years = max(1, -(-len(found) // MOST_TICKS)) if step == 12 else 1
        return tuple((self.place(day), day, step == 12) for day in found if (day.year - self.first.year) % years == 0)


def _months(first: date, last: date) -> list[date]:
    found, day = [], first.replace(day=1)
    while day <= last:
        if day >= first:
            found.append(day)
        day = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return found


def _drawn(line: Any, axis: Axis, top: int, today: date) -> Drawn:
    events = [event for event in line.events if event.day]
    places = _apart([axis.place(event.day) for event in events])
    marks = []
    free_from = 0.0
    for x, event in zip(places, events, strict=True):
        has_day = x - LABEL / 2 >= free_from
        free_from = x + LABEL / 2 if has_day else free_from
        marks.append(Mark(x, *sign_of(event), event, has_day))
    due = _due(line)
    return Drawn(line, top, tuple(marks), axis.place(due) if due else None, bool(due and due < today))


def _apart(places: list[float]) -> list[float]:
    """The places, in order, moved so that no two marks lie on each other and the last stays on the paper."""
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + APART) if found else place)
    limit = float(RIGHT)
    for at in range(len(found) - 1, -1, -1):
        found[at] = min(found[at], limit)
        limit = found[at] - APART
    return [round(place, 1) for place in found]

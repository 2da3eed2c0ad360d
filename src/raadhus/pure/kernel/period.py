"""Time as a half-open period of days."""

from dataclasses import dataclass
from datetime import date

from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to, not including, `end`; an `end` of None means it still runs.

    Raises `Refused` where `end` is not after `start`: a period holds at least one day.
    """

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise Refused(f"Slutdatoen {self.end:%d-%m-%Y} skal ligge efter startdatoen {self.start:%d-%m-%Y}.")

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: "Period") -> bool:
        """Whether the two have a day in common."""
        return (other.end is None or self.start < other.end) and (self.end is None or other.start < self.end)

    def until(self, day: date) -> "Period":
        """The same period ended at `day`, which is its first day outside. Raises `Refused` if nothing is left."""
        return Period(self.start, day if self.end is None else min(day, self.end))

"""What the readers of dates, promises and references must know of the meeting."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """The body as written in the minutes, and the day it met; None where the minutes do not say."""

    body: str | None
    day: date | None

"""Days as they are said in a sentence."""

from datetime import date

_WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip


def day_in_words(day: date) -> str:
    """ "fredag den 31. marts 2023"."""
    return f"{_WEEKDAYS[day.weekday()]} den {short_day(day)}"


def short_day(day: date) -> str:
    """ "31. marts 2023"."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"

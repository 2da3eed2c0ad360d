"""Danish public holidays, and counting weekdays (hverdage) backwards from a meeting.

Public holidays are those of the Danish national church. Store Bededag was one up to and including 2023 (Act no. 214 of
7 March 2023). Grundlovsdag, 24 and 31 December are days off by agreement in many municipalities, so they are a setting.
"""

from datetime import date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
_FROM_EASTER = {
    "Skærtorsdag": -3,
    "Langfredag": -2,
    "Påskedag": 0,
    "2. påskedag": 1,
    "Kristi himmelfartsdag": 39,
    "Pinsedag": 49,
    "2. pinsedag": 50,
}
_STORE_BEDEDAG = 26
LAST_STORE_BEDEDAG = 2023
CUSTOMARY = {"Grundlovsdag": (6, 5), "Juleaftensdag": (12, 24), "Nytårsaftensdag": (12, 31)}


@lru_cache(maxsize=512)
def easter_sunday(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (the "Anonymous Gregorian" computus, Nature, 20 April 1876)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    corrected = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - corrected + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=512)
def public_holidays(year: int) -> dict[date, str]:
    """The public holidays of `year`, in order, with their Danish names; not Grundlovsdag and the two eves."""
    easter = easter_sunday(year)
    days = {easter + offset * _DAY: name for name, offset in _FROM_EASTER.items()}
    if year <= LAST_STORE_BEDEDAG:
        days[easter + _STORE_BEDEDAG * _DAY] = "Store bededag"
    days |= {date(year, 1, 1): "Nytårsdag", date(year, 12, 25): "Juledag", date(year, 12, 26): "2. juledag"}
    return dict(sorted(days.items()))


def is_weekday(day: date, *, saturday_counts: bool = False, customary_off: bool = False) -> bool:
    """Whether `day` is a weekday (hverdag): no Sunday, no public holiday, and a Saturday only if it counts.

    `customary_off` makes Grundlovsdag, 24 and 31 December days off as well.
    """
    if day.weekday() == 6 or (day.weekday() == 5 and not saturday_counts):
        return False
    if customary_off and (day.month, day.day) in CUSTOMARY.values():
        return False
    return day not in public_holidays(day.year)


def weekdays_before(day: date, n: int, *, saturday_counts: bool, customary_off: bool = False) -> date:
    """The `n`-th weekday counted backwards from `day`, which itself is not counted; `day` where `n` is 0.

    With `n` 4 it is the last day on which "4 hverdage før mødet" is kept when the day of sending counts; a body
    whose rules count whole weekdays between asks for 5.
    """
    while n > 0:
        day -= _DAY
        n -= is_weekday(day, saturday_counts=saturday_counts, customary_off=customary_off)
    return day

"""Time on the clock of a Danish town hall: days, moments and lengths, also on the two nights when the clock is set.

Moments are aware `datetime`s; a length is always between moments in UTC, for two moments of one zone subtract as if
the clock had never been set.
"""

from datetime import UTC, date, datetime, time, timedelta

from raadhus.pure.kernel.danish_day import DENMARK as DENMARK
from raadhus.pure.kernel.danish_day import danish_day as danish_day
from raadhus.pure.kernel.errors import Refused

_BEFORE_START = timedelta(hours=6)


def moment(day: date, at: time, *, is_summer_time: bool | None = None) -> datetime:
    """`at` o'clock on `day` in Denmark. Raises `Refused` for a time that the clock skips that night, and for one that
    it shows twice unless `is_summer_time` says which."""
    first = datetime.combine(day, at.replace(tzinfo=None, fold=0), DENMARK)
    second = first.replace(fold=1)
    if first.utcoffset() == second.utcoffset():
        return first
    if first.astimezone(UTC).astimezone(DENMARK).time() != at:
        later = (datetime.combine(day, at) + timedelta(hours=1)).time()
        raise Refused(
            f"Kl. {at:%H.%M} findes ikke den {day:%d-%m-%Y}, for uret stilles frem. Skriv fx kl. {later:%H.%M}."
        )
    if is_summer_time is None:
        raise Refused(f"Kl. {at:%H.%M} er der to gange den {day:%d-%m-%Y}. Skriv, om det er sommertid eller normaltid.")
    return first if is_summer_time else second


def moment_near(starts: datetime, at: time, *, is_summer_time: bool | None = None) -> datetime:
    """The moment that `at` o'clock means in a meeting that `starts` then: from six hours before to eighteen after.

    So 00.30 in a meeting that began at 17 is the next day, and 8.55 in one that began at 9 is five minutes before.
    """
    day = danish_day(starts)
    same_day = datetime.combine(day, at, DENMARK)
    if length(same_day, starts) > _BEFORE_START:
        day += timedelta(days=1)
    return moment(day, at, is_summer_time=is_summer_time)


def length(start: datetime, end: datetime) -> timedelta:
    """The time that really passed from `start` to `end`; negative where `end` is before."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def length_in_words(start: datetime, end: datetime) -> str:
    """ "2 timer og 5 minutter"; raises `Refused` where the meeting would end before it began."""
    minutes = int(length(start, end).total_seconds() // 60)
    if minutes < 0:
        raise Refused("Mødet kan ikke slutte, før det begyndte. Ret et af de to klokkeslæt.")
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} {'time' if hours == 1 else 'timer'}"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} {'minut' if rest == 1 else 'minutter'}")
    return " og ".join(parts)

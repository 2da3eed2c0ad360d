"""On which days a body's promises are told of in the digests, and since when a deadline was passed over in silence.

A digest goes out on the body's weekday, or daily; where that day is quiet, on the next one that is not.
"""

from datetime import date, timedelta

from raadhus.domains.proceedings.rules.profile import Profile
from raadhus.pure.kernel.holidays import is_weekday

_DAY = timedelta(days=1)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_YEAR = 366  # days; how far one looks back at most


def is_quiet(profile: Profile, day: date) -> bool:
    """Whether the body lets people be that day: weekends, holidays and its own quiet periods."""
    if not is_weekday(day, customary_off=profile.customary_off):
        return True
    return any(one.holds(day) for one in profile.reminding.quiet)


def told_since(profile: Profile, day: date, *, looked: date) -> date | None:
    """The day of the digest before the one that goes out `day`, from which on there is news; None where none goes out.

    `looked` is the last day on which somebody looked what was to be sent: what fell on a day after it is caught up.
    """
    if is_quiet(profile, day):
        return None
    is_on, before = _is_set_for(profile, day), day - _DAY
    while (before > looked or is_quiet(profile, before)) and (day - before).days < _YEAR:
        is_on, before = is_on or _is_set_for(profile, before), before - _DAY
    return _last_on(profile, before) if is_on else None


def _last_on(profile: Profile, day: date) -> date:
    """The last day up to and with `day` on which a digest went out where somebody looked every day."""
    for number in range(_YEAR):
        before = day - number * _DAY
        if _goes_out(profile, before):
            return before
    return day


def _goes_out(profile: Profile, day: date) -> bool:
    if is_quiet(profile, day):
        return False
    while not _is_set_for(profile, day):
        day -= _DAY
        if not is_quiet(profile, day):
            return False
    return True


def _is_set_for(profile: Profile, day: date) -> bool:
    return profile.reminding.digest_on in ("daily", _WEEKDAYS[day.weekday()])


def silent_before(profile: Profile, day: date, wait: int) -> date:
    """The day before which something was due, or said, that `wait` days that are not quiet have gone since, `day`
    counted."""
    while True:
        wait -= not is_quiet(profile, day)
        if wait <= 0:
            return day
        day -= _DAY


def round_near_on(profile: Profile, due_on: date) -> date:
    """The day on which those who have not answered a round are reminded: the last but one that is not quiet up to and
    with its end."""
    return silent_before(profile, due_on, 2)

"""Days and windows as people say them: "tors. 20. jan. 2022", "12 dage over"."""

from datetime import date, time

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

register = template.Library()

_WEEKDAYS = [gettext_lazy(name) for name in ("man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn.")]
_WEEKDAYS_WHOLE = [
    gettext_lazy(name) for name in ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
]
_MONTHS = [
    gettext_lazy(name)
    for name in ("jan.", "feb.", "mar.", "apr.", "maj", "juni", "juli", "aug.", "sep.", "okt.", "nov.", "dec.")
]
_MONTHS_WHOLE = [
    gettext_lazy(name)
    for name in (
        "januar", "februar", "marts", "april", "maj", "juni",
        "juli", "august", "september", "oktober", "november", "december",
    )
]  # fmt: skip


@register.filter
def day(value: date | None) -> str:
    """ "tors. 20. jan. 2022"; "uden dato" for None."""
    if value is None:
        return _("uden dato")
    return f"{_WEEKDAYS[value.weekday()]} {short_day(value)}"


@register.filter
def short_day(value: date) -> str:
    """ "20. jan. 2022"."""
    return f"{value.day}. {_MONTHS[value.month - 1]} {value.year}"


@register.filter
def whole_day(value: date | None) -> str:
    """ "torsdag 20. januar 2022"; "uden dato" for None."""
    if value is None:
        return _("uden dato")
    weekday, month = _WEEKDAYS_WHOLE[value.weekday()], _MONTHS_WHOLE[value.month - 1]
    return f"{weekday} {value.day}. {month} {value.year}"


@register.filter
def clock(value: time | None) -> str:
    """ "kl. 9" or "kl. 9.30"; empty for None."""
    if value is None:
        return ""
    minutes = f".{value.minute:02d}" if value.minute else ""
    return _("kl. {time}").format(time=f"{value.hour}{minutes}")


def window(first: date | None, last: date | None) -> str:
    """ "3. feb. 2022" for one day, "27. juni – 14. aug. 2022" for more, "uden dato" for none."""
    if last is None or first is None:
        return _("uden dato")
    if first == last:
        return short_day(last)
    start = short_day(first) if first.year != last.year else short_day(first).removesuffix(f" {first.year}")
    return f"{start} – {short_day(last)}"


@register.simple_tag
def window_in_words(first: date | None, last: date | None) -> str:
    return window(first, last)


@register.filter
def distance(value: date, today: date) -> str:
    """How far `value` is from `today`: "12 dage over", "i dag", "om 14 dage"; years where it is more than two."""
    days = (value - today).days
    if days == 0:
        return _("i dag")
    count = abs(days)
    if count > 730:
        years = count // 365
        return _("{n} år over").format(n=years) if days < 0 else _("om {n} år").format(n=years)
    if days < 0:
        return ngettext("{n} dag over", "{n} dage over", count).format(n=count)
    return ngettext("om {n} dag", "om {n} dage", count).format(n=count)


@register.filter
def days_over(last: date | None, today: date) -> int:
    """How many days `last` lies before `today`; 0 where it does not."""
    return max(0, (today - last).days) if last else 0

"""Days and windows as people say them: "tors. 20. jan. 2022", "12 dage over"."""

from datetime import date, time
from functools import lru_cache

from django import template
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

register = template.Library()

# One call a word: the tool that gathers words to translate reads no loops.
_WEEKDAYS = (
    gettext_lazy("man."), gettext_lazy("tirs."), gettext_lazy("ons."), gettext_lazy("tors."),
    gettext_lazy("fre."), gettext_lazy("lør."), gettext_lazy("søn."),
)  # fmt: skip
_WEEKDAYS_WHOLE = (
    gettext_lazy("mandag"), gettext_lazy("tirsdag"), gettext_lazy("onsdag"), gettext_lazy("torsdag"),
    gettext_lazy("fredag"), gettext_lazy("lørdag"), gettext_lazy("søndag"),
)  # fmt: skip
_MONTHS = (
    gettext_lazy("jan."), gettext_lazy("feb."), gettext_lazy("mar."), gettext_lazy("apr."),
    gettext_lazy("maj"), gettext_lazy("juni"), gettext_lazy("juli"), gettext_lazy("aug."),
    gettext_lazy("sep."), gettext_lazy("okt."), gettext_lazy("nov."), gettext_lazy("dec."),
)  # fmt: skip
_MONTHS_WHOLE = (
    gettext_lazy("januar"), gettext_lazy("februar"), gettext_lazy("marts"), gettext_lazy("april"),
    gettext_lazy("maj"), gettext_lazy("juni"), gettext_lazy("juli"), gettext_lazy("august"),
    gettext_lazy("september"), gettext_lazy("oktober"), gettext_lazy("november"), gettext_lazy("december"),
)  # fmt: skip


@register.filter
def day(value: date | None) -> str:
    """ "tors. 20. jan. 2022"; "uden dato" for None."""
    return _day(value, get_language()) if value else _("uden dato")


@register.filter
def short_day(value: date) -> str:
    """ "20. jan. 2022"."""
    return _short_day(value, get_language())


# A page may show hundreds of days, many of them the same: each is put in words once in each language.
@lru_cache(maxsize=4096)
def _day(value: date, language: str) -> str:
    return f"{_WEEKDAYS[value.weekday()]} {_short_day(value, language)}"


@lru_cache(maxsize=4096)
def _short_day(value: date, _language: str) -> str:
    return _("{day}. {month} {year}").format(day=value.day, month=_MONTHS[value.month - 1], year=value.year)


@register.filter
def whole_day(value: date | None) -> str:
    """ "torsdag 20. januar 2022"; "uden dato" for None."""
    if value is None:
        return _("uden dato")
    weekday, month = _WEEKDAYS_WHOLE[value.weekday()], _MONTHS_WHOLE[value.month - 1]
    whole = _("{day}. {month} {year}").format(day=value.day, month=month, year=value.year)
    return f"{weekday} {whole}"


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


def due(first: date | None, last: date | None, made_on: date | None) -> str:
    """As `window`, but "senest 23. jan. 2022" where the window opens when the promise is made."""
    if last is not None and first is not None and first == made_on and first < last:
        return _("senest {day}").format(day=short_day(last))
    return window(first, last)


@register.simple_tag
def due_in_words(first: date | None, last: date | None, made_on: date | None) -> str:
    return due(first, last, made_on)


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

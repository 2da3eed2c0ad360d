"""The signs and measures of a timeline."""

from datetime import date
from typing import Any

from django import template

from raadhus.interfaces.web.templatetags.danish_dates import short_day
from raadhus.interfaces.web.timeline_words import sign_of

register = template.Library()


@register.filter
def point(value: float) -> str:
    """A measure as a drawing wants it, whatever the language: with a full stop."""
    return f"{value:.1f}"


@register.filter
def month_of(day: date) -> str:
    """ "jan. 2022"."""
    return short_day(day).split(" ", 1)[1]


@register.inclusion_tag("_outcome.html")
def event_sign(event: Any) -> dict[str, object]:
    """The chip of an event: letter and word."""
    letter, word, tone = sign_of(event)
    return {"letter": letter, "word": word, "tone": tone, "brief": False}

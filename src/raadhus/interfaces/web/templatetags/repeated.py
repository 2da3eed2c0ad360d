"""What stands many times on a page, written at once: a template's own way costs a page of promises most of its time."""

from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from raadhus.interfaces.web import addresses
from raadhus.interfaces.web.templatetags.danish_dates import distance, due
from raadhus.interfaces.web.templatetags.marks import icon

register = template.Library()
UNDER_WAY = ("open", "answered")


@register.simple_tag
def options(offered: Iterable[tuple[Any, Any]], chosen: object) -> SafeString:
    """An `<option>` for each (value, words), selected where the value is what was `chosen`."""
    said = "" if chosen is None else str(chosen)
    return mark_safe("".join(_option(str(value), str(words), said) for value, words in offered))


def _option(value: str, words: str, chosen: str) -> str:
    mark = " selected" if value == chosen else ""
    return f'<option value="{escape(value)}"{mark}>{escape(words)}</option>'


@register.simple_tag
def address(name: str, pk: int) -> str:
    """As `{% url name pk %}`."""
    return addresses.address_of(name, pk)


@register.filter
def shortened(text: str, most: int) -> str:
    """At most so many letters of the text, the last of them "…" where it is longer."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


@register.simple_tag
def deadline(promise: Any, today: date) -> SafeString:
    """When a promise is due, and while it is under way how far off that is."""
    if not promise.due_last:
        return format_html('<span class="quiet">{}</span>', _("uden dato"))
    words = due(promise.due_first, promise.due_last, promise.made_on)
    when = format_html('<span class="num nowrap">{}</span>', words)
    if promise.progress not in UNDER_WAY:
        return when
    far = distance(promise.due_last, today)
    if promise.due_last < today and promise.status != "rejected":
        return format_html('{} <span class="mark mark-late">{} {}</span>', when, icon("warning"), far)
    return format_html('{} <span class="quiet nowrap">{}</span>', when, far)


@register.simple_tag
def owner(promise: Any) -> SafeString:
    """Who answers for a promise; where nobody does, whom its words name."""
    if promise.owner_words:
        return format_html('<span class="who">{}</span>', promise.owner_words)
    named = format_html('<span class="quiet">{}</span>', ", ".join(promise.who)) if promise.who else ""
    if promise.status == "accepted":
        return format_html('{} <span class="quiet">{}</span>', named, _("ingen svarer for det"))
    return named or format_html('<span class="quiet">{}</span>', _("ikke nævnt"))

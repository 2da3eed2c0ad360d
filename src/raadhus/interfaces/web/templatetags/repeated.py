"""What stands many times on a page, written at once: a template's own way costs a page of promises most of its time."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from raadhus.interfaces.web import addresses
from raadhus.interfaces.web.markup import filled
from raadhus.interfaces.web.templatetags.danish_dates import day, distance, due
from raadhus.interfaces.web.templatetags.followup import progress_word
from raadhus.interfaces.web.templatetags.marks import commitment_kind, commitment_status, icon

register = template.Library()
UNDER_WAY = ("open", "answered")


@register.simple_tag
def options(offered: Iterable[tuple[object, str]], chosen: object) -> SafeString:
    """An `<option>` for each (value, words), selected where the value is what was `chosen`."""
    told = _options(tuple(offered))
    value = f'<option value="{escape(str(chosen))}"' if chosen is not None else ""
    return mark_safe(told.replace(f"{value}>", f"{value} selected>", 1) if value else told)


# The same posts, bodies and names on page after page; what is offered is the key, so that nothing else is ever given.
@lru_cache(maxsize=64)
def _options(offered: tuple[tuple[object, str], ...]) -> str:
    return "".join(filled('<option value="{}">{}</option>', value, words) for value, words in offered)


@register.filter
def shortened(text: str, most: int) -> str:
    """At most so many letters of the text, the last of them "…" where it is longer."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


@register.simple_tag
def deadline(promise: Any, today: date) -> SafeString:
    """When a promise is due, and while it is under way how far off that is."""
    if not promise.due_last:
        return filled('<span class="quiet">{}</span>', _("uden dato"))
    words = due(promise.due_first, promise.due_last, promise.made_on)
    when = filled('<span class="num nowrap">{}</span>', words)
    if promise.progress not in UNDER_WAY:
        return when
    far = distance(promise.due_last, today)
    if promise.due_last < today and promise.status != "rejected":
        return filled('{} <span class="mark mark-late">{} {}</span>', when, icon("warning"), far)
    return filled('{} <span class="quiet nowrap">{}</span>', when, far)


@register.simple_tag
def owner(promise: Any) -> SafeString:
    """Who answers for a promise; where nobody does, whom its words name."""
    if promise.owner_words:
        return filled('<span class="who">{}</span>', promise.owner_words)
    named = filled('<span class="quiet">{}</span>', ", ".join(promise.who)) if promise.who else ""
    if promise.status == "accepted":
        nobody = filled('<span class="quiet">{}</span>', _("ingen svarer for det"))
        return filled("{}<br>{}", named, nobody) if named else nobody
    return named or filled('<span class="quiet">{}</span>', _("ikke nævnt"))


@register.simple_tag
def promise_cells(promise: Any, today: date) -> SafeString:
    """The cells of a promise's row, but for what is done with it: when, who, what it says, and where it was made."""
    cells = (deadline(promise, today), owner(promise), _said(promise), _where(promise.item))
    return filled("<td>{}</td><td>{}</td><td>{}</td><td>{}</td>", *cells)


def _said(promise: Any) -> SafeString:
    task = filled('<p lang="da">{}</p>', promise.task) if promise.task else ""
    back = filled("<span>{}</span>", _("tilbage til %(body)s") % {"body": promise.body}) if promise.body else ""
    answer = filled('<span lang="da">{}</span>', shortened(promise.answer, 120)) if promise.answer else ""
    words = filled('<blockquote class="words" lang="da">{}</blockquote>', promise.quote)
    kind = commitment_kind(promise.kind)
    return filled('{}{}<p class="meta"><span>{}</span>{}{}</p>', task, words, kind, back, answer)


def _where(item: Any) -> SafeString | str:
    if item is None:
        return ""
    to = addresses.address_of("item", item.pk)
    form = '<a lang="da" href="{}">{}</a><br><span class="quiet">{} {}</span>'
    return filled(form, to, item.title, item.body, day(item.day))


@register.simple_tag
def promise_link(promise: Any) -> SafeString:
    """How far a promise is, as the way to its page."""
    is_accepted = promise.status == "accepted"
    step = progress_word(promise.progress) if is_accepted else commitment_status(promise.status)
    to, words = addresses.address_of("promise", promise.pk), shortened(promise.quote, 60)
    return filled('<a href="{}">{}<span class="sr-only">: {}</span></a>', to, step, words)

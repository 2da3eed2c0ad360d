"""Outcome marks and icons: a letter and a word, since colour never speaks alone."""

from functools import cache

from django import template
from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

register = template.Library()

# outcome: letter, word, tone (the class that colours it)
OUTCOMES = {
    "approved": ("G", _("Godkendt"), "done"),
    "recommended": ("A", _("Anbefalet"), "done"),
    "noted": ("E", _("Taget til efterretning"), "done"),
    "discussed": ("D", _("Drøftet"), "plain"),
    "deferred": ("U", _("Udsat"), "open"),
    "withdrawn": ("X", _("Udgik"), "away"),
    "returned": ("T", _("Sendt tilbage"), "open"),
    "referred": ("V", _("Sendt videre"), "open"),
    "rejected": ("F", _("Afvist"), "away"),
    "lapsed": ("B", _("Bortfaldet"), "away"),
    "none": ("–", _("Ingen beslutning"), "plain"),
    "mixed": ("±", _("Delt beslutning"), "plain"),
    "other": ("·", _("Andet"), "plain"),
}
VERSION_KINDS = {"agenda": _("Dagsorden"), "minutes": _("Referat"), "unknown": _("Dokument")}
COMMITMENT_KINDS = {"task": _("Opgave"), "return": _("Kommer tilbage")}
COMMITMENT_STATUSES = {"suggested": _("Foreslået"), "accepted": _("Godtaget"), "rejected": _("Afvist")}
MAIL_STATES = {
    "queued": _("I kø"),
    "sending": _("Ved at blive sendt"),
    "sent": _("Sendt"),
    "unsure": _("Usikker"),
    "refused": _("Afvist"),
    "stale": _("For gammel"),
    "set_aside": _("Lagt til side"),
}

SECTION_KINDS = {
    "decision": _("Beslutning"),
    "recommendation": _("Indstilling"),
    "account": _("Sagsfremstilling"),
    "occasion": _("Anledning"),
    "summary": _("Resumé"),
    "consequences": _("Konsekvenser"),
    "history": _("Tidligere behandling"),
    "competence": _("Kompetence"),
    "attendance": _("Deltagere"),
    "attachments": _("Bilag"),
    "other": _("Andet"),
}


@register.inclusion_tag("_outcome.html")
def outcome(value: str, *, brief: bool = False) -> dict[str, object]:
    """The chip of an outcome; `brief` shows the letter alone and keeps the word for screen readers."""
    letter, word, tone = OUTCOMES.get(value, OUTCOMES["other"])
    return {"letter": letter, "word": word, "tone": tone, "brief": brief}


@register.filter
def outcome_word(value: str) -> str:
    return str(OUTCOMES.get(value, OUTCOMES["other"])[1])


@register.filter
def version_kind(value: str) -> str:
    return str(VERSION_KINDS.get(value, VERSION_KINDS["unknown"]))


@register.filter
def section_kind(value: str) -> str:
    return str(SECTION_KINDS.get(value, SECTION_KINDS["other"]))


@register.filter
def commitment_kind(value: str) -> str:
    return str(COMMITMENT_KINDS[value])


@register.filter
def mail_state(value: str) -> str:
    return str(MAIL_STATES[value])


@register.filter
def commitment_status(value: str) -> str:
    return str(COMMITMENT_STATUSES[value])


@register.simple_tag
def icon(name: str) -> SafeString:
    """An icon of dkfds, drawn in the colour of the text; says nothing to a screen reader."""
    return mark_safe(_svg(name))


@cache
def _svg(name: str) -> str:
    path = finders.find(f"vendor/img/svg-icons/{name}.svg")
    if not path:
        raise LookupError(f"no icon called {name}: is it in dkfds, and has tools/build_assets.py been run?")
    with open(path, encoding="utf-8") as file:
        return file.read().strip().replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1)

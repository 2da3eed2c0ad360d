"""Words for those at a meeting, and for a day with its weekday."""

from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

register = template.Library()

ROLES = {
    "member": gettext_lazy("Medlem"),
    "chair": gettext_lazy("Formand"),
    "deputy_chair": gettext_lazy("Næstformand"),
    "deputy": gettext_lazy("Stedfortræder"),
    "secretary": gettext_lazy("Sekretær"),
}


@register.filter
def seat_role(value: str) -> str:
    return str(ROLES[value]).lower()


@register.filter
def presence_word(one: Any) -> str:
    """Whether somebody is there, in a word or two."""
    if one.is_present is None:
        return _("Ikke noteret")
    if one.is_present:
        return _("Til stede")
    return _("Afbud: {why}").format(why=one.get_excuse_display()) if one.excuse else _("Fraværende")

"""Two people wrote the same thing: what stands and what was typed, side by side, in the words of the form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.forms import ChoiceField, Form
from django.utils.translation import gettext as _

from raadhus.pure.kernel.conflict import Conflict


@dataclass(frozen=True, slots=True)
class Both:
    """One thing as the other wrote it and as it was typed here, as shown."""

    label: str
    theirs: str
    yours: str


def both_of(form: Form, conflict: Conflict) -> list[Both]:
    """What differs, by the labels of `form`."""
    return [
        Both(_label(form, name), _shown(form, name, conflict.theirs[name]), _shown(form, name, conflict.yours[name]))
        for name in conflict.yours
    ]


_OTHERS: dict[str, Callable[[], str]] = {
    "settings": lambda: _("Indstillinger"),
    "profile": lambda: _("Regelprofil"),
    "passes_to": lambda: _("Sender sager videre til"),
    "reminding": lambda: _("Påmindelser"),
    "owner_words": lambda: _("Hvem svarer for det"),
}


def _label(form: Form, name: str) -> str:
    field = form.fields.get(name)
    return str(field.label) if field else _OTHERS.get(name, lambda: name)()


def _shown(form: Form, name: str, value: Any) -> str:
    field = form.fields.get(name)
    if isinstance(field, ChoiceField):
        choices = {str(key): str(word) for key, word in field.choices}
        return choices.get(str(value), str(value or _("tomt")))
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, Mapping):
        return "\n".join(f"{_label(form, key)}: {_shown(form, key, one)}" for key, one in value.items()) or _("tomt")
    if isinstance(value, list | tuple):
        return "\n".join(str(one) for one in value) or _("tomt")
    return _plain(value)


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.strftime("%d-%m-%Y")
    if isinstance(value, time):
        return value.strftime("%H.%M")
    return str(value) if value not in (None, "") else _("tomt")

"""What people fill in. Labels and help are for them; what the house allows is decided in `changes`."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.interfaces.web.templatetags.marks import OUTCOMES, SECTION_KINDS

OUTCOME_CHOICES = [(value, word) for value, (_letter, word, _tone) in OUTCOMES.items()]
WHERE = {"title": _("Titel"), "decision": _("Beslutning"), "text": _("Tekst"), "attachments": _("Bilag")}


class Plain(forms.Form):
    """Fields with the design system's class; ids and names are the same."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, label_suffix="", **named)
        for field in self.fields.values():
            is_list = isinstance(field.widget, forms.Select)
            if not isinstance(field.widget, (forms.CheckboxInput, forms.RadioSelect)):
                field.widget.attrs["class"] = "form-select" if is_list else "form-input"


def day_field(label: Any, **named: Any) -> forms.DateField:
    """A day, asked for with the browser's own calendar."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **named)


def clock_field(label: Any, **named: Any) -> forms.TimeField:
    """A time of day."""
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **named)


class Revised(Plain):
    """A form that remembers which revision was seen; two who write at once are both shown."""

    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)


class MeetingFacts(Plain):
    """The head of a meeting; an empty field means that nobody knows."""

    body = forms.CharField(label=_("Forum"), required=False, strip=True)
    starts_on = forms.DateField(
        label=_("Dag"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    starts_at = forms.TimeField(
        label=_("Begynder"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends_at = forms.TimeField(
        label=_("Slutter"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    place = forms.CharField(label=_("Sted"), required=False)

    body.help_text = _("Et nyt navn giver et nyt forum, åbent for alle, der er logget ind.")
    starts_on.help_text = _("Når forum og dag er kendt, kan mødets læsere se det.")


class ItemFacts(Plain):
    """The facts of an item as they should be; `outcome` is there only where a decision is."""

    number = forms.CharField(label=_("Nummer"), required=False)
    title = forms.CharField(label=_("Titel"), required=False)
    case_number = forms.CharField(label=_("Sagsnummer"), required=False, help_text=_("Som det står i dokumentet."))
    outcome = forms.ChoiceField(label=_("Udfald"), choices=OUTCOME_CHOICES, required=False)
    is_closed = forms.BooleanField(
        label=_("Lukket punkt"), required=False, help_text=_("Lukker også punktets løfter og mødets filer.")
    )

    def __init__(self, *args: Any, has_decision: bool, **named: Any) -> None:
        super().__init__(*args, **named)
        if not has_decision:
            del self.fields["outcome"]


class LinePlace(Plain):
    """Where a line that was not understood belongs."""

    item = forms.TypedChoiceField(label=_("Punkt"), coerce=int)
    section_kind = forms.ChoiceField(label=_("Afsnit"), choices=list(SECTION_KINDS.items()))

    def __init__(self, *args: Any, items: list[Any], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["item"].choices = [(item.pk, f"{item.number} {item.title}".strip()) for item in items]


class SearchFilters(Plain):
    """What a search is narrowed down to. A field that makes no sense narrows nothing and says so beside itself."""

    forum = forms.TypedChoiceField(label=_("Forum"), required=False, coerce=int, empty_value=None)
    fra = forms.DateField(
        label=_("Fra"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    til = forms.DateField(
        label=_("Til"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    sag = forms.CharField(label=_("Sagsnummer"), required=False, max_length=60)
    udfald = forms.ChoiceField(label=_("Udfald"), required=False, choices=[("", _("Alle")), *OUTCOME_CHOICES])
    hvor = forms.ChoiceField(label=_("Hvor"), required=False, choices=[("", _("Overalt")), *WHERE.items()])

    def __init__(self, *args: Any, bodies: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["forum"].choices = [("", _("Alle")), *((body.pk, body.name) for body in bodies)]

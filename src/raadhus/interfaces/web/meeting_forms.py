"""What is filled in to plan, move and cancel meetings."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from raadhus.domains.proceedings.changes import When
from raadhus.domains.proceedings.rules.series import Series
from raadhus.interfaces.web.forms import Plain, Revised, clock_field, day_field

ONCE = "once"
PATTERNS = [
    (ONCE, _("Ét møde")),
    ("weeks", _("Samme ugedag, med uger imellem")),
    ("month", _("Samme ugedag i måneden")),
]
NTH = [
    ("1", _("den første")),
    ("2", _("den anden")),
    ("3", _("den tredje")),
    ("4", _("den fjerde")),
    ("-1", _("den sidste")),
]
_WHEN = ("starts_on", "starts_at", "ends_at", "place")


class SittingForm(Plain):
    """When and where, and whether it comes again."""

    starts_on = day_field(_("Dag"))
    starts_at = clock_field(_("Begynder"))
    ends_at = clock_field(_("Slutter"), required=False)
    place = forms.CharField(label=_("Sted"), required=False, max_length=200)
    link = forms.URLField(label=_("Link til onlinemøde"), required=False, assume_scheme="https")
    pattern = forms.ChoiceField(label=_("Gentages"), choices=PATTERNS, initial=ONCE, required=False)
    every = forms.IntegerField(
        label=_("Uger eller måneder mellem møderne"),
        initial=1,
        required=False,
        help_text=_("1 er hver uge eller måned."),
    )
    nth = forms.TypedChoiceField(
        label=_("Hvilken af ugedagene i måneden"), choices=NTH, coerce=int, initial="1", required=False, empty_value=1
    )
    last = day_field(_("Sidste dag i serien"), required=False)
    pauses_in_july = forms.BooleanField(label=_("Ingen møder i juli"), required=False, initial=True)

    SERIES = ("pattern", "every", "nth", "last", "pauses_in_july")

    def clean(self) -> dict[str, Any]:
        typed = super().clean()
        if typed.get("pattern") not in ("", ONCE) and not typed.get("last"):
            self.add_error("last", ValidationError(_("Skriv, hvornår serien slutter.")))
        return typed

    def when(self) -> When:
        """The hours and place that were typed."""
        return When(**{name: self.cleaned_data[name] for name in _WHEN})

    def series(self) -> Series | None:
        """The series that was asked for, None for one meeting."""
        typed = self.cleaned_data
        if typed["pattern"] in ("", ONCE):
            return None
        every = 1 if typed["every"] is None else typed["every"]
        return Series(
            typed["starts_on"], typed["last"], typed["pattern"], every, int(typed["nth"]), typed["pauses_in_july"]
        )


class MoveForm(Revised):
    """Another time or place for a planned meeting."""

    starts_on = day_field(_("Dag"))
    starts_at = clock_field(_("Begynder"))
    ends_at = clock_field(_("Slutter"), required=False)
    place = forms.CharField(label=_("Sted"), required=False, max_length=200)
    link = forms.URLField(label=_("Link til onlinemøde"), required=False, assume_scheme="https")

    def when(self) -> When:
        """As it was typed."""
        return When(**{name: self.cleaned_data[name] for name in _WHEN})


class Reason(Plain):
    """Why something is done."""

    because = forms.CharField(label=_("Hvorfor"), widget=forms.Textarea(attrs={"rows": 3}))

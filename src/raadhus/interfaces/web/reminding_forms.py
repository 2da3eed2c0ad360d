"""What is filled in to say how a body speaks of its promises by mail; and its way in a sentence."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from raadhus.domains.proceedings.rules.reminding import Reminding
from raadhus.domains.proceedings.rules.reminding_settings import quiet_in_words, read_quiet
from raadhus.interfaces.web.body_forms import AS_PROFILE, YES_NO
from raadhus.interfaces.web.forms import Revised

DAYS = {
    "monday": _("Om mandagen"),
    "tuesday": _("Om tirsdagen"),
    "wednesday": _("Om onsdagen"),
    "thursday": _("Om torsdagen"),
    "friday": _("Om fredagen"),
    "daily": _("Hver dag, når noget skal gøres"),
}
_NUMBERS = ("days_ahead", "keeper_after", "head_after")


class RemindingForm(Revised):
    """How a body reminds; an empty field is as its profile has it."""

    digest_on = forms.ChoiceField(
        label=_("Oversigten sendes"), choices=[AS_PROFILE, *DAYS.items()], required=False,
        help_text=_("Én mail til hver om alt, de har lovet. Falder dagen på en stille dag, kommer den på den næste."),
    )  # fmt: skip
    days_ahead = forms.IntegerField(label=_("Dage før en frist, hvor løftet kommer med"), required=False)
    keeper_after = forms.IntegerField(
        label=_("Hverdage uden svar, før sekretæren hører om det"), required=False,
        help_text=_("Regnes fra fristen; stille dage tæller ikke."),
    )  # fmt: skip
    head_after = forms.IntegerField(label=_("Hverdage mere, før det går videre"), required=False)
    head_post = forms.CharField(
        label=_("Det går videre til posten"), required=False, max_length=200,
        widget=forms.TextInput(attrs={"list": "poster", "autocomplete": "off"}),
        help_text=_("Tomt: til formanden. Har ingen posten, går det også til formanden."),
    )  # fmt: skip
    may_stop = forms.ChoiceField(label=_("Man kan stoppe oversigten"), choices=YES_NO, required=False)
    quiet = forms.CharField(
        label=_("Stille perioder"), required=False, max_length=200,
        help_text=_("Hvert år, fx 1/7-31/7, 24/12-1/1; »ingen« for ingen. Weekender og helligdage er altid stille."),
    )  # fmt: skip

    def __init__(self, *args: Any, profile: Reminding, **named: Any) -> None:
        super().__init__(*args, **named)
        for name in _NUMBERS:
            own = _now("Tomt: {number}, som profilen.").format(number=getattr(profile, name))
            self.fields[name].help_text = f"{self.fields[name].help_text} {own}".strip()
        quiet = _now("Tomt: {quiet}, som profilen.").format(quiet=quiet_in_words(profile.quiet) or _now("ingen"))
        self.fields["quiet"].help_text = f"{self.fields['quiet'].help_text} {quiet}"


def settings_of(typed: Mapping[str, Any]) -> dict[str, Any]:
    """What the body sets otherwise, from the fields of the form; `Refused` for a quiet period that is none."""
    said = {name: typed[name] for name in ("digest_on", *_NUMBERS, "head_post")}
    said["may_stop"] = {"yes": True, "no": False}.get(typed["may_stop"])
    quiet = typed["quiet"].strip()
    if quiet:
        said["quiet"] = [] if quiet.casefold() == "ingen" else read_quiet(quiet)
    return {name: value for name, value in said.items() if value not in (None, "")}


def typed_from(settings: Mapping[str, Any], own: Reminding) -> dict[str, Any]:
    """The fields as they stand; `own` is the body's way with its `settings`."""
    known = {name: settings.get(name) for name in ("digest_on", *_NUMBERS, "head_post")}
    known["may_stop"] = {True: "yes", False: "no"}.get(settings.get("may_stop"), "")
    known["quiet"] = (quiet_in_words(own.quiet) or "ingen") if "quiet" in settings else ""
    return known


def reminding_in_words(own: Reminding) -> list[str]:
    """How the body reminds, a sentence each."""
    days = ngettext("{n} dag", "{n} dage", own.days_ahead).format(n=own.days_ahead)
    head = own.head_post or _now("formanden")
    told = [
        _now("Oversigt over løfter: {when}, med det, der skal gøres inden for {days}.").format(
            when=str(DAYS[own.digest_on]).lower(), days=days
        ),
        _now("Uden svar hører sekretæren om det {wait} efter fristen, og {head} {more} senere.").format(
            wait=_weekdays(own.keeper_after), head=head, more=_weekdays(own.head_after)
        ),
        _now("Stille perioder: {quiet}.").format(quiet=quiet_in_words(own.quiet) or _now("ingen")),
    ]
    return [*told, _now("Man kan stoppe oversigten.") if own.may_stop else _now("Oversigten kan ikke stoppes.")]


def _weekdays(number: int) -> str:
    return ngettext("{n} hverdag", "{n} hverdage", number).format(n=number)

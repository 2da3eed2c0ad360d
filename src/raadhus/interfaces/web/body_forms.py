"""What is filled in to set up how a body works."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.foundation.accounts.queries import colleagues_of
from raadhus.interfaces.web.forms import Plain, Revised, day_field
from raadhus.interfaces.web.templatetags.proceedings import NUMBERINGS, ROLES
from raadhus.pure.kernel.errors import Refused

AS_PROFILE = ("", _("Som profilen"))
YES_NO = [AS_PROFILE, ("yes", _("ja")), ("no", _("nej"))]
READERS = [
    ("signed_in", _("Alle, der er logget ind")),
    ("everyone", _("Alle, også borgere")),
    ("named", _("Kun navngivne")),
]
SETTINGS = ("notice_days", "saturday_counts", "numbering", "called_by")


class NewBody(Plain):
    """A body that no document has named yet."""

    name = forms.CharField(label=_("Navn"), max_length=200, help_text=_("Som det står på dagsordenen, fx »Chefforum«."))
    readers = forms.ChoiceField(
        label=_("Hvem læser åbne punkter"),
        choices=READERS,
        help_text=_("Lukkede punkter læses kun af dem, du giver lov, når du giver dem en plads."),
    )


class BodyRulesForm(Revised):
    """The profile, and what the body does otherwise."""

    profile = forms.ChoiceField(label=_("Regelprofil"))
    notice_days = forms.IntegerField(
        label=_("Hverdage fra dagsorden til møde"), required=False, help_text=_("Tomt: som profilen.")
    )
    saturday_counts = forms.ChoiceField(label=_("Lørdag tæller som hverdag"), choices=YES_NO, required=False)
    numbering = forms.ChoiceField(
        label=_("Punkternes numre"), choices=[AS_PROFILE, *NUMBERINGS.items()], required=False
    )
    called_by = forms.CharField(label=_("Indkaldes af"), required=False, help_text=_("Tomt: som profilen."))
    passes_to = forms.TypedChoiceField(
        label=_("Sender sager videre til"), required=False, coerce=int, empty_value=None,
        help_text=_("Det forum, der behandler sagen bagefter."),
    )  # fmt: skip

    def __init__(self, *args: Any, profiles: Mapping[str, Any], bodies: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["profile"].choices = [(key, one.name) for key, one in profiles.items()]
        self.fields["passes_to"].choices = [("", _("Ingen")), *((one.pk, one.name) for one in bodies)]

    def settings(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """What the body sets otherwise; of `before` what this form does not ask about stays."""
        kept = {name: value for name, value in before.items() if name not in SETTINGS}
        typed = self.cleaned_data
        yes_no = {"yes": True, "no": False}.get(typed["saturday_counts"])
        asked = {name: typed[name] for name in SETTINGS} | {"saturday_counts": yes_no}
        return kept | {name: value for name, value in asked.items() if value not in (None, "")}


class Colleague(forms.CharField):
    """Somebody who signs in, by user name; the browser helps with a list."""

    def __init__(self, **named: Any) -> None:
        super().__init__(widget=forms.TextInput(attrs={"list": "kolleger", "autocomplete": "off"}), **named)


class AsksForColleague(Plain):
    """A form with a field for a user name."""

    def __init__(self, *args: Any, asker: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.asker, self.colleagues = asker, colleagues_of(asker)

    def colleague(self, typed: str) -> Any:
        """The user of that name, None for an empty field; `Refused` where nobody has it."""
        return colleague_called(self.asker, typed) if typed.strip() else None


def colleague_called(asker: Any, typed: str) -> Any:
    """The user of that name among `asker`'s colleagues; `Refused` where nobody has it."""
    found = colleagues_of(asker).filter(username__iexact=typed.strip()).first()
    if found is None:
        raise Refused(f"Der er ingen bruger „{typed.strip()}“. Vælg et brugernavn fra listen.")
    return found


class SeatForm(AsksForColleague):
    """Who gets a seat, and from when."""

    name = forms.CharField(label=_("Navn"), max_length=200)
    role = forms.ChoiceField(label=_("Rolle"), choices=list(ROLES.items()))
    user = Colleague(label=_("Brugernavn"), required=False, help_text=_("Tomt, hvis personen ikke logger ind."))
    group = forms.CharField(label=_("Liste eller afdeling"), required=False, max_length=100)
    starts_on = day_field(_("Fra og med"))
    reads_closed = forms.BooleanField(label=_("Læser lukkede punkter"), required=False)

    role.help_text = _("Sekretæren ordner møder, dagsorden og referat og stemmer ikke.")


class SeatEnd(Plain):
    ends_on = day_field(_("Første dag uden pladsen"))


class StandingForm(Plain):
    """One item of every agenda; without a title it is left out."""

    title = forms.CharField(label=_("Titel"), required=False)
    recommendation = forms.CharField(label=_("Indstilling"), required=False)
    case_number = forms.CharField(label=_("Sagsnummer"), required=False, max_length=60)
    stands_last = forms.BooleanField(label=_("Står sidst"), required=False)


Standing = forms.formset_factory(StandingForm, extra=2)

"""What is filled in about an agenda item."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.domains.cases.queries import subject_named
from raadhus.interfaces.web.body_forms import AsksForColleague, Colleague
from raadhus.interfaces.web.forms import Plain, Revised, clock_field, day_field
from raadhus.interfaces.web.templatetags.danish_dates import clock, day
from raadhus.interfaces.web.templatetags.proceedings import KINDS

CASE_HELP = _("Fx 00.30.14-S00-10-21. Uden sag endnu: skriv emnets KLE-nummer, eller lad feltet stå tomt.")


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class NewItem(Plain):
    """An idea for an item; its texts come after."""

    title = forms.CharField(label=_("Titel"), help_text=_("Hvad sagen handler om, i få ord."))
    kind = forms.ChoiceField(label=_("Art"), choices=list(KINDS.items()))
    case_number = forms.CharField(label=_("Sagsnummer"), required=False, help_text=CASE_HELP)
    recommended_by = forms.CharField(
        label=_("Hvem indstiller"), required=False, max_length=300, help_text=_("Stillingen, fx »Økonomichefen«.")
    )
    points = forms.CharField(
        label=_("Indstilling"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Ét punkt på hver linje, og begynd med »at«. Forummet beslutter om hvert for sig."),
    )


class Recommendation(Revised):
    """Who recommends what, one point a line."""

    recommended_by = forms.CharField(label=_("Hvem indstiller"), required=False, max_length=300)
    points = forms.CharField(
        label=_("Indstillingens punkter"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Ét punkt på hver linje, og begynd med »at«."),
    )


def shown_subjects(found: Any) -> list[tuple[str, str, str]]:
    """Number, title and the words that led there of each suggested subject."""
    rows = [(one.subject, subject_named(one.subject), ", ".join(one.words)) for one in found]
    return [(number, row.title if row else "", words) for number, row, words in rows]


class ItemFactsForm(Revised):
    """All that is known of an item besides its texts."""

    title = forms.CharField(label=_("Titel"))
    kind = forms.ChoiceField(label=_("Art"), choices=list(KINDS.items()))
    case_number = forms.CharField(label=_("Sagsnummer"), required=False, help_text=CASE_HELP)
    presenter = forms.CharField(label=_("Fremlægges af"), required=False, max_length=200)
    guest = forms.CharField(label=_("Gæst"), required=False, max_length=200)
    guest_from = clock_field(_("Gæsten kommer"), required=False)
    guest_until = clock_field(_("Gæsten går"), required=False)
    late_because = forms.CharField(
        label=_("Hvorfor sagen ikke kan vente"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Kun hvis punktet kommer efter fristen. Det står i dagsordenen."),
    )


class Closing(Revised):
    """Why an item is closed, and when that is looked at again."""

    reason = forms.ChoiceField(label=_("Grund"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Hvad i netop denne sag"),
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
        help_text=_("En sætning om sagen. »Fortroligt« er ikke nok."),
    )
    open_again_on = day_field(_("Lukningen vurderes på ny"), required=False)

    def __init__(self, *args: Any, reasons: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["reason"].choices = [(one.key, f"{one.says} ({one.basis})") for one in reasons]


class HeadRow(Plain):
    """One stop on an item's way."""

    user = Colleague(label=_("Brugernavn"), required=False)
    post = forms.CharField(label=_("Stilling"), required=False, max_length=200)


Way = forms.formset_factory(HeadRow, extra=3)


class Comment(Plain):
    comment = forms.CharField(label=_("Hvad mangler der"), widget=forms.Textarea(attrs={"rows": 4}))


class HearingForm(AsksForColleague):
    """Who is asked for an opinion, and by when."""

    department = forms.CharField(label=_("Afdeling"), max_length=200)
    user = Colleague(
        label=_("Hvem svarer"), required=False, help_text=_("Brugernavn. Tomt, hvis du selv skriver svaret ind.")
    )
    due_on = day_field(_("Svarfrist"))


class Answer(Plain):
    answer = forms.CharField(label=_("Svar"), widget=forms.Textarea(attrs={"rows": 6}))


class UploadForm(Plain):
    """A file and which version it is."""

    file = forms.FileField(
        label=_("Fil"),
        allow_empty_file=True,
        help_text=_("PDF, Word, regneark, præsentation, billede eller tekst, højst 50 MB."),
    )
    label = forms.CharField(
        label=_("Udgave"),
        required=False,
        max_length=60,
        help_text=_("Fx UDKAST, rettet eller rettelsesblad. Tomt, hvis der kun er én."),
    )
    is_confidential = forms.BooleanField(
        label=_("Fortroligt"), required=False, help_text=_("Læses kun af dem, der læser lukkede punkter.")
    )


class PassOn(Plain):
    """To which body, and whether it goes on here too."""

    body = forms.TypedChoiceField(label=_("Forum"), coerce=int)
    how = forms.ChoiceField(
        label=_("Hvordan"),
        choices=[("copy", _("Kopiér: punktet fortsætter også her")), ("move", _("Flyt: punktet udgår her"))],
    )

    def __init__(self, *args: Any, bodies: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["body"].choices = [(one.pk, one.name) for one in bodies]


class ChooseSitting(Plain):
    """One of the coming meetings."""

    sitting = forms.TypedChoiceField(label=_("Møde"), coerce=int)

    def __init__(self, *args: Any, sittings: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["sitting"].choices = [
            (one.pk, f"{day(one.meeting.starts_on)} {clock(one.meeting.starts_at)}") for one in sittings
        ]


class ConfidentialHeading(Plain):
    """What a text that not everybody reads is called."""

    heading = forms.CharField(
        label=_("Overskrift"),
        max_length=300,
        initial=_("Fortrolige oplysninger"),
        help_text=_(
            "Afsnittet læses kun af dem, der skriver i punktet, og dem, der må læse lukkede punkter. Det kommer ikke "
            "med på papir, i udskrifter, i søgning eller i kopier på en maskine."
        ),
    )

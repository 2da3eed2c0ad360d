"""What is filled in about an agenda item."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.domains.cases.queries import subject_named
from raadhus.interfaces.web.forms import Plain, Revised
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

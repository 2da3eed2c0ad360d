"""What is filled in about a follow-up sheet and its rows. Fields of a row are called as its columns are."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.domains.followup.rules.sheets.answers import ANSWERED, EDITED
from raadhus.domains.followup.rules.sheets.values import text_of
from raadhus.interfaces.web.forms import Plain, Revised
from raadhus.interfaces.web.templatetags.sheets import ROW_STATUSES

STATUS_CHOICES = [("", _("Ikke oplyst")), *ROW_STATUSES.items()]
YES_NO = [("", _("Ikke oplyst")), ("Ja", _("Ja")), ("Nej", _("Nej"))]
WHEN_HELP = _("Fx »1. marts 2022«, »uge 7« eller »2. kvartal 2022«.")


def _words(label: Any, rows: int, **named: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": rows}), **named)


class NewSheet(Plain):
    """A sheet's name, agreement and readers, and its Excel file where there is one already."""

    title = forms.CharField(label=_("Arkets navn"), max_length=200, help_text=_("Fx »Opfølgning på budgetaftalen«."))
    agreement = forms.CharField(label=_("Aftale"), max_length=200, help_text=_("Fx »Budgetaftale 2022«."))
    case_number = forms.CharField(label=_("Sagsnummer"), required=False, max_length=60)
    audience = forms.TypedChoiceField(label=_("Hvem må læse arket"), required=False, coerce=int, empty_value=None)
    file = forms.FileField(label=_("Regneark (.xlsx)"), required=False, allow_empty_file=True)

    audience.help_text = _("De ansvarlige ser altid deres egne rækker.")
    file.help_text = _("Arket, som I har det nu. Det kan også hentes ind senere.")

    def __init__(self, *args: Any, audiences: Iterable[Any], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["audience"].choices = [("", _("Kun mig")), *((one.pk, one.name) for one in audiences)]


class SheetEdit(NewSheet):
    """A sheet's facts as they should be, and who keeps it."""

    keeper = forms.TypedChoiceField(label=_("Føres af"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, sheet: Any, colleagues: Iterable[Any], **named: Any) -> None:
        known = {"title": sheet.title, "agreement": sheet.agreement, "audience": sheet.audience_id}
        known |= {"case_number": sheet.case.number if sheet.case else "", "keeper": sheet.kept_by_id}
        super().__init__(*args, initial=known, **named)
        del self.fields["file"]
        names = [(one.pk, one.get_full_name() or one.get_username()) for one in colleagues]
        self.fields["keeper"].choices = [("", _("Kun administratorer")), *names]


class NewRow(Plain):
    """A point that no file had."""

    section = forms.ChoiceField(label=_("Afsnit"), required=False)
    number = forms.CharField(label=_("Nr."), required=False)
    point = _words(_("Aftalens punkt"), 3)
    deadline = forms.CharField(label=_("Frist"), required=False, help_text=WHEN_HELP)

    def __init__(self, *args: Any, sections: Iterable[str], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["section"].choices = [("", _("Uden afsnit")), *((one, one) for one in sections)]


class BringFile(Plain):
    """A newer Excel file."""

    file = forms.FileField(label=_("Regneark (.xlsx)"), allow_empty_file=True)


class RowAnswer(Revised):
    """What the responsible say of a row."""

    status = forms.ChoiceField(label=_("Status"), choices=STATUS_CHOICES, required=False)
    last_answer = _words(_("Svar"), 4, help_text=_("Hvordan går det, i få linjer. Det står i arket som seneste svar."))
    handling = _words(_("Handling"), 5)
    deliverable = forms.ChoiceField(label=_("Politisk mødesag som leverance"), choices=YES_NO, required=False)
    deliverable_body = forms.CharField(label=_("Udvalg"), required=False, help_text=_("Det udvalg, sagen skal til."))
    deliverable_when = forms.CharField(label=_("Forelægges"), required=False, help_text=WHEN_HELP)
    fulfilled_when = _words(_("Opfyldt når"), 3)

    def __init__(self, *args: Any, row: Any, **named: Any) -> None:
        known = {key: text_of(row.cells.get(key, "")) for key in EDITED} | {"status": row.status}
        super().__init__(*args, initial=known | {"revision": row.revision}, **named)
        stands = known["deliverable"]
        if stands not in ("", "Ja", "Nej"):
            self.fields["deliverable"].choices = [*YES_NO, (stands, stands)]

    @staticmethod
    def texts(typed: dict[str, Any], keys: tuple[str, ...] = ANSWERED) -> dict[str, str]:
        """What was typed, by column."""
        return {key: typed[key] for key in keys if key in typed}


class RowEdit(RowAnswer):
    """Every cell of a row but who is responsible."""

    number = forms.CharField(label=_("Nr."), required=False)
    point = _words(_("Aftalens punkt"), 3)
    deadline = forms.CharField(label=_("Frist"), required=False, help_text=WHEN_HELP)

    field_order = ("number", "point", "deadline", "status")


class Walked(Revised):
    """What the forum says of a row."""

    words = _words(_("Hvad blev aftalt"), 3)
    status = forms.ChoiceField(label=_("Status"), choices=STATUS_CHOICES, required=False)
    deadline = forms.CharField(label=_("Frist"), required=False)

    def __init__(self, *args: Any, row: Any, **named: Any) -> None:
        known = {"status": row.status, "deadline": text_of(row.cells.get("deadline", "")), "revision": row.revision}
        super().__init__(*args, initial=known, **named)


class Responsible(Revised):
    """Who answers for a row, and who helps."""

    main_post = forms.TypedChoiceField(label=_("Hovedansvarlig"), required=False, coerce=int, empty_value=None)
    helping_posts = forms.TypedMultipleChoiceField(
        label=_("Medansvarlige"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, posts: Iterable[Any], row: Any, **named: Any) -> None:
        helping = [one.post_id for one in row.helpers.all()]
        known = {"main_post": row.main_post_id, "helping_posts": helping, "revision": row.revision}
        super().__init__(*args, initial=known, **named)
        choices = [(post.pk, post.title) for post in posts]
        self.fields["main_post"].choices = [("", _("Ingen")), *choices]
        self.fields["helping_posts"].choices = choices
        self.fields["helping_posts"].widget.attrs.pop("class", None)


class NewRound(Plain):
    """By when everybody is asked to answer."""

    until = forms.CharField(label=_("Svar"), max_length=200, initial="inden ugens udgang", help_text=WHEN_HELP)


class Freeze(Plain):
    """What an edition is for."""

    label = forms.CharField(label=_("Udgave"), required=False, max_length=60, help_text=_("Fx UDKAST. Kan stå tomt."))
    meeting = forms.CharField(
        label=_("Møde"), required=False, max_length=200, help_text=_("Fx »Chefforum 3. februar 2022«.")
    )


class Attach(Plain):
    """Onto which item an edition goes, and as what kind of file."""

    proposal = forms.TypedChoiceField(label=_("Punkt"), coerce=int)
    kind = forms.ChoiceField(label=_("Som"), choices=[("pdf", "PDF"), ("xlsx", "Excel"), ("docx", "Word")])

    def __init__(self, *args: Any, proposals: Iterable[Any], **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["proposal"].choices = [(one.pk, f"{one.title} ({one.body.name})") for one in proposals]

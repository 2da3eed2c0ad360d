"""What is filled in about a promise. Fields are called as the promise has them, so that two texts can be compared."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raadhus.domains.followup.changes import Correction, Owner
from raadhus.domains.organisation.queries import posts_for
from raadhus.interfaces.web.body_forms import AsksForColleague, Colleague
from raadhus.interfaces.web.forms import Plain, Revised, day_field
from raadhus.interfaces.web.templatetags.marks import COMMITMENT_KINDS

UNTIL_HELP = _("Skriv det, som du ville sige det: »1. marts«, »uge 7«, »efter sommerferien«.")
HOW_FAR = [("answered", _("I gang")), ("done", _("Gjort"))]


class Answer(Revised):
    """How it goes, in a line."""

    answer = forms.CharField(label=_("Svar på en linje"), max_length=2000)
    progress = forms.ChoiceField(label=_("Hvor langt er det"), choices=HOW_FAR)


class MoreTime(Revised):
    """A later deadline and why."""

    asked_last = forms.CharField(label=_("Ny frist"), max_length=200, help_text=UNTIL_HELP)
    asked_because = forms.CharField(label=_("Hvorfor"), max_length=2000)


class Because(Revised):
    """A reason, and no more."""

    answer = forms.CharField(label=_("Hvorfor"), max_length=2000)


class Posts(AsksForColleague):
    """A form that asks for a post or a person."""

    post_id = forms.ChoiceField(label=_("Post eller afdeling"), required=False)
    person = Colleague(
        label=_("Eller en person"),
        required=False,
        help_text=_("Brugernavn. Vælg helst en post: den består, når chefen skifter."),
    )

    def __init__(self, *args: Any, asker: Any, on: date, **named: Any) -> None:
        super().__init__(*args, asker=asker, **named)
        self.posts = {str(post.pk): post for post in posts_for(asker, on=on)}
        self.fields["post_id"].choices = [("", _("Ingen")), *((key, post.title) for key, post in self.posts.items())]

    def owner(self) -> Owner:
        """The post or person chosen; neither, where nobody was."""
        typed = self.cleaned_data
        return Owner(self.posts.get(typed["post_id"]), self.colleague(typed["person"]))


class HandOver(Posts):
    """Who answers for it from now on, and why."""

    because = forms.CharField(label=_("Hvorfor"), max_length=2000)
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)


class PromiseFacts(Posts):
    """A promise as it should be."""

    task = forms.CharField(label=_("Hvad der skal gøres"), required=False, help_text=_("Tomt, hvis ordene siger det."))
    kind = forms.ChoiceField(label=_("Art"), choices=list(COMMITMENT_KINDS.items()))
    who = forms.CharField(
        label=_("Nævnt i teksten"), required=False, help_text=_("Navne eller stillinger, med komma imellem.")
    )
    due_first = day_field(_("Tidligst"), required=False)
    due_last = day_field(_("Senest"), required=False)
    body = forms.CharField(label=_("Kommer tilbage til"), required=False)
    deliverable = forms.CharField(label=_("Politisk sag"), required=False, help_text=_("Til hvilket forum og hvornår."))
    fulfilled_when = forms.CharField(label=_("Opfyldt når"), required=False)
    agreement = forms.CharField(label=_("Aftale"), required=False, max_length=200, help_text=_("Fx Budgetaftale 2022."))
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    field_order = ("task", "kind", "post_id", "person", "who", "due_first", "due_last")

    def correction(self) -> Correction:
        """What was typed, as a correction."""
        typed = self.cleaned_data
        owner = self.owner()
        said = ("kind", "due_first", "due_last", "body", "task", "deliverable", "fulfilled_when", "agreement")
        return Correction(
            who=tuple(name.strip() for name in typed["who"].split(",") if name.strip()),
            owner=owner if owner.post or owner.person else None,
            **{name: typed[name] for name in said},
        )


class PartOfPromise(Posts):
    """One part of a promise that is divided; without a task it is left out."""

    task = forms.CharField(label=_("Hvad der skal gøres"), required=False)
    until = forms.CharField(label=_("Frist"), required=False, help_text=_("Tomt: samme frist som hele løftet."))

    field_order = ("task", "post_id", "person", "until")


Parts = forms.formset_factory(PartOfPromise, extra=3)


class ProofForm(Plain):
    """A file or an address."""

    file = forms.FileField(label=_("Fil"), required=False)
    address = forms.CharField(
        label=_("Eller en adresse"),
        required=False,
        help_text=_("Fx /punkter/12/ eller https://www.kommune.dk/notat.pdf."),
    )
    words = forms.CharField(label=_("Hvad det viser"), required=False, max_length=300)


class NewPost(Plain):
    """A post or a department."""

    title = forms.CharField(
        label=_("Navn"), max_length=200, help_text=_("Som det står i referaterne, fx »Økonomichefen«.")
    )
    valid_from = day_field(_("Findes fra"), required=False, help_text=_("Tomt, hvis den altid har været der."))


class Holder(AsksForColleague):
    """Who has the post, and from when."""

    user = Colleague(label=_("Brugernavn"))
    starts_on = day_field(_("Fra og med"))


class HolderEnd(Plain):
    ends_on = day_field(_("Første dag uden posten"))


class Replacement(Plain):
    """What takes over from a post, and from when."""

    successors = forms.CharField(
        label=_("Hvem tager over"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Én post eller afdeling på hver linje. Den første får det, du ikke selv fordeler."),
    )
    from_on = day_field(_("Fra og med"))
    words = forms.CharField(
        label=_("Hvad der blev besluttet"),
        required=False,
        help_text=_("Fx »KB 21. juni 2022, punkt 4«. Det står i historien på hvert løfte."),
    )

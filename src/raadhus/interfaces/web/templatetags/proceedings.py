"""The words for roles, states, numbering and kinds of the live side."""

from typing import Any

from django import template
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from raadhus.domains.proceedings.rules.enclosures import shown_name

register = template.Library()

ROLES = {
    "member": _("Medlem"),
    "chair": _("Formand"),
    "deputy_chair": _("Næstformand"),
    "deputy": _("Stedfortræder"),
    "secretary": _("Sekretær"),
}
NUMBERINGS = {
    "per_meeting": _("Fra 1 på hvert møde"),
    "per_year": _("Fortløbende over året"),
    "hierarchical": _("Med underpunkter (1.1, 1.2)"),
}
SITTINGS = {
    "planned": _("Planlægges"),
    "sent": _("Dagsorden udsendt"),
    "in_session": pgettext_lazy("mødet", "I gang"),
    "minutes": _("Referat skrives"),
    "approved": _("Referat godkendt"),
    "sealed": _("Forseglet"),
    "cancelled": _("Aflyst"),
}
WAY = ("planned", "sent", "in_session", "minutes", "approved", "sealed")
PROPOSALS = {
    "draft": _("Kladde"),
    "with_head": _("Hos leder"),
    "ready": _("Klar til dagsorden"),
    "on_agenda": _("På dagsorden"),
    "decided": _("Besluttet"),
    "withdrawn": _("Trukket tilbage"),
}
KINDS = {
    "decision": _("til beslutning"),
    "discussion": _("til drøftelse"),
    "orientation": _("til orientering"),
}
STAGES = {"agenda": "", "late": _("eftersendt"), "minutes": _("vedlagt referatet")}


FROZEN = {"agenda": _("Dagsorden"), "supplement": _("Tillægsdagsorden"), "minutes": _("Referat")}
ACTS = {
    "proposed_item": _("foreslog punktet"),
    "recommended": _("skrev indstillingen"),
    "edited_item": _("rettede oplysningerne"),
    "took_case_number": _("satte sagsnummeret"),
    "closed_to_public": _("lukkede punktet"),
    "opened_to_public": _("åbnede punktet"),
    "sent_on_its_way": _("sendte punktet på vej"),
    "approved_step": _("godkendte"),
    "returned_item": _("sendte tilbage"),
    "took_item_back": _("tog punktet tilbage"),
    "asked_hearing": _("bad om en høring"),
    "answered_hearing": _("svarede på en høring"),
    "added_enclosure": _("vedlagde et bilag"),
    "added_confidential_text": _("tilføjede et fortroligt afsnit"),
    "removed_enclosure": _("fjernede et bilag"),
    "put_on_agenda": _("satte punktet på dagsordenen"),
    "took_off_agenda": _("tog punktet af dagsordenen"),
    "moved_to_meeting": _("flyttede punktet til et andet møde"),
    "copied_to_meeting": _("kopierede punktet til et andet møde"),
    "moved_to_body": _("flyttede punktet til et andet forum"),
    "copied_to_body": _("sendte sagen videre til et andet forum"),
    "withdrew_proposal": _("trak punktet tilbage"),
    "brought_back": _("hentede punktet tilbage"),
}


@register.filter
def act(value: str) -> str:
    """What somebody did with a proposal; "ændrede punktet" for what has no word of its own."""
    return str(ACTS.get(value, _("ændrede punktet")))


@register.filter
def role(value: str) -> str:
    return str(ROLES[value])


@register.filter
def sitting_state(value: str) -> str:
    return str(SITTINGS[value])


@register.filter
def sitting_way(sitting: Any) -> list[tuple[str, str]]:
    """The states of a meeting that is held, in order, each with where it lies: is-done, is-now, is-next."""
    at = WAY.index(sitting.state)
    return [
        (state, "is-done" if place < at else "is-now" if place == at else "is-next") for place, state in enumerate(WAY)
    ]


@register.filter
def proposal_state(value: str) -> str:
    return str(PROPOSALS[value])


@register.filter
def proposal_kind(value: str) -> str:
    return str(KINDS[value])


@register.filter
def frozen_kind(value: str) -> str:
    return str(FROZEN[value])


@register.filter
def enclosure_stage(value: str) -> str:
    return str(STAGES[value])


@register.filter
def enclosure_title(one: Any) -> str:
    """An enclosure's name as paper has it, with its version."""
    return shown_name(one.name, one.label)


@register.filter
def person(user: Any) -> str:
    """A user's name, the user name where there is none."""
    return user.get_full_name() or user.get_username()

"""A promise's steps, places and history as people say them."""

from datetime import date, datetime
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from raadhus.interfaces.web.templatetags.danish_dates import short_day
from raadhus.pure.kernel.danish_day import danish_day

register = template.Library()

# progress: letter, word, tone (the class that colours it)
PROGRESS = {
    "open": ("Å", gettext_lazy("Åben"), "open"),
    "answered": ("S", gettext_lazy("I gang"), "plain"),
    "done": ("G", gettext_lazy("Gjort"), "done"),
    "divided": ("D", gettext_lazy("Delt op"), "plain"),
    "dropped": ("X", gettext_lazy("Opgivet"), "away"),
}
ROLES = {
    "promised": gettext_lazy("Lovet"),
    "prolonged": gettext_lazy("Udskudt"),
    "reported": gettext_lazy("Afrapporteret"),
    "closed": gettext_lazy("Afsluttet"),
}
ACTS = {
    "accepted_commitment": gettext_lazy("Godtog løftet"),
    "rejected_commitment": gettext_lazy("Afviste løftet"),
    "reopened_commitment": gettext_lazy("Fortrød svaret på, om det er et løfte"),
    "corrected_commitment": gettext_lazy("Rettede løftet"),
    "answered_commitment": gettext_lazy("Svarede"),
    "finished_commitment": gettext_lazy("Meldte det gjort"),
    "dropped_commitment": gettext_lazy("Opgav løftet"),
    "took_up_commitment": gettext_lazy("Åbnede løftet igen"),
    "asked_more_time": gettext_lazy("Bad om mere tid"),
    "granted_more_time": gettext_lazy("Gav mere tid"),
    "denied_more_time": gettext_lazy("Sagde nej til mere tid"),
    "handed_over_commitment": gettext_lazy("Gav løftet videre"),
    "split_commitment": gettext_lazy("Delte løftet op"),
    "made_part": gettext_lazy("Lavede denne del af et større løfte"),
    "reorganised_commitment": gettext_lazy("Flyttede det med posten"),
    "added_proof": gettext_lazy("Lagde et bevis ved"),
    "removed_proof": gettext_lazy("Tog et bevis væk"),
    "brought_proof_back": gettext_lazy("Lagde et bevis tilbage"),
    "linked_commitment": gettext_lazy("Noterede, hvor det blev behandlet"),
    "waits_for": gettext_lazy("Lod det vente på et andet løfte"),
    "waits_no_more": gettext_lazy("Lod det ikke vente mere"),
    "released_answer": gettext_lazy("Offentliggjorde svaret"),
    "withdrew_remark": gettext_lazy("Trak den offentlige bemærkning tilbage"),
    "undid_change": gettext_lazy("Fortrød det sidste"),
}


@register.inclusion_tag("_outcome.html")
def progress(value: str) -> dict[str, object]:
    """The chip of how far a promise is: letter and word."""
    letter, word, tone = PROGRESS[value]
    return {"letter": letter, "word": word, "tone": tone, "brief": False}


@register.filter
def progress_word(value: str) -> str:
    return str(PROGRESS[value][1])


@register.filter
def day_of(moment: datetime) -> date:
    """The day in Denmark."""
    return danish_day(moment)


@register.filter
def place_role(value: str) -> str:
    return str(ROLES[value])


@register.filter
def act_word(act: Any) -> str:
    """What was done, in the past tense."""
    return str(ACTS.get(act.action, act.action))


@register.filter
def act_words(act: Any) -> str:
    """The words that belong to it: the answer, the reason, the new deadline; empty where there are none."""
    after, before = act.facts.get("after", {}), act.facts.get("before", {})
    said = [after.get("answer"), act.facts.get("because"), after.get("asked_because"), act.facts.get("words")]
    told = [str(one) for one in said if one]
    if "due_last" in after and after["due_last"] != before.get("due_last"):
        told.append(_("frist {day}").format(day=_shown(after["due_last"])))
    if act.action == "reorganised_commitment":
        told.append(f"{act.facts['was']} → {act.facts['is']}")
    return " · ".join(told)


def _shown(day: str | None) -> str:
    return short_day(date.fromisoformat(day)) if day else _("uden dato")

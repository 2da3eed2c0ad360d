"""How far the minutes are, as what stands in the way of the next step and the one step that is next."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from raadhus.domains.proceedings import queries
from raadhus.domains.proceedings.queries.standing import Standing
from raadhus.domains.proceedings.rules.protocol import check_review
from raadhus.interfaces.web.templatetags.proceedings import person


@dataclass(frozen=True, slots=True)
class NextStep:
    """The step's name among the page's buttons ("" for none that the reader can take here), and what must come first:
    sentences with the address of the place where it is done ("" where it is on this page)."""

    key: str
    blockers: tuple[tuple[str, str], ...] = ()


def next_step(sitting: Any, standing: Standing) -> NextStep:
    """What is next for whoever runs the meeting."""
    if sitting.state == "in_session":
        return NextStep("", ((_("Mødet er i gang. Hæv det, før referatet gøres færdigt."), _at("room", sitting)),))
    if sitting.state == "approved":
        return NextStep("seal", tuple((said, "#underskrifter") for said in _unsigned(standing)))
    if sitting.state == "sealed":
        return NextStep("correct")
    reopened = _reopened(sitting)
    if reopened:
        return NextStep("", reopened)
    if standing.finished is None or standing.is_changed:
        return NextStep("finish")
    if standing.sent is None or standing.sent.pk != standing.finished.pk:
        return _to_send(sitting, standing)
    return _to_approve(sitting, standing)


def _at(name: str, sitting: Any, *more: int) -> str:
    return reverse(name, args=[sitting.pk, *more])


def _reopened(sitting: Any) -> tuple[tuple[str, str], ...]:
    return tuple(
        (_("Punkt {n} er åbnet igen. Afslut det.").format(n=number), _at("room_item", sitting, item.pk))
        for number, item in queries.items_of(sitting)
        if item.state == "on_agenda"
    )


def _to_send(sitting: Any, standing: Standing) -> NextStep:
    """Sent when somebody else has read them, or when the body's rules do not demand it."""
    if standing.accepted_by:
        return NextStep("send")
    waiting = [one.user for one in queries.reviews_of(sitting) if one.answered_at is None]
    if waiting:
        asked = _("{name} er bedt om at læse referatet og har ikke svaret endnu.")
        return NextStep("wait", tuple((asked.format(name=person(one)), "#gennemsyn") for one in waiting))
    missing = check_review(queries.profile_of(sitting.meeting.body), writer=0, accepted_by=())
    said = tuple((one.sentence, "#gennemsyn") for one in missing)
    return NextStep("review", said)


def _unsigned(standing: Standing) -> list[str]:
    names = standing.missing_signatures
    said = ngettext("{names} har ikke underskrevet.", "{n} har ikke underskrevet endnu: {names}.", len(names))
    return [said.format(n=len(names), names=", ".join(names))] if names else []


def _to_approve(sitting: Any, standing: Standing) -> NextStep:
    """Approved elsewhere: by signatures here, or at a later meeting."""
    if queries.profile_of(sitting.meeting.body).approves != "next_meeting":
        return NextStep("sign", tuple((said, "#underskrifter") for said in _unsigned(standing)))
    later = queries.next_sitting(sitting)
    if later is None:
        return NextStep(
            "", ((_("Referatet godkendes på et senere møde, og der er ikke planlagt et."), reverse("meetings")),)
        )
    said = _("Referatet godkendes på mødet den {day}: beslut punktet om det, og notér godkendelsen der.")
    day = f"{later.meeting.starts_on:%d-%m-%Y}"
    place = _at("room", later) if later.opened_at else _at("meeting", later)
    return NextStep("", ((said.format(day=day), place),))

"""The next step of an item for whoever looks at it: one button in words, what stands in its way, and what else may be
done."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from raadhus.domains.proceedings import access

OPEN = ("draft", "with_head", "ready", "on_agenda")  # the states in which an item may still be written in


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do: `is_now` is done by its button, without a page that asks."""

    label: str
    address: str
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """A sentence on what is not there yet, and the place where it is mended."""

    sentence: str
    address: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """`primary` is None where it is somebody else's turn, which `waits` says."""

    primary: Act | None = None
    approves: bool = False  # the primary button takes a comment along
    waits: str = ""
    missing: tuple[Missing, ...] = ()
    more: list[Act] = field(default_factory=list)


def next_step(reader: Any, proposal: Any, texts: Sequence[tuple[Any, str]], *, on: date) -> NextStep:
    """What `reader` may do with `proposal`, whose texts they see."""
    runs, edits = access.is_secretary(reader, proposal.body, on=on), access.may_edit(reader, proposal, on=on)
    has_it = access.has_it_now(reader, proposal)
    is_mine = proposal.proposed_by_id == reader.pk
    more = _more(proposal, runs=runs, edits=edits, is_mine=is_mine, has_it=has_it)
    answer = _to_answer(reader, proposal)
    if has_it:
        return NextStep(_act("approve_item", proposal, _("Godkend, og send videre")), True, more=more)
    if answer:
        return NextStep(answer, more=more)
    if proposal.state == "draft" and edits:
        send = _act("send_item", proposal, _("Send punktet på vej"))
        return NextStep(send, missing=missing_in(proposal, texts), more=more)
    if proposal.state == "ready" and runs:
        return NextStep(_act("choose_sitting", proposal, _("Sæt på en dagsorden")), more=more)
    if proposal.state == "on_agenda":
        to = Act(_("Se dagsordenen"), reverse("meeting", args=[proposal.meeting_id]))
        return NextStep(to, more=more)
    return NextStep(waits=_waits(proposal), more=more)


def missing_in(proposal: Any, texts: Sequence[tuple[Any, str]]) -> tuple[Missing, ...]:
    """What a draft lacks before others read it; it may be sent all the same."""
    found = [
        Missing(_("Afsnittet »{heading}« er tomt.").format(heading=text.heading), reverse("write", args=[text.pk]))
        for text, _told in texts
        if not text.plain.strip() and text.kind != "recommendation"
    ]
    if proposal.kind == "decision" and not proposal.points.exists():
        sentence = _("Punktet er til beslutning og har ingen indstilling.")
        found.append(Missing(sentence, reverse("recommend", args=[proposal.pk])))
    return tuple(found)


def _to_answer(reader: Any, proposal: Any) -> Act | None:
    asked = proposal.hearings.filter(user=reader.pk, answered_at=None).first()
    if asked is None:
        return None
    return Act(_("Svar på høringen"), reverse("answer_hearing", args=[proposal.pk, asked.pk]))


def _waits(proposal: Any) -> str:
    if proposal.state == "with_head":
        step = proposal.steps.filter(decided_at=None).first()
        return _("Punktet venter på svar fra {who}.").format(who=step.post or step.user.get_username())
    return {
        "draft": _("Punktet er en kladde hos forfatteren."),
        "ready": _("Punktet venter på, at sekretæren sætter det på en dagsorden."),
        "decided": _("Punktet er besluttet."),
        "withdrawn": _("Punktet er trukket tilbage."),
    }[proposal.state]


def _more(proposal: Any, *, runs: bool, edits: bool, is_mine: bool, has_it: bool) -> list[Act]:
    state, closed = proposal.state, proposal.is_closed
    is_open = state in OPEN
    writes, goes_out = edits and is_open, is_open and (runs or (is_mine and state != "on_agenda"))
    rows = [
        (writes, "edit_item", _("Ret oplysningerne"), False),
        (writes, "ask_hearing", _("Hør en afdeling"), False),
        (writes and not closed, "close_to_public", _("Luk punktet"), False),
        (writes and closed, "open_to_public", _("Åbn punktet"), True),
        (has_it or (runs and state == "ready"), "return_item", _("Send tilbage med en bemærkning"), False),
        (is_mine and state in ("with_head", "ready"), "take_item_back", _("Tag punktet tilbage"), True),
        (runs and state == "on_agenda", "choose_sitting", _("Flyt til et andet møde"), False),
        (edits, "pass_on", _("Send sagen videre til et andet forum"), False),
        (goes_out, "withdraw", _("Træk punktet tilbage"), False),
        (runs and state == "withdrawn", "bring_item_back", _("Hent punktet tilbage"), True),
    ]
    return [_act(name, proposal, label, is_now) for may, name, label, is_now in rows if may]


def _act(name: str, proposal: Any, label: str, is_now: bool = False) -> Act:
    return Act(label, reverse(name, args=[proposal.pk]), is_now)

"""The minutes: finished, read by another, sent, signed, sealed, and corrected by addition."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.queries.standing import signed_by
from raadhus.interfaces.web.house_signer import house_signer, signs
from raadhus.interfaces.web.minutes_steps import next_step
from raadhus.interfaces.web.typed import NOTHING, Typed
from raadhus.interfaces.web.views.finding import found_or_404, whole_number
from raadhus.interfaces.web.views.room import by_now, do_or_say, sitting_run, why_not


@require_safe
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the minutes are, and the next step."""
    return minutes_page(request, sitting_run(request, pk))


def minutes_page(request: HttpRequest, sitting: Any, typed: Typed = NOTHING) -> HttpResponse:
    """The page, with what was typed in the form that could not be kept."""
    standing = queries.standing_of(sitting)
    signed = signed_by(sitting, standing.sent.digest) if standing.sent else frozenset()
    facts = {
        "section": "meetings",
        "sitting": sitting,
        "meeting": sitting.meeting,
        "items": queries.items_of(sitting),
        "standing": standing,
        "is_sent": standing.sent is not None and standing.finished == standing.sent and not standing.is_changed,
        "step": next_step(sitting, standing),
        "reviews": queries.reviews_of(sitting),
        "reviewers": queries.reviewers_for(sitting),
        "signers": [
            (one, one.pk in signed) for one in queries.attendees_of(sitting).filter(pk__in=queries.to_sign(sitting))
        ],
        "signs": signs(),
        "typed": typed,
    }
    return render(request, "minutes.html", facts)


def _done(request: HttpRequest, pk: int, change: Callable[..., Any], said: str) -> HttpResponse:
    """Do what a button asks with the meeting, and back to its minutes."""
    sitting = sitting_run(request, pk)
    do_or_say(request, lambda: change(sitting=sitting, **by_now(request)), said)
    return redirect("minutes", pk)


@require_POST
def finish_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Freeze the minutes as they stand."""
    return _done(request, pk, changes.finish_minutes, _("Referatet er gjort færdigt og kan læses af en anden."))


@require_POST
def send_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Send them: they stand on the meeting's page for everybody who may read it."""
    return _done(request, pk, changes.send_minutes, _("Referatet er sendt. Det står på mødets side."))


@require_POST
def seal_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """Close them for good."""

    def seal(**always: Any) -> object:
        return changes.seal_minutes(signer=house_signer(), **always)

    return _done(request, pk, seal, _("Referatet er forseglet. Det kan ikke ændres mere, kun føjes til."))


@require_POST
def ask_for_review(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask one of those who may read them all."""
    sitting = sitting_run(request, pk)
    wanted = whole_number(request.POST.get("reviewer"))
    found = next((one for one in queries.reviewers_for(sitting) if one.pk == wanted), None)
    if found is None:
        return minutes_page(request, sitting, Typed("review", {}, _("Vælg, hvem der skal læse referatet.")))
    act = partial(changes.ask_for_review, sitting=sitting, reviewer=found, **by_now(request))
    do_or_say(request, act, _("Der er bedt om gennemsyn."))
    return redirect("minutes", pk)


@require_POST
def note_signature(request: HttpRequest, pk: int, attendee_pk: int) -> HttpResponse:
    """The secretary has seen the signature on paper."""
    sitting = sitting_run(request, pk)
    person = found_or_404(queries.attendees_of(sitting).get, pk=attendee_pk)
    do_or_say(request, lambda: changes.sign_minutes(attendee=person, is_on_paper=True, **by_now(request)))
    return redirect("minutes", pk)


@require_POST
def add_correction(request: HttpRequest, pk: int) -> HttpResponse:
    """Something is added to approved or sealed minutes."""
    sitting, text = sitting_run(request, pk), request.POST.get("text", "")
    item = _item(sitting, whole_number(request.POST.get("item")))
    act = partial(changes.add_correction, sitting=sitting, proposal=item, text=text, **by_now(request))
    sentence = why_not(request, act, _("Rettelsen er føjet til. Den godkendes på et senere møde."))
    if sentence:
        return minutes_page(request, sitting, Typed("correct", request.POST.dict(), sentence))
    return redirect("minutes", pk)


def _item(sitting: Any, pk: int | None) -> Any:
    return next((row for _number, row in queries.items_of(sitting) if row.pk == pk), None)


def _signers(sitting: Any, signed: frozenset[int]) -> list[tuple[Any, bool]]:
    """Who signs, each with whether they have."""
    wanted = queries.attendees_of(sitting).filter(pk__in=queries.to_sign(sitting))
    return [(one, one.pk in signed) for one in wanted]

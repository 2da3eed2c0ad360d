"""The meeting is opened, those who are there are noted, and it is closed or resumed."""

from collections.abc import Callable
from datetime import time
from functools import partial
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_time
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.domains.proceedings import changes, queries
from raadhus.interfaces.web.room_words import quorum_in_words, roll_now, unknown_in_words
from raadhus.interfaces.web.typed import NOTHING, Typed
from raadhus.interfaces.web.views.finding import found_or_404, whole_number
from raadhus.interfaces.web.views.room import by_now, do_or_say, sitting_run, why_not
from raadhus.pure.kernel.errors import Refused


@require_safe
def room(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is there, whether they can decide, and the way to the next step."""
    return room_page(request, sitting_run(request, pk))


def room_page(request: HttpRequest, sitting: Any, typed: Typed = NOTHING) -> HttpResponse:
    """The page, with what was typed in the form that could not be kept."""
    roll = roll_now(sitting, timezone.now())
    items = queries.items_of(sitting)
    waiting = [(number, row) for number, row in items if row.state == "on_agenda"]
    people = queries.attendees_of(sitting)
    facts = {
        "section": "meetings",
        "sitting": sitting,
        "meeting": sitting.meeting,
        "profile": queries.profile_of(sitting.meeting.body),
        "items": items,
        "waiting": waiting,
        "next_item": _next(sitting, waiting),
        "people": [(one, roll.parts.get(one.pk, "unknown"), typed.here(f"person-{one.pk}")) for one in people],
        "quorum": quorum_in_words(sitting, roll),
        "unknown": unknown_in_words(roll),
        "excuses": queries.EXCUSES,
        "typed": typed,
    }
    return render(request, "room.html", facts)


def _next(sitting: Any, waiting: list[tuple[str, Any]]) -> tuple[str, Any] | None:
    """The item the meeting is at, else the first that waits."""
    here = [one for one in waiting if one[1].pk == sitting.current_id]
    return (here or waiting or [None])[0]


@require_POST
def open_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """The chair opens the meeting."""
    sitting = sitting_run(request, pk)
    do_or_say(request, lambda: changes.open_meeting(sitting=sitting, **by_now(request)))
    return redirect("room", pk)


@require_POST
def note_presence(request: HttpRequest, pk: int, attendee_pk: int) -> HttpResponse:
    """There, not there, or there for some of it."""
    sitting = sitting_run(request, pk)
    person = _person(sitting, attendee_pk)
    return _kept(request, sitting, f"person-{attendee_pk}", lambda: _noted(request, person))


def _noted(request: HttpRequest, person: Any) -> object:
    said = request.POST.get("is_present")
    came, left = _clock(request, "arrived_at"), _clock(request, "left_at")
    excuse = request.POST.get("excuse", "")
    is_present = {"yes": True, "no": False}.get(said or "", _told(person, came or left, excuse))
    return changes.note_presence(
        attendee=person,
        is_present=is_present,
        excuse=excuse if said != "yes" else "",
        arrived_at=came if said != "no" else None,
        left_at=left if said != "no" else None,
        revision=whole_number(request.POST.get("revision")) or 0,
        **by_now(request),
    )


def _told(person: Any, at: time | None, excuse: str) -> bool | None:
    """What times and an excuse tell of somebody's presence."""
    return True if at else False if excuse else person.is_present


def _clock(request: HttpRequest, name: str) -> time | None:
    typed = request.POST.get(name, "").strip()
    try:
        at = parse_time(typed.replace(".", ":")) if typed else None
    except ValueError:
        at = None
    if typed and at is None:
        raise Refused(_("Skriv klokkeslættet som 9.40."))
    return at


@require_POST
def note_the_rest(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody who is not noted yet is there."""
    sitting = sitting_run(request, pk)

    @transaction.atomic
    def act() -> None:
        for one in queries.attendees_of(sitting).filter(is_present=None):
            changes.note_presence(attendee=one, is_present=True, revision=one.revision, **by_now(request))

    do_or_say(request, act)
    return redirect("room", pk)


@require_POST
def ask_guest(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody without a seat takes part."""
    sitting = sitting_run(request, pk)
    name = request.POST.get("name", "")
    return _kept(request, sitting, "guest", partial(changes.ask_guest, sitting=sitting, name=name, **by_now(request)))


@require_POST
def call_deputy(request: HttpRequest, pk: int, attendee_pk: int) -> HttpResponse:
    """Somebody sits on the seat of a member who is away."""
    sitting = sitting_run(request, pk)
    act = partial(changes.call_deputy, attendee=_person(sitting, attendee_pk), name=request.POST.get("name", ""))
    return _kept(request, sitting, f"person-{attendee_pk}", partial(act, **by_now(request)))


@require_POST
def adjourn_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """The chair closes the meeting; the way leads to the minutes."""
    sitting = sitting_run(request, pk)

    def act() -> object:
        return changes.adjourn_meeting(sitting=sitting, ends_at=_clock(request, "ends_at"), **by_now(request))

    sentence = why_not(request, act)
    if sentence:
        return room_page(request, sitting, Typed("adjourn", request.POST.dict(), sentence))
    return redirect("minutes", pk)


@require_POST
def resume_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting goes on."""
    sitting = sitting_run(request, pk)
    do_or_say(request, lambda: changes.resume_meeting(sitting=sitting, **by_now(request)))
    return redirect("room", pk)


def _person(sitting: Any, attendee_pk: int) -> Any:
    return found_or_404(queries.attendees_of(sitting).get, pk=attendee_pk)


def _kept(request: HttpRequest, sitting: Any, where: str, act: Callable[[], Any]) -> HttpResponse:
    sentence = why_not(request, act)
    if sentence:
        return room_page(request, sitting, Typed(where, request.POST.dict(), sentence))
    return redirect("room", sitting.pk)

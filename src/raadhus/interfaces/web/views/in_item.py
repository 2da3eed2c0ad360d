"""What else happens in an item: promises, who takes no part, dissent, and a decision that is stopped."""

from collections.abc import Callable
from datetime import time
from functools import partial
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.dateparse import parse_time
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.queries.facts import starts_of
from raadhus.domains.proceedings.rules.meeting_time import moment_near
from raadhus.domains.proceedings.rules.stop_right import Decided
from raadhus.interfaces.web.item_page import item_page
from raadhus.interfaces.web.typed import Typed
from raadhus.interfaces.web.views.finding import found_or_404, whole_number
from raadhus.interfaces.web.views.room import by_now, do_or_say, item_run, why_not
from raadhus.pure.kernel.errors import Refused


def _kept(request: HttpRequest, sitting: Any, item: Any, where: str, act: Callable[[], Any]) -> HttpResponse:
    """Back to the item where `act` was done; else the page with what was typed in the form `where`."""
    sentence = why_not(request, act)
    if sentence:
        return item_page(request, sitting, item, Typed(where, request.POST.dict(), sentence))
    return redirect("room_item", sitting.pk, item.pk)


def _attendee(request: HttpRequest, sitting: Any) -> Any:
    key = whole_number(request.POST.get("attendee"))
    found = queries.attendees_of(sitting).filter(pk=key).first()
    if found is None:
        raise Refused(_("Vælg, hvem det er."))
    return found


@require_POST
def add_pledge(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """A promise in one line; what is unclear in it is asked beside it."""
    sitting, item = item_run(request, pk, item_pk)
    act = partial(changes.add_pledge, proposal=item, line=request.POST.get("line", ""), **by_now(request))
    return _kept(request, sitting, item, "pledge", act)


def _pledge(item: Any, pledge_pk: int) -> Any:
    return found_or_404(queries.pledges_of(item).get, pk=pledge_pk)


@require_POST
def change_pledge(request: HttpRequest, pk: int, item_pk: int, pledge_pk: int) -> HttpResponse:
    """The line is written anew."""
    sitting, item = item_run(request, pk, item_pk)
    pledge, line = _pledge(item, pledge_pk), request.POST.get("line", "")
    revision = whole_number(request.POST.get("revision")) or 0
    act = partial(changes.change_pledge, pledge=pledge, line=line, revision=revision, **by_now(request))
    return _kept(request, sitting, item, f"pledge-{pledge_pk}", act)


@require_POST
def remove_pledge(request: HttpRequest, pk: int, item_pk: int, pledge_pk: int) -> HttpResponse:
    """The line goes out."""
    _sitting, item = item_run(request, pk, item_pk)
    pledge = _pledge(item, pledge_pk)
    do_or_say(request, lambda: changes.remove_pledge(pledge=pledge, **by_now(request)))
    return redirect("room_item", pk, item_pk)


@require_POST
def leave_item(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """Somebody takes no part in the item."""
    sitting, item = item_run(request, pk, item_pk)
    said = {name: request.POST.get(name, "") for name in ("reason", "decision")}
    is_disqualified = bool(request.POST.get("is_disqualified"))

    def act() -> object:
        gone = _attendee(request, sitting)
        return changes.leave_item(
            proposal=item, attendee=gone, is_disqualified=is_disqualified, **said, **by_now(request)
        )

    return _kept(request, sitting, item, "absence", act)


@require_POST
def join_item(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """They took part after all."""
    sitting, item = item_run(request, pk, item_pk)
    do_or_say(
        request,
        lambda: changes.join_item(proposal=item, attendee=_attendee(request, sitting), **by_now(request)),
    )
    return redirect("room_item", pk, item_pk)


@require_POST
def enter_dissent(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """A member's dissenting opinion."""
    sitting, item = item_run(request, pk, item_pk)
    text = request.POST.get("text", "")

    def act() -> object:
        return changes.enter_dissent(proposal=item, attendee=_attendee(request, sitting), text=text, **by_now(request))

    return _kept(request, sitting, item, "dissent", act)


@require_POST
def remove_dissent(request: HttpRequest, pk: int, item_pk: int, dissent_pk: int) -> HttpResponse:
    """The opinion goes out again."""
    _sitting, item = item_run(request, pk, item_pk)
    row = found_or_404(queries.dissents_of(item).get, pk=dissent_pk)
    do_or_say(request, lambda: changes.remove_dissent(dissent=row, **by_now(request)))
    return redirect("room_item", pk, item_pk)


@require_POST
def stop_decision(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """A member has the council decide."""
    sitting, item = item_run(request, pk, item_pk)

    def act() -> object:
        return changes.stop_decision(
            proposal=item,
            attendee=_attendee(request, sitting),
            declared_at=moment_near(starts_of(sitting) or by_now(request)["at"], _clock(request)),
            says_council=bool(request.POST.get("says_council")),
            decided=cast(Decided, request.POST.get("decided") or "decision"),
            words=request.POST.get("words", ""),
            **by_now(request),
        )

    return _kept(request, sitting, item, "stop", act)


def _clock(request: HttpRequest) -> time:
    try:
        at = parse_time(request.POST.get("declared_at", ""))
    except ValueError:
        at = None
    if at is None:
        raise Refused(_("Skriv, hvornår standsningen blev erklæret, fx 18.40."))
    return at

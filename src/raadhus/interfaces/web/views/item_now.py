"""One item at the meeting: it is taken up, closed, opened again, or withdrawn."""

from functools import partial
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.domains.proceedings import changes, queries
from raadhus.interfaces.web.item_page import item_page
from raadhus.interfaces.web.typed import Typed
from raadhus.interfaces.web.views.room import by_now, do_or_say, item_run, why_not


@require_safe
def room_item(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """The item with its points to decide; before the meeting is opened it leads to where that is done."""
    sitting, item = item_run(request, pk, item_pk)
    if sitting.opened_at is None:
        return redirect("room", pk)
    return item_page(request, sitting, item)


@require_POST
def take_up(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """The meeting is at this item now."""
    _sitting, item = item_run(request, pk, item_pk)
    do_or_say(request, lambda: changes.take_up(proposal=item, **by_now(request)))
    return redirect("room_item", pk, item_pk)


@require_POST
def close_item(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """The item is done, and while the meeting runs the next open one is taken up in the same breath."""
    sitting, item = item_run(request, pk, item_pk)
    after = _next_open(sitting, item) if sitting.state == "in_session" else None

    @transaction.atomic
    def close() -> object:
        warnings = changes.close_item(proposal=item, **by_now(request))
        if after is not None:
            changes.take_up(proposal=after, **by_now(request))
        return warnings

    sentence = why_not(request, close)
    if sentence:
        return item_page(request, sitting, item, Typed("next", {}, sentence))
    return redirect("room_item", pk, after.pk) if after else redirect("room", pk)


def _next_open(sitting: Any, item: Any) -> Any | None:
    """The first item behind this one that is still to be decided, else the first before it."""
    rows = [row for _number, row in queries.items_of(sitting)]
    at = next(place for place, row in enumerate(rows) if row.pk == item.pk)
    waiting = [row for row in [*rows[at + 1 :], *rows[:at]] if row.state == "on_agenda"]
    return waiting[0] if waiting else None


@require_POST
def reopen_item(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """A closed item is opened, so that its decision can be changed."""
    _sitting, item = item_run(request, pk, item_pk)
    do_or_say(request, lambda: changes.reopen_item(proposal=item, **by_now(request)))
    return redirect("room_item", pk, item_pk)


@require_POST
def withdraw_item(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """The whole item goes out; it keeps its place and number in the minutes."""
    sitting, item = item_run(request, pk, item_pk)
    because, words = request.POST.get("because", ""), request.POST.get("words", "").strip()
    act = partial(changes.withdraw_item, proposal=item, because=because, words=words or None, **by_now(request))
    sentence = why_not(request, act, _("Punktet udgik. Det står i referatet med sit nummer."))
    if sentence:
        return item_page(request, sitting, item, Typed("withdraw", {"because": because, "words": words}, sentence))
    return redirect("room_item", pk, item_pk)

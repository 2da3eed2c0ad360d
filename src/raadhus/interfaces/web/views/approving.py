"""What a meeting approves at one of its items: its own agenda, earlier minutes, and corrections of them."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadhus.domains.proceedings import changes, queries
from raadhus.interfaces.web.item_page import item_page
from raadhus.interfaces.web.typed import Typed
from raadhus.interfaces.web.views.room import by_now, item_run, why_not


@require_POST
def approve_agenda(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """The meeting approved its own agenda here."""
    sitting, item = item_run(request, pk, item_pk)
    remark = request.POST.get("remark", "")
    act = partial(changes.approve_agenda, where=item, remark=remark, **by_now(request))
    sentence = why_not(request, act, _("Det er noteret, at dagsordenen er godkendt."))
    if sentence:
        return item_page(request, sitting, item, Typed("agenda", {"remark": remark}, sentence))
    return redirect("room_item", pk, item_pk)


@require_POST
def approve_minutes(request: HttpRequest, pk: int, item_pk: int, earlier_pk: int) -> HttpResponse:
    """The meeting approved the minutes of an earlier one here."""
    sitting, item = item_run(request, pk, item_pk)
    earlier = next((one for one in queries.minutes_to_approve(sitting) if one.pk == earlier_pk), None)
    if earlier is None:
        raise Http404
    remark = request.POST.get("remark", "")
    act = partial(changes.approve_minutes, sitting=earlier, where=item, remark=remark, **by_now(request))
    sentence = why_not(request, act, _("Det er noteret, at referatet er godkendt. Det kan forsegles nu."))
    if sentence:
        return item_page(request, sitting, item, Typed(f"minutes-{earlier_pk}", {"remark": remark}, sentence))
    return redirect("room_item", pk, item_pk)


@require_POST
def approve_correction(request: HttpRequest, pk: int, item_pk: int, correction_pk: int) -> HttpResponse:
    """The meeting approved a correction of earlier minutes here."""
    sitting, item = item_run(request, pk, item_pk)
    row = queries.corrections_to_approve(sitting).filter(pk=correction_pk).first()
    if row is None:
        raise Http404
    act = partial(changes.approve_correction, correction=row, where=item, **by_now(request))
    sentence = why_not(request, act, _("Det er noteret, at rettelsen er godkendt."))
    if sentence:
        return item_page(request, sitting, item, Typed(f"correction-{correction_pk}", {}, sentence))
    return redirect("room_item", pk, item_pk)

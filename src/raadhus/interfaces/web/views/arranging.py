"""The secretary arranges an agenda: items on and off it, and up and down, each with its own button."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadhus.domains.proceedings import changes, queries
from raadhus.interfaces.web.views.asking import act_now
from raadhus.interfaces.web.views.finding import found_or_404, whole_number
from raadhus.interfaces.web.views.proposal import proposal_seen
from raadhus.pure.kernel.errors import Refused


@require_POST
@login_required
def put_on(request: HttpRequest, pk: int, proposal_pk: int) -> HttpResponse:
    """A ready item from the backlog onto this agenda, as it was seen at `revision`."""
    to = found_or_404(queries.sitting_for, request.user, pk, on=timezone.localdate())
    shown, seen = proposal_seen(request, proposal_pk), whole_number(request.POST.get("revision")) or 0
    always = {"proposal": shown, "sitting": to, "by": request.user, "at": timezone.now()}
    act_now(request, _("Punktet er på dagsordenen."), lambda: changes.put_on_agenda(revision=seen, **always))
    return _to_row(pk, proposal_pk)


@require_POST
@login_required
def take_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Back into the backlog with what nobody has been sent."""
    return _arrange(request, pk, _("Punktet er taget af dagsordenen."), changes.take_off_agenda)


@require_POST
@login_required
def move_item(request: HttpRequest, pk: int) -> HttpResponse:
    """To place `to`, or to the one typed in `place` (both from 1), in the order that was `seen` at `revision`."""
    to = whole_number(request.POST.get("to") or request.POST.get("place"))
    seen = [int(one) for one in request.POST.get("seen", "").split(",") if whole_number(one)]
    revision = whole_number(request.POST.get("revision")) or 0

    def move(**always: Any) -> None:
        if not to:
            raise Refused(_("Skriv, hvilket nummer i rækken punktet skal flyttes til, fx 2."))
        changes.move_item(to=to - 1, revision=revision, seen=seen or None, **always)

    return _arrange(request, pk, _("Punktet er flyttet."), move)


@require_POST
@login_required
def put_under(request: HttpRequest, pk: int) -> HttpResponse:
    """Under the item in `parent`, or under none."""
    parent_pk = whole_number(request.POST.get("parent"))
    parent = proposal_seen(request, parent_pk) if parent_pk else None
    return _arrange(request, pk, _("Punktet er flyttet."), lambda **always: changes.put_under(parent=parent, **always))


def _arrange(request: HttpRequest, pk: int, said: str, change: Callable[..., Any]) -> HttpResponse:
    shown = proposal_seen(request, pk)
    act_now(request, said, lambda: change(proposal=shown, by=request.user, at=timezone.now()))
    return _to_row(shown.meeting_id, pk) if shown.meeting_id else redirect("proposal", pk)


def _to_row(meeting_pk: int, proposal_pk: int) -> HttpResponse:
    """The agenda at the item's row: the hand stays where it was."""
    return redirect(f"{reverse('meeting', args=[meeting_pk])}#raekke-{proposal_pk}")

"""A person says yes or no to a promise that a machine read, and may think again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from raadhus.domains.followup import changes, queries
from raadhus.domains.proceedings.access import steward_of
from raadhus.interfaces.web.views.browser import back
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.interfaces.web.views.promises import with_sources

SETTLE = {
    "accepted": changes.accept_commitment,
    "rejected": changes.reject_commitment,
    "suggested": changes.reopen_commitment,
}


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the commitment the status in `to`; answers htmx with its row and others with the way back."""
    promise = found_or_404(queries.commitment_for, request.user, pk)
    change = SETTLE.get(request.POST.get("to", ""))
    if change is None:
        return HttpResponseBadRequest()
    by = steward_of(request.user, promise.made_in, on=timezone.localdate())
    change(commitment=promise, by=by, at=timezone.now())
    if request.headers.get("HX-Request"):
        facts = {"promise": with_sources(request.user, [promise])[0], "today": timezone.localdate()}
        row = render(request, "_promise.html", facts)
        row.headers["HX-Trigger"] = "settled"  # the figures above the list are others now
        return row
    said = {"accepted": _("Løftet er godtaget."), "rejected": _("Løftet er afvist."), "suggested": _("Fortrudt.")}
    undo = reverse("settle", args=[pk]) if promise.status != "suggested" else ""  # _message.html makes the button of it
    messages.success(request, said[promise.status], extra_tags=undo)
    return back(request)

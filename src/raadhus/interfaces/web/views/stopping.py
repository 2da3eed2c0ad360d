"""Stopping mails of one kind, from the address that stands in each of them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from raadhus.foundation.accounts.queries import user_with
from raadhus.foundation.mail.changes import resume_list, stop_list
from raadhus.foundation.mail.queries import has_stopped
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.interfaces.worker.stopping import stopped_by


@csrf_exempt  # a mail program posts here by itself (RFC 8058); the signed address is the proof
@require_http_methods(["GET", "HEAD", "POST"])
def stop_mails(request: HttpRequest, signed: str) -> HttpResponse:
    """Ask first where somebody followed the link (a mail scanner may do so too); stop, or begin again, on a POST."""
    known = stopped_by(signed)
    if known is None:
        raise Http404
    user, mail_list = found_or_404(user_with, known[0]), known[1]
    if request.method == "POST":
        change = resume_list if request.POST.get("to") == "again" else stop_list
        change(user=user, mail_list=mail_list, by=user, at=timezone.now())
    return render(request, "stop_mails.html", {"has_stopped": has_stopped(user, mail_list)})

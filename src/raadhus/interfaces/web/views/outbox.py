"""The outbox, for administrators: what was sent, what is in doubt, and work that was given up."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.foundation.accounts.queries import is_administrator
from raadhus.foundation.jobs import changes as job_changes
from raadhus.foundation.jobs.queries import given_up_jobs, job_figures
from raadhus.foundation.mail import changes, queries
from raadhus.foundation.mail.rules import STALE_AFTER
from raadhus.interfaces.web.views.finding import found_or_404, page_of
from raadhus.pure.kernel.errors import Refused

SHOWN_JOBS = 50


@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    """Mails of the state in `vis`, else those that a person must decide about; and work that was given up."""
    _only_administrators(request)
    state = request.GET.get("vis", "")
    mails = queries.mails_for(request.user, state=state)
    if not state:
        mails = mails.filter(state__in=queries.TO_LOOK_AT)
    facts = {
        "state": state,
        "page": page_of(request, mails),
        "figures": queries.mail_figures(request.user),
        "work": job_figures(at=timezone.now()),
        "given_up": given_up_jobs()[:SHOWN_JOBS],
        "mail_leaves": queries.way_out() is not None,
    }
    return render(request, "outbox.html", facts)


@require_POST
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a mail that is in doubt or was refused once more."""
    now = timezone.now()
    return _settle(request, pk, changes.send_again, _("Mailen er sat i kø igen."), stale_at=now + STALE_AFTER, at=now)


@require_POST
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """Do no more about a mail that is in doubt or was refused."""
    return _settle(request, pk, changes.set_aside, _("Mailen er lagt til side."), at=timezone.now())


def _settle(request: HttpRequest, pk: int, change: Callable[..., None], said: str, **facts: Any) -> HttpResponse:
    mail = found_or_404(queries.mails_for(request.user).get, pk=pk)
    return _done(request, said, lambda: change(mail=mail, by=request.user, **facts))


@require_POST
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Let work that was given up be tried from the beginning."""
    _only_administrators(request)
    job = found_or_404(given_up_jobs().get, pk=pk)
    return _done(
        request,
        _("Arbejdet prøves igen."),
        lambda: job_changes.try_again(job=job, by=request.user, at=timezone.now()),
    )


def _done(request: HttpRequest, said: str, act: Callable[[], None]) -> HttpResponse:
    try:
        act()
        messages.success(request, said)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("outbox")


def _only_administrators(request: HttpRequest) -> None:
    if not is_administrator(request.user):
        raise PermissionDenied

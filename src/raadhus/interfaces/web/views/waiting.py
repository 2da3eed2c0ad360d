"""A promise waits for another: it is looked up by words or number, chosen with a button, and let go again."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.domains.followup import changes, queries
from raadhus.domains.followup.access import may_answer
from raadhus.interfaces.web.views.finding import found_or_404, only, whole_number
from raadhus.interfaces.web.views.promise import acting, seen, told
from raadhus.interfaces.web.views.promises import with_sources
from raadhus.pure.kernel.errors import Refused

SHOWN = 25


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def wait_for(request: HttpRequest, pk: int) -> HttpResponse:
    """Look for another open promise; posted with `on`, wait for it."""
    shown = seen(request, pk)
    by = acting(request, shown)
    only(may_answer(by, shown, on=timezone.localdate()))
    if request.method == "POST" and _wait(request, shown, by):
        return redirect("promise", pk)
    words = request.GET.get("q", "")
    found = list(queries.find_to_wait_for(request.user, shown, words)[: SHOWN + 1])
    facts = {
        "section": "promises",
        "promise": shown,
        "words": words,
        "found": with_sources(request.user, found[:SHOWN]),
        "has_more": len(found) > SHOWN,
        "today": timezone.localdate(),
    }
    return render(request, "wait_for.html", facts)


def _wait(request: HttpRequest, shown: Any, by: Any) -> bool:
    """Whether it waits now; why not is told on the page."""
    other = found_or_404(queries.commitment_for, request.user, whole_number(request.POST.get("on")) or 0)
    try:
        row = changes.wait_for(commitment=shown, on=other, by=by, at=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
        return False
    told(request, _("Løftet venter nu på det andet."), row)
    return True


@require_POST
@login_required
def wait_no_more(request: HttpRequest, pk: int, on_pk: int) -> HttpResponse:
    """Let it not wait any more."""
    shown = seen(request, pk)
    other = found_or_404(queries.commitment_for, request.user, on_pk)
    row = changes.wait_no_more(commitment=shown, on=other, by=acting(request, shown), at=timezone.now())
    told(request, _("Løftet venter ikke mere på det andet."), row)
    return redirect("promise", pk)

"""What a secretary looks at before an agenda."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.domains.proceedings import access, queries
from raadhus.interfaces.web.views.finding import found_or_404, only
from raadhus.interfaces.web.views.promises import with_sources

SHOWN = 30
LISTS = ("late", "ownerless", "suggested", "asked")


@require_safe
@login_required
def coming_agendas(request: HttpRequest) -> HttpResponse:
    """The coming meetings whose agenda the reader runs, soonest first."""
    today = timezone.localdate()
    kept = access.bodies_kept_by(request.user, on=today)
    coming = queries.sittings_for(request.user, on=today, since=today).exclude(state="cancelled")
    if not access.may_set_up(request.user):
        coming = coming.filter(meeting__body__in=kept)
    facts = {"section": "promises", "part": "before", "sittings": coming[:SHOWN], "today": today}
    return render(request, "coming_agendas.html", facts)


@require_safe
@login_required
def before_agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """What returns, what is late, what nobody owns, and what waits for an answer."""
    today = timezone.localdate()
    sitting = found_or_404(queries.sitting_for, request.user, pk, on=today)
    only(access.is_secretary(request.user, sitting.meeting.body, on=today))
    seen = queries.before_agenda(request.user, sitting, on=today)
    facts = {
        "section": "promises",
        "part": "before",
        "sitting": sitting,
        "meeting": sitting.meeting,
        "seen": seen,
        "lists": {name: with_sources(request.user, getattr(seen, name)) for name in LISTS},
        "today": today,
    }
    return render(request, "before_agenda.html", facts)

"""The front page: where things stand."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.domains.followup import queries as followup
from raadhus.domains.meetings import queries as meetings
from raadhus.domains.proceedings import queries as proceedings
from raadhus.interfaces.web.views.promises import with_sources

SHOWN = 4  # of each kind of promise, and coming meetings
MINE = 6  # items of the reader's own


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """The newest meetings, what is due next, what was due last, and what waits for somebody, not least for
    the reader."""
    today = timezone.localdate()
    promises = followup.commitments_for(request.user)
    late = followup.commitments_for(request.user, late_on=today)
    facts = {
        "figures": meetings.front_page(request.user),
        "next": with_sources(request.user, promises.filter(due_last__gte=today)[:SHOWN]),
        "late": with_sources(request.user, late.order_by("-due_last", "-pk")[:SHOWN]),
        "late_count": followup.commitments_to_count(request.user, late_on=today).count(),
        "undated_count": followup.commitments_to_count(request.user, undated=True).count(),
        "waiting": proceedings.waiting_for(request.user, on=today)[:MINE],
        "reviews": proceedings.reviews_waiting(request.user)[:MINE],
        "mine": proceedings.my_proposals(request.user, on=today)[:MINE],
        "coming": proceedings.sittings_for(request.user, on=today, since=today)[:SHOWN],
        "today": today,
    }
    return render(request, "front.html", facts)

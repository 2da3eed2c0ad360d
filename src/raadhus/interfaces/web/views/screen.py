"""The big screen in the room: item, recommendation, decision as it is typed, time. Nothing else."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.domains.proceedings import queries
from raadhus.interfaces.web.views.finding import found_or_404


@require_safe
def screen(request: HttpRequest, pk: int) -> HttpResponse:
    """The picture now; htmx fetches the picture alone every other second until `stop` is in the address."""
    sitting = found_or_404(queries.sitting_for, request.user, pk, on=timezone.localdate())
    facts = {
        "sitting": sitting,
        "meeting": sitting.meeting,
        "screen": found_or_404(queries.on_screen, request.user, sitting),
        "now": timezone.localtime(),
        "is_stopped": "stop" in request.GET,
    }
    return render(request, "_screen.html" if request.headers.get("HX-Request") else "screen.html", facts)

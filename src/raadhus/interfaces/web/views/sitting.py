"""A meeting on its way: its agenda as it is now, before it is a document."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from raadhus.domains.proceedings import access, queries
from raadhus.interfaces.web.views.finding import found_or_404

LINE = ("planned", "sent", "in_session", "minutes", "approved")


def is_live(request: HttpRequest, pk: int) -> bool:
    """Whether the meeting is shown as it is being prepared: nothing was sent, or the reader prepares it."""
    today = timezone.localdate()
    shown = queries.sittings_for(request.user, on=today).filter(pk=pk).first()
    return shown is not None and shown.meeting.current_version_id is None


def sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """The planned meeting: when and where, and of its agenda what the reader follows."""
    reader, today = request.user, timezone.localdate()
    shown = found_or_404(queries.sitting_for, reader, pk, on=today)
    numbers = queries.numbers_of(shown)
    facts = {
        "section": "meetings",
        "sitting": shown,
        "meeting": shown.meeting,
        "line": LINE,
        "rows": [(numbers.get(one.pk, ""), one) for one in queries.agenda_of(reader, shown, on=today)],
        "prepares": access.is_secretary(reader, shown.meeting.body, on=today),
    }
    return render(request, "sitting.html", facts)

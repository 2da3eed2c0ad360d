"""Papers as PDF: the draft of the minutes, an excerpt of one item, and the list of decisions."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from raadhus.domains.meetings import queries as meetings
from raadhus.domains.proceedings import papers, queries
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.interfaces.web.views.reading_log import note_if_closed
from raadhus.pure.kernel.errors import Refused


@require_safe
def draft(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes as they stand, for who writes them and who was asked to read them."""
    sitting, content, name = found_or_404(papers.draft_pdf, request.user, pk, on=timezone.localdate())
    note_if_closed(request, "sitting", pk, [item for _number, item in queries.items_of(sitting)])
    return _pdf(content, name)


@require_safe
def excerpt(request: HttpRequest, pk: int) -> HttpResponse:
    """One item of sent minutes as its own paper."""
    item = found_or_404(meetings.item_for, request.user, pk)
    note_if_closed(request, "item", pk, [item])
    return _made(request, lambda: papers.excerpt_pdf(request.user, pk), "item", pk)


@require_safe
def decision_list(request: HttpRequest, pk: int) -> HttpResponse:
    """What a meeting decided, an item a row."""
    meeting = found_or_404(meetings.meeting_for, request.user, pk)
    note_if_closed(request, "meeting", pk, meetings.items_of(request.user, meeting))
    return _made(request, lambda: papers.decision_list_pdf(request.user, pk), "meeting", pk)


def _made(request: HttpRequest, make: Callable[[], tuple[bytes, str]], back: str, pk: int) -> HttpResponse:
    try:
        content, name = make()
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect(back, pk)
    return _pdf(content, name)


def _pdf(content: bytes, name: str) -> HttpResponse:
    disposition = content_disposition_header(True, name)
    return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": disposition})

"""A person corrects what a machine read, one fact or one line at a time. The document itself is never changed."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.domains.meetings import changes, queries
from raadhus.domains.meetings.access import may_correct
from raadhus.interfaces.web.forms import ItemFacts, LinePlace, MeetingFacts
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.pure.kernel.errors import Refused


@require_http_methods(["GET", "HEAD", "POST"])
def correct_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """The head of a meeting as a form; saved, it leads back to the meeting."""
    meeting = found_or_404(queries.meeting_for, request.user, pk)
    _only_correctors(request)
    known = {name: getattr(meeting, name) for name in ("starts_on", "starts_at", "ends_at", "place")}
    form = MeetingFacts(request.POST or None, initial=known | {"body": meeting.body.name if meeting.body else ""})
    if request.method == "POST" and _is_done(form, request, changes.correct_meeting, meeting=meeting):
        return redirect("meeting", pk)
    facts = {"section": "meetings", "form": form, "meeting": meeting, "names": queries.bodies_for(request.user)}
    return render(request, "correct_meeting.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
def correct_item(request: HttpRequest, pk: int) -> HttpResponse:
    """The facts of an item as a form; saved, it leads back to the item."""
    item = found_or_404(queries.item_for, request.user, pk)
    _only_correctors(request)
    decision = getattr(item, "decision", None)
    known = {"number": item.number, "title": item.title, "case_number": item.case_words, "is_closed": item.is_closed}
    known["outcome"] = decision.outcome if decision else ""
    form = ItemFacts(request.POST or None, initial=known, has_decision=decision is not None)
    always = {"item": item} if decision else {"item": item, "outcome": ""}
    if request.method == "POST" and _is_done(form, request, changes.correct_item, **always):
        return redirect("item", pk)
    return render(request, "correct_item.html", {"section": "meetings", "form": form, "item": item})


@require_http_methods(["GET", "HEAD", "POST"])
def place_line(request: HttpRequest, pk: int, line_pk: int) -> HttpResponse:
    """Put a line that no rule understood under the item and section where it belongs."""
    meeting, line = _meeting_and_line(request, pk, line_pk)
    items = queries.items_of(request.user, meeting)
    form = LinePlace(request.POST or None, items=items, initial={"item": request.GET.get("punkt")})
    if request.method == "POST" and _is_done(form, request, _placing(items), line=line):
        return redirect("meeting", pk)
    facts = {"section": "meetings", "form": form, "meeting": meeting, "line": line}
    return render(request, "place_line.html", facts)


@require_POST
def set_line_aside(request: HttpRequest, pk: int, line_pk: int) -> HttpResponse:
    """The line belongs to no item."""
    _meeting, line = _meeting_and_line(request, pk, line_pk)
    try:
        changes.set_aside_unread_line(line=line, by=request.user, at=timezone.now())
        messages.success(request, _("Linjen er lagt til side. Den står stadig under »Lagt til side« på mødets side."))
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("meeting", pk)


def _meeting_and_line(request: HttpRequest, pk: int, line_pk: int) -> tuple[Any, Any]:
    meeting = found_or_404(queries.meeting_for, request.user, pk)
    line = found_or_404(queries.unread_lines_of(request.user, meeting).get, pk=line_pk)
    _only_correctors(request)
    return meeting, line


def _placing(items: list[Any]) -> Callable[..., None]:
    by_pk = {item.pk: item for item in items}

    def place(*, item: int, **named: Any) -> None:
        changes.place_unread_line(item=by_pk[item], **named)

    return place


def _only_correctors(request: HttpRequest) -> None:
    if not may_correct(request.user):
        raise PermissionDenied


def _is_done(form: Form, request: HttpRequest, change: Callable[..., None], **always: Any) -> bool:
    """Make the change with what the form says; False with the reason on the form where it cannot be made."""
    if not form.is_valid():
        return False
    try:
        change(**always, **form.cleaned_data, by=request.user, at=timezone.now())
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("Det er rettet. Dokumentet selv står, som det kom."))
    return True

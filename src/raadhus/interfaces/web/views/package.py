"""A meeting's reading package: everything in one, marked as read, compared, printed, kept to be read without a net."""

import json
from hashlib import sha256
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.domains.proceedings import changes, queries
from raadhus.interfaces.web.views.finding import found_or_404, whole_number
from raadhus.interfaces.web.views.looking import shown_part
from raadhus.interfaces.web.views.reading_log import note_if_closed, note_opening
from raadhus.pure.kernel.errors import Refused


@require_safe
def package(request: HttpRequest, pk: int) -> HttpResponse:
    """All that the reader may read of the meeting; with `alt` every attachment is there at once, as paper has it."""
    shown = found_or_404(queries.package_for, request.user, pk)
    note_if_closed(request, "meeting", pk, [one.item for one in shown.items])
    _note_confidential(request, shown)
    _kept, left_out = queries.without_what_is_kept_back(shown)
    return _page(request, shown, left_out, is_whole="alt" in request.GET)


@require_safe
def package_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """The same without anything closed or confidential, to be kept on the reader's machine."""
    kept, left_out = queries.without_what_is_kept_back(found_or_404(queries.package_for, request.user, pk))
    return _page(request, kept, left_out, is_whole=True, is_copy=True)


@require_safe
def package_stamp(request: HttpRequest, pk: int) -> JsonResponse:
    """What tells whether a copy that is kept is still what may be kept."""
    kept, _left_out = queries.without_what_is_kept_back(found_or_404(queries.package_for, request.user, pk))
    return JsonResponse({"stamp": _stamp(kept)})


def _page(
    request: HttpRequest, shown: queries.Package, left_out: int, *, is_whole: bool, is_copy: bool = False
) -> HttpResponse:
    files = [file.file for one in shown.items for file in one.files if file.file]
    is_agenda = shown.meeting.current_version.kind == "agenda"
    facts = {
        "section": "meetings",
        "package": shown,
        "meeting": shown.meeting,
        "is_whole": is_whole,
        "is_copy": is_copy,
        "left_out": left_out,
        "file_count": len(files),
        "stamp": _stamp(shown) if is_copy else "",
        "looks": {file.pk: shown_part(file) for file in files} if is_whole else {},
        "may_mark": is_agenda and shown.agenda is not None and request.user.is_authenticated and not is_copy,
        "is_read": shown.mark is not None and shown.agenda is not None and shown.mark.frozen_id == shown.agenda.pk,
        "today": timezone.localdate(),
    }
    return render(request, "package.html", facts)


def _stamp(shown: queries.Package) -> str:
    """The same while the document, its readers' items and their files are the same."""
    files = [[file.file.sha256 for file in one.files if file.file] for one in shown.items]
    facts = [shown.meeting.current_version_id, [one.item.pk for one in shown.items], files]
    return sha256(json.dumps(facts).encode()).hexdigest()


def _note_confidential(request: HttpRequest, shown: queries.Package) -> None:
    """Confidential parts of open items are no closed items, but to read them is noted all the same."""
    is_closed = any(one.item.is_closed for one in shown.items)
    secret = any(one.confidential or any(file.is_kept_back for file in one.files) for one in shown.items)
    if secret and not is_closed:
        note_opening(request, "meeting", shown.meeting.pk)


@require_POST
@login_required
def mark_read(request: HttpRequest, pk: int) -> HttpResponse:
    """The reader has read the agenda of that number."""
    shown = found_or_404(queries.package_for, request.user, pk)
    try:
        number = whole_number(request.POST.get("number")) or 0
        sitting = shown.agenda.sitting if shown.agenda else None
        if sitting is None:
            raise Refused(_("Mødet er ikke forberedt her, så det kan ikke mærkes som læst."))
        changes.mark_read(sitting=sitting, number=number, by=request.user, at=timezone.now())
        messages.success(request, _("Mærket som læst. Kommer der noget nyt, kan du se her, hvad det er."))
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("package", pk)


@require_POST
@login_required
def write_note(request: HttpRequest, pk: int) -> HttpResponse:
    """The reader's own note or highlight to an item."""
    row = found_or_404(queries.sent_item, request.user, pk)
    given = request.POST
    words = changes.NoteWords(given.get("quote", ""), given.get("text", ""), "highlight" in given)
    _try(request, lambda: changes.write_note(proposal=row, words=words, by=request.user, at=timezone.now()))
    return _to_item(row)


@require_POST
@login_required
def rewrite_note(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the note say something else."""
    row = found_or_404(queries.note_for, request.user, pk).proposal
    always: dict[str, Any] = {"note_id": pk, "by": request.user, "at": timezone.now()}
    _try(request, lambda: changes.rewrite_note(text=request.POST.get("text", ""), **always))
    return _to_item(row)


@require_POST
@login_required
def remove_note(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the note away for good."""
    row = found_or_404(queries.note_for, request.user, pk).proposal
    changes.remove_note(note_id=pk, by=request.user, at=timezone.now())
    return _to_item(row)


def _try(request: HttpRequest, act: Any) -> None:
    try:
        act()
    except Refused as refused:
        messages.error(request, str(refused))


def _to_item(row: Any) -> HttpResponse:
    return redirect(f"{reverse('package', args=[row.item.meeting_id])}#punkt-{row.item_id}")


@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    """What this browser keeps to be read without a net; the browser's own script fills it in."""
    return render(request, "kept.html", {"section": "meetings"})

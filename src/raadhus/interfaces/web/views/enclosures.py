"""Attachments of an item on its way: added, replaced by a new version, removed, fetched."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.rules.enclosures import check_size
from raadhus.foundation.files.queries import open_bytes
from raadhus.interfaces.web.item_forms import UploadForm
from raadhus.interfaces.web.views.asking import act_now, ask
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.interfaces.web.views.proposal import proposal_seen, proposal_to_edit, question_about
from raadhus.interfaces.web.views.reading_log import note_if_kept_back


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def add_enclosure(request: HttpRequest, pk: int) -> HttpResponse:
    """Enclose a file."""
    shown = proposal_to_edit(request, pk)

    def add(**typed: Any) -> None:
        changes.add_enclosure(proposal=shown, upload=_upload(**typed), by=request.user, at=timezone.now())

    question = question_about(shown, _("Vedlæg et bilag"), _("Vedlæg"), _("Bilaget er vedlagt."))
    return ask(request, UploadForm(request.POST or None, request.FILES or None), question, add)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def replace_enclosure(request: HttpRequest, pk: int, enclosure_pk: int) -> HttpResponse:
    """Let a new version stand instead; the old can still be seen."""
    shown = proposal_to_edit(request, pk)
    old = _enclosure(request, shown, enclosure_pk)
    form = UploadForm(request.POST or None, request.FILES or None, initial={"is_confidential": old.is_confidential})

    def replace(**typed: Any) -> None:
        changes.replace_enclosure(enclosure=old, upload=_upload(**typed), by=request.user, at=timezone.now())

    title = _("Ny udgave af {name}").format(name=old.name)
    return ask(request, form, question_about(shown, title, _("Erstat"), _("Den nye udgave er lagt ind.")), replace)


@require_POST
@login_required
def remove_enclosure(request: HttpRequest, pk: int, enclosure_pk: int) -> HttpResponse:
    """Take a file off the item."""
    shown = proposal_to_edit(request, pk)
    old = _enclosure(request, shown, enclosure_pk)
    always = {"enclosure": old, "by": request.user, "at": timezone.now()}
    act_now(request, _("Bilaget er fjernet."), lambda: changes.remove_enclosure(**always))
    return redirect("proposal", pk)


@require_safe
@login_required
def enclosure(request: HttpRequest, pk: int, enclosure_pk: int) -> FileResponse:
    """The bytes, always to be saved and never shown."""
    one = _enclosure(request, proposal_seen(request, pk), enclosure_pk)
    note_if_kept_back(request, one.file)
    answer = FileResponse(open_bytes(one.file), as_attachment=True, filename=one.name)
    answer.headers["Content-Type"] = "application/octet-stream"
    return answer


def _enclosure(request: HttpRequest, shown: Any, pk: int) -> Any:
    rows = queries.enclosures_of(request.user, shown, on=timezone.localdate(), with_replaced=True)
    return found_or_404(lambda: _one_of(rows, pk, shown))


def _one_of(rows: list[Any], pk: int, shown: Any) -> Any:
    for row in rows:
        if row.pk == pk:
            row.proposal = shown
            return row
    raise shown.enclosures.model.DoesNotExist


def _upload(file: Any, label: str, is_confidential: bool) -> changes.Upload:
    """The bytes, asked for only where they are not too many."""
    check_size(file.size, file.name)
    return changes.Upload(file.read(), file.name, label, is_confidential)

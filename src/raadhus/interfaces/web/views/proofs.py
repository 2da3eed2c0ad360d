"""Proof that a promise was kept: laid by, fetched, taken away."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from raadhus.domains.followup import changes, queries
from raadhus.domains.followup.access import may_answer
from raadhus.domains.followup.rules.proof import checked_file
from raadhus.foundation.files.queries import open_bytes
from raadhus.interfaces.web.promise_forms import ProofForm
from raadhus.interfaces.web.views.asking import ask
from raadhus.interfaces.web.views.finding import found_or_404, only
from raadhus.interfaces.web.views.promise import acting, seen
from raadhus.interfaces.web.views.promise_acts import SECTION, question_about
from raadhus.interfaces.web.views.reading_log import note_if_kept_back


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def add_proof(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay a file or an address by."""
    shown = seen(request, pk)
    by = acting(request, shown)
    only(may_answer(by, shown, on=timezone.localdate()))
    always = {"commitment": shown, "by": by, "at": timezone.now()}

    def act(file: Any, address: str, words: str) -> None:
        if file:
            checked_file(file.name, file.size)
            proof = changes.add_file(data=file.read(), name=file.name, **always)
        else:
            proof = changes.add_address(address=address, words=words, **always)
        undo = reverse("remove_proof", args=[pk, proof.pk])
        messages.success(request, _("Beviset er lagt ved."), extra_tags=undo)

    form = ProofForm(request.POST or None, request.FILES or None)
    return ask(request, form, question_about(shown, _("Læg et bevis ved"), _("Læg ved")), act, facts=SECTION)


@require_safe
@login_required
def proof(request: HttpRequest, pk: int, proof_pk: int) -> FileResponse:
    """The bytes, always to be saved and never shown."""
    one = _of(request, pk, proof_pk)
    if one.file is None:
        raise Http404
    note_if_kept_back(request, one.file)
    answer = FileResponse(open_bytes(one.file), as_attachment=True, filename=one.words)
    answer.headers["Content-Type"] = "application/octet-stream"
    return answer


@require_POST
@login_required
def remove_proof(request: HttpRequest, pk: int, proof_pk: int) -> HttpResponse:
    """Take it away; pressed again from the message, it is back."""
    one = _of(request, pk, proof_pk)
    shown = seen(request, pk)
    always = {"proof": one, "by": acting(request, shown), "at": timezone.now()}
    if one.removed_at is None:
        changes.remove_proof(**always)
        undo = reverse("remove_proof", args=[pk, proof_pk])
        messages.success(request, _("Beviset er taget væk."), extra_tags=undo)
    else:
        changes.bring_proof_back(**always)
        messages.success(request, _("Beviset er tilbage."))
    return redirect("promise", pk)


def _of(request: HttpRequest, pk: int, proof_pk: int) -> Any:
    one = found_or_404(queries.proof_for, request.user, proof_pk)
    if one.commitment_id != pk:
        raise Http404
    return one

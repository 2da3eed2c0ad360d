"""Other departments are asked for their opinion, and answer."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.domains.proceedings import changes
from raadhus.interfaces.web.item_forms import Answer, HearingForm
from raadhus.interfaces.web.views.asking import ask
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.interfaces.web.views.proposal import proposal_seen, proposal_to_edit, question_about


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def ask_hearing(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask a department by a day."""
    shown = proposal_to_edit(request, pk)
    form = HearingForm(request.POST or None, asker=request.user)

    def hear(user: str, **typed: Any) -> None:
        who = form.colleague(user)
        changes.ask_hearing(proposal=shown, user=who, **typed, by=request.user, at=timezone.now())

    question = question_about(shown, _("Hør en afdeling"), _("Bed om svar"), _("Afdelingen er hørt."))
    return ask(request, form, question, hear)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def answer_hearing(request: HttpRequest, pk: int, hearing_pk: int) -> HttpResponse:
    """Give the department's answer."""
    shown = proposal_seen(request, pk)
    hearing = found_or_404(shown.hearings.select_related("proposal").get, pk=hearing_pk)

    def answer(**typed: Any) -> None:
        changes.answer_hearing(hearing=hearing, **typed, by=request.user, at=timezone.now())

    title = _("Svar for {department}").format(department=hearing.department)
    question = question_about(shown, title, _("Send svaret"), _("Svaret er sendt."))
    return ask(request, Answer(request.POST or None), question, answer)

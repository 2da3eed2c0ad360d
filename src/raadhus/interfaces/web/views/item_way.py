"""An item is sent on its way, approved, returned, taken back, withdrawn and brought back."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.domains.proceedings import access, changes
from raadhus.foundation.accounts.queries import colleagues_of
from raadhus.interfaces.web.body_forms import colleague_called
from raadhus.interfaces.web.item_forms import Comment, Way
from raadhus.interfaces.web.meeting_forms import Reason
from raadhus.interfaces.web.views.asking import Question, act_now, ask
from raadhus.interfaces.web.views.proposal import proposal_seen, proposal_to_edit, question_about
from raadhus.interfaces.web.views.rows import ask_rows

both = require_http_methods(["GET", "HEAD", "POST"])


@both
@login_required
def send_item(request: HttpRequest, pk: int) -> HttpResponse:
    """The heads in order, as many as there are; without any the item is ready at once."""
    shown = proposal_to_edit(request, pk)
    known = [{"user": step.user.username, "post": step.post} for step in shown.steps.all() if not step.is_approved]
    form = Way(request.POST) if request.method == "POST" else Way(initial=known)
    form.colleagues = colleagues_of(request.user)
    lede = _("Punktet går til én ad gangen i denne rækkefølge. Uden nogen er det klar til dagsordenen med det samme.")
    back = reverse("proposal", args=[pk])
    question = Question(_("Send punktet på vej"), _("Send på vej"), back, shown.title, _("Punktet er på vej."), lede)

    def send(rows: list[dict[str, Any]]) -> None:
        way = [changes.Head(row["post"], colleague_called(request.user, row["user"])) for row in rows]
        changes.send_on_its_way(proposal=shown, way=way, by=request.user, at=timezone.now())

    return ask_rows(request, form, question, send, key="user", row_name=_("Leder"))


@require_POST
@login_required
def approve_item(request: HttpRequest, pk: int) -> HttpResponse:
    """The head's yes, with a word if they like."""
    shown, comment = proposal_seen(request, pk), request.POST.get("comment", "")
    always = {"proposal": shown, "comment": comment, "by": request.user, "at": timezone.now()}
    act_now(request, _("Punktet er godkendt og sendt videre."), lambda: changes.approve_step(**always))
    return redirect("proposal", pk)


@both
@login_required
def return_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the author, with what is missing; for the head who has it, and the secretary of what is ready."""
    shown = proposal_seen(request, pk)
    runs = access.is_secretary(request.user, shown.body, on=timezone.localdate())
    if not (runs or access.has_it_now(request.user, shown)):
        return redirect("proposal", pk)

    def send_back(comment: str) -> None:
        changes.return_to_author(proposal=shown, comment=comment, by=request.user, at=timezone.now())

    question = question_about(shown, _("Send punktet tilbage"), _("Send tilbage"), _("Punktet er sendt tilbage."))
    return ask(request, Comment(request.POST or None), question, send_back)


@require_POST
@login_required
def take_item_back(request: HttpRequest, pk: int) -> HttpResponse:
    """The author goes on writing."""
    always = {"proposal": proposal_seen(request, pk), "by": request.user, "at": timezone.now()}
    act_now(request, _("Punktet er en kladde igen."), lambda: changes.take_back(**always))
    return redirect("proposal", pk)


@both
@login_required
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the item go out, with a reason."""
    shown = proposal_to_edit(request, pk)

    def go_out(because: str) -> None:
        changes.withdraw_proposal(proposal=shown, because=because, by=request.user, at=timezone.now())

    question = question_about(shown, _("Træk punktet tilbage"), _("Træk tilbage"), _("Punktet er trukket tilbage."))
    return ask(request, Reason(request.POST or None), question, go_out)


@require_POST
@login_required
def bring_item_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo a withdrawal."""
    always = {"proposal": proposal_seen(request, pk), "by": request.user, "at": timezone.now()}
    act_now(request, _("Punktet er hentet tilbage."), lambda: changes.bring_back(**always))
    return redirect("proposal", pk)

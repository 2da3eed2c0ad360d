"""Meetings are planned, one or a series."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from raadhus.domains.proceedings import access, changes
from raadhus.interfaces.web.meeting_forms import SittingForm
from raadhus.interfaces.web.views.asking import Question, ask
from raadhus.interfaces.web.views.bodies import open_body


@require_http_methods(["GET", "HEAD", "POST"])
def plan_sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """One meeting leads to its page; a series back to the body, with what was left out and why."""
    body = open_body(request, pk)
    if not access.is_secretary(request.user, body, on=timezone.localdate()):
        raise PermissionDenied
    form = SittingForm(request.POST or None)
    back = reverse("body", args=[pk])

    def plan(**typed: Any) -> str:
        always = {"body": body, "when": form.when(), "link": typed["link"], "by": request.user, "at": timezone.now()}
        series = form.series()
        if series is None:
            return reverse("meeting", args=[changes.plan_sitting(**always).pk])
        _tell(request, changes.plan_series(series=series, **always))
        return back

    question = Question(_("Planlæg et møde"), _("Planlæg"), back, body.name)
    return ask(request, form, question, plan, template="plan_sitting.html")


def _tell(request: HttpRequest, planned: changes.Planned) -> None:
    count = len(planned.sittings)
    messages.success(request, ngettext("{n} møde er planlagt.", "{n} møder er planlagt.", count).format(n=count))
    if planned.left_out:
        messages.info(request, _("Sprunget over: {days}.").format(days="; ".join(planned.left_out)))

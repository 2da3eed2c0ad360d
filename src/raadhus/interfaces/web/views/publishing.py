"""A body's follow-up is let out or not; an answer is released or taken back; and what stood on the public page when."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from raadhus.domains.publishing import access, changes, queries
from raadhus.interfaces.web.forms import Revised
from raadhus.interfaces.web.views.asking import Question, act_now, ask
from raadhus.interfaces.web.views.bodies import open_body
from raadhus.interfaces.web.views.finding import only, page_of
from raadhus.interfaces.web.views.promise import seen
from raadhus.interfaces.web.views.promise_acts import question_about

both = require_http_methods(["GET", "HEAD", "POST"])


class PublicationForm(Revised):
    """Whether the body publishes."""

    is_on = forms.BooleanField(
        label=gettext_lazy("Alle må læse forummets opfølgning"),
        required=False,
        help_text=gettext_lazy(
            "Godtagne løfter fra åbne punkter står på en side uden log ind: dato, sag, beslutning, ansvarlig post, "
            "frist og status. Svar står der kun, når den, der fører løftet, har offentliggjort dem ét for ét."
        ),
    )


class Release(Revised):
    """Nothing is typed: the answer goes out as it stands."""


@both
@login_required
def body_publishing(request: HttpRequest, pk: int) -> HttpResponse:
    """An administrator lets the body publish, or not."""
    body = open_body(request, pk)
    only(access.may_decide(request.user))
    row = queries.setting_of(body)
    initial = {"is_on": bool(row and row.is_on), "revision": row.revision if row else 0}
    form = PublicationForm(request.POST or None, initial=initial)

    def save(is_on: bool, revision: int | None) -> None:
        changes.set_publication(body=body, is_on=is_on, revision=revision or 0, by=request.user, at=timezone.now())
        messages.success(request, _("Opfølgningen er offentlig.") if is_on else _("Opfølgningen er ikke offentlig."))

    back = reverse("body", args=[pk])
    return ask(request, form, Question(_("Offentlig opfølgning"), _("Gem"), back, body.name), save)


@require_safe
@login_required
def published_when(request: HttpRequest, pk: int) -> HttpResponse:
    """Every row that stood on the body's page, and from when until when."""
    body = open_body(request, pk)
    today = timezone.localdate()
    only(access.may_publish(request.user, body, on=today))
    page = page_of(request, queries.what_stood_when(request.user, body, on=today))
    return render(request, "published_when.html", {"section": "meetings", "body": body, "page": page})


@require_POST
@login_required
def publish_anew(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring the public page up to now."""
    body = open_body(request, pk)
    act_now(
        request,
        _("Den offentlige side er ajour."),
        lambda: changes.publish_anew(body=body, by=request.user, at=timezone.now()),
    )
    return redirect("published_when", pk)


@both
@login_required
def release_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Let everybody read the answer of a promise, word for word."""
    shown = seen(request, pk)
    only(access.may_release(request.user, shown, on=timezone.localdate()))
    form = Release(request.POST or None, initial={"revision": shown.revision})

    def act(revision: int | None) -> None:
        always: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        changes.release_answer(commitment=shown, revision=revision or 0, **always)
        messages.success(request, _("Svaret er offentligt."))

    lede = _("Alle kan læse det, ord for ord: „{words}“").format(words=shown.answer)
    question = question_about(shown, _("Offentliggør svaret"), _("Offentliggør svaret"), lede)
    return ask(request, form, question, act, facts={"section": "promises"})


@require_POST
@login_required
def withdraw_remark(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what everybody could read."""
    shown = seen(request, pk)
    act_now(
        request,
        _("Bemærkningen er ikke offentlig mere."),
        lambda: changes.withdraw_remark(commitment=shown, by=request.user, at=timezone.now()),
    )
    return redirect("promise", pk)

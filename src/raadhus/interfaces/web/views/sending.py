"""An agenda goes out; a meeting is moved, cancelled, and held after all."""

from typing import Any
from zlib import crc32

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.domains.proceedings import access, changes, queries
from raadhus.interfaces.web.meeting_forms import MoveForm, Reason
from raadhus.interfaces.web.templatetags.danish_dates import day
from raadhus.interfaces.web.views.asking import Question, act_now, ask
from raadhus.interfaces.web.views.finding import found_or_404, only
from raadhus.pure.kernel.conflict import Conflict

TIMES = ("starts_on", "starts_at", "ends_at", "place")

both = require_http_methods(["GET", "HEAD", "POST"])


@require_POST
@login_required
def send_agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda where it has not gone out, else what is new in it."""
    shown = _sitting(request, pk)
    is_first = shown.state == "planned"
    send = changes.send_agenda if is_first else changes.send_supplement
    said = _("Dagsordenen er sendt.") if is_first else _("Tillægsdagsordenen er sendt.")
    act_now(request, said, lambda: send(sitting=shown, by=request.user, at=timezone.now()))
    return redirect("meeting", pk)


@both
@login_required
def move_sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """Another time or place; what must be done about it is told."""
    shown = _to_arrange(request, pk)
    known = {name: getattr(shown.meeting, name) for name in TIMES}
    stands = crc32(repr(known).encode())  # the time alone: a new item on the agenda is no reason to stop
    form = MoveForm(request.POST or None, initial=known | {"link": shown.link, "revision": stands})

    def move(link: str, revision: int | None, **typed: Any) -> None:
        if revision != stands and typed != known:
            raise Conflict(_("En anden har flyttet mødet imens."), yours=typed, theirs=known, revision=stands)
        always = {"sitting": shown, "by": request.user, "at": timezone.now(), "revision": shown.revision}
        for warning in changes.move_sitting(when=form.when(), link=link, **always):
            messages.warning(request, warning.sentence)

    return ask(request, form, _question(shown, _("Flyt mødet"), _("Flyt mødet"), _("Mødet er flyttet.")), move)


@both
@login_required
def cancel_sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting is not held; everybody who sees it sees why."""
    shown = _to_arrange(request, pk)

    def cancel(because: str) -> None:
        changes.cancel_sitting(sitting=shown, because=because, by=request.user, at=timezone.now())

    question = _question(shown, _("Aflys mødet"), _("Aflys mødet"), _("Mødet er aflyst."))
    return ask(request, Reason(request.POST or None), question, cancel)


@require_POST
@login_required
def revive_sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting is held after all."""
    always = {"sitting": _sitting(request, pk), "by": request.user, "at": timezone.now()}
    act_now(request, _("Mødet holdes alligevel. Send dagsordenen igen."), lambda: changes.revive_sitting(**always))
    return redirect("meeting", pk)


@both
@login_required
def explain_late(request: HttpRequest, pk: int) -> HttpResponse:
    """Why the agenda could not be out in time; it stands in the agenda."""
    shown = _to_arrange(request, pk)
    form = Reason(request.POST or None, initial={"because": shown.late_because})

    def explain(because: str) -> None:
        changes.explain_late_agenda(sitting=shown, because=because, by=request.user, at=timezone.now())

    title, button = _("Hvorfor dagsordenen kommer sent"), _("Gem begrundelsen")
    return ask(request, form, _question(shown, title, button, _("Begrundelsen står i dagsordenen.")), explain)


def _question(shown: Any, title: str, button: str, said: str) -> Question:
    name = f"{shown.meeting.body.name}, {day(shown.meeting.starts_on)}"
    return Question(title, button, reverse("meeting", args=[shown.pk]), name, said)


def _to_arrange(request: HttpRequest, pk: int) -> Any:
    shown = _sitting(request, pk)
    only(access.is_secretary(request.user, shown.meeting.body, on=timezone.localdate()))
    return shown


def _sitting(request: HttpRequest, pk: int) -> Any:
    return found_or_404(queries.sitting_for, request.user, pk, on=timezone.localdate())

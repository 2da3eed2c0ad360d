"""One item on its way: what it says, where it is, what happened to it, and the next step for whoever looks."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.domains.proceedings import access, changes, queries
from raadhus.foundation.audit.queries import acts_on
from raadhus.interfaces.web.item_forms import Recommendation, lines_of
from raadhus.interfaces.web.next_step import OPEN, next_step
from raadhus.interfaces.web.proposal_steps import way_of
from raadhus.interfaces.web.views.asking import Question, ask
from raadhus.interfaces.web.views.finding import found_or_404, only, page_of
from raadhus.interfaces.web.views.reading_log import note_if_closed


@require_safe
@login_required
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """The item as the paper it becomes, with its way above and what belongs to it beside."""
    reader, today = request.user, timezone.localdate()
    shown = proposal_seen(request, pk)
    note_if_closed(request, "proposal", pk, [shown])
    steps, may_edit = list(shown.steps.select_related("user")), access.may_edit(reader, shown, on=today)
    texts = texts_shown(reader, shown)
    facts = {
        "section": "meetings",
        "proposal": shown,
        "way": way_of(shown, steps),
        "texts": texts,
        "next": next_step(reader, shown, texts, on=today),
        "enclosures": queries.enclosures_of(reader, shown, on=today),
        "hearings": list(shown.hearings.select_related("user").order_by("asked_at")),
        "path": queries.path_of(reader, shown, on=today),
        "may_edit": may_edit and shown.state in OPEN,
        "may_add_confidential": may_edit
        and shown.state in OPEN
        and not shown.is_closed
        and access.reads_confidential(reader, shown),
        "history": history_of(shown),
        "today": today,
    }
    return render(request, "proposal.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def recommend(request: HttpRequest, pk: int) -> HttpResponse:
    """The recommendation as its points, one a line."""
    shown = proposal_to_edit(request, pk)
    stored = "\n".join(shown.points.values_list("text", flat=True))
    known = {"recommended_by": shown.recommended_by, "points": stored, "revision": shown.revision}
    form = Recommendation(request.POST or None, initial=known)

    def save(recommended_by: str, points: str, revision: int | None) -> None:
        always = {"proposal": shown, "by": request.user, "at": timezone.now(), "revision": revision or 0}
        changes.recommend(recommended_by=recommended_by, points=lines_of(points), **always)

    return ask(request, form, question_about(shown, _("Indstilling"), _("Gem indstillingen")), save)


def texts_shown(reader: Any, shown: Any) -> list[tuple[Any, str]]:
    """The texts that a writer fills before the meeting, each with the template's help where it is empty."""
    told = queries.help_of(shown)
    rows = [text for text in queries.texts_of(reader, shown, on=timezone.localdate()) if text.kind != "decision"]
    return [(text, "" if text.plain.strip() else told.get(text.heading, "")) for text in rows]


def history_of(shown: Any) -> list[Any]:
    """What was done with the item, newest first, without who read it; the words themselves are not told here."""
    return [act for act in acts_on("proposal", [shown.pk]) if act.action != "read"][::-1]


def proposal_seen(request: HttpRequest, pk: int) -> Any:
    """The proposal where the reader follows it; else 404, also where it is not there."""
    return found_or_404(queries.proposal_for, request.user, pk, on=timezone.localdate())


def proposal_to_edit(request: HttpRequest, pk: int) -> Any:
    """The same for whoever may write in it; 403 for others who see it."""
    shown = proposal_seen(request, pk)
    only(access.may_edit(request.user, shown, on=timezone.localdate()))
    return shown


def question_about(shown: Any, title: str, button: str, said: str = "", lede: str = "") -> Question:
    """A question that leads back to the item's page."""
    return Question(title, button, reverse("proposal", args=[shown.pk]), shown.title, said, lede)


@require_safe
@login_required
def my_items(request: HttpRequest) -> HttpResponse:
    """What the reader has proposed, newest first."""
    mine = queries.my_proposals(request.user, on=timezone.localdate())
    return render(request, "my_items.html", {"section": "meetings", "page": page_of(request, mine)})

"""An item's facts, and whether it is closed."""

from dataclasses import asdict
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.domains.proceedings import changes, queries
from raadhus.interfaces.web.item_forms import Closing, ConfidentialHeading, ItemFactsForm
from raadhus.interfaces.web.views.asking import act_now, ask
from raadhus.interfaces.web.views.proposal import proposal_seen, proposal_to_edit, question_about


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Title, kind, case, who presents and who comes for it."""
    shown = proposal_to_edit(request, pk)
    known = asdict(changes.facts_of(shown)) | {"revision": shown.revision}
    form = ItemFactsForm(request.POST or None, initial=known)

    def save(revision: int | None, **typed: Any) -> None:
        always = {"proposal": shown, "by": request.user, "at": timezone.now(), "revision": revision or 0}
        changes.edit_facts(facts=changes.Facts(**typed), **always)

    return ask(request, form, question_about(shown, _("Oplysninger om punktet"), _("Gem oplysningerne")), save)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def add_confidential(request: HttpRequest, pk: int) -> HttpResponse:
    """A confidential text beside the open ones; goes on to where it is written."""
    shown = proposal_to_edit(request, pk)

    def add(heading: str) -> str:
        always: dict[str, Any] = {"proposal": shown, "by": request.user, "at": timezone.now()}
        return reverse("write", args=[changes.add_confidential_text(heading=heading, **always).pk])

    form = ConfidentialHeading(request.POST or None)
    return ask(request, form, question_about(shown, _("Fortroligt afsnit"), _("Tilføj og skriv")), add)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def close_to_public(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the item with a reason, its words and the day when that is looked at again."""
    shown = proposal_to_edit(request, pk)
    known = {"reason": shown.closed_because, "words": shown.closed_words, "open_again_on": shown.open_again_on}
    reasons = queries.profile_of(shown.body).closing_reasons
    form = Closing(request.POST or None, initial=known | {"revision": shown.revision}, reasons=reasons)

    def close(revision: int | None, **typed: Any) -> None:
        always = {"proposal": shown, "by": request.user, "at": timezone.now(), "revision": revision or 0}
        changes.close_to_public(**typed, **always)

    lede = _("Et lukket punkt læses kun af dem, forummet har givet lov. Grunden skal være konkret.")
    question = question_about(shown, _("Luk punktet"), _("Luk punktet"), _("Punktet er lukket."), lede)
    return ask(request, form, question, close)


@require_POST
@login_required
def open_to_public(request: HttpRequest, pk: int) -> HttpResponse:
    """Open the item again."""
    shown = proposal_seen(request, pk)
    always = {"proposal": shown, "revision": shown.revision, "by": request.user, "at": timezone.now()}
    act_now(request, _("Punktet er åbent."), lambda: changes.open_to_public(**always))
    return redirect("proposal", pk)

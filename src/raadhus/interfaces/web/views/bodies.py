"""Bodies: which there are, and one with its meetings, its items under way and how it works."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.domains.proceedings import access, queries
from raadhus.domains.publishing.queries import publishing_bodies
from raadhus.interfaces.web.profile_words import in_a_sentence, rules_of
from raadhus.interfaces.web.reminding_forms import reminding_in_words
from raadhus.interfaces.web.views.finding import found_or_404

NEXT = 6  # meetings shown


@require_safe
@login_required
def bodies(request: HttpRequest) -> HttpResponse:
    """The bodies to which the reader may propose, each with its next meeting."""
    today = timezone.localdate()
    mine = access.bodies_open_to(request.user, on=today).order_by("name")
    rows = [
        (one, queries.profile_of(one), queries.sittings_for(request.user, on=today, body=one, since=today).first())
        for one in mine
    ]
    facts = {"section": "meetings", "rows": rows, "may_set_up": access.may_set_up(request.user)}
    return render(request, "bodies.html", facts)


@require_safe
@login_required
def body(request: HttpRequest, pk: int) -> HttpResponse:
    """One body: the next meetings, what is on its way to it, its seats and its rules."""
    reader, today = request.user, timezone.localdate()
    shown = open_body(request, pk)
    profile = queries.profile_of(shown)
    facts = {
        "section": "meetings",
        "body": shown,
        "profile": profile,
        "means": in_a_sentence(profile),
        "rules": rules_of(profile),
        "reminding": reminding_in_words(profile.reminding),
        "members": queries.members_of(shown, on=today),
        "standing": queries.standing_items_of(shown),
        "sittings": queries.sittings_for(reader, on=today, body=shown, since=today)[:NEXT],
        "backlog": queries.backlog_of(reader, shown, on=today),
        "runs": access.bodies_run_by(reader, on=today).filter(pk=pk).exists(),
        "publishes": publishing_bodies().filter(pk=pk).exists(),
        "may_plan": access.is_secretary(reader, shown, on=today),
        "may_set_up": access.may_set_up(reader),
        "today": today,
    }
    return render(request, "body.html", facts)


def open_body(request: HttpRequest, pk: int) -> Any:
    """The body where it is open to the reader; else 404, also where it is not there."""
    return found_or_404(access.bodies_open_to(request.user, on=timezone.localdate()).get, pk=pk)

"""One promise: what it is, who answers for it, how it goes, and everything that was ever done with it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from raadhus.domains.followup import changes, queries
from raadhus.domains.followup.access import may_answer
from raadhus.domains.meetings import queries as meetings
from raadhus.domains.organisation.queries import holders_of
from raadhus.domains.proceedings import queries as proceedings
from raadhus.domains.proceedings.access import steward_of
from raadhus.domains.publishing.queries import publicity_of
from raadhus.interfaces.web.promise_forms import Answer
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.interfaces.web.views.promises import with_sources
from raadhus.pure.kernel.errors import Refused


@require_safe
def promise(request: HttpRequest, pk: int) -> HttpResponse:
    """The promise as a page."""
    shown, today = seen(request, pk), timezone.localdate()
    reader = request.user
    item = shown.item and found_or_404(meetings.item_for, reader, shown.item.pk)
    places = list(queries.places_of(reader, shown))
    items = meetings.items_named(reader, [one.source_id for one in places])
    facts = {
        "section": "promises",
        "promise": shown,
        "item": item,
        "chain": meetings.chain_of(reader, item) if item else (),
        "places": [(one, items.get(one.source_id)) for one in places],
        "holders": holders_of([shown.post_id], on=today).get(shown.post_id, []) if shown.post_id else [],
        "placing": proceedings.placing_of(reader, shown, on=today) if shown.progress in ("open", "answered") else None,
        "proofs": queries.proofs_of(reader, shown) if reader.is_authenticated else [],
        "awaits": queries.awaited_by(reader, shown),
        "parts": queries.parts_of(reader, shown).exclude(status="rejected"),
        "publicity": publicity_of(reader, shown, on=today),
        "waiting": queries.waiting_for_it(reader, shown),
        "history": _history(reader, shown),
        "may_answer": may_answer(acting(request, shown), shown, on=today),
        "form": Answer(initial={"revision": shown.revision, "answer": shown.answer, "progress": "answered"}),
        "today": today,
    }
    return render(request, "promise.html", facts)


def _history(reader: Any, shown: Any) -> list[tuple[Any, Any]]:
    """Every act with the other promise that it is about, where there is one that the reader may see."""
    acts = queries.history_of(reader, shown) if reader.is_authenticated else []
    others = queries.acted_upon_by(reader, acts)
    return [(act, others.get(act.facts.get("on"))) for act in acts]


def seen(request: HttpRequest, pk: int) -> Any:
    """The promise with its item, where the reader may see it; else 404."""
    return with_sources(request.user, [found_or_404(queries.commitment_for, request.user, pk)])[0]


def acting(request: HttpRequest, shown: Any) -> Any:
    """The reader, as whoever runs the body of the promise where they do."""
    return steward_of(request.user, shown.made_in, on=timezone.localdate())


def told(request: HttpRequest, said: str, row: Any) -> None:
    """Say what was done with a promise, with a button that takes it back."""
    undo = reverse("undo_promise", args=[row.pk, row.revision])
    messages.success(request, said, extra_tags=undo)


@require_POST
@login_required
def undo_promise(request: HttpRequest, pk: int, revision: int) -> HttpResponse:
    """Take back the last thing the reader did with it."""
    shown = seen(request, pk)
    always = {"by": acting(request, shown), "at": timezone.now()}
    try:
        changes.undo_change(commitment=shown, revision=revision, **always)
        messages.success(request, _("Fortrudt."))
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("promise", pk)


def press(request: HttpRequest, pk: int, said: str, change: Callable[..., Any]) -> HttpResponse:
    """Do what one button on the promise's page asks, and go back there."""
    shown = seen(request, pk)
    revision = request.POST.get("revision", "")
    always = {"commitment": shown, "by": acting(request, shown), "at": timezone.now()}
    try:
        row = change(revision=int(revision) if revision.isdigit() else 0, **always)
        told(request, said, row)
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("promise", pk)

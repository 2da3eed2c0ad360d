"""A post gives way to others: each open promise goes to one of them, and the page says which before it is done."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from raadhus.domains.followup import changes, queries
from raadhus.domains.followup.access import may_settle
from raadhus.domains.organisation.queries import post_for
from raadhus.interfaces.web.item_forms import lines_of
from raadhus.interfaces.web.promise_forms import Replacement
from raadhus.interfaces.web.views.asking import Question, try_form
from raadhus.interfaces.web.views.finding import found_or_404, only
from raadhus.interfaces.web.views.promises import with_sources

MOST = 500  # promises to choose for one by one; the rest go to the first


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def replace_post(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what takes over; then, with "vis" pressed, which of them each promise goes to; then do it."""
    shown = found_or_404(post_for, request.user, pk)
    only(may_settle(request.user))
    form = Replacement(request.POST or None, initial={"from_on": timezone.localdate()})
    if request.method == "POST" and request.POST.get("trin") == "flyt":
        done, _address = try_form(form, lambda **typed: _move(request, shown, typed))
        if done:
            return redirect("post", pk)
    asks = request.method == "POST" and form.is_valid()
    titles = lines_of(form.cleaned_data["successors"]) if asks else ()
    owed = with_sources(request.user, queries.owed_by_post(request.user, shown)[:MOST]) if asks else []
    for row in owed:
        row.chosen = request.POST.get(f"loefte_{row.pk}", titles[0] if titles else "")
    question = Question(
        _("Lad andre tage over"), _("Flyt og nedlæg posten"), reverse("post", args=[pk]), shown.title,
        lede=_("Alt åbent, posten skylder, flytter med. Historien står på hvert løfte."),
    )  # fmt: skip
    facts = {"section": "promises", "form": form, "question": question, "post": shown, "owed": owed, "titles": titles}
    return render(request, "replace_post.html", facts)


def _move(request: HttpRequest, shown: Any, typed: dict[str, Any]) -> None:
    titles = lines_of(typed["successors"])
    chosen = {
        ("commitment", int(name.removeprefix("loefte_"))): value
        for name, value in request.POST.items()
        if name.startswith("loefte_") and name.removeprefix("loefte_").isdigit()
    }
    plan = changes.Plan(shown, titles, typed["from_on"], typed["words"], chosen)
    moved = changes.reorganise(plan=plan, by=request.user, at=timezone.now())["commitment"]
    said = ngettext(
        "Posten er nedlagt, og {n} løfte er flyttet.", "Posten er nedlagt, og {n} løfter er flyttet.", moved
    )
    messages.success(request, said.format(n=moved))

"""An idea becomes an item on its way to a body."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.domains.cases.queries import suggested_subjects
from raadhus.domains.proceedings import changes, queries
from raadhus.interfaces.web.item_forms import NewItem, lines_of, shown_subjects
from raadhus.interfaces.web.views.asking import Question, ask
from raadhus.interfaces.web.views.bodies import open_body

KEPT = ("title", "kind", "case_number", "recommended_by", "points")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Title, kind, case and recommendation; saved, it is a draft whose page has the texts.

    Asked to `find`, the page comes again with subjects for the case; `take` fills one in; neither saves anything.
    """
    body = open_body(request, pk)
    only_asks = bool({"find", "take"} & set(request.POST))
    form = NewItem(initial=_typed(request)) if only_asks else NewItem(request.POST or None)

    def propose(points: str, **typed: Any) -> str:
        idea = changes.Idea(points=lines_of(points), **typed)
        row = changes.propose_item(body=body, idea=idea, by=request.user, at=timezone.now())
        return reverse("proposal", args=[row.pk])

    title = _("Foreslå et punkt til {body}").format(body=body.name)
    question = Question(title, _("Gem kladden, og skriv teksterne"), reverse("body", args=[pk]), body.name)
    facts = {"subjects": _subjects(request), "has_asked": "find" in request.POST, "profile": queries.profile_of(body)}
    return ask(request, form, question, propose, template="new_item.html", facts=facts)


def _typed(request: HttpRequest) -> dict[str, str]:
    typed = {name: request.POST.get(name, "") for name in KEPT}
    return typed | ({"case_number": request.POST["take"]} if "take" in request.POST else {})


def _subjects(request: HttpRequest) -> list[tuple[str, str, str]]:
    if "find" not in request.POST:
        return []
    return shown_subjects(suggested_subjects(request.POST.get("title", ""), request.POST.get("points", "")))

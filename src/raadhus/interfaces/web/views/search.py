"""Searching all that the reader may see."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from raadhus.domains.meetings import queries as meetings
from raadhus.interfaces.web.templatetags.marks import OUTCOMES


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the words in `q` are found in, within the filters of the address."""
    facts = {
        "section": "search",
        "words": request.GET.get("q", "")[:200],
        "bodies": meetings.bodies_for(request.user),
        "outcomes": [(value, word) for value, (_, word, _) in OUTCOMES.items()],
        "filters": request.GET,
        "found": None,
    }
    return render(request, "search.html", facts)

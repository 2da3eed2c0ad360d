"""Searching all that the reader may see."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from raadhus.domains.meetings import queries as meetings
from raadhus.domains.search.queries import Filters, find
from raadhus.interfaces.web.forms import SearchFilters
from raadhus.interfaces.web.views.finding import whole_number

LONGEST = 200  # characters of a question


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the words in `q` are found in, within the filters of the address."""
    words = request.GET.get("q", "")[:LONGEST].strip()
    form = SearchFilters(request.GET, bodies=meetings.bodies_for(request.user))
    form.is_valid()
    filters = _filters(form.cleaned_data)
    side = whole_number(request.GET.get("side")) or 1
    facts = {
        "section": "search",
        "words": words,
        "form": form,
        "found": find(request.user, words, filters, side) if words else None,
        "is_filtered": filters != Filters(),
    }
    return render(request, "search.html", facts)


def _filters(said: dict[str, Any]) -> Filters:
    return Filters(
        body=said.get("forum"),
        first=said.get("fra"),
        last=said.get("til"),
        case=said.get("sag", ""),
        outcome=said.get("udfald", ""),
        where=said.get("hvor", ""),
    )

"""Searching all that the reader may see."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from raadhus.domains.followup.queries import commitments_by_source
from raadhus.domains.meetings import queries as meetings
from raadhus.domains.search.queries import Filters, Found, Hit, find
from raadhus.interfaces.web.forms import SearchFilters
from raadhus.interfaces.web.timeline_words import promised_and_done
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
    found = find(request.user, words, filters, side) if words else None
    facts = {
        "section": "search",
        "words": words,
        "form": form,
        "found": found,
        "hits": _with_promises(request.user, found) if found else [],
        "promised": _promised(words, filters),
        "is_filtered": filters != Filters(),
    }
    return render(request, "search.html", facts)


def _with_promises(reader: Any, found: Found) -> list[tuple[Hit, str]]:
    """Each hit, and how much was promised there and is done."""
    made = commitments_by_source(reader, "item", [hit.item.pk for hit in found.hits])
    return [(hit, promised_and_done(made[hit.item.pk]) if hit.item.pk in made else "") for hit in found.hits]


def _promised(words: str, filters: Filters) -> str:
    """The question to the list of promises that asks for those made in what is found."""
    asked = {"ord": words, "fra": filters.first, "til": filters.last, "i": filters.body}
    return "?" + urlencode({name: value for name, value in asked.items() if value})


def _filters(said: dict[str, Any]) -> Filters:
    return Filters(
        body=said.get("forum"),
        first=said.get("fra"),
        last=said.get("til"),
        case=said.get("sag", ""),
        outcome=said.get("udfald", ""),
        where=said.get("hvor", ""),
    )

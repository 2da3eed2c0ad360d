"""Cases: all that ever happened under a number, and under a subject of the KLE plan."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.domains.cases import queries as plan
from raadhus.domains.cases.rules.advice import advice_on_collecting_case
from raadhus.domains.followup import queries as followup
from raadhus.domains.meetings import queries
from raadhus.interfaces.web.timeline_drawing import draw
from raadhus.interfaces.web.timeline_words import head_of_table, in_a_sentence, row_of, told_in_order
from raadhus.interfaces.web.views.finding import found_or_404, page_of
from raadhus.interfaces.web.views.reading_log import note_if_closed
from raadhus.pure.kernel.case_number import read_case_number


@require_safe
def cases(request: HttpRequest) -> HttpResponse:
    """The reader's cases by number."""
    facts = {"section": "cases", "page": page_of(request, queries.cases_for(request.user))}
    return render(request, "cases.html", facts)


@require_safe
def case(request: HttpRequest, number: str) -> HttpResponse:
    """Everything under one case number, newest meeting first."""
    shown = found_or_404(queries.case_for, request.user, number)
    items = queries.items_of_case(request.user, shown.number)
    note_if_closed(request, "case", shown.pk, items)
    facts = {
        "section": "cases",
        "case": shown,
        "items": items,
        "advice": advice_on_collecting_case(read_case_number(shown.number), [item.title for item in items]),
        "promises": followup.commitments_for(request.user, case_number=shown.number),
        "today": timezone.localdate(),
    } | _timeline(queries.timeline_of(request.user, items))
    return render(request, "case.html", facts)


def _timeline(lines: list[Any]) -> dict[str, Any]:
    told = told_in_order(lines)
    return {
        "story": in_a_sentence(lines),
        "chains": [(line, [event for event in line.events if event.day]) for line in lines if line.is_chain],
        "drawing": draw(lines, timezone.localdate()),
        "told": told,
        "table_head": head_of_table(),
        "table": [row_of(event, line) for event, line in told],
    }


@require_safe
def subject(request: HttpRequest, number: str) -> HttpResponse:
    """Items under a KLE main group, group or subject; 404 where neither the plan nor the reader's items know it."""
    shown = plan.subject_named(number)
    items = queries.items_of_subject(request.user, number)
    if shown is None and not items.exists():
        raise Http404
    facts = {
        "section": "cases",
        "subject": shown,
        "number": number,
        "below": plan.subjects_under(number),
        "page": page_of(request, items),
    }
    return render(request, "subject.html", facts)

"""What was promised: one list with the words that say so."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.domains.followup import queries
from raadhus.domains.followup.access import may_settle
from raadhus.domains.meetings import queries as meetings
from raadhus.interfaces.web.views.finding import page_of

KINDS = ("task", "return")
STATUSES = ("suggested", "accepted", "rejected")
TIMES = ("over", "uden")


@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    """The reader's commitments, soonest due first; every filter is in the address."""
    page = page_of(request, _filtered(request))
    page.object_list = with_sources(request.user, page.object_list)
    seen = queries.commitments_for(request.user)
    facts = {
        "section": "promises",
        "page": page,
        "kinds": KINDS,
        "statuses": STATUSES,
        "people": queries.responsible_for(request.user),
        "bodies": list(seen.exclude(body="").order_by("body").values_list("body", flat=True).distinct()),
        "filters": request.GET,
        "is_filtered": any(request.GET.get(name) for name in ("art", "status", "hvem", "forum", "tid")),
        "may_settle": may_settle(request.user),
        "today": timezone.localdate(),
    }
    return render(request, "promises.html", facts)


def _filtered(request: HttpRequest) -> QuerySet:
    asked = request.GET
    rows = queries.commitments_for(
        request.user,
        status=_one_of(STATUSES, asked.get("status")),
        kind=_one_of(KINDS, asked.get("art")),
        who=asked.get("hvem") or None,
        body=asked.get("forum") or None,
        late_on=timezone.localdate() if asked.get("tid") == "over" else None,
    )
    return rows.filter(due_last=None) if asked.get("tid") == "uden" else rows


def _one_of(known: tuple[str, ...], value: str | None) -> str | None:
    return value if value in known else None


def with_sources(reader: Any, promises: Iterable[Any]) -> list[Any]:
    """`promises` as a list, each with `item`: where it was made, None where that is not the reader's."""
    told = list(promises)
    items = meetings.items_by_id(reader, [row.source_id for row in told if row.source_kind == "item"])
    for row in told:
        row.item = items.get(row.source_id) if row.source_kind == "item" else None
    return told

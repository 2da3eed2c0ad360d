"""What was promised: one list with the words that say so."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.domains.followup import queries
from raadhus.domains.followup.access import may_settle
from raadhus.domains.meetings import queries as meetings
from raadhus.domains.organisation.queries import posts_for
from raadhus.domains.proceedings.access import bodies_kept_by
from raadhus.interfaces.web.views.finding import page_of, whole_number
from raadhus.interfaces.web.views.kept import kept

KINDS = ("task", "return")
STATUSES = ("suggested", "accepted", "rejected")
PROGRESS = ("open", "answered", "done", "dropped")
FILTERS = ("art", "status", "hvem", "forum", "tid", "i", "post", "langt", "aftale")


@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    """The reader's commitments, soonest due first; every filter is in the address."""
    page = page_of(request, promises_asked_for(request))
    page.object_list = with_sources(request.user, page.object_list)
    seen = queries.commitments_for(request.user)
    facts = {
        "section": "promises",
        "part": "all",
        "page": page,
        "kinds": KINDS,
        "statuses": STATUSES,
        "steps": PROGRESS,
        "people": kept(request.user, "named", partial(queries.responsible_for, request.user))[1],
        "posts": posts_for(request.user),
        "bodies": meetings.bodies_for(request.user),
        "returns_to": kept(request.user, "returned_to", partial(queries.bodies_returned_to, request.user))[1],
        "filters": request.GET,
        "is_filtered": any(request.GET.get(name) for name in FILTERS),
        "has_any": bool(page.paginator.count) or seen.exists(),
        "today": timezone.localdate(),
    }
    return render(request, "promises.html", facts)


def promises_asked_for(request: HttpRequest) -> QuerySet:
    """The rows that the address asks for."""
    asked = request.GET
    rows = queries.commitments_for(
        request.user,
        status=_one_of(STATUSES, asked.get("status")),
        kind=_one_of(KINDS, asked.get("art")),
        who=asked.get("hvem") or None,
        body=asked.get("forum") or None,
        late_on=timezone.localdate() if asked.get("tid") == "over" else None,
        made_in=whole_number(asked.get("i")),
        post=whole_number(asked.get("post")),
        progress=_one_of(PROGRESS, asked.get("langt")),
        agreement=asked.get("aftale") or None,
    )
    return rows.filter(due_last=None) if asked.get("tid") == "uden" else rows


def _one_of(known: tuple[str, ...], value: str | None) -> str | None:
    return value if value in known else None


def with_sources(reader: Any, promises: Iterable[Any]) -> list[Any]:
    """`promises` as a list, each with `item`: where it was made, None where that is not the reader's; and with whether
    the reader may settle it."""
    told = list(promises)
    items = meetings.items_by_id(reader, [row.source_id for row in told if row.source_kind == "item"])
    settles_all, kept = may_settle(reader), bodies_kept_by(reader, on=timezone.localdate())
    for row in told:
        row.item = items.get(row.source_id) if row.source_kind == "item" else None
        row.may_settle = settles_all or row.made_in in kept
    return told

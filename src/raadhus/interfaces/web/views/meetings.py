"""Meetings as a list, one meeting as the paper it is, and one item."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.domains.meetings import queries
from raadhus.domains.meetings.access import may_correct
from raadhus.domains.proceedings import queries as proceedings
from raadhus.domains.proceedings.access import is_secretary
from raadhus.interfaces.web.leaves import leaves_of, lines_before
from raadhus.interfaces.web.room_door import door_of
from raadhus.interfaces.web.views.finding import found_or_404, page_of, whole_number, year_of
from raadhus.interfaces.web.views.reading_log import note_if_closed
from raadhus.interfaces.web.views.sitting import is_live, sitting, sitting_at

OURS = "rendered"  # what the house itself has written, where nothing was read by a machine
COMING = 8  # meetings without a document that are shown above the list


@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """The reader's meetings, filtered by `forum` (a body's id) and `aar`."""
    body_pk, year = whole_number(request.GET.get("forum")), year_of(request.GET.get("aar"))
    body = found_or_404(queries.body_for, request.user, body_pk) if body_pk is not None else None
    today = timezone.localdate()
    coming = proceedings.sittings_for(request.user, on=today, body=body, since=today)
    facts = {
        "section": "meetings",
        "coming": coming.exclude(meeting__current_version__isnull=False)[:COMING] if not year else [],
        "bodies": queries.bodies_for(request.user),
        "years": queries.years_for(request.user, body=body),
        "body": body,
        "year": year,
        "page": page_of(request, queries.meetings_for(request.user, body=body, year=year)),
    }
    return render(request, "meetings.html", facts)


@require_safe
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """One meeting: the current reading of it, with what was not understood where it stands; before there is any, what
    is planned."""
    reader = request.user
    live, today = sitting_at(request, pk), timezone.localdate()
    runs = live is not None and is_secretary(reader, live.meeting.body, on=today)
    if is_live(request, live, runs=runs):
        return sitting(request, pk)
    shown = found_or_404(queries.meeting_for, reader, pk)
    items = queries.items_of(reader, shown)
    note_if_closed(request, "meeting", pk, items)
    lines = list(queries.unread_lines_of(reader, shown))
    unread = [line for line in lines if not line.settled_as]
    facts = {
        "section": "meetings",
        "meeting": shown,
        "leaves": leaves_of(items, unread),
        "lines_before": lines_before(items, unread),
        "unsettled_count": len(unread),
        "sitting": live,
        "is_ours": shown.current_version.file.origin == OURS,
        "door": door_of(reader, live, runs=runs),
        "runs": runs and live.closed_at is not None,
        "corrections": proceedings.corrections_of(reader, pk) if live else [],
        "set_aside": [line for line in lines if line.settled_as == "set_aside"],
        "items": items,
        "named": queries.meetings_named(reader, items),
        "versions": queries.versions_of(reader, shown),
        "may_correct": may_correct(reader),
        "prepares": "vis" in request.GET,  # asked for from the page where the meeting is prepared
        "today": today,
    }
    return render(request, "meeting.html", facts)


@require_safe
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One item, with its neighbours in the same document."""
    shown = found_or_404(queries.item_for, request.user, pk)
    note_if_closed(request, "item", pk, [shown])
    before, after = queries.previous_and_next(request.user, shown)
    facts = {
        "section": "meetings",
        "meeting": shown.meeting,
        "leaf": leaves_of([shown], [])[0],
        "named": queries.meetings_named(request.user, [shown]),
        "before": before,
        "after": after,
        "corrections": [one for one in proceedings.corrections_of(request.user, shown.meeting_id) if one.item_id == pk],
        "is_ours": shown.version.file.origin == OURS,
        "is_current": shown.version_id == shown.meeting.current_version_id,
        "versions": queries.versions_of(request.user, shown.meeting),
        "may_correct": may_correct(request.user),
        "today": timezone.localdate(),
    }
    return render(request, "item.html", facts)

"""A meeting on its way: its agenda as it is now, and for who prepares it, how to arrange and send it."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import ngettext

from raadhus.domains.proceedings import access, changes, queries
from raadhus.interfaces.web.agenda_breaches import in_the_way
from raadhus.interfaces.web.agenda_rows import rows_of
from raadhus.interfaces.web.room_door import door_of
from raadhus.interfaces.web.views.finding import found_or_404

PREPARED = ("planned", "sent")
CALLED = ("member", "chair", "deputy_chair")


def sitting_at(request: HttpRequest, pk: int) -> Any:
    """The live side of the meeting, None where it has none that the reader sees."""
    try:
        return queries.sitting_for(request.user, pk, on=timezone.localdate())
    except ObjectDoesNotExist:
        return None


def is_live(request: HttpRequest, shown: Any, *, runs: bool) -> bool:
    """Whether the meeting is shown as it is being prepared: nothing was sent, or the reader `runs` it and has not asked
    for what was sent (`vis=udsendt`)."""
    if shown is None or shown.meeting.current_version_id is None:
        return shown is not None
    if shown.state not in (*PREPARED, "cancelled") or request.GET.get("vis") == "udsendt":
        return False
    return runs


def sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """When and where, and of the agenda what the reader follows; more for who prepares it.

    What belongs on the agenda by itself is put there when its secretary opens the page: each thing once, so looking
    again changes nothing.
    """
    reader, today = request.user, timezone.localdate()
    shown = found_or_404(queries.sitting_for, reader, pk, on=today)
    prepares = access.is_secretary(reader, shown.meeting.body, on=today)
    if prepares and request.method == "GET":
        fill(request, shown)
    agenda, numbers = queries.agenda_of(reader, shown, on=today), queries.numbers_of(shown)
    profile = queries.profile_of(shown.meeting.body)
    facts = {
        "section": "meetings",
        "sitting": shown,
        "meeting": shown.meeting,
        "door": door_of(reader, shown, runs=prepares),
        "rows": rows_of(agenda, numbers, profile.numbering),
        "seen": ",".join(str(one.pk) for one in agenda),
        "prepares": prepares,
    }
    return render(request, "sitting.html", facts | (_to_prepare(reader, shown, numbers) if prepares else {}))


def fill(request: HttpRequest, shown: Any) -> None:
    """Put on a planned agenda what belongs there by itself, so that what a person puts on comes after it."""
    if shown.state == "planned":
        changes.fill_agenda(sitting=shown, by=request.user, at=timezone.now())
        shown.refresh_from_db()


def _to_prepare(reader: Any, shown: Any, numbers: dict[int, str]) -> dict[str, Any]:
    today = timezone.localdate()
    backlog = queries.backlog_of(reader, shown.meeting.body, on=today)
    arranges = shown.state in PREPARED
    sends = arranges and not (shown.state == "sent" and queries.is_as_sent(shown))
    breaches = queries.breaches_of(shown, at=timezone.now()) if sends else ()
    return {
        "arranges": arranges,
        "ready": [one for one in backlog if one.state == "ready"],
        "under_way": [one for one in backlog if one.state != "ready"],
        "in_the_way": in_the_way(breaches, shown, numbers),
        "send": _send_words(shown) if sends else "",
        "frozen": list(shown.frozen.select_related("version__file").order_by("-number")),
    }


def _send_words(shown: Any) -> str:
    count = queries.members_of(shown.meeting.body, on=shown.meeting.starts_on).filter(role__in=CALLED).count()
    if shown.state == "sent":
        words = ngettext("Send tillægsdagsorden til {n} medlem", "Send tillægsdagsorden til {n} medlemmer", count)
    else:
        words = ngettext("Send dagsorden til {n} medlem", "Send dagsorden til {n} medlemmer", count)
    return words.format(n=count)

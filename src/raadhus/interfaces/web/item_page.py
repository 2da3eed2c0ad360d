"""The page of one item while it is decided: everything on it, and what stands in the way of the next step."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from raadhus.domains.proceedings import queries
from raadhus.domains.proceedings.queries.minutes import decision_of
from raadhus.interfaces.web.item_shown import PointShown, pledges_shown, points_shown
from raadhus.interfaces.web.room_words import MAJORITIES, quorum_in_words
from raadhus.interfaces.web.typed import NOTHING, Typed
from raadhus.interfaces.web.views.reading_log import note_if_closed


def item_page(request: HttpRequest, sitting: Any, item: Any, typed: Typed = NOTHING) -> HttpResponse:
    """The page; with `typed`, the form it is about holds what was typed and says why it could not be kept."""
    note_if_closed(request, "proposal", item.pk, [item])
    people = list(queries.attendees_of(sitting))
    points = points_shown(sitting, item, people, typed, timezone.now())
    roll = queries.roll_of(item, sitting, now=timezone.now())
    facts = {
        "section": "meetings",
        "profile": queries.profile_of(sitting.meeting.body),
        "points": points,
        "texts": [one for one in queries.texts_of(request.user, item, on=timezone.localdate()) if _is_read(one)],
        "enclosures": queries.enclosures_of(request.user, item, on=timezone.localdate()),
        "seen": queries.item_revision(item),
        "people": people,
        "out": queries.absences_of(item),
        "decision": decision_of(item, [one.row for one in points], people),
        "free": _free_text(item),
        "pledges": pledges_shown(sitting, item, typed),
        "dissents": queries.dissents_of(item),
        "stops": queries.stops_of(item),
        "quorum": quorum_in_words(sitting, roll),
        "majorities": MAJORITIES.items(),
        "typed": typed,
        "to_approve": queries.minutes_to_approve(sitting) if item.state == "decided" else [],
        "corrections": queries.corrections_to_approve(sitting) if item.state == "decided" else [],
        "agenda_approved": queries.agenda_is_approved(sitting),
        "approvals": queries.approvals_at(item),
        "focus": _focus(points, item, typed),
    }
    return render(request, "room_item.html", facts | _place(sitting, item) | _ways(sitting, item, points))


def _free_text(item: Any) -> Any:
    try:
        return queries.decision_text_of(item)
    except ObjectDoesNotExist:
        return None


def _is_read(text: Any) -> bool:
    return text.kind not in ("decision", "attachments") and bool(text.plain.strip())


def _place(sitting: Any, item: Any) -> dict[str, Any]:
    """The item among the others."""
    items = queries.items_of(sitting)
    at = next(place for place, (_number, row) in enumerate(items) if row.pk == item.pk)
    return {
        "sitting": sitting,
        "meeting": sitting.meeting,
        "items": items,
        "item": item,
        "number": items[at][0],
        "before": items[at - 1] if at else None,
        "after": items[at + 1] if at + 1 < len(items) else None,
    }


def _ways(sitting: Any, item: Any, points: list[PointShown]) -> dict[str, Any]:
    """What may be done with the item now, and what stands in the way of closing it."""
    is_open = item.state == "on_agenda"
    writes = sitting.state in ("in_session", "minutes")
    return {
        "in_session": sitting.state == "in_session",
        "may_decide": writes and is_open,
        "may_write": writes and item.state in ("on_agenda", "decided"),
        "may_reopen": writes and item.state == "decided",
        "is_approved": any(one.row.outcome == "approved" for one in points),
        "blockers": [_blocker(one) for one in points if is_open and _is_undecided(one)],
    }


def _is_undecided(point: PointShown) -> bool:
    return not point.row.outcome and not point.row.left_open_because.strip()


def _blocker(point: PointShown) -> tuple[int, str]:
    return point.row.number, _("Indstillingens punkt {n} har intet udfald.").format(n=point.row.number)


def _focus(points: list[PointShown], item: Any, typed: Typed) -> str:
    """Where the hand goes: to what could not be kept, else the first point that waits, else the next step."""
    if typed.where:
        return typed.where
    if item.state != "on_agenda":
        return "next"
    waiting = [one.row.number for one in points if _is_undecided(one)]
    return f"point-{waiting[0]}" if waiting else "next"

"""A point is decided with one key, in the body's own words or in others; and the decision's free text is written."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.rules.phrases import asked_by, phrase_for
from raadhus.domains.proceedings.rules.plain import with_plain
from raadhus.domains.proceedings.rules.profile import Profile
from raadhus.domains.proceedings.rules.votes import Votes
from raadhus.interfaces.web.item_page import item_page
from raadhus.interfaces.web.item_shown import SIDES, standing_words
from raadhus.interfaces.web.typed import Typed
from raadhus.interfaces.web.views.finding import found_or_404, whole_number
from raadhus.interfaces.web.views.room import by_now, do_or_say, item_run, why_not


def _point(request: HttpRequest, pk: int, item_pk: int, number: int) -> tuple[Any, Any, Any]:
    sitting, item = item_run(request, pk, item_pk)
    return sitting, item, found_or_404(queries.points_of(item).get, number=number)


@require_POST
def decide_point(request: HttpRequest, pk: int, item_pk: int, point: int) -> HttpResponse:
    """The outcome of a chip, or the words as typed. What the phrase must know first is asked on the same page."""
    sitting, item, row = _point(request, pk, item_pk, point)
    typed, letter = request.POST.dict(), request.POST.get("letter", "")
    gaps = _gaps(sitting, letter)
    asks = letter if gaps else ""
    if request.POST.get("all") in SIDES or any(not typed.get(name, "").strip() for name in gaps):
        return item_page(request, sitting, item, Typed(f"point-{point}", _filled(typed), asks=asks))
    seen = {"revision": _number(typed, "revision"), "seen": _number(typed, "seen")}

    def act() -> object:
        profile = queries.profile_of(sitting.meeting.body)
        return changes.decide_point(point=row, ruling=_ruling(profile, row, letter, typed), **seen, **by_now(request))

    sentence = why_not(request, act)
    if sentence:
        theirs = standing_words(row) if seen["revision"] != row.revision else ""
        return item_page(request, sitting, item, Typed(f"point-{point}", typed, sentence, theirs, asks))
    return redirect("room_item", pk, item_pk)


def _gaps(sitting: Any, letter: str) -> list[str]:
    """The fields that the phrase under `letter` must have; [] for no letter of the body's."""
    profile = queries.profile_of(sitting.meeting.body)
    phrase = next((one for one in profile.phrases if one.letter == letter), None)
    names = {"when": "when", "to": "to", "text": "amended"}
    return [names[gap] for gap in asked_by(phrase)] if phrase else []


def _filled(typed: dict[str, str]) -> dict[str, str]:
    """What was typed, with everybody on the side that "all" says."""
    side = typed.get("all", "")
    listed = typed.get("voters", "").split()
    return typed | {f"vote-{key}": side for key in listed} if side in SIDES else typed


def _ruling(profile: Profile, point: Any, letter: str, typed: dict[str, str]) -> changes.Ruling:
    """Words that were typed stand; a chip pressed upon the words as they were takes the phrase's own."""
    words = typed.get("words", "").replace("\r\n", "\n").strip()
    is_own = not letter or (words != point.words.strip() and bool(words))
    amended = typed.get("amended", "")
    if letter and amended == point.amended and not is_own:
        amended = amended if "text" in asked_by(phrase_for(profile, letter)) else ""
    sides = [_voted(typed, side) for side in SIDES]
    return changes.Ruling(
        letter=letter,
        outcome="" if letter else point.outcome,
        words=words if is_own else None,
        amended=amended,
        when=typed.get("when", ""),
        to=typed.get("to", ""),
        votes=Votes(*sides) if any(sides) else None,
        majority=typed.get("majority") or "simple",
    )


def _voted(typed: dict[str, str], side: str) -> tuple[int, ...]:
    keys = [whole_number(name.removeprefix("vote-")) for name, value in typed.items() if value == side]
    return tuple(key for key in keys if key is not None)


def _number(typed: Any, name: str) -> int:
    return whole_number(typed.get(name)) or 0


@require_POST
def undecide_point(request: HttpRequest, pk: int, item_pk: int, point: int) -> HttpResponse:
    """Take the outcome back."""
    _sitting, _item, row = _point(request, pk, item_pk, point)
    revision = _number(request.POST, "revision")
    do_or_say(request, lambda: changes.undecide_point(point=row, revision=revision, **by_now(request)))
    return redirect("room_item", pk, item_pk)


@require_POST
def leave_open(request: HttpRequest, pk: int, item_pk: int, point: int) -> HttpResponse:
    """Say why the point gets no decision."""
    sitting, item, _row = _point(request, pk, item_pk, point)
    because = request.POST.get("because", "")
    act = partial(changes.leave_open, proposal=item, number=point, because=because, **by_now(request))
    sentence = why_not(request, act)
    if sentence:
        return item_page(request, sitting, item, Typed(f"open-{point}", {"because": because}, sentence))
    return redirect("room_item", pk, item_pk)


@require_POST
def write_decision(request: HttpRequest, pk: int, item_pk: int) -> HttpResponse:
    """The free text; saved by itself while it is typed, where answers tell the new revision and nothing is moved."""
    sitting, item = item_run(request, pk, item_pk)
    typed, seen = request.POST.get("plain", "").replace("\r\n", "\n"), _number(request.POST, "revision")
    free = found_or_404(queries.decision_text_of, item)
    sentence = why_not(request, partial(_save, request, free, typed, seen))
    free.refresh_from_db()
    theirs = free.plain if sentence and free.revision != seen else ""
    if request.headers.get("HX-Request"):
        facts = {"free": free, "sentence": sentence, "theirs": theirs, "saved_at": timezone.now()}
        return render(request, "_written.html", facts)
    if sentence:
        return item_page(request, sitting, item, Typed("decision", {"plain": typed}, sentence, theirs))
    return redirect("room_item", pk, item_pk)


def _save(request: HttpRequest, free: Any, typed: str, seen: int) -> None:
    html = with_plain(queries.html_at(free, seen), typed)
    changes.save_text(text_id=free.pk, html=html, revision=seen, **by_now(request))

"""A text is written: by itself from the editor, with a button without one, and taken back to how it stood."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.rules.difference import Piece, beside, difference
from raadhus.domains.proceedings.rules.html import clean, pictures_left_out
from raadhus.domains.proceedings.rules.pictures import LARGEST
from raadhus.domains.proceedings.rules.plain import plain_of, with_plain
from raadhus.foundation.files.queries import open_bytes
from raadhus.interfaces.web.views.finding import found_or_404, page_of, whole_number
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """What was typed and what stands, with the words marked that differ, and who wrote the latter when."""

    sentence: str
    by: str
    mine: tuple[Piece, ...]
    theirs: tuple[Piece, ...]


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of one text; posted to without a script, it saves the plain words in `plain`."""
    text = _text_to_write(request, pk)
    facts: dict[str, Any] = {"section": "meetings", "text": text, "plain": None}
    if request.method == "POST":
        plain, seen = request.POST.get("plain", ""), whole_number(request.POST.get("revision")) or 0
        facts["plain"] = plain
        try:
            html = with_plain(queries.html_at(text, seen), plain)
            changes.save_text(text_id=pk, html=html, revision=seen, by=request.user, at=timezone.now())
            messages.success(request, _("Teksten er gemt."))
            return redirect("write", pk)
        except Conflict as conflict:
            text = facts["text"] = _text_to_write(request, pk)
            facts["conflict"] = _two_texts(conflict, text)
        except Refused as refused:
            facts["refused"] = str(refused)
    facts["help_text"] = queries.help_of(text.proposal).get(text.heading, "")
    return render(request, "write.html", facts)


@require_POST
def save_text(request: HttpRequest, pk: int) -> JsonResponse:
    """The editor's save: `html` upon `revision`, as JSON; answers with the new revision, or with both texts (409)."""

    def save() -> JsonResponse:
        given = _json(request)
        html, seen = str(given.get("html", "")), given.get("revision")
        if not isinstance(seen, int):
            raise Refused(_("Siden er for gammel. Kopiér din tekst, hent siden igen, og sæt teksten ind."))
        try:
            text = changes.save_text(text_id=pk, html=html, revision=seen, by=request.user, at=timezone.now())
        except Conflict as conflict:
            return _conflict_answer(conflict, queries.text_for(request.user, pk, on=timezone.localdate()))
        return JsonResponse({"revision": text.revision, "at": _clock(text.edited_at or timezone.now())})

    return _answered(request, save)


@require_POST
def clean_paste(request: HttpRequest, pk: int) -> JsonResponse:
    """What was on the clipboard as a text may have it."""

    def cleaned() -> JsonResponse:
        html = str(_json(request).get("html", ""))
        answer = {"html": clean(html)}
        if pictures_left_out(html):
            answer["notice"] = _("Billederne kom ikke med. Sæt dem ind ét ad gangen med knappen Billede.")
        return JsonResponse(answer)

    return _answered(request, cleaned)


@require_POST
def keep_picture(request: HttpRequest, pk: int) -> JsonResponse:
    """Store `file` as a picture of the text; answers with the address to put into it."""

    def kept() -> JsonResponse:
        given = request.FILES.get("file")
        if given is None:
            raise Refused(_("Vælg et billede."))
        data = given.read(LARGEST + 1)
        picture = changes.keep_picture(
            text_id=pk, data=data, name=given.name or "billede", by=request.user, at=timezone.now()
        )
        return JsonResponse({"src": reverse("picture", args=[picture.pk])})

    return _answered(request, kept)


@require_safe
def picture(request: HttpRequest, pk: int) -> FileResponse:
    """A picture in a text, for those who read the text."""
    found = found_or_404(queries.picture_for, request.user, pk, on=timezone.localdate())
    return FileResponse(open_bytes(found.file), content_type=found.media_type)


@dataclass(frozen=True, slots=True)
class Step:
    """A revision, and what it changed in the one before."""

    row: Any
    at: datetime  # by the clock in Denmark
    pieces: tuple[Piece, ...]


@require_safe
def text_history(request: HttpRequest, pk: int) -> HttpResponse:
    """How the text was written, newest first."""
    today = timezone.localdate()
    text = found_or_404(queries.text_for, request.user, pk, on=today)
    page = page_of(request, queries.revisions_of(request.user, text, on=today))
    rows = [(row, plain_of(row.html)) for row in page]
    steps = [_step(row, before, after) for (row, after), (_row, before) in pairwise(rows)]
    facts = {
        "section": "meetings",
        "text": text,
        "page": page,
        "steps": steps + [_step(row, plain, plain) for row, plain in rows[-1:]],
        "may_write": queries.may_write(request.user, text, on=today),
    }
    return render(request, "text_history.html", facts)


def _step(row: Any, before: str, after: str) -> Step:
    return Step(row, timezone.localtime(row.at), difference(before, after))


@require_POST
def restore_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Let the text stand as it did at the revision in `to`."""
    _text_to_write(request, pk)
    to, seen = (whole_number(request.POST.get(name)) or 0 for name in ("to", "revision"))
    try:
        found_or_404(changes.restore_text, text_id=pk, to=to, revision=seen, by=request.user, at=timezone.now())
        messages.success(request, _("Udgaven er hentet tilbage. Den, der stod før, er også gemt."))
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("text_history", pk)
    return redirect("write", pk)


def _text_to_write(request: HttpRequest, pk: int) -> Any:
    today = timezone.localdate()
    text = found_or_404(queries.text_for, request.user, pk, on=today)
    if not queries.may_write(request.user, text, on=today):
        raise PermissionDenied
    return text


def _answered(request: HttpRequest, act: Callable[[], JsonResponse]) -> JsonResponse:
    """What `act` answers; a no of any kind as the sentence that the editor shows, with the text still in it."""
    if not request.user.is_authenticated:
        sentence = _("Ikke gemt – du er logget ud. Log ind i et nyt vindue, og skriv videre her; så gemmes teksten.")
        return JsonResponse({"sentence": sentence}, status=403)
    try:
        return act()
    except Refused as refused:
        return JsonResponse({"sentence": str(refused)}, status=400)
    except PermissionDenied:
        sentence = _(
            "Du kan læse teksten, men ikke skrive i den nu. Kopiér det, du har skrevet, hvis du vil beholde det."
        )
        return JsonResponse({"sentence": sentence}, status=403)
    except ObjectDoesNotExist:
        sentence = _("Teksten findes ikke længere. Kopiér det, du har skrevet, hvis du vil beholde det.")
        return JsonResponse({"sentence": sentence}, status=404)


def _json(request: HttpRequest) -> dict[str, Any]:
    try:
        given = json.loads(request.body)
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise Refused(_("Siden er for gammel. Kopiér din tekst, hent siden igen, og sæt teksten ind."))
    return given


def _conflict_answer(conflict: Conflict, text: Any) -> JsonResponse:
    two = _two_texts(conflict, text)
    answer = {"sentence": two.sentence, "by": two.by, "revision": conflict.revision, "html": conflict.theirs["html"]}
    answer |= {name: [[piece.kind, piece.text] for piece in getattr(two, name)] for name in ("mine", "theirs")}
    return JsonResponse(answer, status=409)


def _two_texts(conflict: Conflict, text: Any) -> TwoTexts:
    theirs, mine = beside(difference(conflict.theirs["plain"], conflict.yours["plain"]))
    writer = text.edited_by
    named = f"{writer.get_full_name() or writer.get_username()}, " if writer else ""
    by = f"({named}{_('kl.')} {_clock(text.edited_at)})" if text.edited_at else ""
    return TwoTexts(str(conflict), by, mine, theirs)


def _clock(at: Any) -> str:
    local = timezone.localtime(at)
    return f"{local.hour}.{local.minute:02}"

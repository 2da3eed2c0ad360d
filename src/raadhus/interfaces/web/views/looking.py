"""Attachments as they are looked at in the browser: never the foreign file itself, but what the server makes of it."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from raadhus.domains.proceedings import queries
from raadhus.domains.proceedings.rules.difference import difference
from raadhus.domains.proceedings.rules.pictures import picture_type
from raadhus.foundation.files.queries import file_for, open_bytes
from raadhus.interfaces.web.looks import look_of, page_of_file
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.interfaces.web.views.reading_log import note_if_kept_back
from raadhus.pure.documents.show import Look
from raadhus.pure.kernel.errors import Refused


@require_safe
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """The attachment as pages, text or tables: alone on a page, or a part of one that is being read."""
    file = found_or_404(file_for, request.user, pk)
    note_if_kept_back(request, file)
    is_part = "HX-Request" in request.headers
    facts = {"section": "meetings", "name": file.name} | shown_part(file)
    return render(request, "_shown_file.html" if is_part else "shown_file.html", facts)


def shown_part(file: Any) -> dict[str, Any]:
    """The file and its look, or the sentence why there is none."""
    try:
        return {"file": file, "look": look_of(file)}
    except Refused as refused:
        return {"file": file, "look": Look(), "sentence": str(refused)}
    except OSError:
        return {"file": file, "look": Look(), "sentence": "Filen mangler på serveren. Sig det til administratoren."}


@require_safe
def page_picture(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    """A page of the attachment as a picture."""
    file = found_or_404(file_for, request.user, pk)
    note_if_kept_back(request, file)
    try:
        return HttpResponse(page_of_file(file, page), content_type="image/png")
    except (Refused, OSError):
        raise Http404 from None


@require_safe
def whole_picture(request: HttpRequest, pk: int) -> FileResponse:
    """An attached picture, of a kind that its own bytes show."""
    file = found_or_404(file_for, request.user, pk)
    note_if_kept_back(request, file)
    with open_bytes(file) as stream:
        head = stream.read(64)
    try:
        kind = picture_type(head)
    except Refused:
        raise Http404 from None
    return FileResponse(open_bytes(file), content_type=kind)


@require_safe
def file_difference(request: HttpRequest, pk: int, before: int, after: int) -> HttpResponse:
    """What was written into and out of an attachment between two versions."""
    old, new = found_or_404(queries.two_versions, request.user, pk, before, after)
    for one in (old, new):
        note_if_kept_back(request, one.file)
    facts = {"section": "meetings", "meeting_pk": pk, "old": old, "new": new} | _compared(old, new)
    return render(request, "file_difference.html", facts)


def _compared(old: Any, new: Any) -> dict[str, Any]:
    try:
        texts = [look_of(one.file).text for one in (old, new)]
    except (Refused, OSError):
        texts = ["", ""]
    if not all(texts):
        return {"sentence": "De to udgaver kan ikke sammenlignes her. Hent dem, og læs dem ved siden af hinanden."}
    return {"pieces": difference(*texts), "is_same": texts[0] == texts[1]}

"""Files: the source as it came, and the meeting as paper."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from raadhus.domains.meetings import queries as meetings
from raadhus.domains.meetings.papers.of_meeting import minutes_as
from raadhus.foundation.files import queries
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.interfaces.web.views.reading_log import note_if_closed, note_if_kept_back
from raadhus.pure.documents.write.formats import FORMATS
from raadhus.pure.kernel.errors import Refused


@require_safe
def document(request: HttpRequest, pk: int) -> FileResponse:
    """The bytes as they came, always to be saved and never shown: a foreign file runs nothing on this site."""
    file = found_or_404(queries.file_for, request.user, pk)
    note_if_kept_back(request, file)
    response = FileResponse(queries.open_bytes(file), as_attachment=True, filename=file.name)
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers["Content-Length"] = str(file.size)
    return response


@require_safe
def paper(request: HttpRequest, pk: int, ending: str) -> HttpResponse:
    """The meeting's agenda or minutes as a file, with what the reader may see; leads back where it cannot be set."""
    meeting = found_or_404(meetings.meeting_for, request.user, pk)
    try:
        content, name = minutes_as(ending, request.user, pk)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("meeting", pk)
    note_if_closed(request, "meeting", pk, meetings.items_of(request.user, meeting))
    disposition = content_disposition_header(True, name)
    return HttpResponse(content, content_type=FORMATS[ending].media_type, headers={"Content-Disposition": disposition})

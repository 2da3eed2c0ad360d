"""Source files, as they came."""

from django.http import FileResponse, HttpRequest
from django.views.decorators.http import require_safe

from raadhus.foundation.files import queries
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.interfaces.web.views.reading_log import note_if_kept_back


@require_safe
def document(request: HttpRequest, pk: int) -> FileResponse:
    """The bytes as they came, always to be saved and never shown: a foreign file runs nothing on this site."""
    file = found_or_404(queries.file_for, request.user, pk)
    note_if_kept_back(request, file)
    response = FileResponse(queries.open_bytes(file), as_attachment=True, filename=file.name)
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers["Content-Length"] = str(file.size)
    return response

"""A case's timeline as a file."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.domains.meetings import queries
from raadhus.interfaces.web.exports import as_csv, as_xlsx
from raadhus.interfaces.web.timeline_words import head_of_table, row_of, told_in_order
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.interfaces.web.views.reading_log import note_if_closed


@require_safe
def take_timeline(request: HttpRequest, number: str, form: str) -> HttpResponseBase:
    """The rows of the case's table as CSV or XLSX."""
    if form not in ("csv", "xlsx"):
        raise Http404
    shown = found_or_404(queries.case_for, request.user, number)
    items = queries.items_of_case(request.user, shown.number)
    note_if_closed(request, "case", shown.pk, items)
    rows = [row_of(event, line) for event, line in told_in_order(queries.timeline_of(request.user, items))]
    name = _("Tidslinje for {number}").format(number=shown.number.replace("/", "-"))
    if form == "csv":
        return as_csv(head_of_table(), rows, name=name)
    return as_xlsx(head_of_table(), rows, name=name, on=timezone.localdate())

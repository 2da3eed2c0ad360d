"""Promises as a file: what the list shows, with its filters."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.interfaces.web.exports import MOST_IN_EXCEL, as_csv, as_xlsx
from raadhus.interfaces.web.templatetags.followup import PROGRESS
from raadhus.interfaces.web.templatetags.marks import commitment_kind, commitment_status
from raadhus.interfaces.web.views.promises import promises_asked_for, with_sources
from raadhus.pure.kernel.errors import Refused

AT_ONCE = 500


@require_safe
def take_promises(request: HttpRequest, form: str) -> HttpResponseBase:
    """The rows of the list at this address, all pages, as CSV or XLSX."""
    if form not in ("csv", "xlsx"):
        raise Http404
    rows, name, head = _rows(request), str(_("Løfter")), _head()
    if form == "csv":
        return as_csv(head, rows, name=name)
    try:
        return as_xlsx(head, _some(rows), name=name, on=timezone.localdate())
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("promises")


def _some(rows: Iterator[list[Any]]) -> list[list[Any]]:
    found: list[list[Any]] = []
    for row in rows:
        found.append(row)
        if len(found) > MOST_IN_EXCEL:
            break
    return found


def _head() -> list[str]:
    return [
        _("Lovet i"), _("Mødets dag"), _("Sag"), _("Punkt"), _("Hvad der står"), _("Hvad der skal gøres"), _("Art"),
        _("Hvem svarer for det"), _("Nævnt i teksten"), _("Tidligst"), _("Senest"), _("Lovet til"), _("Tilbage til"),
        _("Status"), _("Svar"), _("Gjort"), _("Udskudt, gange"), _("Aftale"),
    ]  # fmt: skip


def _rows(request: HttpRequest) -> Iterator[list[Any]]:
    batch: list[Any] = []
    for row in promises_asked_for(request).iterator(chunk_size=AT_ONCE):
        batch.append(row)
        if len(batch) == AT_ONCE:
            yield from map(_cells, with_sources(request.user, batch))
            batch = []
    yield from map(_cells, with_sources(request.user, batch))


def _cells(row: Any) -> list[Any]:
    item = row.item
    status = str(PROGRESS[row.progress][1]) if row.status == "accepted" else commitment_status(row.status)
    return [
        item.body if item else "", row.made_on, row.case.number if row.case else "",
        item.title if item else "", row.quote, row.task, commitment_kind(row.kind), row.owner_words,
        ", ".join(row.who), row.due_first, row.due_last, row.promised_last, row.body, status, row.answer, row.done_on,
        row.extensions, row.agreement,
    ]  # fmt: skip

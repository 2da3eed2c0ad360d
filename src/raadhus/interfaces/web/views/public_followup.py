"""What bodies publish of their follow-up, for everybody: a page each, and the same as CSV and JSON.

Whether a body is not there or does not publish cannot be told apart. Nothing here asks who reads.
"""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from raadhus.domains.publishing import queries
from raadhus.interfaces.web.exports import as_csv
from raadhus.interfaces.web.templatetags.danish_dates import due
from raadhus.interfaces.web.views.finding import COUNTED, found_or_404, long_page_of, year_of

# status: letter, word, tone (the class that colours it)
STATUSES = {
    "open": ("Å", gettext_lazy("Åben"), "open"),
    "under_way": ("S", gettext_lazy("I gang"), "plain"),
    "done": ("G", gettext_lazy("Gjort"), "done"),
    "given_up": ("X", gettext_lazy("Opgivet"), "away"),
}
NOBODY_YET = gettext_lazy("Ikke fordelt")


@require_safe
def public_bodies(request: HttpRequest) -> HttpResponse:
    """The bodies that publish."""
    return render(request, "public_bodies.html", {"section": "promises", "bodies": queries.publishing_bodies()})


@require_safe
@cache_control(no_cache=True)  # what is taken back must not live on in somebody's copy
def public_followup(request: HttpRequest, pk: int) -> HttpResponse:
    """One body's register, newest decision first; filters are in the address."""
    body = found_or_404(queries.publishing_body, pk)
    asked = _asked(request)
    rows = queries.standing_rows(body, **asked)
    page = long_page_of(request, rows, rows.order_by())
    told = queries.read_rows(body, page.rows, on=timezone.localdate())
    facts = {
        "section": "promises",
        "body": body,
        "page": page,
        "rows": [(row, *STATUSES[row.status]) for row in told],
        "most": COUNTED,
        "asked": asked,
        "years": queries.years_of(body),
        "statuses": [(key, word) for key, (_letter, word, _tone) in STATUSES.items()],
        "has_any": bool(page.rows) or queries.standing_rows(body).exists(),
        "nobody_yet": NOBODY_YET,
    }
    return render(request, "public_followup.html", facts)


@require_safe
@cache_control(no_cache=True)
def take_public_followup(request: HttpRequest, pk: int, form: str) -> HttpResponseBase:
    """The rows of the page as CSV or JSON, with its filters."""
    body = found_or_404(queries.publishing_body, pk)
    if form not in ("csv", "json"):
        raise Http404
    rows = queries.published_rows(body, on=timezone.localdate(), **_asked(request))
    name = _("Opfølgning, {body}").format(body=body.name)
    return _json(request, body, rows) if form == "json" else as_csv(_head(), map(_cells, rows), name=name)


def _asked(request: HttpRequest) -> dict[str, Any]:
    status = request.GET.get("status")
    return {"status": status if status in STATUSES else None, "year": year_of(request.GET.get("aar"))}


def _head() -> list[str]:
    return [
        _("Forum"), _("Dato"), _("Sag"), _("Punkt"), _("Beslutning"), _("Ansvarlig"), _("Tidligst"), _("Senest"),
        _("Status"), _("Gjort"), _("Bemærkning"), _("Bemærkningens dag"),
    ]  # fmt: skip


def _cells(row: Any) -> list[Any]:
    return [
        row.body, row.date, row.case, row.item_title, row.decision, row.responsible or str(NOBODY_YET), row.due_first,
        row.due_last, str(STATUSES[row.status][1]), row.done_on, row.remark, row.remark_on,
    ]  # fmt: skip


def _json(request: HttpRequest, body: Any, rows: Iterable[Any]) -> HttpResponse:
    """The fields are told of in docs/publication.md; `address` is of the item in the minutes."""
    told = [
        row.as_content() | {"address": request.build_absolute_uri(reverse("item", args=[row.item]))} for row in rows
    ]
    given = {"body": body.name, "rows": told}
    return JsonResponse(given, json_dumps_params={"ensure_ascii": False, "indent": 1})


def deadline_of(row: Any) -> str:
    """The deadline as people say it."""
    return due(row.due_first, row.due_last, row.date)

"""Walking through a sheet row by row on the big screen."""

from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.domains.followup.changes import sheets as changes
from raadhus.domains.followup.queries import sheets as queries
from raadhus.domains.followup.rules.sheets.answers import Answer
from raadhus.interfaces.web.sheet_forms import Walked
from raadhus.interfaces.web.views.asking import Question, ask
from raadhus.interfaces.web.views.finding import whole_number
from raadhus.interfaces.web.views.sheets import sheet_seen


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def walk_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The row that the address names, else the first; what is typed is kept, and the next row comes."""
    shown, today = sheet_seen(request, pk), timezone.localdate()
    rows = queries.rows_of(request.user, shown)
    if not rows:
        return redirect("sheet", pk)
    at = _place(rows, whole_number(request.GET.get("raekke")))
    row = rows[at]
    before, after = _address(pk, rows, at - 1), _address(pk, rows, at + 1)

    def decide(words: str, revision: int | None, **typed: str) -> str:
        said = Answer(typed, revision or 0)
        changes.decide_row(row=row, words=words, answer=said, by=request.user, at=timezone.now())
        return after or reverse("sheet", args=[pk])

    question = Question(shown.title, _("Gem, og gå videre"), reverse("sheet", args=[pk]), shown.title)
    decided = [one for one in queries.events_of(request.user, row, on=today) if one.kind in ("answered", "decided")]
    facts = {"section": "promises", "sheet": shown, "row": row, "at": at + 1, "all": len(rows), "before": before}
    facts |= {"after": after, "keeps": queries.keeps(request.user, shown), "events": decided[:3], "today": today}
    form = Walked(request.POST or None, row=row)
    return ask(request, form, question, decide, template="sheet_walk.html", facts=facts)


def _place(rows: list[Any], wanted: int | None) -> int:
    return next((at for at, row in enumerate(rows) if row.pk == wanted), 0)


def _address(pk: int, rows: list[Any], at: int) -> str:
    if not 0 <= at < len(rows):
        return ""
    return f"{reverse('walk_sheet', args=[pk])}?{urlencode({'raekke': rows[at].pk})}"

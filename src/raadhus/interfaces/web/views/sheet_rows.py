"""One row of a sheet: what was said of it, its answer, its correction, who is responsible; and one's own rows."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.domains.followup.access.sheets import may_answer_row, may_keep, visible_sheets
from raadhus.domains.followup.changes import sheets as changes
from raadhus.domains.followup.queries import sheets as queries
from raadhus.domains.followup.rules.sheets.answers import EDITED, Answer
from raadhus.domains.organisation.queries import post_for, posts_for, posts_held_by
from raadhus.interfaces.web.sheet_forms import Responsible, RowAnswer, RowEdit
from raadhus.interfaces.web.views.asking import Question, ask
from raadhus.interfaces.web.views.finding import found_or_404, only


@require_safe
@login_required
def my_sheet_rows(request: HttpRequest) -> HttpResponse:
    """What the reader answers for: first what a round waits for."""
    today = timezone.localdate()
    mine = queries.my_rows(request.user, on=today)
    facts = {
        "section": "promises",
        "part": "rows",
        "waiting": [one for one in mine if one.asked and one.is_main],
        "others": [one for one in mine if one.is_main and not one.asked],
        "helping": [one for one in mine if not one.is_main],
        "held": posts_held_by(request.user, on=today),
        "today": today,
    }
    return render(request, "my_sheet_rows.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def sheet_row(request: HttpRequest, pk: int) -> HttpResponse:
    """The row, its history, and for those who answer for it the form to do so."""
    row, today = row_seen(request, pk), timezone.localdate()
    answers = may_answer_row(request.user, row, on=today)
    if request.method == "POST":
        only(answers)
    reads_sheet = visible_sheets(request.user).filter(pk=row.sheet_id).exists()

    def answer(revision: int | None, **typed: Any) -> str | None:
        said = Answer(RowAnswer.texts(typed), revision or 0)
        changes.answer_row(row=row, answer=said, by=request.user, at=timezone.now())
        return _next_of_mine(request, pk)

    back = ("sheet", _sheet_title(row)) if reads_sheet else ("my_sheet_rows", _("Mine rækker"))
    address = reverse(back[0], args=[row.sheet_id]) if reads_sheet else reverse(back[0])
    question = Question(_("Svar"), _("Gem svaret"), address, back[1], _("Svaret er gemt."))
    facts = {
        "section": "promises",
        "row": row,
        "answers": answers,
        "keeps": may_keep(request.user, row.sheet),
        "events": list(queries.events_of(request.user, row, on=today)),
        "today": today,
    }
    form = RowAnswer(request.POST or None, row=row)
    return ask(request, form, question, answer, template="sheet_row.html", facts=facts)


def _sheet_title(row: Any) -> str:
    return row.sheet.title


def _next_of_mine(request: HttpRequest, pk: int) -> str | None:
    """Whoever answers in a round goes on to the next row that waits for them."""
    mine = queries.my_rows(request.user, on=timezone.localdate())
    waiting = [one.row.pk for one in mine if one.asked and one.is_main and one.row.pk != pk]
    return reverse("sheet_row", args=[waiting[0]]) if waiting else None


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit_sheet_row(request: HttpRequest, pk: int) -> HttpResponse:
    """The keeper corrects any cell."""
    row = row_seen(request, pk)
    only(may_keep(request.user, row.sheet))

    def edit(revision: int | None, **typed: Any) -> None:
        said = Answer(RowEdit.texts(typed, EDITED), revision or 0)
        changes.edit_row(row=row, answer=said, by=request.user, at=timezone.now())

    question = _question(row, _("Ret rækken"), _("Rækken er rettet."))
    return ask(request, RowEdit(request.POST or None, row=row), question, edit, facts={"section": "promises"})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def set_row_responsible(request: HttpRequest, pk: int) -> HttpResponse:
    """The keeper says who answers for the row."""
    row, today = row_seen(request, pk), timezone.localdate()
    only(may_keep(request.user, row.sheet))

    def choose(main_post: int | None, helping_posts: list[int], revision: int | None) -> None:
        changes.set_responsible(
            row=row,
            main=post_for(request.user, main_post) if main_post else None,
            helping=[post_for(request.user, one) for one in helping_posts],
            revision=revision or 0,
            by=request.user,
            at=timezone.now(),
        )

    form = Responsible(request.POST or None, posts=posts_for(request.user, on=today), row=row)
    question = _question(row, _("Hvem er ansvarlig"), _("Ansvaret er sat."))
    return ask(request, form, question, choose, facts={"section": "promises"})


def _question(row: Any, title: str, said: str) -> Question:
    return Question(title, _("Gem"), reverse("sheet_row", args=[row.pk]), _("Rækken"), said)


def row_seen(request: HttpRequest, pk: int) -> Any:
    """The row, or 404."""
    return found_or_404(queries.row_for, request.user, pk, on=timezone.localdate())

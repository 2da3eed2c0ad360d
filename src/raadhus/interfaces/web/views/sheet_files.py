"""An Excel file for a sheet: brought, looked at under suggested headings, and taken in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.domains.followup.changes import sheets as changes
from raadhus.domains.followup.queries import sheets as queries
from raadhus.domains.followup.rules.sheets.columns import COLUMNS, LEFT_OUT, OWN
from raadhus.domains.followup.rules.sheets.headings import Head, columns_of, head_at, headings_of, suggest_head
from raadhus.domains.organisation.queries import posts_for
from raadhus.interfaces.web.sheet_forms import BringFile
from raadhus.interfaces.web.views.asking import Question, ask
from raadhus.interfaces.web.views.finding import found_or_404, whole_number
from raadhus.interfaces.web.views.sheets import data_of, sheet_kept
from raadhus.pure.documents.grid import Workbook, letters
from raadhus.pure.kernel.errors import Refused

SHOWN = 8  # rows of the preview


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def bring_sheet_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring a newer Excel file to the sheet."""
    shown = sheet_kept(request, pk)

    def bring(file: Any) -> str:
        always = {"sheet": shown, "by": request.user, "at": timezone.now()}
        brought = changes.bring_file(data=data_of(file), name=file.name, **always)
        return reverse("map_sheet_file", args=[pk, brought.pk])

    lede = _("Rækker, der er her i forvejen, bliver opdateret. Intet bliver skrevet, før du har set, hvad der sker.")
    back = reverse("sheet", args=[pk])
    question = Question(_("Hent et regneark ind"), _("Se på kolonnerne"), back, shown.title, lede=lede)
    form = BringFile(request.POST or None, request.FILES or None)
    return ask(request, form, question, bring, facts={"section": "promises"})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def map_sheet_file(request: HttpRequest, pk: int, file_pk: int) -> HttpResponse:
    """Which column is what, what would come of it, and then the taking in."""
    shown = sheet_kept(request, pk)
    brought = found_or_404(queries.sheet_file_for, request.user, file_pk)
    try:
        book = queries.workbook_of(brought)
    except Refused as refused:
        messages.error(request, str(refused))
        return redirect("bring_sheet_file", pk)
    head = _head(request, book)
    facts = {"section": "promises", "sheet": shown, "brought": brought, **_columns(book, head)}
    try:
        preview = queries.preview_of(brought, book, head, on=timezone.localdate())
        if request.method == "POST":
            return _take_in(request, brought, head, preview)
    except Refused as refused:
        return render(request, "sheet_file.html", facts | {"refused": str(refused)})
    return render(request, "sheet_file.html", facts | _preview_facts(request, preview))


def _take_in(request: HttpRequest, brought: Any, head: Head, preview: Any) -> HttpResponse:
    typed = request.POST
    posts = {one.title: typed.get(f"post-{at}") or None for at, one in enumerate(preview.unknown_posts)}
    right = frozenset(_clash(value) for value in typed.getlist("arket"))
    choices = changes.Choices(posts=posts, file_is_right=right)
    taken = changes.take_in(brought=brought, head=head, choices=choices, by=request.user, at=timezone.now())
    said = _("{added} rækker er nye, {changed} er ændret, og {unchanged} er, som de var.")
    messages.success(request, said.format(added=taken.added, changed=taken.changed, unchanged=taken.unchanged))
    return redirect("sheet", brought.sheet_id)


def _clash(value: str) -> tuple[int, str]:
    row, _colon, key = value.partition(":")
    return whole_number(row) or 0, key


def _head(request: HttpRequest, book: Workbook) -> Head:
    """What the address or the form says of the head; else the suggestion."""
    asked = request.POST if request.method == "POST" else request.GET
    sheet = next((one for one in book.sheets if one.name == asked.get("ark")), None)
    first = whole_number(asked.get("fra"))
    if sheet is None or not first:
        return suggest_head(book)
    last = max(whole_number(asked.get("til")) or first, first)
    known = (*COLUMNS, OWN, LEFT_OUT)
    given = {column: asked.get(f"k{column}") for column in columns_of(sheet)}
    keys = {column: key for column, key in given.items() if key in known}
    return Head(sheet.name, first, last, keys) if keys else head_at(sheet, first, last)


def _columns(book: Workbook, head: Head) -> dict[str, Any]:
    """The sheet's columns with what each is taken for, and the first value under it."""
    sheet = next(one for one in book.sheets if one.name == head.sheet)
    headings = headings_of(sheet, head.first_row, head.last_row)
    body = [row for row in sorted(sheet.rows) if row > head.last_row and len(sheet.rows[row]) > 1]
    columns = []
    for column in columns_of(sheet):
        example = next((sheet.rows[row][column].text for row in body if column in sheet.rows[row]), "")
        columns.append((column, letters(column), headings[column], head.keys.get(column, OWN), example))
    return {"book": book, "head": head, "columns": columns, "kinds": list(COLUMNS)}


def _preview_facts(request: HttpRequest, preview: Any) -> dict[str, Any]:
    return {
        "preview": preview,
        "shown": preview.read.rows[:SHOWN],
        "counts": {kind: preview.count(kind) for kind in ("new", "changed", "unchanged")},
        "clashes": [clash for one in preview.matches for clash in one.clashes],
        "posts": posts_for(request.user, on=timezone.localdate()),
    }

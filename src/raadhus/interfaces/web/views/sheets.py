"""Follow-up sheets: the list, a new one, and one sheet as a dense table with its filters in the address."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.domains.followup.changes import sheets as changes
from raadhus.domains.followup.queries import sheets as queries
from raadhus.domains.followup.rules.sheets.values import STATUSES
from raadhus.domains.organisation.queries import posts_for
from raadhus.foundation.accounts.queries import colleagues_of
from raadhus.foundation.audit.changes import note_reading
from raadhus.interfaces.web.sheet_forms import NewRow, NewSheet, SheetEdit
from raadhus.interfaces.web.views.asking import Question, ask
from raadhus.interfaces.web.views.finding import found_or_404, only, page_of, whole_number
from raadhus.pure.kernel.errors import Refused

ROWS_A_PAGE = 200  # a sheet is read as a whole; only one that nobody could walk through comes in pages
FILTERS = ("post", "status", "afsnit", "vis", "q")


@require_safe
@login_required
def sheets(request: HttpRequest) -> HttpResponse:
    """The sheets the reader may read, and how far each is."""
    today = timezone.localdate()
    mine = queries.my_rows(request.user, on=today)
    facts = {
        "section": "promises",
        "part": "sheets",
        "page": page_of(request, queries.sheets_for(request.user, on=today)),
        "my_rows": len(mine),
        "waiting": sum(one.asked is not None and one.is_main for one in mine),
    }
    return render(request, "sheets.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_sheet(request: HttpRequest) -> HttpResponse:
    """Begin a sheet; with a file its columns are looked at next."""
    choices = queries.audiences_to_choose(request.user)
    form = NewSheet(request.POST or None, request.FILES or None, audiences=choices)

    def begin(audience: int | None, file: Any, **typed: str) -> str:
        chosen = choices.get(pk=audience) if audience else None
        facts = changes.SheetFacts(audience=chosen, **typed)
        if file is None:
            made = changes.begin_sheet(facts=facts, by=request.user, at=timezone.now())
            return reverse("sheet", args=[made.pk])
        brought = changes.begin_sheet_with_file(
            facts=facts, data=data_of(file), name=file.name, by=request.user, at=timezone.now()
        )
        return reverse("map_sheet_file", args=[brought.sheet_id, brought.pk])

    question = Question(_("Nyt opfølgningsark"), _("Opret arket"), reverse("sheets"), _("Opfølgningsark"))
    return ask(request, form, question, begin, facts={"section": "promises"})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def edit_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """What the sheet is called, who reads it and who keeps it."""
    shown, people = sheet_kept(request, pk), colleagues_of(request.user)
    audiences = {one.pk: one for one in (*queries.audiences_to_choose(request.user), shown.audience) if one}
    form = SheetEdit(request.POST or None, sheet=shown, colleagues=people, audiences=audiences.values())

    def edit(audience: int | None, keeper: int | None, **typed: str) -> str:
        facts = changes.SheetFacts(audience=audiences.get(audience), **typed)
        chosen = people.get(pk=keeper) if keeper else None
        changes.edit_sheet(sheet=shown, facts=facts, keeper=chosen, by=request.user, at=timezone.now())
        still = queries.sheets_for(request.user, on=timezone.localdate()).filter(pk=pk).exists()
        return reverse("sheet", args=[pk]) if still else reverse("sheets")

    question = Question(_("Ret arkets oplysninger"), _("Gem"), reverse("sheet", args=[pk]), shown.title, _("Gemt."))
    return ask(request, form, question, edit, facts={"section": "promises"})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def new_sheet_row(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a point that no file had; who is responsible is asked next."""
    shown = sheet_kept(request, pk)
    form = NewRow(request.POST or None, sections=queries.sections_of(request.user, shown))

    def add(section: str, **texts: str) -> str:
        row = changes.add_row(sheet=shown, section=section, texts=texts, by=request.user, at=timezone.now())
        return reverse("set_row_responsible", args=[row.pk])

    question = Question(_("Ny række"), _("Tilføj"), reverse("sheet", args=[pk]), shown.title, _("Rækken er tilføjet."))
    return ask(request, form, question, add, facts={"section": "promises"})


def data_of(file: Any) -> bytes:
    """The bytes, asked for only where they are not too many to be a sheet."""
    if file.size > changes.MOST_BYTES:
        size = f"{file.size / 1_000_000:.0f} MB"
        raise Refused(f"»{file.name}« fylder {size}; et regneark må højst fylde 20 MB. Del det op.")
    return file.read()


@require_safe
@login_required
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet as a table; what is filtered stands in the address."""
    shown, today = sheet_seen(request, pk), timezone.localdate()
    page = Paginator(queries.rows_of(request.user, shown, _filter(request)), ROWS_A_PAGE).get_page(
        request.GET.get("side")
    )
    running = queries.open_round_of(request.user, shown)
    facts = {
        "section": "promises",
        "sheet": shown,
        "page": page,
        "totals": queries.totals_of(request.user, shown, on=today),
        "round": running,
        "standing": queries.standing_of(request.user, running, on=today) if running else [],
        "editions": list(queries.editions_of(request.user, shown)),
        "keeps": queries.keeps(request.user, shown),
        "posts": posts_for(request.user),
        "sections": queries.sections_of(request.user, shown),
        "statuses": list(STATUSES),
        "filters": request.GET,
        "is_filtered": any(request.GET.get(name) for name in FILTERS),
        "today": today,
    }
    return render(request, "sheet.html", facts)


def sheet_seen(request: HttpRequest, pk: int) -> Any:
    """The sheet, or 404; that somebody opened one that not everybody may read is noted."""
    shown = found_or_404(queries.sheet_for, request.user, pk)
    if shown.audience is None or shown.audience.kind == "named":
        note_reading(object_kind="sheet", object_id=pk, by=request.user, at=timezone.now())
    return shown


def sheet_kept(request: HttpRequest, pk: int) -> Any:
    """The sheet, or 404; 403 for whoever reads it but does not keep it."""
    shown = sheet_seen(request, pk)
    only(queries.keeps(request.user, shown))
    return shown


def _filter(request: HttpRequest) -> queries.Filter:
    asked = request.GET
    wanted = asked.get("vis")
    status = asked.get("status")
    return queries.Filter(
        post=whole_number(asked.get("post")),
        status=status if status in STATUSES else "" if status == "intet" else None,
        section=asked.get("afsnit") or None,
        late_on=timezone.localdate() if wanted == "forfaldne" else None,
        unanswered=wanted == "mangler-svar",
        without_post=wanted == "uden-ansvarlig",
        with_item=wanted == "politisk",
        words=asked.get("q", "")[:200],
    )

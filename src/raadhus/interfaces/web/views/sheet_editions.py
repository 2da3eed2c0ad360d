"""A sheet frozen for a meeting: made, compared, fetched, laid on an item; and the sheet as it stands as a file."""

from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.domains.followup.changes import sheets as changes
from raadhus.domains.followup.queries import sheets as queries
from raadhus.domains.proceedings import changes as proceedings
from raadhus.domains.proceedings.queries import my_proposals, proposal_for
from raadhus.foundation.files.queries import open_bytes
from raadhus.interfaces.web.sheet_forms import Attach, Freeze
from raadhus.interfaces.web.views.asking import Question, ask
from raadhus.interfaces.web.views.finding import found_or_404, whole_number
from raadhus.interfaces.web.views.sheets import sheet_kept, sheet_seen
from raadhus.pure.kernel.errors import Refused

KINDS = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def freeze_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the sheet's next edition."""
    shown = sheet_kept(request, pk)

    def freeze(label: str, meeting: str) -> None:
        changes.freeze_sheet(sheet=shown, label=label, meeting=meeting, by=request.user, at=timezone.now())

    lede = _("Udgaven står, som arket er nu, med sin kontrolsum. Arket selv lever videre.")
    question = Question(
        _("Frys en udgave"), _("Frys"), reverse("sheet", args=[pk]), shown.title, _("Udgaven er frosset."), lede
    )
    return ask(request, Freeze(request.POST or None), question, freeze, facts={"section": "promises"})


@require_safe
@login_required
def compare_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """What is new since one edition, in another or in the sheet as it stands."""
    shown = sheet_seen(request, pk)
    editions = {one.number: one for one in queries.editions_of(request.user, shown)}
    before = editions.get(whole_number(request.GET.get("fra")) or max(editions, default=0))
    if before is None:
        raise Http404
    after = editions.get(whole_number(request.GET.get("til")) or 0)
    facts = {"section": "promises", "sheet": shown, "editions": list(editions.values())}
    facts |= {"before": before, "after": after}
    try:
        facts["found"] = queries.comparison(before, after, as_of=timezone.localdate())
    except Refused as refused:
        facts["refused"] = str(refused)
    return render(request, "sheet_comparison.html", facts)


@require_safe
@login_required
def sheet_edition(request: HttpRequest, pk: int, edition_pk: int, kind: str) -> FileResponse:
    """A frozen edition's file, always to be saved."""
    sheet_seen(request, pk)
    edition = found_or_404(queries.edition_for, request.user, edition_pk)
    if kind not in KINDS or edition.sheet_id != pk:
        raise Http404
    file = getattr(edition, kind)
    answer = FileResponse(open_bytes(file), as_attachment=True, filename=file.name)
    answer.headers["Content-Type"] = KINDS[kind]
    return answer


@require_safe
@login_required
def sheet_now(request: HttpRequest, pk: int, kind: str) -> FileResponse:
    """The sheet as it stands, as a file that is kept nowhere."""
    shown = sheet_seen(request, pk)
    if kind not in KINDS:
        raise Http404
    today = timezone.localdate()
    data = changes.paper_as(kind, queries.content_of(shown, as_of=today))
    answer = FileResponse(BytesIO(data), as_attachment=True, filename=f"{shown.title} {today:%d-%m-%Y}.{kind}")
    answer.headers["Content-Type"] = KINDS[kind]
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def attach_edition(request: HttpRequest, pk: int, edition_pk: int) -> HttpResponse:
    """Lay the edition on an agenda item of one's own, as an enclosure that says its version."""
    shown, today = sheet_kept(request, pk), timezone.localdate()
    edition = found_or_404(queries.edition_for, request.user, edition_pk)
    if edition.sheet_id != pk:
        raise Http404
    mine = list(my_proposals(request.user, on=today))

    def attach(proposal: int, kind: str) -> str:
        item = proposal_for(request.user, proposal, on=today)
        upload = proceedings.Upload(_bytes(edition, kind), getattr(edition, kind).name, edition.label)
        proceedings.add_enclosure(proposal=item, upload=upload, by=request.user, at=timezone.now())
        return reverse("proposal", args=[item.pk])

    title = _("Læg udgave {number} på et punkt").format(number=edition.number)
    question = Question(title, _("Vedlæg"), reverse("sheet", args=[pk]), shown.title, _("Bilaget er vedlagt."))
    return ask(request, Attach(request.POST or None, proposals=mine), question, attach, facts={"section": "promises"})


def _bytes(edition: Any, kind: str) -> bytes:
    with open_bytes(getattr(edition, kind)) as stream:
        return stream.read()

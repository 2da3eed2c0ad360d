"""A round of a sheet: begun with a deadline, seen with who has not answered, closed."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.domains.followup.changes import sheets as changes
from raadhus.domains.followup.queries import sheets as queries
from raadhus.interfaces.web.sheet_forms import NewRound
from raadhus.interfaces.web.views.asking import Question, act_now, ask
from raadhus.interfaces.web.views.sheets import sheet_kept


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def open_sheet_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the responsible to answer."""
    shown = sheet_kept(request, pk)

    def begin(until: str) -> None:
        changes.open_round(sheet=shown, until=until, by=request.user, at=timezone.now())

    lede = _(
        "Alle rækker, der har en ansvarlig og ikke er afsluttet, er med. De ansvarlige får en mail nu og en kort før "
        "fristen, hvis de mangler at svare. Du kan følge, hvem der har svaret."
    )
    question = Question(
        _("Bed om svar"), _("Begynd runden"), reverse("sheet", args=[pk]), shown.title, _("Runden er i gang."), lede
    )
    return ask(request, NewRound(request.POST or None), question, begin, facts={"section": "promises"})


@require_POST
@login_required
def close_sheet_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the round that runs."""
    shown = sheet_kept(request, pk)
    running = queries.open_round_of(request.user, shown)
    if running is not None:
        always = {"round": running, "by": request.user, "at": timezone.now()}
        act_now(request, _("Runden er lukket."), lambda: changes.close_round(**always))
    return redirect("sheet", pk)

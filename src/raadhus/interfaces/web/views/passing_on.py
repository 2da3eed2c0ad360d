"""An item goes on an agenda, or on to another body."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.domains.proceedings import access, changes, queries
from raadhus.interfaces.web.item_forms import ChooseSitting, PassOn
from raadhus.interfaces.web.views.asking import ask
from raadhus.interfaces.web.views.finding import only
from raadhus.interfaces.web.views.proposal import proposal_seen, proposal_to_edit, question_about
from raadhus.interfaces.web.views.sitting import fill

STILL_OPEN = ("planned", "sent", "in_session")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def choose_sitting(request: HttpRequest, pk: int) -> HttpResponse:
    """The secretary chooses on which coming meeting the ready item goes; from one agenda it is moved to another."""
    shown, today = proposal_seen(request, pk), timezone.localdate()
    only(access.is_secretary(request.user, shown.body, on=today))
    sittings = queries.sittings_for(request.user, on=today, body=shown.body, since=today)
    sittings = sittings.filter(state__in=STILL_OPEN).exclude(pk=shown.meeting_id or 0)
    form = ChooseSitting(request.POST or None, sittings=sittings)

    def put(sitting: int) -> str:
        to, always = sittings.get(pk=sitting), {"proposal": shown, "by": request.user, "at": timezone.now()}
        fill(request, to)
        if shown.meeting_id is None:
            changes.put_on_agenda(sitting=to, revision=shown.revision, **always)
        else:
            changes.move_to_meeting(to=to, **always)
        return reverse("meeting", args=[sitting])

    lede = "" if sittings else _("Der er intet møde at sætte det på. Planlæg et på forummets side først.")
    question = question_about(shown, _("Vælg et møde"), _("Sæt på dagsordenen"), _("Punktet er på dagsordenen."), lede)
    return ask(request, form, question, put)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def pass_on(request: HttpRequest, pk: int) -> HttpResponse:
    """Copy or move the item to another body, where it begins as a draft; the link between the two is kept."""
    shown, today = proposal_to_edit(request, pk), timezone.localdate()
    bodies = access.bodies_open_to(request.user, on=today).exclude(pk=shown.body_id).order_by("name")
    rules = getattr(shown.body, "rules", None)
    known = {"body": rules.passes_to_id if rules else None}
    form = PassOn(request.POST or None, bodies=bodies, initial=known)

    def pass_to(body: int, how: str) -> str:
        change = changes.move_to_body if how == "move" else changes.copy_to_body
        row = change(proposal=shown, body=bodies.get(pk=body), by=request.user, at=timezone.now())
        return reverse("proposal", args=[row.pk])

    said = _("Sagen er sendt videre. Her er den som kladde.")
    return ask(request, form, question_about(shown, _("Send sagen videre"), _("Send videre"), said), pass_to)

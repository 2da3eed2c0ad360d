"""Somebody else reads the minutes and answers; members sign for themselves."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.queries.standing import newest_minutes, signed_by
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.interfaces.web.views.reading_log import note_if_closed
from raadhus.interfaces.web.views.room import by_now, why_not


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes as they were finished, with yes and no under them."""
    asked = found_or_404(queries.review_for, request.user, pk)
    sitting, sentence = asked.sitting, ""
    if request.method == "POST":
        said = {"is_accepted": request.POST.get("answer") == "yes", "comment": request.POST.get("comment", "")}
        act = partial(changes.answer_review, review=asked, digest=request.POST.get("digest", ""), **said)
        sentence = why_not(request, partial(act, **by_now(request)), _("Tak. Sekretæren kan se dit svar."))
        if not sentence:
            return redirect("review", pk)
    items = queries.items_of(sitting)
    note_if_closed(request, "sitting", sitting.pk, [item for _number, item in items])
    facts = {
        "section": "meetings",
        "review": asked,
        "sitting": sitting,
        "meeting": sitting.meeting,
        "told": queries.minutes_of(sitting),
        "finished": newest_minutes(sitting),
        "sentence": sentence,
        "comment": request.POST.get("comment", asked.comment),
    }
    return render(request, "review.html", facts)


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """A member signs the minutes that were sent."""
    person = found_or_404(queries.own_signature, request.user, pk)
    sitting = person.sitting
    sentence = ""
    if request.method == "POST":
        act = partial(changes.sign_minutes, attendee=person, is_on_paper=False, **by_now(request))
        sentence = why_not(request, act, _("Du har underskrevet."))
        if not sentence:
            return redirect("sign", pk)
    sent = queries.sent_minutes(sitting)
    facts = {
        "section": "meetings",
        "sitting": sitting,
        "meeting": sitting.meeting,
        "sent": sent,
        "has_signed": sent is not None and person.pk in signed_by(sitting, sent.digest),
        "sentence": sentence,
    }
    return render(request, "sign.html", facts)

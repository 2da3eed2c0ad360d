"""What one is mailed about promises and sheets: what can be stopped is stopped and begun again here."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from raadhus.domains.proceedings.queries.digests import DIGEST, digest_of
from raadhus.domains.proceedings.queries.reminded import house_on
from raadhus.foundation.mail.changes import resume_list, stop_list
from raadhus.foundation.mail.queries import has_stopped
from raadhus.interfaces.worker.digesting import ROUNDS, letter_of

LISTS = (DIGEST, ROUNDS)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def my_mails(request: HttpRequest) -> HttpResponse:
    """Each mail with a button, why some cannot be stopped, and what a digest would say today."""
    if request.method == "POST":
        mail_list = request.POST.get("list")
        if mail_list not in LISTS:
            raise Http404
        change = resume_list if request.POST.get("to") == "again" else stop_list
        change(user=request.user, mail_list=mail_list, by=request.user, at=timezone.now())
        return redirect("my_mails")
    digest = digest_of(request.user, house_on(timezone.localdate(), looked=None))
    facts = {
        "section": "promises",
        "part": "mine",
        "lists": [(one, has_stopped(request.user, one)) for one in LISTS],
        "digest": digest,
        "keeps_for_bodies": any(part.count for part in digest.of_bodies) or bool(digest.unheld),
        "letter": None if digest.is_empty else letter_of(digest)[1],
    }
    return render(request, "my_mails.html", facts)

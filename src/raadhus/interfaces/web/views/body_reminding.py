"""An administrator says when a body's promises are spoken of by mail, and who hears when nobody answers."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.domains.organisation.queries import posts_for
from raadhus.domains.proceedings import access, changes, queries
from raadhus.domains.proceedings.rules.profiles import profile_named
from raadhus.interfaces.web.reminding_forms import RemindingForm, reminding_in_words, settings_of, typed_from
from raadhus.interfaces.web.views.asking import Question, ask
from raadhus.interfaces.web.views.bodies import open_body
from raadhus.interfaces.web.views.finding import only


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def body_reminding(request: HttpRequest, pk: int) -> HttpResponse:
    """What the body does otherwise than its profile."""
    body = open_body(request, pk)
    only(access.may_set_up(request.user))
    row, now = getattr(body, "rules", None), queries.profile_of(body)
    standard = profile_named(now.key)
    initial = typed_from((row.settings if row else {}).get("reminding", {}), now.reminding)
    initial["revision"] = row.revision if row else 0
    form = RemindingForm(request.POST or None, initial=initial, profile=standard.reminding)

    def save(revision: int | None, **typed: Any) -> None:
        told = settings_of(typed)
        changes.set_reminding(body=body, reminding=told, revision=revision or 0, by=request.user, at=timezone.now())

    lede = " ".join(reminding_in_words(now.reminding))
    back = reverse("body", args=[pk])
    question = Question(_("Påmindelser"), _("Gem"), back, body.name, _("Påmindelserne er gemt."), lede)
    facts = {"posts": posts_for(request.user, on=timezone.localdate())}
    return ask(request, form, question, save, template="body_reminding.html", facts=facts)

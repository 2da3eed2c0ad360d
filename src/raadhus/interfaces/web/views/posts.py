"""Posts and departments: which there are, who has them, and what takes over when one gives way."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from raadhus.domains.followup import queries as followup
from raadhus.domains.organisation import changes, queries
from raadhus.domains.organisation.access import may_arrange
from raadhus.interfaces.web.promise_forms import Holder, HolderEnd, NewPost
from raadhus.interfaces.web.views.asking import Question, ask
from raadhus.interfaces.web.views.finding import found_or_404, only, page_of

both = require_http_methods(["GET", "HEAD", "POST"])
SECTION = {"section": "promises"}


@require_safe
@login_required
def posts(request: HttpRequest) -> HttpResponse:
    """The posts that are there, and who has them."""
    today = timezone.localdate()
    page = page_of(request, queries.posts_for(request.user, on=today))
    holders = queries.holders_of([post.pk for post in page.object_list], on=today)
    facts = {
        "section": "promises",
        "part": "posts",
        "page": page,
        "rows": [(post, holders.get(post.pk, [])) for post in page.object_list],
        "may_arrange": may_arrange(request.user),
    }
    return render(request, "posts.html", facts)


@require_safe
@login_required
def post(request: HttpRequest, pk: int) -> HttpResponse:
    """One post: who has had it, what followed it, and what it owes."""
    shown, today = found_or_404(queries.post_for, request.user, pk), timezone.localdate()
    owed = followup.commitments_for(request.user, post=pk, status="accepted").exclude(progress__in=("done", "dropped"))
    facts = {
        "section": "promises",
        "part": "posts",
        "post": shown,
        "holdings": queries.holdings_of(request.user, shown),
        "successors": queries.successors_of(shown),
        "owed": owed.count(),
        "may_arrange": may_arrange(request.user),
        "today": today,
    }
    return render(request, "post.html", facts)


@both
@login_required
def new_post(request: HttpRequest) -> HttpResponse:
    """Make a post."""
    only(may_arrange(request.user))

    def act(title: str, valid_from: Any) -> str:
        made = changes.make_post(title=title, valid_from=valid_from, by=request.user, at=timezone.now())
        return reverse("post", args=[made.pk])

    question = Question(_("Ny post"), _("Opret posten"), reverse("posts"), _("Poster"), _("Posten er oprettet."))
    return ask(request, NewPost(request.POST or None), question, act, facts=SECTION)


@both
@login_required
def give_post(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the post to somebody."""
    shown = _to_arrange(request, pk)
    form = Holder(request.POST or None, asker=request.user, initial={"starts_on": timezone.localdate()})

    def act(user: str, starts_on: Any) -> None:
        who = form.colleague(user)
        changes.give_post(post=shown, user=who, starts_on=starts_on, by=request.user, at=timezone.now())

    return ask(request, form, _about(shown, _("Giv posten"), _("Posten er givet.")), act, facts=SECTION)


@both
@login_required
def end_holding(request: HttpRequest, pk: int, holding_pk: int) -> HttpResponse:
    """Let somebody's time in the post end; what it owes stays with the post."""
    shown = _to_arrange(request, pk)
    holding = found_or_404(queries.holdings_of(request.user, shown).get, pk=holding_pk)

    def act(ends_on: Any) -> None:
        changes.end_holding(holding=holding, ends_on=ends_on, by=request.user, at=timezone.now())

    form = HolderEnd(request.POST or None, initial={"ends_on": timezone.localdate()})
    said = _("Posten er ledig fra den dag.")
    return ask(request, form, _about(shown, _("Tag posten tilbage"), said), act, facts=SECTION)


def _to_arrange(request: HttpRequest, pk: int) -> Any:
    shown = found_or_404(queries.post_for, request.user, pk)
    only(may_arrange(request.user))
    return shown


def _about(shown: Any, title: str, said: str) -> Question:
    return Question(title, title, reverse("post", args=[shown.pk]), shown.title, said)

"""What one owes: through one's posts and in person, since which decision, by when."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from raadhus.domains.followup import queries
from raadhus.domains.organisation.queries import posts_held_by
from raadhus.interfaces.web.promise_forms import Answer
from raadhus.interfaces.web.views.finding import page_of
from raadhus.interfaces.web.views.promises import with_sources


@require_safe
@login_required
def my_promises(request: HttpRequest) -> HttpResponse:
    """What the reader owes, soonest due first, each with a line to answer in."""
    today = timezone.localdate()
    owed = queries.owed_by(request.user, on=today)
    page = page_of(request, owed)
    page.object_list = with_sources(request.user, page.object_list)
    for row in page.object_list:
        initial = {"revision": row.revision, "answer": row.answer, "progress": "answered"}
        row.form = Answer(initial=initial, auto_id=f"id_{row.pk}_%s")
    facts = {
        "section": "promises",
        "part": "mine",
        "page": page,
        "late": owed.filter(due_last__lt=today).count(),
        "posts": posts_held_by(request.user, on=today),
        "today": today,
    }
    return render(request, "my_promises.html", facts)

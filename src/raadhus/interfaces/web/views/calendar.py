"""A reader's meetings in their own calendar program, through an address that holds a secret."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from raadhus.domains.meetings import queries
from raadhus.domains.proceedings.queries import sittings_for
from raadhus.foundation.accounts.changes import make_calendar_token, revoke_calendar_token
from raadhus.foundation.accounts.queries import calendar_token_of, reader_with_calendar_token
from raadhus.interfaces.web.feeds import feed_of
from raadhus.interfaces.web.views.finding import found_or_404

BACK = timedelta(days=366)  # a calendar is no archive


@require_safe
@login_required
def calendar(request: HttpRequest) -> HttpResponse:
    """Whether the reader has a feed, and how to get or stop one."""
    return _page(request, "")


@require_POST
@login_required
def make_feed(request: HttpRequest) -> HttpResponse:
    """A new secret; this answer is the only one that shows it."""
    return _page(request, make_calendar_token(by=request.user, at=timezone.now()))


@require_POST
@login_required
def stop_feed(request: HttpRequest) -> HttpResponse:
    revoke_calendar_token(by=request.user, at=timezone.now())
    return redirect("calendar")


def _page(request: HttpRequest, token: str) -> HttpResponse:
    facts: dict[str, Any] = {"section": "meetings", "feed": calendar_token_of(request.user)}
    if token:
        bodies = queries.bodies_for(request.user)
        facts["address"] = _address("feed", token)
        facts["bodies"] = [(body.name, _address("body_feed", token, body.pk)) for body in bodies]
    return render(request, "calendar.html", facts)


def _address(name: str, *parts: Any) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=parts)}"


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """All meetings that the holder's user may see, from a year back."""
    return _answer("Rådhus", found_or_404(reader_with_calendar_token, token), None)


@require_safe
def body_feed(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """The same of one body."""
    reader = found_or_404(reader_with_calendar_token, token)
    body = found_or_404(queries.body_for, reader, pk)
    return _answer(f"Rådhus: {body.name}", reader, body)


def _answer(name: str, reader: Any, body: Any) -> HttpResponse:
    """The feed of what stands in the record and of what is planned."""
    today = timezone.localdate()
    sittings = {one.pk: one for one in sittings_for(reader, on=today, body=body, since=today - BACK)}
    recorded = queries.meetings_for(reader, body=body).filter(starts_on__gte=today - BACK)
    meetings = {one.pk: one.meeting for one in sittings.values()} | {one.pk: one for one in recorded}
    response = HttpResponse(
        feed_of(name, [meetings[pk] for pk in sorted(meetings)], sittings), content_type="text/calendar; charset=utf-8"
    )
    response.headers["Content-Disposition"] = 'inline; filename="moeder.ics"'
    response.headers["Cache-Control"] = "private, no-store"
    return response

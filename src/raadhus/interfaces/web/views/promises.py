"""What was promised: one list with the words that say so."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from raadhus.domains.followup import queries
from raadhus.domains.followup.access import may_settle
from raadhus.domains.meetings import queries as meetings
from raadhus.domains.organisation.queries import post_titles_for
from raadhus.domains.proceedings.access import bodies_kept_by
from raadhus.domains.search.queries import items_about
from raadhus.interfaces.web.templatetags.followup import progress_word
from raadhus.interfaces.web.templatetags.marks import commitment_kind, commitment_status
from raadhus.interfaces.web.views.finding import COUNTED, day_of, long_page_of, whole_number
from raadhus.interfaces.web.views.kept import kept

KINDS = ("task", "return")
STATUSES = ("suggested", "accepted", "rejected")
PROGRESS = ("open", "answered", "done", "dropped")
SHOWN = (
    "source_kind", "source_id", "kind", "quote", "who", "made_on", "made_in", "due_first", "due_last", "body", "status",
    "task", "answer", "progress", "post__title", "person__username", "person__first_name", "person__last_name",
)  # fmt: skip
FILTERS = ("ord", "fra", "til", "art", "status", "hvem", "forum", "tid", "i", "post", "langt", "aftale")


@require_safe
def promises(request: HttpRequest) -> HttpResponse:
    """The reader's commitments, soonest due first; every filter is in the address."""
    reader, asked = request.user, _asked(request)
    page = long_page_of(
        request,
        queries.commitments_for(reader, **asked).select_related(None).select_related("post", "person").only(*SHOWN),
        queries.commitments_to_count(reader, **asked),
    )
    facts = {
        "section": "promises",
        "part": "all",
        "page": page,
        "most": COUNTED,
        "became": _became(reader, asked) if page.count is not None else None,
        "rows": with_sources(reader, page.rows),
        "choices": _choices(reader),
        "filters": request.GET,
        "is_filtered": any(request.GET.get(name) for name in FILTERS),
        "has_any": bool(page.rows) or queries.commitments_to_count(reader).exists(),
        "today": timezone.localdate(),
    }
    return render(request, "promises.html", facts)


def _became(reader: Any, asked: queries.Asked) -> tuple[Any, int] | None:
    """What became of all that was promised about something or in a period: figures, and how many wait for a yes."""
    if not any(asked[name] is not None for name in ("first", "last", "items")):
        return None
    suggested = queries.commitments_to_count(reader, **asked).filter(status="suggested")
    return queries.figures_for(reader, on=timezone.localdate(), **asked), suggested.count()


def _choices(reader: Any) -> dict[str, list[tuple[Any, Any]]]:
    """What each filter offers the reader: values and their words."""
    words = kept("words", queries.words_by_audience)[1].for_reader(reader)
    return _steps(get_language()) | {
        "people": [(name, name) for name in words.responsible],
        "returns_to": [(name, name) for name in words.returned_to],
        "bodies": meetings.body_names_for(reader),
        "posts": post_titles_for(reader),
    }


@cache
def _steps(_language: str) -> dict[str, list[tuple[str, str]]]:
    """The choices that are the same for everybody."""
    return {
        "times": [("over", _("Over tiden")), ("uden", _("Uden dato"))],
        "kinds": [(kind, commitment_kind(kind)) for kind in KINDS],
        "statuses": [(status, commitment_status(status)) for status in STATUSES],
        "steps": [(step, progress_word(step)) for step in PROGRESS],
    }


def promises_asked_for(request: HttpRequest) -> QuerySet:
    """The rows that the address asks for."""
    return queries.commitments_for(request.user, **_asked(request))


def _asked(request: HttpRequest) -> queries.Asked:
    asked, words = request.GET, request.GET.get("ord", "").strip()
    return {
        "status": _one_of(STATUSES, asked.get("status")),
        "kind": _one_of(KINDS, asked.get("art")),
        "who": asked.get("hvem") or None,
        "body": asked.get("forum") or None,
        "late_on": timezone.localdate() if asked.get("tid") == "over" else None,
        "undated": True if asked.get("tid") == "uden" else None,
        "made_in": whole_number(asked.get("i")),
        "post": whole_number(asked.get("post")),
        "progress": _one_of(PROGRESS, asked.get("langt")),
        "agreement": asked.get("aftale") or None,
        "first": day_of(asked.get("fra")),
        "last": day_of(asked.get("til")),
        "items": items_about(request.user, words) if words else None,
    }


def _one_of(known: tuple[str, ...], value: str | None) -> str | None:
    return value if value in known else None


def with_sources(reader: Any, promises: Iterable[Any]) -> list[Any]:
    """`promises` as a list, each with `item`: where it was made, None where that is not the reader's; and with whether
    the reader may settle it."""
    told = list(promises)
    items = meetings.items_named(reader, [row.source_id for row in told if row.source_kind == "item"])
    settles_all, kept = may_settle(reader), bodies_kept_by(reader, on=timezone.localdate())
    for row in told:
        row.item = items.get(row.source_id) if row.source_kind == "item" else None
        row.may_settle = settles_all or row.made_in in kept
        if not reader.is_authenticated:  # what was answered and asked for is the house's own until it is released
            row.answer, row.asked_last, row.asked_because = "", None, ""
    return told

"""Which bodies pass cases to which: ranked, drawn as bars, as a table, and the cases behind each number.

Ranked bars, not a matrix: with 60 bodies a matrix has 3,540 fields, nearly all of them empty, whose headings can
neither be read on a phone nor be walked by keyboard, and what one wants to know (who sends most to whom, and what
comes back) must be hunted for among them. A ranked list answers it in its first line, has room for whole names and for
what kind of passage it was, and every bar is a link. For one body alone the list is chosen by that body.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from raadhus.domains.meetings import queries as meetings
from raadhus.domains.proceedings import queries
from raadhus.interfaces.web.exports import as_csv, as_xlsx
from raadhus.interfaces.web.views.finding import day_of, found_or_404, page_of, whole_number
from raadhus.interfaces.web.views.overview import BYS
from raadhus.interfaces.web.views.reading_log import note_if_closed

DRAWN = 20
KINDS = {
    "sent": gettext_lazy("sendt videre"),
    "returned": gettext_lazy("sendt tilbage"),
    "promised": gettext_lazy("lovet"),
}


@dataclass(frozen=True, slots=True)
class Flow:
    """From one body to another: how many of each kind, and how wide each is drawn where the widest is 100."""

    giver: Any
    taker: Any
    counts: dict[str, int]
    widths: dict[str, float]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.counts.values())

    @property
    def parts(self) -> list[tuple[str, float, float]]:
        """Each kind with where its part of the bar begins and how wide it is."""
        begins, found = 0.0, []
        for kind in KINDS:
            found.append((kind, round(begins, 2), self.widths[kind]))
            begins += self.widths[kind]
        return found

    @property
    def words(self) -> str:
        """Each kind that there is, with its number."""
        return ", ".join(f"{self.counts[kind]} {word}" for kind, word in KINDS.items() if self.counts[kind])


@require_safe
def ways(request: HttpRequest) -> HttpResponseBase:
    """The flows between bodies, most first; with `form`, as a file."""
    asked = _asked(request)
    known = {row.pk: row for row in meetings.bodies_for(request.user)}
    flows = _flows(_within(_passages(request), asked), known)
    form = request.GET.get("form")
    if form in ("csv", "xlsx"):
        return _file(form, flows)
    facts = {
        "section": "promises",
        "part": "overview",
        "by": "ways",
        "bys": [(key, word) for key, (word, _question) in BYS.items()],
        "bodies": list(known.values()),
        "years": meetings.years_for(request.user)[:8],
        "asked": asked,
        "address": urlencode({name: value for name, value in asked.items() if value}),
        "period": urlencode({name: asked[name] for name in ("fra", "til") if asked[name]}),
        "answer": _answer(flows),
        "flows": flows,
        "drawn": flows[:DRAWN],
        "kinds": KINDS.items(),
    }
    return render(request, "ways.html", facts)


@require_safe
def way(request: HttpRequest, pk: int, to_pk: int) -> HttpResponse:
    """The cases behind one number."""
    giver, taker = (found_or_404(meetings.body_for, request.user, key) for key in (pk, to_pk))
    asked, kind = _asked(request), request.GET.get("art")
    rows = [one for one in _within(_passages(request), asked) if (one.giver, one.taker) == (pk, to_pk)]
    rows = [one for one in rows if kind not in KINDS or one.kind == kind]
    page = page_of(request, rows)
    items = meetings.items_by_id(request.user, [key for one in page.object_list for key in one.items])
    note_if_closed(request, "body", giver.pk, items.values())
    page.object_list = [(one, KINDS[one.kind], [items[key] for key in one.items if key in items]) for one in page]
    facts = {"section": "promises", "giver": giver, "taker": taker, "page": page, "asked": asked, "kind": kind}
    return render(request, "way.html", facts | {"kinds": KINDS.items()})


def _passages(request: HttpRequest) -> list[Any]:
    """All that the reader may see, newest first."""
    reader = request.user
    told = [*queries.passages_on_record(reader), *queries.passages_under_way(reader, on=timezone.localdate())]
    return sorted(told, key=lambda one: (one.on or date.min, one.title), reverse=True)


def _asked(request: HttpRequest) -> dict[str, Any]:
    """Which body and period the address asks for; an odd filter filters nothing."""
    days = {name: request.GET.get(name, "") for name in ("fra", "til")}
    return {name: value if day_of(value) else "" for name, value in days.items()} | {
        "forum": whole_number(request.GET.get("forum"))
    }


def _within(passages: Iterable[Any], asked: dict[str, Any]) -> list[Any]:
    """Those in the period, both days included, from or to the body where one is asked for."""
    first, last, body = day_of(asked["fra"]), day_of(asked["til"]), asked["forum"]
    return [
        one
        for one in passages
        if (first is None or (one.on and one.on >= first))
        and (last is None or (one.on and one.on <= last))
        and (body is None or body in (one.giver, one.taker))
    ]


def _flows(passages: Iterable[Any], known: dict[int, Any]) -> list[Flow]:
    counted: dict[tuple[int, int], Counter[str]] = {}
    for one in passages:
        counted.setdefault((one.giver, one.taker), Counter())[one.kind] += 1
    widest = max((counts.total() for counts in counted.values()), default=1)
    flows = [
        Flow(
            known[giver],
            known[taker],
            {kind: counts[kind] for kind in KINDS},
            {kind: round(100 * counts[kind] / widest, 2) for kind in KINDS},
        )
        for (giver, taker), counts in counted.items()
        if giver in known and taker in known
    ]
    return sorted(flows, key=lambda flow: (-flow.total, flow.giver.name, flow.taker.name))


def _answer(flows: list[Flow]) -> str:
    if not flows:
        return ""
    most = flows[0]
    one, many = (
        "{giver} sender mest videre til {taker}: {n} gang.",
        "{giver} sender mest videre til {taker}: {n} gange.",
    )
    back = sum(flow.counts["returned"] for flow in flows)
    told = ngettext(one, many, most.total).format(giver=most.giver.name, taker=most.taker.name, n=most.total)
    return f"{told} " + _("{n} af {all} kom tilbage.").format(n=back, all=sum(flow.total for flow in flows))


def _file(form: str, flows: list[Flow]) -> HttpResponseBase:
    head = [_("Fra"), _("Til"), *(str(word).capitalize() for word in KINDS.values()), _("I alt")]
    rows = [[flow.giver.name, flow.taker.name, *flow.counts.values(), flow.total] for flow in flows]
    name = str(_("Sager mellem forummer"))
    return as_csv(head, rows, name=name) if form == "csv" else as_xlsx(head, rows, name=name, on=timezone.localdate())

"""What became of everything that was promised: figures by post, body, case, agreement, age and lateness, drawn and as
a table."""

from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from raadhus.domains.cases.queries import case_numbers
from raadhus.domains.followup import queries
from raadhus.domains.meetings import queries as meetings
from raadhus.domains.organisation.queries import posts_for
from raadhus.interfaces.web.exports import as_csv, as_xlsx
from raadhus.interfaces.web.views.kept import kept

DRAWN = 15
BYS = {
    "post": (gettext_lazy("Post"), gettext_lazy("Hvem skylder mest?")),
    "body": (gettext_lazy("Forum"), gettext_lazy("Hvor blev det lovet?")),
    "case": (gettext_lazy("Sag"), gettext_lazy("Hvilke sager venter på noget?")),
    "agreement": (gettext_lazy("Aftale"), gettext_lazy("Hvor langt er aftalerne?")),
    "age": (gettext_lazy("Alder"), gettext_lazy("Hvor gammelt er det, der står åbent?")),
    "lateness": (gettext_lazy("Forsinkelse"), gettext_lazy("Hvor meget er forsinket, og hvor længe?")),
}
SPANS = {
    "month": gettext_lazy("under en måned"),
    "quarter": gettext_lazy("en til tre måneder"),
    "half_year": gettext_lazy("tre til seks måneder"),
    "year": gettext_lazy("et halvt til et helt år"),
    "older": gettext_lazy("over et år"),
    "two_weeks": gettext_lazy("op til to uger over"),
    "two_months": gettext_lazy("op til to måneder over"),
    "longer": gettext_lazy("mere end to måneder over"),
}
WIDE = 100  # of the longest bar, in the drawing's own measure


@dataclass(frozen=True, slots=True)
class Bar:
    """One group as drawn: its words, the list that it stands for, and how long the two parts of its bar are."""

    label: str
    address: str
    figures: Any
    late: float
    open: float


@require_safe
def overview(request: HttpRequest) -> HttpResponseBase:
    """The figures by what `efter` names; with `form`, as a file."""
    by = request.GET.get("efter", "post")
    by = by if by in BYS else "post"
    today = timezone.localdate()
    counted_at, counted = kept(f"overview:{by}", partial(queries.overviews, by=by, on=today))  # type: ignore[arg-type]
    told = counted.for_reader(request.user)
    labels = _labels(request.user, by, [group.key for group in told.groups])
    form = request.GET.get("form")
    if form in ("csv", "xlsx"):
        return _file(form, by, told, labels)
    facts = {
        "section": "promises",
        "part": "overview",
        "by": by,
        "bys": [(key, word) for key, (word, _question) in BYS.items()],
        "question": BYS[by][1],
        "answer": _answer(told, labels),
        "told": told,
        "bars": _bars(by, told.groups[:DRAWN], labels),
        "rows": [(labels[group.key], group.figures, _list_of(by, group.key)) for group in told.groups],
        "counted_at": counted_at,
    }
    return render(request, "overview.html", facts)


def _labels(reader: Any, by: str, keys: list[Any]) -> dict[Any, str]:
    """The words of each key; what the reader may not see by name has none of its own."""
    if by == "post":
        known = dict(posts_for(reader).filter(pk__in=[key for key in keys if key]).values_list("pk", "title"))
    elif by == "body":
        known = dict(meetings.bodies_for(reader).values_list("pk", "name"))
    elif by == "case":
        known = case_numbers([key for key in keys if key])
    elif by == "agreement":
        known = {key: key for key in keys if key}
    else:
        known = {key: str(word) for key, word in SPANS.items()}
    nobody = {"post": _("Ingen post"), "body": _("Ukendt forum"), "case": _("Uden sag"), "agreement": _("Uden aftale")}
    return {key: known.get(key, nobody.get(by, "")) for key in keys}


def _bars(by: str, groups: Any, labels: dict[Any, str]) -> list[Bar]:
    longest = max((group.figures.open for group in groups), default=0) or 1
    scale = WIDE / longest
    return [
        Bar(
            labels[group.key],
            _list_of(by, group.key),
            group.figures,
            round(group.figures.late * scale, 2),
            round((group.figures.open - group.figures.late) * scale, 2),
        )
        for group in groups
    ]


def _list_of(by: str, key: Any) -> str:
    """The filters of the list that holds the group; empty where the list has none for it."""
    name = {"post": "post", "body": "i", "agreement": "aftale"}.get(by)
    return urlencode({name: key, "status": "accepted"}) if name and key else ""


def _answer(told: Any, labels: dict[Any, str]) -> str:
    most = max(told.groups, key=lambda group: group.figures.open, default=None)
    if most is None or not most.figures.open:
        return _("Et løfte tæller med, når nogen har sagt ja til det.") if told.suggested else _("Intet står åbent.")
    said = _("Flest åbne har »{label}«: {open}, heraf {late} over tiden.")
    return said.format(label=labels[most.key] or "–", open=most.figures.open, late=most.figures.late)


def _file(form: str, by: str, told: Any, labels: dict[Any, str]) -> HttpResponse | HttpResponseBase:
    head = [str(BYS[by][0]), _("Åbne"), _("Over tiden"), _("Gjort"), _("Frister flyttet")]
    rows = [
        [labels[one.key], one.figures.open, one.figures.late, one.figures.done, one.figures.put_off]
        for one in told.groups
    ]
    name = str(_("Overblik over løfter"))
    if form == "csv":
        return as_csv(head, rows, name=name)
    return as_xlsx(head, rows, name=name, on=timezone.localdate())

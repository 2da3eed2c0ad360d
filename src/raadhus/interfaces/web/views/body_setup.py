"""An administrator gives a body its rules, seats and standing items, one thing a page."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from raadhus.domains.meetings.changes import find_or_make_body
from raadhus.domains.proceedings import access, changes, queries
from raadhus.domains.proceedings.queries.bodies import UNSET
from raadhus.domains.proceedings.rules.profiles import PROFILES
from raadhus.interfaces.web.body_forms import SETTINGS, BodyRulesForm, NewBody, SeatEnd, SeatForm, Standing
from raadhus.interfaces.web.profile_words import in_a_sentence, rules_of
from raadhus.interfaces.web.views.asking import Question, ask
from raadhus.interfaces.web.views.bodies import open_body
from raadhus.interfaces.web.views.finding import found_or_404
from raadhus.interfaces.web.views.rows import ask_rows

both = require_http_methods(["GET", "HEAD", "POST"])


@both
def new_body(request: HttpRequest) -> HttpResponse:
    """A new body by name; an existing one of that name is shown as it is."""
    _only_administrators(request)

    def make(name: str, readers: str) -> str:
        row = find_or_make_body(name, reading_audience=readers, by=request.user, at=timezone.now())
        return reverse("body_rules", args=[row.pk])

    question = Question(_("Nyt forum"), _("Opret, og vælg regler"), reverse("bodies"), _("Forummer"))
    return ask(request, NewBody(request.POST or None), question, make)


@both
def body_rules(request: HttpRequest, pk: int) -> HttpResponse:
    """The profiles with what each means, and what the body does otherwise."""
    body, row = _body_to_set_up(request, pk)
    others = access.bodies_open_to(request.user, on=timezone.localdate()).exclude(pk=pk).order_by("name")
    form = BodyRulesForm(request.POST or None, initial=_known(row), profiles=PROFILES, bodies=others)

    def save(profile: str, passes_to: int | None, revision: int | None, **_typed: Any) -> None:
        further = others.get(pk=passes_to) if passes_to else None
        rules = changes.Rules(profile, form.settings(row.settings if row else {}), further)
        changes.set_rules(body=body, rules=rules, revision=revision or 0, by=request.user, at=timezone.now())

    question = _question(body, _("Regler"), _("Gem reglerne"), _("Reglerne er gemt."))
    facts = {"profiles": [(key, one, in_a_sentence(one), rules_of(one)) for key, one in PROFILES.items()]}
    return ask(request, form, question, save, template="body_rules.html", facts=facts)


def _known(row: Any) -> dict[str, Any]:
    if row is None:
        return {"profile": UNSET, "revision": 0}
    known = {name: row.settings.get(name) for name in SETTINGS}
    known["saturday_counts"] = {True: "yes", False: "no"}.get(row.settings.get("saturday_counts"), "")
    return known | {"profile": row.profile, "passes_to": row.passes_to_id, "revision": row.revision}


@both
def seat_member(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody a seat."""
    body, _row = _body_to_set_up(request, pk)
    form = SeatForm(request.POST or None, asker=request.user, initial={"starts_on": timezone.localdate()})

    def seat(user: str, **typed: Any) -> None:
        who = form.colleague(user)
        changes.seat_member(body=body, user=who, **typed, by=request.user, at=timezone.now())

    question = _question(body, _("Giv en plads"), _("Giv pladsen"), _("Pladsen er givet."))
    return ask(request, form, question, seat)


@both
def end_seat(request: HttpRequest, pk: int, member_pk: int) -> HttpResponse:
    """Let a seat end, and with it the reading of closed items."""
    body, _row = _body_to_set_up(request, pk)
    member = found_or_404(queries.members_of(body, on=timezone.localdate()).get, pk=member_pk)
    form = SeatEnd(request.POST or None, initial={"ends_on": timezone.localdate()})

    def end(**typed: Any) -> None:
        changes.end_seat(member=member, **typed, by=request.user, at=timezone.now())

    title = _("Afslut pladsen for {name}").format(name=member.name)
    question = _question(body, title, _("Afslut pladsen"), _("Pladsen er afsluttet."))
    return ask(request, form, question, end)


@both
def standing_items(request: HttpRequest, pk: int) -> HttpResponse:
    """What begins and ends every agenda, in order."""
    body, _row = _body_to_set_up(request, pk)
    known = queries.standing_items_of(body).values("title", "recommendation", "case_number", "stands_last")
    form = Standing(request.POST) if request.method == "POST" else Standing(initial=list(known))
    lede = _("De står på hver dagsorden af sig selv, i denne rækkefølge. Tøm titlen for at fjerne et punkt.")
    back, said = reverse("body", args=[pk]), _("De faste punkter er gemt.")
    question = Question(_("Faste punkter"), _("Gem de faste punkter"), back, body.name, said, lede)

    def save(rows: list[dict[str, Any]]) -> None:
        items = [changes.EveryAgenda(**row) for row in rows]
        changes.set_standing_items(body=body, items=items, by=request.user, at=timezone.now())

    return ask_rows(request, form, question, save, key="title", row_name=_("Nyt fast punkt"))


def _body_to_set_up(request: HttpRequest, pk: int) -> tuple[Any, Any]:
    """The body and its rules, None where it has none; 404 for whoever may not see it, 403 for whoever may only read."""
    body = open_body(request, pk)
    _only_administrators(request)
    return body, getattr(body, "rules", None)


def _question(body: Any, title: str, button: str, said: str) -> Question:
    return Question(title, button, reverse("body", args=[body.pk]), body.name, said)


def _only_administrators(request: HttpRequest) -> None:
    if not access.may_set_up(request.user):
        raise PermissionDenied

"""What people do with a promise, each with a form that keeps what was typed: answer, more time, hand over, correct."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raadhus.domains.followup import changes
from raadhus.domains.followup.access import may_answer, may_settle
from raadhus.interfaces.web.promise_forms import Answer, Because, HandOver, MoreTime, Parts, PromiseFacts
from raadhus.interfaces.web.views.asking import Question, ask
from raadhus.interfaces.web.views.finding import only
from raadhus.interfaces.web.views.promise import acting, press, seen, told
from raadhus.interfaces.web.views.rows import ask_rows

both = require_http_methods(["GET", "HEAD", "POST"])
SECTION = {"section": "promises"}


def question_about(shown: Any, title: str, button: str, lede: str = "") -> Question:
    """What a page about a promise asks, and the way back."""
    back = reverse("promise", args=[shown.pk])
    return Question(title, button, back, (shown.task or shown.quote)[:80], lede=lede or shown.quote)


def _to_answer(request: HttpRequest, pk: int) -> tuple[Any, dict[str, Any]]:
    shown = seen(request, pk)
    by = acting(request, shown)
    only(may_answer(by, shown, on=timezone.localdate()))
    return shown, {"commitment": shown, "by": by, "at": timezone.now()}


def _to_settle(request: HttpRequest, pk: int) -> tuple[Any, dict[str, Any]]:
    shown = seen(request, pk)
    by = acting(request, shown)
    only(may_settle(by, shown))
    return shown, {"commitment": shown, "by": by, "at": timezone.now()}


@both
@login_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell in a line how it goes."""
    shown, always = _to_answer(request, pk)

    def act(answer: str, progress: str, revision: int | None) -> str | None:
        row = changes.answer_commitment(text=answer, is_done=progress == "done", revision=revision or 0, **always)
        told(request, _("Svaret er gemt."), row)
        return _way_back(request)

    form = Answer(request.POST or None, initial={"revision": shown.revision, "answer": shown.answer})
    return ask(request, form, question_about(shown, _("Svar på løftet"), _("Gem svaret")), act, facts=SECTION)


def _way_back(request: HttpRequest) -> str | None:
    return reverse("my_promises") if request.POST.get("from") == "mine" else None


@both
@login_required
def more_time(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for more time with a reason; whoever runs the body gives it at once."""
    shown, always = _to_answer(request, pk)
    gives = may_settle(always["by"], shown)
    change = changes.extend_commitment if gives else changes.ask_more_time
    said = _("Fristen er flyttet.") if gives else _("Du har bedt om mere tid. Fristen gælder, til nogen siger ja.")

    def act(asked_last: str, asked_because: str, revision: int | None) -> None:
        told(request, said, change(until=asked_last, because=asked_because, revision=revision or 0, **always))

    title, button = (_("Giv mere tid"), _("Flyt fristen")) if gives else (_("Bed om mere tid"), _("Bed om mere tid"))
    form = MoreTime(request.POST or None, initial={"revision": shown.revision})
    return ask(request, form, question_about(shown, title, button), act, facts=SECTION)


@require_POST
@login_required
def grant_time(request: HttpRequest, pk: int) -> HttpResponse:
    """Say yes to more time."""
    return press(request, pk, _("Fristen er flyttet."), changes.grant_more_time)


@both
@login_required
def deny_time(request: HttpRequest, pk: int) -> HttpResponse:
    """Say no to more time, with the reason."""
    shown, always = _to_settle(request, pk)

    def act(answer: str, revision: int | None) -> None:
        told(request, _("Fristen står."), changes.deny_more_time(because=answer, revision=revision or 0, **always))

    form = Because(request.POST or None, initial={"revision": shown.revision})
    return ask(request, form, question_about(shown, _("Sig nej til mere tid"), _("Sig nej")), act, facts=SECTION)


@both
@login_required
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Let another post or person answer for it."""
    shown, always = _to_answer(request, pk)
    form = HandOver(
        request.POST or None, asker=request.user, on=timezone.localdate(), initial={"revision": shown.revision}
    )

    def act(because: str, revision: int | None, **_owner: Any) -> str:
        row = changes.hand_over(to=form.owner(), because=because, revision=revision or 0, **always)
        told(request, _("Løftet er givet videre."), row)
        return reverse("promise", args=[pk])

    return ask(request, form, question_about(shown, _("Giv løftet videre"), _("Giv videre")), act, facts=SECTION)


@both
@login_required
def correct_promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what a machine read, or say more about it; with "accept" pressed, accept it too."""
    shown, always = _to_settle(request, pk)
    names = ("task", "kind", "due_first", "due_last", "body", "deliverable", "fulfilled_when", "agreement", "revision")
    known = {name: getattr(shown, name) for name in names}
    known |= {"who": ", ".join(shown.who), "post_id": shown.post_id or ""}
    known["person"] = shown.person.username if shown.person else ""
    form = PromiseFacts(request.POST or None, asker=request.user, on=timezone.localdate(), initial=known)

    def act(revision: int | None, **_typed: Any) -> None:
        told(request, _("Løftet er rettet."), _correct(form, revision or 0, always))

    return ask(request, form, question_about(shown, _("Ret løftet"), _("Gem rettelsen")), act, facts=SECTION)


def _correct(form: PromiseFacts, revision: int, always: dict[str, Any]) -> Any:
    return changes.correct_commitment(to=form.correction(), revision=revision, **always)


@both
@login_required
def split_promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Divide it among several."""
    shown, always = _to_settle(request, pk)
    named: dict[str, Any] = {"form_kwargs": {"asker": request.user, "on": timezone.localdate()}}
    forms = Parts(request.POST, **named) if request.method == "POST" else Parts(**named)

    def act(rows: list[dict[str, Any]]) -> None:
        filled = [form for form in forms if form.cleaned_data.get("task", "").strip()]
        parts = [changes.Part(form.owner(), row["task"], row["until"]) for form, row in zip(filled, rows, strict=True)]
        changes.split_commitment(parts=parts, revision=shown.revision, **always)

    question = question_about(shown, _("Del løftet op"), _("Del op"))
    question = Question(question.title, question.button, question.back, question.back_to, _("Løftet er delt op."),
                        question.lede)  # fmt: skip
    return ask_rows(request, forms, question, act, key="task", row_name=_("Ny del"), facts=SECTION)


def _with_reason(request: HttpRequest, pk: int, change: Any, title: str, button: str, said: str) -> HttpResponse:
    shown, always = _to_settle(request, pk)

    def act(answer: str, revision: int | None) -> None:
        told(request, said, change(because=answer, revision=revision or 0, **always))

    form: Form = Because(request.POST or None, initial={"revision": shown.revision})
    return ask(request, form, question_about(shown, title, button), act, facts=SECTION)


@both
@login_required
def drop_promise(request: HttpRequest, pk: int) -> HttpResponse:
    """Give it up, with the reason."""
    said = _("Løftet er opgivet.")
    return _with_reason(request, pk, changes.drop_commitment, _("Opgiv løftet"), _("Opgiv løftet"), said)


@both
@login_required
def take_up_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Open it again, with the reason."""
    said = _("Løftet er åbent igen.")
    return _with_reason(request, pk, changes.take_up_again, _("Åbn løftet igen"), _("Åbn igen"), said)

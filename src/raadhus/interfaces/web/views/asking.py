"""A page that asks for something with a form, does it, and goes on; what was typed stays where it could not be done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from raadhus.interfaces.web.conflicts import both_of
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused


@dataclass(frozen=True, slots=True)
class Question:
    """What a page asks. `back` is the address of the page before, called `back_to`; `said` is told when it is done."""

    title: str
    button: str
    back: str
    back_to: str
    said: str = ""
    lede: str = ""


def ask(
    request: HttpRequest,
    form: Form,
    question: Question,
    act: Callable[..., str | None],
    *,
    template: str = "ask.html",
    facts: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The form; posted well, `act` is called with its fields and says where to go, back where it says nothing."""
    if request.method == "POST":
        done, address = try_form(form, act)
        if done:
            if question.said:
                messages.success(request, question.said)
            return redirect(address or question.back)
    shown = {"section": "meetings", "form": form, "question": question} | dict(facts or {})
    return render(request, template, shown)


def try_form(form: Form, act: Callable[..., str | None]) -> tuple[bool, str | None]:
    """Whether `act` was done with the form's fields, and what it returned; why not stands on the form."""
    if not form.is_valid():
        return False, None
    try:
        return True, act(**form.cleaned_data)
    except Conflict as conflict:
        form.add_error(None, str(conflict))
        form.both = both_of(form, conflict)
        form.data = form.data.copy()
        form.data[form.add_prefix("revision")] = str(conflict.revision)
    except Refused as refused:
        form.add_error(None, str(refused))
    return False, None


def act_now(request: HttpRequest, said: str, act: Callable[[], Any]) -> bool:
    """Do what one button asks; the sentence for why not is shown where it could not be done."""
    try:
        act()
    except Refused as refused:
        messages.error(request, str(refused))
        return False
    messages.success(request, said)
    return True

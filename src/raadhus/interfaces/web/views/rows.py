"""A page that asks for rows: one small form each, empty ones left out."""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from raadhus.interfaces.web.views.asking import Question
from raadhus.pure.kernel.errors import Refused


def ask_rows(
    request: HttpRequest,
    forms: Any,
    question: Question,
    act: Callable[[list[dict[str, Any]]], None],
    *,
    key: str,
    row_name: str,
    facts: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """The rows as forms called `row_name`; posted well, `act` gets those whose field `key` says something."""
    refused = ""
    if request.method == "POST" and forms.is_valid():
        rows = [form.cleaned_data for form in forms if str(form.cleaned_data.get(key) or "").strip()]
        try:
            act(rows)
            messages.success(request, question.said)
            return redirect(question.back)
        except Refused as why_not:
            refused = str(why_not)
    rows_shown = [(form, form[key].value() or row_name) for form in forms]
    shown = {"section": "meetings", "forms": forms, "rows": rows_shown, "question": question, "refused": refused}
    return render(request, "ask_rows.html", shown | dict(facts or {}))

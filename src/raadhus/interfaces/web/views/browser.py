"""What one browser prefers, the page of help, and the answer that says the site is alive."""

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from raadhus.interfaces.web.context import KEYS_COOKIE, THEME_COOKIE, THEMES

A_YEAR = 365 * 24 * 3600


@require_POST
def choose_theme(request: HttpRequest) -> HttpResponse:
    """Keep `theme` in this browser and go back; an unknown one is as the machine has it."""
    theme = request.POST.get("theme", "auto")
    return _keep(back(request), THEME_COOKIE, theme if theme in THEMES else "auto", request)


@require_POST
def choose_keys(request: HttpRequest) -> HttpResponse:
    """Turn single keys on or off in this browser and go back."""
    return _keep(back(request), KEYS_COOKIE, "off" if request.POST.get("keys") == "off" else "on", request)


def _keep(response: HttpResponse, name: str, value: str, request: HttpRequest) -> HttpResponse:
    response.set_cookie(name, value, A_YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response


def back(request: HttpRequest) -> HttpResponseRedirect:
    """To the page of ours that `next` names, else the front page."""
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(wanted if is_ours else reverse("front"))


@require_safe
def show_help(request: HttpRequest) -> HttpResponse:
    return render(request, "help.html")


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """ "ok" as text: the process answers. Says nothing about what it holds."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def offline_worker(request: HttpRequest) -> HttpResponse:
    """The script that answers for kept packages while there is no net; from the root, so that it may for every page."""
    path = finders.find("offline-worker.js")
    assert path
    with open(path, encoding="utf-8") as file:
        return HttpResponse(file.read(), content_type="text/javascript; charset=utf-8")

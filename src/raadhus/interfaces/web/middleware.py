"""What holds for every answer: run and load only what this site serves, keep no copies, speak Danish first; and for
every question: no NUL in it."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils import translation

from raadhus.foundation.accounts.queries import audiences_remembered

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


class ContentSecurityPolicy:
    """Put `POLICY` on every answer, error pages and files too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Content-Security-Policy"] = POLICY
        return response


class KeepNoCopies:
    """Let no browser or proxy keep what a signed-in reader was shown: it may be closed, and they may sign out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers["Cache-Control"] = "private, no-store"
        return response


class AskOnceWhoReads:
    """Ask the database once for each page that is only looked at, which audiences its reader belongs to. The next page
    asks anew, so a change counts at once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with audiences_remembered():
            return self.get_response(request)


class SpeakDanish:
    """Danish, unless the reader has chosen another of the site's languages.

    Not the browser's wish: the minutes are Danish, and many a Danish office machine asks for English.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


class DropOddCookies:
    """Pass by cookies with the character NUL: none of ours has it, and PostgreSQL refuses a question with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.COOKIES = {name: value for name, value in request.COOKIES.items() if "\0" not in value}
        return self.get_response(request)


class DropNuls:
    """Take the character NUL out of what was asked and typed: nobody can type it, no text has it, and PostgreSQL
    refuses a question with it. No address has it either."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Any, _view: Any, _parts: Any, named: dict[str, Any]) -> None:
        """Before the view, and after the secret of the form was looked at, so that what was typed is read already."""
        if any("\0" in str(part) for part in named.values()):
            raise Http404
        request.GET, request.POST = _without_nuls(request.GET), _without_nuls(request.POST)


def _without_nuls(asked: QueryDict) -> QueryDict:
    odd = {name: values for name, values in asked.lists() if any("\0" in value for value in values)}
    if not odd:
        return asked
    mended = asked.copy()
    for name, values in odd.items():
        mended.setlist(name, [value.replace("\0", "") for value in values])
    return mended

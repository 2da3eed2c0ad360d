"""Ways that several tests go."""

from re import Pattern
from typing import Any

from browser.prepare import PASSWORD, USERNAME

_SESSIONS: dict[tuple[str, str], list[Any]] = {}  # of who has signed in, by site and name
_ADDRESSES: dict[tuple[str, str, str], str] = {}  # that were looked up, by site, words and page


def sign_in(page: Any, name: str = USERNAME) -> None:
    """Let `name` in: by the form the first time, after that with the session that this gave. Which page then stands
    open is not said."""
    site = site_of(page)
    if (site, name) in _SESSIONS:
        page.context.add_cookies(_SESSIONS[site, name])
        return
    page.goto("/log-ind/")
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url("**/")
    _SESSIONS[site, name] = page.context.cookies()


def address_of(page: Any, words: str | Pattern, where: str) -> str:
    """The address behind the link with these words on the page at `where`, which is opened to see it the first time."""
    key = site_of(page), str(words), where
    if key not in _ADDRESSES:
        page.goto(where)
        _ADDRESSES[key] = page.get_by_role("link", name=words).first.get_attribute("href")
    return _ADDRESSES[key]


def site_of(page: Any) -> str:
    """What tells one site from another."""
    return page.request.get("/healthz").url

"""Ways that several tests go."""

from typing import Any

from browser.prepare import PASSWORD, USERNAME

_SESSIONS: dict[tuple[str, str], list[Any]] = {}  # of who has signed in, by site and name


def sign_in(page: Any, name: str = USERNAME) -> None:
    """Let `name` in: by the form the first time, after that with the session that this gave. Which page then stands
    open is not said."""
    site = page.request.get("/healthz").url
    if (site, name) in _SESSIONS:
        page.context.add_cookies(_SESSIONS[site, name])
        return
    page.goto("/log-ind/")
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url("**/")
    _SESSIONS[site, name] = page.context.cookies()


def address_of(page: Any, words: str, where: str) -> str:
    """The address behind the link with these words on the page at `where`."""
    page.goto(where)
    return page.get_by_role("link", name=words).first.get_attribute("href")

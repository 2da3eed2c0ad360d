"""Ways that several tests go."""

from browser.prepare import PASSWORD, USERNAME


def sign_in(page) -> None:
    page.goto("/log-ind/")
    page.fill("#id_login", USERNAME)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url("**/")


def address_of(page, words: str, where: str) -> str:
    """The address behind the link with these words on the page at `where`."""
    page.goto(where)
    return page.get_by_role("link", name=words).first.get_attribute("href")

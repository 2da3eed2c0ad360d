"""Browsers of people who write, and the texts they write in."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from browser.prepare_writing import OFFICER, TITLE
from browser.ways import sign_in, site_of

FIELD = "[role=textbox].rich"
_ADDRESSES: dict[tuple[str, str, str], str] = {}  # of texts that were looked for
NOT_OURS = ("Failed to load resource",)  # what the browser itself says of a conflict or a lost connection


@contextmanager
def signed_in(chromium: Any, site: str, name: str = OFFICER, **options: Any) -> Iterator[Any]:
    """A browser in which `name` has signed in; at the end, no script has failed and the policy had nothing to block."""
    context = chromium.new_context(base_url=site, locale="da-DK", **options)
    said: list[str] = []
    page = context.new_page()
    listen(page, said)
    sign_in(page, name)
    yield page
    context.close()
    said = [words for words in said if not words.startswith(NOT_OURS)]
    assert not said, said


def listen(page: Any, said: list[str]) -> None:
    page.set_default_timeout(15_000)
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))


def address_of_text(page: Any, heading: str, title: str = TITLE) -> str:
    """The address of one of the item's texts; texts are few, and their numbers small. Looked for once on each site."""
    key = site_of(page), heading, title
    if key not in _ADDRESSES:
        words = f"<title>{heading} – {title}"
        places = (f"/skriv/{number}/" for number in range(1, 20))
        _ADDRESSES[key] = next((place for place in places if words in page.request.get(place).text()), "")
    if not _ADDRESSES[key]:
        raise LookupError(heading)
    return _ADDRESSES[key]


def write(page: Any, words: str) -> None:
    """Words at the end of the text."""
    page.locator(FIELD).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def empty(page: Any) -> None:
    page.locator(FIELD).click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")


def until_saved(page: Any) -> None:
    page.locator("[data-status][data-state=saved]").wait_for()


def until_settled(page: Any) -> None:
    """Saved, or waiting for a person to decide."""
    page.locator(
        ", ".join(f"[data-status][data-state={state}]" for state in ("saved", "adopted", "conflict"))
    ).wait_for()


def stored(page: Any, address: str) -> str:
    """The text as the server has it."""
    answer = page.request.get(address).text()
    return page.evaluate(
        "page => new DOMParser().parseFromString(page, 'text/html').querySelector('[data-html]').value", answer
    )


def store(page: Any, address: str, html: str) -> None:
    """Let this be the whole text, as the editor of another page would have saved it."""
    said = page.request.get(address).text()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', said)
    revision = re.search(r'name="revision" value="(\d+)"', said)
    assert token, said
    assert revision, said
    answer = page.request.post(
        f"{address}gem/", data={"html": html, "revision": int(revision[1])}, headers={"X-CSRFToken": token[1]}
    )
    assert answer.ok, answer.text()


def paste(page: Any, html: str, plain: str = "") -> None:
    """As a person pastes: the clipboard has both."""
    page.locator(FIELD).click()
    page.evaluate(
        """([html, plain]) => {
          const data = new DataTransfer();
          data.setData("text/html", html);
          data.setData("text/plain", plain);
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          document.querySelector("[role=textbox].rich").dispatchEvent(event);
        }""",
        [html, plain],
    )


Act = Callable[[Any], None]

"""axe finds nothing on any page of a meeting that is held, from before it is opened to its sealed minutes."""

import json
import subprocess
import sys
from typing import Any

import pytest

from browser.hall import HOUSE
from browser.prepare_hall import COUNCILLOR, POSTS, SECRETARY
from browser.test_axe import _finds_nothing

OF_THE_MEETING = ["to_open", "room", "item", "item_done", "vote"]
OF_THE_MINUTES = ["to_finish", "to_review", "to_sign", "sealed", "record"]


@pytest.fixture(scope="module")
def held(hall) -> dict[str, str]:
    """The address of a page in each state."""
    subprocess.run([sys.executable, "-m", "browser.prepare_held"], env=hall.environment, cwd=HOUSE, check=True)
    return json.loads((hall.data / "held.json").read_text())


@pytest.mark.parametrize(
    ("who", "names"),
    [
        (SECRETARY, OF_THE_MEETING),
        (SECRETARY, OF_THE_MINUTES),
        (POSTS[1], ["review", "screen"]),
        (COUNCILLOR, ["sign"]),
    ],
    ids=["meeting", "minutes", "reader", "signer"],
)
def test_the_pages_of_a_held_meeting(chromium, hall, held, who, names):
    with hall.somebody(chromium, who) as hands:
        for name in names:
            hands.page.goto(held[name])
            _unfold(hands.page)
            _finds_nothing(hands.page)


def test_what_could_not_be_kept_and_what_is_asked(chromium, hall, held):
    with hall.somebody(chromium, SECRETARY) as hands:
        hands.page.goto(held["item"])
        hands.go_to(hands.page.locator("#point-3 button.chip").first)
        hands.key("u")
        _finds_nothing(hands.page)
        hands.page.goto(held["room"])
        hands.press("Tilføj gæst")
        assert hands.page.locator(".summary").is_visible()
        _finds_nothing(hands.page)


def _unfold(page: Any) -> None:
    for details in page.locator("main details").all():
        details.evaluate("element => { element.open = true }")

"""A follow-up sheet in a browser: every page for axe, and the walk-through and an answer by keyboard."""

import pytest
from playwright.sync_api import expect

from browser.test_axe import _finds_nothing
from browser.ways import sign_in

KEEPERS = ["/ark/", "/ark/nyt/", "/ark/1/", "/ark/1/?afsnit=Dagtilbud&vis=forfaldne", "/ark/1/fil/", "/ark/1/fil/1/",
           "/ark/1/runde/", "/ark/1/frys/", "/ark/1/sammenlign/", "/ark/1/gennemgang/?raekke=12",
           "/ark/1/oplysninger/", "/ark/1/ny-raekke/", "/ark/1/udgaver/1/vedlaeg/", "/ark/raekker/1/",
           "/ark/raekker/1/ret/", "/ark/raekker/1/ansvarlig/"]  # fmt: skip


@pytest.mark.parametrize("address", KEEPERS)
def test_a_page_for_the_keeper_has_nothing_that_axe_finds(page, address):
    sign_in(page)
    assert page.goto(address).status == 200
    _finds_nothing(page)


@pytest.mark.parametrize("address", ["/ark/mine/", "/ark/raekker/2/"])
def test_a_page_for_a_head_has_nothing_that_axe_finds(page, address):
    sign_in(page, "skolechef")
    assert page.goto(address).status == 200
    _finds_nothing(page)


def test_the_forum_walks_through_by_keyboard_and_types_what_was_agreed(page):
    sign_in(page)
    page.goto("/ark/1/")
    page.get_by_role("link", name="Gennemgå").click()
    page.wait_for_url("**/gennemgang/**")
    expect(page.locator("h1")).to_have_text("1 Flere voksne i indskolingen")
    page.keyboard.press("j")
    expect(page.locator("h1")).to_have_text("2 Styrket læseindsats på mellemtrinnet")
    page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).to_contain_text("3 Ny naturfagslokaler")
    page.keyboard.press("k")
    expect(page.locator("h1")).to_contain_text("2 Styrket læseindsats")
    page.keyboard.press("d")
    page.keyboard.type("Jævnt og j-kundigt: tages op i marts.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("h1")).to_contain_text("3 Ny naturfagslokaler")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("blockquote").first).to_contain_text("Jævnt og j-kundigt: tages op i marts.")


def test_keys_that_are_turned_off_do_not_walk_but_the_arrows_do(page):
    sign_in(page)
    page.goto("/hjaelp/")
    page.get_by_role("button", name="Slå enkelttaster fra").press("Enter")
    page.get_by_role("button", name="Slå enkelttaster til").wait_for()
    page.goto("/ark/1/gennemgang/")
    page.keyboard.press("j")
    expect(page.locator("h1")).to_contain_text("1 Flere voksne")
    page.keyboard.press("ArrowRight")
    expect(page.locator("h1")).to_contain_text("2 Styrket")


def test_a_head_goes_from_row_to_row_that_waits(page):
    sign_in(page, "skolechef")
    page.goto("/ark/mine/")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ark/raekker/*/")
    first = page.locator("h1").inner_text()
    page.fill("#id_last_answer", "Er i gang.")
    page.select_option("#id_status", "under_way")
    page.get_by_role("button", name="Gem svaret").click()
    expect(page.locator("h1")).not_to_have_text(first)
    assert "/ark/raekker/" in page.url


def test_the_head_of_the_table_stays_in_sight(page):
    sign_in(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto("/ark/1/")
    page.locator("#raekke-60").scroll_into_view_if_needed()
    expect(page.get_by_role("columnheader", name="Frist")).to_be_in_viewport()

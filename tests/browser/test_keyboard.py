"""With the keyboard alone, from the front page to a promise and a search."""

from playwright.sync_api import expect

from browser.ways import sign_in
from interfaces.web.samples import QUOTE


def test_from_the_front_page_to_an_item(page):
    page.goto("/")
    page.keyboard.press("g")
    page.keyboard.press("m")
    page.wait_for_url("**/moeder/")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/moeder/*/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("h2:focus")).to_contain_text("Ark til opfølgning")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/punkter/*/")
    expect(page.locator("h1")).to_contain_text("Ark til opfølgning")


def test_a_promise_is_accepted_and_reopened_with_one_key_each_and_the_hand_stays_there(page):
    sign_in(page)
    page.goto("/")
    page.keyboard.press("g")
    page.keyboard.press("p")
    page.wait_for_url("**/opfoelgning/")
    page.keyboard.press("j")
    row = page.locator("tr[data-row]", has_text=QUOTE)
    page.keyboard.press("a")
    expect(row).to_contain_text("Åben")  # what is accepted is open until it is done
    expect(row.locator(":focus")).to_have_count(1)
    page.keyboard.press("u")
    expect(row).to_contain_text("Foreslået")


def test_searching_starts_with_a_slash_and_hits_are_walked_through(page):
    page.goto("/sager/")
    page.keyboard.press("/")
    page.keyboard.type("budgetaftalen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg/?q=budgetaftalen")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/punkter/*/")


def test_any_command_runs_by_its_name(page):
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("sager")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sager/")


def test_keys_that_are_turned_off_do_nothing(page):
    page.goto("/hjaelp/")
    page.get_by_role("button", name="Slå enkelttaster fra").press("Enter")
    page.get_by_role("button", name="Slå enkelttaster til").wait_for()
    page.locator("body").press("/")
    assert page.evaluate("document.activeElement.type") != "search"


def test_the_first_tab_leads_past_the_menu(page):
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Gå til indholdet")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "indhold"

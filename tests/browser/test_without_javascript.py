"""Everything works in a browser that runs no script."""

from playwright.sync_api import expect

from browser.ways import sign_in
from interfaces.web.samples import QUOTE


def test_reading_filtering_and_searching(plain_page):
    page = plain_page
    page.goto("/moeder/")
    page.select_option("#aar", "2022")
    page.get_by_role("button", name="Vis").click()
    page.get_by_role("link", name="tors. 20. jan. 2022").click()
    page.get_by_text("Udfaldet er læst af maskinen").nth(1).click()
    expect(page.get_by_text("Indstilling 2:")).to_be_visible()
    page.fill("#soeg", "opfølgning")
    page.press("#soeg", "Enter")
    expect(page.locator("mark").first).to_be_visible()


def test_settling_a_promise_and_thinking_again(plain_page):
    page = plain_page
    sign_in(page)
    page.goto("/opfoelgning/?art=task")
    page.get_by_role("button", name="Afvis").click()
    expect(page.get_by_role("status")).to_contain_text("Løftet er afvist.")
    expect(page.get_by_text(QUOTE)).to_have_count(0)
    page.get_by_role("status").get_by_role("button", name="Fortryd").click()
    expect(page.get_by_text(QUOTE)).to_be_visible()


def test_the_theme_is_switched_and_kept(plain_page):
    page = plain_page
    page.emulate_media(color_scheme="light")
    page.goto("/")
    light = page.locator("body").evaluate("element => getComputedStyle(element).backgroundColor")
    page.get_by_role("button", name="Mørkt").click()
    page.goto("/sager/")
    dark = page.locator("body").evaluate("element => getComputedStyle(element).backgroundColor")
    assert light != dark

"""axe-core finds nothing on any page, in both themes, on a phone and on a desk; nothing needs scrolling sideways."""

from pathlib import Path

import pytest

from browser.ways import address_of, sign_in

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]  # the rules to which a theme makes a difference
WIDTHS = (320, 1280)
ITEM = "Ark til opfølgning på budgetaftalen"

# Told in the page: all that axe answers would take longer on its way than axe takes.
FAULTS = """async options => (await axe.run(document, options)).violations.flatMap((one) => one.nodes.map(
  (node) => `${one.id}: ${node.html.slice(0, 200)} ${JSON.stringify(node.any.slice(0, 1))}`))"""

OPEN = [
    "/", "/moeder/", "/moeder/?aar=1999", "/sager/", "/sager/00.30.14-S00-10-21/", "/emner/00.30.14/", "/opfoelgning/",
    "/opfoelgning/?status=rejected", "/soeg/", "/soeg/?q=opfølgning", "/soeg/?q=zebra&udfald=mixed",
    "/offentligt/opfoelgning/", "/offentligt/opfoelgning/1/", "/hjaelp/", "/log-ind/", "/intet/",
]  # fmt: skip


@pytest.mark.parametrize("address", OPEN)
def test_a_page_that_anybody_may_open(page, address):
    assert page.goto(address).ok is (address != "/intet/")
    _finds_nothing(page)


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/opfoelgning/",
        "/opfoelgning/overblik/",
        "/opfoelgning/veje/",
        "/opfoelgning/mine/mails/",
        "/loefter/1/venter/",
        "/kalender/",
        "/udbakke/",
    ],
)
def test_a_page_for_the_administrator(page, address):
    sign_in(page)
    page.goto(address)
    _finds_nothing(page)


@pytest.mark.parametrize(
    "steps", [["meeting"], ["meeting", "Ret mødets hoved"], ["meeting", "Sæt på plads"], ["item"], ["item", "Ret"]]
)
def test_a_page_that_is_reached_by_links(page, steps):
    sign_in(page)
    _go(page, steps)
    for source_words in page.locator("details").all():
        source_words.evaluate("element => { element.open = true }")
    _finds_nothing(page)


def test_a_form_that_could_not_be_saved(page):
    sign_in(page)
    _go(page, ["meeting", "Ret mødets hoved"])
    page.fill("#id_starts_on", "")
    page.click("main form button")
    assert page.locator(".summary").is_visible()
    _finds_nothing(page)


def test_the_palette_of_commands(page):
    page.goto("/")
    page.keyboard.press("Control+k")
    assert page.locator("#kommandoliste li").count() > 3
    _finds_nothing(page)


def _go(page, steps: list[str]) -> None:
    where = {
        "meeting": lambda: address_of(page, "tors. 20. jan. 2022", "/moeder/"),
        "item": lambda: address_of(page, ITEM, "/soeg/?q=ark"),
    }
    page.goto(where[steps[0]]())
    for words in steps[1:]:
        page.get_by_role("link", name=words).first.click()


def _finds_nothing(page) -> None:
    page.evaluate(AXE.read_text("utf-8"))
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"sideways at {width}"
        for theme, only in (("light", {"type": "tag", "values": TAGS}), ("dark", {"type": "rule", "values": COLOURS})):
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            assert _faults(page, only) == [], f"{theme} at {width}"


def _faults(page, only: dict[str, object]) -> list[str]:
    return page.evaluate(FAULTS, {"runOnly": only, "resultTypes": ["violations"]})

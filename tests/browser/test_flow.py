"""From the first idea to the sent agenda: axe finds nothing, and the whole way goes by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from browser.hands import Hands
from browser.prepare_flow import BODY
from browser.test_axe import _finds_nothing
from browser.ways import address_of, sign_in

ON_AGENDA, WITH_HEAD, DRAFT = "Tidsplan for budget 2036", "Integrationsindsats 2036", "Frivillighedspolitik"
OF_BODY = ["", "regler/", "pladser/ny/", "faste-punkter/", "nyt-moede/", "nyt-punkt/"]
OF_ITEM = ["", "oplysninger/", "indstilling/", "luk/", "send/", "hoering/", "bilag/", "moede/", "videre/", "udgaar/"]
OF_MEETING = ["", "flyt/", "aflys/", "sent/"]


def _body(page) -> str:
    return address_of(page, BODY, "/forummer/")


def _item(page, title: str) -> str:
    return address_of(page, title, "/forslag/")


def _meeting(page) -> str:
    return address_of(page, re.compile("tors. 1. mar. 2035"), _body(page))


def _open_all(page) -> None:
    for details in page.locator("details").all():
        details.evaluate("element => { element.open = true }")


@pytest.mark.parametrize("address", ["/", "/moeder/", "/forummer/", "/forummer/nyt/", "/forslag/"])
def test_lists(page, address):
    sign_in(page)
    page.goto(address)
    _finds_nothing(page)


@pytest.mark.parametrize("part", OF_BODY)
def test_a_body(page, part):
    sign_in(page)
    page.goto(f"{_body(page)}{part}")
    _open_all(page)
    _finds_nothing(page)


@pytest.mark.parametrize("part", OF_ITEM)
def test_an_item(page, part):
    sign_in(page)
    page.goto(f"{_item(page, ON_AGENDA)}{part}")
    _open_all(page)
    _finds_nothing(page)


@pytest.mark.parametrize("title", [WITH_HEAD, DRAFT])
def test_an_item_where_something_is_to_be_done(page, title):
    sign_in(page)
    page.goto(_item(page, title))
    _open_all(page)
    _finds_nothing(page)


@pytest.mark.parametrize("part", OF_MEETING)
def test_a_meeting_that_is_prepared(page, part):
    sign_in(page)
    page.goto(f"{_meeting(page)}{part}")
    _open_all(page)
    _finds_nothing(page)


def test_a_form_that_was_refused_and_subjects_that_were_found(page):
    sign_in(page)
    page.goto(f"{_body(page)}nyt-punkt/")
    page.fill("#id_title", "Lokalplan for boliger ved stationen")
    page.get_by_role("button", name="Find KLE-emne").click()
    expect(page.get_by_text("på grund af").first).to_be_visible()
    _finds_nothing(page)
    page.fill("#id_title", "")
    page.get_by_role("button", name="Gem kladden").click()
    expect(page.locator(".summary")).to_be_visible()
    _finds_nothing(page)


def _press(page, name: str, role: str = "link") -> None:
    """Go with Tab to the thing of that name and press Enter, as a hand without a mouse does."""
    Hands(page).go_to(page.get_by_role(role, name=name).first)
    page.keyboard.press("Enter")


def _type(page, label: str, words: str) -> None:
    Hands(page).go_to(page.get_by_label(label, exact=True).first)
    page.keyboard.type(words)


def test_from_an_idea_to_a_sent_agenda_with_the_keyboard_alone(page):
    sign_in(page)
    page.goto("/")
    page.keyboard.press("g")
    page.keyboard.press("m")
    page.wait_for_url("**/moeder/")
    page.keyboard.press("g")
    page.keyboard.press("f")
    page.wait_for_url("**/forummer/")
    _press(page, "Nyt forum")
    _type(page, "Navn", "Styregruppen for havnen")
    _press(page, "Opret, og vælg regler", "button")
    _press(page, "Gem reglerne", "button")
    _press(page, "Planlæg et møde")
    _type(page, "Dag", "02022035")
    _type(page, "Begynder", "0900AM")
    _press(page, "Planlæg", "button")
    page.wait_for_url("**/moeder/*/")
    meeting = page.url
    _press(page, "Foreslå et punkt")
    _type(page, "Titel", "Tidsplan for havnen")
    _type(page, "Indstilling", "at tidsplanen godkendes")
    _press(page, "Gem kladden, og skriv teksterne", "button")
    page.wait_for_url("**/forslag/*/")
    _press(page, "Send punktet på vej")
    _press(page, "Send på vej", "button")
    _press(page, "Sæt på en dagsorden")
    page.keyboard.press("Tab")
    page.get_by_label("Møde", exact=True).focus()
    page.keyboard.press("ArrowDown")
    _press(page, "Sæt på dagsordenen", "button")
    page.wait_for_url(f"{meeting}**")
    _press(page, "Flyt op", "button")
    expect(page.locator("ol.agenda > li").first).to_contain_text("Tidsplan for havnen")
    _press(page, "Send dagsorden til 0 medlemmer", "button")
    expect(page.get_by_role("status")).to_contain_text("Dagsordenen er sendt")

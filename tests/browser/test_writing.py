"""Writing in a real browser: saved by itself, kept through a crash and a lost connection, over nobody's words."""

import random
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.prepare_writing import CONFIDENTIAL, OFFICER, SECRETARY
from browser.test_axe import _finds_nothing
from browser.writing_ways import (
    FIELD,
    address_of_text,
    empty,
    paste,
    signed_in,
    store,
    stored,
    until_saved,
    until_settled,
    write,
)

PASTED = Path(__file__).resolve().parents[1] / "domains/proceedings/rules/pasted"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645"
    "400000000049454e44ae426082"
)


@pytest.fixture
def page(chromium, site):
    with signed_in(chromium, site) as page:
        yield page


@pytest.fixture
def account(page) -> str:
    """The address of the account, open, with one word in it."""
    address = address_of_text(page, "Sagsfremstilling")
    store(page, address, "<p>Begyndelsen</p>")
    page.goto(address)
    return address


def test_what_is_typed_is_saved_by_itself_and_the_page_says_so(page, account):
    status = page.locator("[data-status]")
    write(page, " og mere")
    expect(status).to_have_text("Ikke gemt endnu")
    expect(status).to_have_text(re.compile(r"^Gemt kl\. \d{1,2}\.\d\d$"))
    assert stored(page, account) == "<p>Begyndelsen og mere</p>"


def test_headings_points_and_a_table_by_the_keyboard_alone(page, account):
    empty(page)
    page.keyboard.press("Alt+F10")
    expect(page.locator("[data-do=bold]")).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.type("Baggrund")
    page.keyboard.press("Enter")
    page.keyboard.type("- et punkt")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+b")
    page.keyboard.type("fed")
    page.keyboard.press("Control+s")
    until_saved(page)
    assert stored(page, account) == "<h3>Baggrund</h3><ul><li>et punkt</li></ul><p><strong>fed</strong></p>"


def test_the_keyboard_gets_out_of_a_table_with_escape_and_tab(page, account):
    empty(page)
    page.get_by_role("button", name="Tabel", exact=True).click()
    page.keyboard.press("Tab")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Gem", exact=True)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Tab")
    expect(page.locator("[role=toolbar] button:focus")).to_have_count(1)


def test_a_paste_from_word_is_cleaned_by_the_server(page, account):
    empty(page)
    paste(page, (PASTED / "word.html").read_text("utf-8"))
    expect(page.locator(f"{FIELD} table")).to_be_visible()
    until_saved(page)
    assert stored(page, account) == (PASTED / "word_clean.html").read_text("utf-8").replace("\n", "")
    expect(page.locator("[data-notice]")).to_contain_text("Billederne kom ikke med")


def test_a_picture_has_words_before_it_is_put_in(page, account, tmp_path):
    (tmp_path / "kurve.png").write_bytes(PIXEL)
    page.get_by_role("button", name="Billede", exact=True).click()
    dialog = page.locator("dialog[data-dialog=picture]")
    dialog.get_by_label("Fil").set_input_files(tmp_path / "kurve.png")
    dialog.get_by_role("button", name="Sæt billede ind").click()
    expect(dialog.get_by_role("alert")).to_contain_text("skriv, hvad det viser")
    _finds_nothing(page)
    dialog.get_by_label("Hvad viser billedet?").fill("Kurven stiger")
    page.keyboard.press("Enter")
    expect(page.locator(f"{FIELD} img[alt='Kurven stiger']")).to_have_js_property("complete", True)
    until_saved(page)
    assert re.search(r'<img src="/billeder/\d+/" alt="Kurven stiger">', stored(page, account))


def test_a_lost_connection_is_said_and_the_text_sent_when_it_is_back(page, account):
    page.context.set_offline(True)
    write(page, " uden net")
    expect(page.locator("[data-status]")).to_contain_text("Ikke gemt – forbindelsen er væk")
    write(page, " og mere endnu")
    page.context.set_offline(False)
    until_saved(page)
    assert stored(page, account) == "<p>Begyndelsen uden net og mere endnu</p>"


def test_words_not_saved_before_a_crash_are_there_again_and_saved(page, account):
    page.context.set_offline(True)
    write(page, " før styrtet")
    crashed = page.context
    page.close(run_before_unload=False)
    crashed.set_offline(False)
    anew = crashed.new_page()
    anew.goto(account)
    expect(anew.locator(FIELD)).to_contain_text("Begyndelsen før styrtet")
    until_saved(anew)
    assert stored(anew, account) == "<p>Begyndelsen før styrtet</p>"
    assert anew.evaluate("Object.keys(localStorage).length") == 0


def test_words_kept_through_a_crash_meet_what_was_written_since(page, account, chromium, site):
    page.context.set_offline(True)
    write(page, " før styrtet")
    crashed = page.context
    page.close(run_before_unload=False)
    with signed_in(chromium, site, SECRETARY) as other:
        other.goto(account)
        write(other, " imens")
        until_saved(other)
    crashed.set_offline(False)
    anew = crashed.new_page()
    anew.goto(account)
    expect(anew.locator("[data-mine] ins")).to_have_text("før styrtet")
    expect(anew.locator("[data-theirs] del")).to_have_text("imens")


def test_a_closed_items_words_are_kept_by_no_machine(page):
    page.goto(address_of_text(page, "Sagsfremstilling", CONFIDENTIAL))
    expect(page.get_by_text("Denne maskine husker intet af den")).to_be_visible()
    page.context.set_offline(True)
    write(page, "hemmeligt")
    expect(page.locator("[data-status]")).to_contain_text("forbindelsen er væk")
    assert page.evaluate("JSON.stringify({...localStorage})") == "{}"
    page.context.set_offline(False)
    until_saved(page)


def test_leaving_with_words_not_saved_asks_first(page, account):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.context.set_offline(True)
    write(page, " ikke gemt")
    page.context.set_offline(False)
    page.route("**/gem/", lambda route: route.abort())
    page.goto("/sager/")
    assert asked == ["beforeunload"]


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        ("Gem det, der står i feltet", "<p>Begyndelsen mine</p>"),
        ("Brug den gemte tekst", "<p>Begyndelsen deres</p>"),
        ("Sæt den gemte tekst ind efter min", "<p>Begyndelsen mine</p><p>Begyndelsen deres</p>"),
    ],
)
def test_two_who_write_at_once_see_both_texts_and_one_decides(page, account, chromium, site, choice, left):
    with signed_in(chromium, site, SECRETARY) as other:
        other.goto(account)
        write(page, " mine")
        write(other, " deres")
        other.keyboard.press("Control+s")
        until_saved(other)
        expect(page.locator("[data-two-texts]")).to_be_visible()
        expect(page.locator("[data-mine] ins")).to_have_text("mine")
        expect(page.locator("[data-theirs] del")).to_have_text("deres")
        _finds_nothing(page)
        page.set_viewport_size({"width": 1280, "height": 900})
        page.get_by_role("button", name=choice).click()
        if "efter" in choice:
            page.get_by_role("button", name="Gem det, der står i feltet").click()
        expect(page.locator("[data-two-texts]")).to_be_hidden()
        until_settled(page)
        assert stored(page, account) == left


def test_who_is_typing_when_another_has_saved_loses_no_letter_and_reaches_the_choice_by_keyboard(
    page, account, chromium, site
):
    with signed_in(chromium, site, SECRETARY) as other:
        other.goto(account)
        write(other, " deres")
        other.keyboard.press("Control+s")
        until_saved(other)
    write(page, " mine")
    page.keyboard.press("Control+s")
    for letter in "abcdefghijklmnopqrstuvwxyz":
        page.keyboard.type(letter)
        page.wait_for_timeout(20)
    expect(page.locator("[data-two-texts]")).to_be_visible()
    expect(page.locator(FIELD)).to_have_text("Begyndelsen mineabcdefghijklmnopqrstuvwxyz")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Gem det, der står i feltet")).to_be_focused()


def test_two_browsers_on_one_text_lose_no_word(page, account, chromium, site):
    """A small run of what `interfaces/web/test_two_writers.py` does 500 times without a browser."""
    chance = random.Random(7)
    words = [f"ord{number}" for number in range(12)]
    with signed_in(chromium, site, SECRETARY) as other:
        other.goto(account)
        for word in words:
            hand = chance.choice([page, other])
            if hand.locator("[data-two-texts]").is_visible():
                _merge(hand)
            write(hand, f" {word}")
            if chance.random() < 0.5:
                hand.keyboard.press("Control+s")
                hand.wait_for_timeout(chance.choice([0, 50, 200]))
        for hand in (page, other, page):
            until_settled(hand)
            if hand.locator("[data-two-texts]").is_visible():
                _merge(hand)
                until_saved(hand)
        last = stored(page, account)
    assert [word for word in words if not re.search(rf"\b{word}\b", last)] == []


def _merge(hand) -> None:
    hand.get_by_role("button", name="Sæt den gemte tekst ind efter min").click()
    hand.get_by_role("button", name="Gem det, der står i feltet").click()


@pytest.mark.parametrize("name", [OFFICER, SECRETARY])
def test_the_editor_and_the_history_have_nothing_to_find_fault_with(chromium, site, name):
    with signed_in(chromium, site, name) as page:
        address = address_of_text(page, "Anledning")
        page.goto(address)
        empty(page)
        page.get_by_role("button", name="Tabel", exact=True).click()
        for heading in ("År", "Boliger", "Skoler"):
            page.keyboard.type(heading)
            page.keyboard.press("Tab")
        page.keyboard.press("Control+s")
        until_saved(page)
        _finds_nothing(page)
        page.goto(f"{address}udgaver/")
        _finds_nothing(page)


def test_without_javascript_the_words_are_saved_with_the_button(chromium, site):
    with signed_in(chromium, site, java_script_enabled=False) as page:
        page.goto(address_of_text(page, "Anledning"))
        page.fill("textarea[name=plain]", "Uden script\n\n- et punkt")
        page.get_by_role("button", name="Gem", exact=True).click()
        expect(page.locator(".notice")).to_contain_text("Teksten er gemt.")
        expect(page.locator("textarea[name=plain]")).to_have_value("Uden script\n\n- et punkt")

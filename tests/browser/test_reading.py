"""Reading a meeting's package as a person does: on a tablet, with notes of one's own, and without a net."""

import re

import pytest

from browser.prepare_reading import BODY, CANARY, HOUSING, QUOTE, READER
from browser.prepare_writing import SECRETARY
from browser.test_axe import _finds_nothing
from browser.writing_ways import signed_in

CACHES = """async () => {
  const held = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) held.push(new URL(request.url).pathname);
  return held;
}"""
WORDS = """async () => {
  let all = "";
  for (const name of await caches.keys())
    for (const answer of await (await caches.open(name)).matchAll()) all += await answer.text();
  return all;
}"""


@pytest.fixture
def reader(chromium, site):
    with signed_in(chromium, site, READER) as page:
        yield page


@pytest.fixture
def secretary(chromium, site):
    with signed_in(chromium, site, SECRETARY) as page:
        yield page


def open_package(page) -> str:
    page.goto("/moeder/")
    page.get_by_role("link", name=re.compile("tors. 21. sep. 2034|21. sep. 2034")).first.click()
    page.goto(re.search(r".*/moeder/\d+/", page.url)[0] + "?vis=udsendt")
    page.get_by_role("link", name="Læs det hele samlet").click()
    page.wait_for_url("**/pakke/")
    return re.search(r"/moeder/\d+/pakke/", page.url)[0]


def keep(page) -> None:
    page.get_by_role("button", name="Gem til at læse uden net").click()
    page.locator("[data-keep-package][data-state=kept]").wait_for(timeout=30_000)


def test_everything_is_on_one_page_with_the_attachments_after_their_item(reader):
    open_package(reader)
    assert reader.locator("h1").inner_text() == BODY
    assert reader.get_by_role("heading", level=2, name=f"1. {HOUSING}").count() == 1
    names = [one.inner_text() for one in reader.locator(".enclosed h3").all()]
    assert [name.strip() for name in names] == ["Status på boligprogrammet - Rettet", "Notat om indflytning", "Tal"]
    assert reader.locator(".said table td", has_text="310").count() == 1
    assert CANARY not in reader.content()
    reader.locator(
        "#bilag-" + reader.locator(".enclosed h3").first.get_attribute("id").removeprefix("bilag-")
    ).scroll_into_view_if_needed()
    picture = reader.get_by_role("img", name="Side 1 af")
    picture.first.wait_for()
    picture.first.scroll_into_view_if_needed()
    reader.wait_for_function("() => document.querySelector('.shown img').naturalWidth === 1200")


def test_what_has_changed_is_told_with_the_words_that_came_and_went(reader):
    open_package(reader)
    told = reader.locator(".changed")
    assert [one.inner_text() for one in told.locator("ins").all()] == ["igen ", " og drøftet i Direktørforum"]
    told.get_by_role("link", name="Se, hvad der er ændret i bilaget").click()
    assert "Fire projekter er forsinkede" in reader.locator("ins").all_inner_texts()[0]
    assert reader.locator("del").count() > 0


def test_a_note_is_tied_to_words_that_are_marked_and_stands_there_after(reader, secretary):
    open_package(reader)
    assert reader.locator(".said mark").all_inner_texts() == [QUOTE]
    select = """() => {
      const words = document.querySelector(".said td").firstChild;
      const range = document.createRange();
      range.selectNodeContents(words);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }"""
    reader.evaluate(select)
    reader.get_by_role("button", name="Skriv note").click()
    reader.keyboard.type("Kun til mig")
    reader.get_by_role("button", name="Gem note").first.click()
    reader.locator(".said mark", has_text="2034").wait_for()
    assert reader.get_by_text("Kun til mig").first.is_visible()
    open_package(secretary)
    assert "Kun til mig" not in secretary.content()
    assert secretary.locator(".said mark").count() == 0
    reader.locator(".notes li", has_text="Kun til mig").locator("summary").click()
    reader.locator(".notes li", has_text="Kun til mig").get_by_role("button", name="Fjern noten").click()
    reader.wait_for_function("() => document.querySelectorAll('.said mark').length === 1")


def test_a_kept_package_is_read_without_a_net_and_says_what_it_holds(reader):
    address = open_package(reader)
    keep(reader)
    status = reader.locator("[data-keep-package] [data-status]").inner_text()
    assert re.fullmatch(r"Gemt på denne maskine .+: 2 punkter og 3 bilag, [\d,]+ MB\.", status), status
    reader.context.set_offline(True)
    reader.goto(address)
    reader.get_by_text("Du læser kopien på denne maskine").wait_for()
    reader.get_by_role("heading", name=f"1. {HOUSING}").wait_for()
    picture = reader.get_by_role("img", name="Side 1 af").first
    picture.scroll_into_view_if_needed()
    reader.wait_for_function("() => document.querySelector('.shown img').naturalWidth === 1200")
    assert reader.get_by_text("Indflytningen følger lokalplanerne.").count() == 1
    assert reader.evaluate("getComputedStyle(document.querySelector('.text')).paddingLeft") != "0px"  # with its looks
    reader.goto("/opfoelgning/")  # is not kept: what is kept is shown instead
    reader.get_by_role("link", name=BODY).wait_for()
    reader.context.set_offline(False)


def test_nothing_closed_or_confidential_is_ever_kept(secretary):
    open_package(secretary)
    assert CANARY in secretary.content()
    assert secretary.get_by_text("2 lukkede eller fortrolige dele bliver ikke gemt").is_visible()
    keep(secretary)
    assert CANARY not in secretary.evaluate(WORDS)
    kept = secretary.evaluate(CACHES)
    secret = (
        secretary.locator(".enclosed", has_text="Tilbud").get_by_role("link", name="Hent filen").get_attribute("href")
    )
    assert secret not in kept
    assert not [one for one in kept if one.startswith(secret)]
    secretary.context.set_offline(True)
    secretary.reload()
    assert CANARY not in secretary.content()
    secretary.context.set_offline(False)


def test_signing_out_removes_what_is_kept_even_without_a_net(reader):
    open_package(reader)
    keep(reader)
    assert reader.evaluate(CACHES)
    reader.context.set_offline(True)
    reader.get_by_role("button", name="Log ud").click()
    reader.get_by_role("heading", name="Kopierne er fjernet").wait_for()
    assert reader.evaluate(CACHES) == []
    reader.context.set_offline(False)


def test_whoever_signs_in_after_finds_nothing_of_anothers(reader, site):
    open_package(reader)
    keep(reader)
    reader.context.clear_cookies()  # the session ran out, and nobody signed out
    reader.goto("/hjaelp/")
    reader.wait_for_function("() => caches.keys().then((names) => names.length === 0)")
    assert reader.evaluate(CACHES) == []


def test_what_is_kept_is_removed_by_hand_and_the_worker_with_it(reader):
    open_package(reader)
    keep(reader)
    reader.get_by_role("link", name="Alt, der er gemt på maskinen").click()
    reader.get_by_role("button", name=f"Fjern fra maskinen: {BODY}").click()
    reader.get_by_text("Der er ikke gemt noget").wait_for()
    assert reader.evaluate(CACHES) == []
    assert reader.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


@pytest.mark.parametrize("where", ["", "?alt=1", "gemt/"])
def test_axe_finds_nothing_in_a_package(reader, where):
    reader.goto(open_package(reader) + where)
    for one in reader.locator("main details").all():
        one.evaluate("element => { element.open = true }")
    _finds_nothing(reader)


def test_axe_finds_nothing_where_files_are_compared_or_what_is_kept_is_told(reader):
    open_package(reader)
    keep(reader)
    reader.goto("/gemt/")
    reader.get_by_role("link", name=BODY).wait_for()
    _finds_nothing(reader)
    open_package(reader)
    reader.get_by_role("link", name="Se, hvad der er ændret i bilaget").click()
    _finds_nothing(reader)

"""9 June 2022: one point is put off until after the summer, and stands by itself on the first agenda after it."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from browser.prepare_hall import FORUM, POSTS, SECRETARY
from browser.walking import meets, proposes, review_and_send
from raadhus.pure.kernel.source_text import lines_of
from raadhus.pure.minutes.read import read_minutes
from tests.conftest import SHARED

SEED = SHARED / "seeds" / "002_cdf7452378a625cf.txt"
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the seed lies beside the house")


def test_what_is_put_off_until_after_the_summer_stands_on_the_first_agenda_after_it(chromium, hall):
    item = read_minutes(lines_of(SEED.read_text("utf-8"), SEED.name)).items[2]
    hall.clock(2022, 5, 30, 8)
    with hall.somebody(chromium, POSTS[0]) as author:
        proposes(author, FORUM, item)
    with hall.somebody(chromium, SECRETARY) as secretary:
        meeting = meets(secretary, FORUM, "2022-06-09", "09:00")
        secretary.press(re.compile(f"^Sæt på {re.escape(item.title)}"))
        secretary.press("Send dagsorden til 6 medlemmer")
        hall.clock(2022, 6, 9, 7)
        _holds(secretary, meeting, item)
        review_and_send(hall, chromium, secretary, POSTS[3])
        secretary.page.goto(meeting)
        _reads_as_the_seed(secretary.page, item)
        _stands_on_the_first_after_the_summer(hall, secretary, item)


def _holds(secretary: Any, meeting: str, item: Any) -> None:
    """Remarks on the first point; the second put off, in the meeting's own words."""
    page, (first, second) = secretary.page, item.decision.points
    page.goto(meeting)
    secretary.follow("Gå til mødet")
    secretary.press("Åbn mødet")
    secretary.press("Notér resten som til stede")
    secretary.follow(re.compile(re.escape(item.title)), inside=page.get_by_role("navigation", name="Mødets punkter"))
    secretary.press(re.compile("^Tag punkt . op"))
    one, two = page.locator("#point-1"), page.locator("#point-2")
    expect(one).to_be_focused()
    secretary.key("d")
    secretary.fill("Ordlyd", " ".join(first.text.split()), inside=one)
    secretary.press("Gem ordlyden", inside=one)
    expect(two).to_be_focused()
    page.keyboard.press("u")
    when = page.get_by_label("Hvornår skal punktet på igen?")
    expect(when).to_be_focused()
    page.keyboard.insert_text("efter sommerferien")
    secretary.press("Skriv udfaldet")
    expect(two.get_by_label("Ordlyd")).to_have_value("Udsat til efter sommerferien.")
    secretary.fill("Ordlyd", second.text, inside=two)
    secretary.press("Gem ordlyden", inside=two)
    secretary.press(re.compile("^Afslut punkt"))
    while "/moede/" in page.url and page.get_by_role("button", name=re.compile("^Lad punktet udgå")).count():
        secretary.unfold("Lad hele punktet udgå")  # what stands on every agenda, and was not dealt with here
        secretary.press("Lad punktet udgå")
        secretary.page.goto(f"{meeting}moede/")
        if page.get_by_role("button", name="Hæv mødet").count() == 0:
            secretary.press(re.compile("^Tag punkt . op"))
    secretary.press("Hæv mødet")


def _reads_as_the_seed(page: Any, item: Any) -> None:
    said = " ".join(page.locator(".decision").filter(has_text="Ad 1").inner_text().split())
    for words in (one.text for one in item.decision.points):
        assert " ".join(words.split()) in said
    assert "Ad 2: Beslutning udskydes til efter sommerferien." in said


def _stands_on_the_first_after_the_summer(hall: Any, secretary: Any, item: Any) -> None:
    hall.clock(2022, 6, 15, 8)
    agenda = secretary.page.locator("ol.agenda")
    meetings = {day: meets(secretary, FORUM, day, "09:00") for day in ("2022-06-23", "2022-08-11", "2022-08-25")}
    for day, address in meetings.items():
        secretary.page.goto(address)
        expect(agenda.get_by_role("link", name=item.title, exact=True)).to_have_count(int(day == "2022-08-11"))
    secretary.page.goto(meetings["2022-08-11"])
    row = agenda.locator("li").filter(has_text=item.title)
    expect(row).to_contain_text("Udsat hertil fra et tidligere møde.")
    secretary.follow(item.title)
    expect(secretary.page.locator(".leaf .text")).to_contain_text(item.recommendation.points[1])
    expect(secretary.page.locator(".leaf .text")).not_to_contain_text(item.recommendation.points[0])

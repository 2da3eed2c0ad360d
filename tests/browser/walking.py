"""Steps that every walk through a meeting takes: an idea, a planned meeting, attachments, decisions, review."""

import re
from pathlib import PurePath
from typing import Any

from playwright.sync_api import expect

from browser.writing_ways import FIELD, until_saved

WRITTEN = {"occasion": "Anledning", "account": "Sagsfremstilling"}


def open_body(hands: Any, name: str) -> None:
    hands.key("g", "m")
    hands.key("g", "f")
    hands.follow(name)


def proposes(hands: Any, body: str, item: Any) -> None:
    """The item's title, case, recommendation and texts, sent on its way to no head."""
    open_body(hands, body)
    hands.step("Foreslå et punkt")
    hands.fill("Titel", item.title)
    hands.fill("Sagsnummer", item.case_number or "")
    if item.recommendation:
        hands.fill("Hvem indstiller", item.recommendation.by or "")
        hands.fill("Indstilling", "\n".join(item.recommendation.points))
    hands.press("Gem kladden, og skriv teksterne")
    for part in item.sections:
        if part.kind in WRITTEN:
            writes(hands, WRITTEN[part.kind], part.text)
    hands.follow("Send punktet på vej")
    hands.press("Send på vej")


def writes(hands: Any, heading: str, text: str) -> None:
    """The words into one of the item's texts, until the page says that they are kept."""
    page = hands.page
    hands.step(f"Skriv {heading}")
    hands.go_to(page.locator(FIELD))
    for at, paragraph in enumerate(text.split("\n\n")):
        if at:
            page.keyboard.press("Enter")
        for place, line in enumerate(paragraph.split("\n")):
            if place:
                page.keyboard.press("Shift+Enter")
            page.keyboard.insert_text(line)
    until_saved(page)
    page.go_back()


def meets(hands: Any, body: str, day: str, at: str) -> str:
    """Plan a meeting and stand on its page; its address."""
    open_body(hands, body)
    hands.step("Planlæg et møde")
    hands.set("Dag", day)
    hands.set("Begynder", at)
    hands.fill("Sted", "Mødelokale 1")
    hands.press("Planlæg")
    return hands.page.url.split("#")[0]


def bytes_for(name: str) -> dict[str, Any]:
    """A small PDF under this name, for a file field; files are chosen in a window of the system's, not the page's."""
    stem = PurePath(name).stem if PurePath(name).suffix in (".xlsx", ".pptx", ".pdf") else name
    content = b"%PDF-1.7\n" + name.encode()
    return {"name": f"{stem}.pdf", "mimeType": "application/pdf", "buffer": content}


def encloses(hands: Any, meeting: str, title: str, name: str, label: str = "") -> None:
    """Enclose a file with the item of this title; from the agenda and back to the item."""
    hands.page.goto(meeting)
    hands.follow(re.compile(f"^Bilag til {re.escape(title)}"))
    hands.page.get_by_label("Fil", exact=True).set_input_files(bytes_for(name))
    hands.fill("Udgave", label)
    hands.press("Vedlæg")


def supplement(hands: Any, meeting: str) -> None:
    hands.page.goto(meeting)
    hands.press(re.compile("^Send tillægsdagsorden"))


def decide_all_alike(hands: Any, letter: str, count: int, *, own_words: bool) -> None:
    """The letter's key on each point; with `own_words` the phrase gives way to what the item's text says."""
    for number in range(1, count + 1):
        point = hands.page.locator(f"#point-{number}")
        hands.go_to(point.locator("button.chip").first)
        hands.key(letter.lower())
        if own_words:
            hands.fill("Ordlyd", "", inside=point)
            hands.press("Gem ordlyden", inside=point)


def review_and_send(hall: Any, chromium: Any, hands: Any, reader: str) -> None:
    """From the adjourned meeting's minutes: finished, read by another, sent."""
    hands.press("Gør referatet færdigt")
    hands.choose("Hvem skal læse det", reader)
    hands.press("Bed om gennemsyn")
    with hall.somebody(chromium, reader) as other:
        section = other.page.get_by_role("region", name="Referater, du er bedt om at læse")
        other.follow(re.compile("."), inside=section)
        other.press("Referatet er i orden")
        expect(other.page.locator("main")).to_contain_text("Du har sagt ja.")
    hands.page.reload()
    hands.press("Send referatet")
    expect(hands.page.get_by_role("status").first).to_contain_text("Referatet er sendt")

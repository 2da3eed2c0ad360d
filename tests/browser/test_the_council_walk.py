"""A council under its own rules: four weekdays over Easter, a late item, a closed one, a vote, dissent, signatures."""

import re
from typing import Any

from playwright.sync_api import expect

from browser.prepare_hall import COUNCIL, COUNCILLOR, COUNCILLORS, MAYOR, SECRETARY
from browser.walking import meets, proposes
from raadhus.pure.minutes.structure import Item, Recommendation

RECOMMENDED = Recommendation("Kommunaldirektøren", ("at det godkendes.",))
PLAN, PERSON, LATE = (
    Item("", title, recommendation=RECOMMENDED)
    for title in ("Lokalplan 99", "Ansættelse af direktør", "Hastesag om dæmning")
)
AGAINST = COUNCILLORS[13:20]
OUT, DISSENTS = COUNCILLORS[20], COUNCILLORS[13]


def test_a_council_after_easter_from_the_agenda_to_the_seal(chromium, hall):
    hall.clock(2022, 4, 8, 8)
    with hall.somebody(chromium, SECRETARY) as secretary:
        for item in (PLAN, PERSON):
            proposes(secretary, COUNCIL, item)
        _closes(secretary)
        meeting = meets(secretary, COUNCIL, "2022-04-20", "17:00")
        for item in (PLAN, PERSON):
            secretary.press(f"Sæt på {item.title}")
        _is_called_in_time(hall, secretary, meeting)
        _comes_late_with_its_reason(hall, secretary, meeting)
        hall.clock(2022, 4, 20, 15)
        _holds(secretary, meeting)
        _is_signed_and_sealed(hall, chromium, secretary, meeting)
    _is_read_by_a_citizen(chromium, hall, meeting)


def _closes(secretary: Any) -> None:
    """The item that is open on the page, with a reason of its own."""
    secretary.unfold("Andet")
    secretary.follow("Luk punktet")
    secretary.go_to(secretary.page.get_by_role("radio").first)
    secretary.page.keyboard.press("Space")
    secretary.fill("Hvad i netop denne sag", "Sagen rummer en bedømmelse af ansøgernes forhold")
    secretary.set("Lukningen vurderes på ny", "2022-06-01")
    secretary.press("Luk punktet")


def _is_called_in_time(hall: Any, secretary: Any, meeting: str) -> None:
    """Four weekdays before Wednesday the 20th, with three holidays between: Monday the 11th, and not the day after."""
    page = secretary.page
    hall.clock(2022, 4, 12, 8)
    page.reload()
    expect(page.locator(".step")).to_contain_text("kommer efter fristen mandag den 11. april 2022")
    secretary.press("Send dagsorden til 21 medlemmer")
    expect(page.get_by_role("status").first).to_contain_text("kommer efter fristen mandag den 11. april 2022")
    hall.clock(2022, 4, 11, 8)
    page.goto(meeting)
    expect(page.locator(".step")).not_to_contain_text("fristen")
    secretary.press("Send dagsorden til 21 medlemmer")
    expect(page.get_by_role("status").first).to_contain_text("Dagsordenen er sendt")


def _comes_late_with_its_reason(hall: Any, secretary: Any, meeting: str) -> None:
    page = secretary.page
    hall.clock(2022, 4, 19, 8)
    proposes(secretary, COUNCIL, LATE)
    page.goto(meeting)
    secretary.press(f"Sæt på {LATE.title}")
    secretary.press("Send tillægsdagsorden til 21 medlemmer")
    expect(page.get_by_role("status").first).to_contain_text("vente")
    secretary.follow(re.compile(f"{LATE.title}, kommer efter fristen"))
    secretary.fill("Hvorfor sagen ikke kan vente", "Dæmningen skal sikres før weekenden.")
    secretary.press("Gem")
    page.goto(meeting)
    secretary.press("Send tillægsdagsorden til 21 medlemmer")
    expect(page.get_by_role("status").first).to_contain_text("Tillægsdagsordenen er sendt")


def _holds(secretary: Any, meeting: str) -> None:
    page = secretary.page
    page.goto(meeting)
    secretary.follow("Gå til mødet")
    secretary.press("Åbn mødet")
    secretary.press("Notér resten som til stede")
    expect(page.locator(".quorum")).to_contain_text("21 af 21 medlemmer er til stede.")
    secretary.press("Tag punkt 1 op")
    _votes(secretary)
    expect(page.locator(".as-written")).to_contain_text("For: 13 (Anders And")
    secretary.press(re.compile("^Afslut punkt 1"))
    for number in (2, 3):
        expect(page.locator("#point-1")).to_be_focused()
        secretary.key("g")
        secretary.press(re.compile(f"^Afslut punkt {number}"))
    page.get_by_role("navigation", name="Mødets punkter").wait_for()
    secretary.follow(re.compile(PLAN.title), inside=page.get_by_role("navigation", name="Mødets punkter"))
    _dissents(secretary)
    secretary.step("Fremmøde")
    secretary.set("Slut, som det skal stå i referatet", "18:30")
    secretary.press("Hæv mødet")


def _votes(secretary: Any) -> None:
    """20 of 21 take part: 13 for, 7 against."""
    page = secretary.page
    secretary.unfold("Notér en, der går ud")
    absence = page.locator("#absence")
    secretary.choose("Hvem", OUT, inside=absence)
    secretary.tick("Inhabil", inside=absence)
    secretary.fill("Forsamlingens beslutning om det", f"Kommunalbestyrelsen fandt {OUT} inhabil.", inside=absence)
    secretary.press("Notér", inside=absence)
    secretary.unfold("Afstemning")
    expect(page.get_by_role("group", name=OUT)).to_have_count(0)
    secretary.press("Alle for")
    for name in AGAINST:
        secretary.go_to(page.get_by_role("group", name=name).get_by_label("For", exact=True))
        page.keyboard.press("ArrowDown")
    secretary.go_to(page.locator("#point-1 button.chip").first)
    secretary.key("g")
    expect(page.locator(".counted")).to_contain_text("13 for, 7 imod, 0 undlod. 20 af 21 medlemmer er til stede.")


def _dissents(secretary: Any) -> None:
    secretary.unfold("Før en afvigende mening til")
    dissent = secretary.page.locator("#dissent")
    secretary.choose("Hvem", DISSENTS, inside=dissent)
    secretary.fill("Hvad der ønskes tilført", "Planen er for høj.", inside=dissent)
    secretary.press("Før til", inside=dissent)


def _is_signed_and_sealed(hall: Any, chromium: Any, secretary: Any, meeting: str) -> None:
    """Two sign themselves, nineteen on paper before the secretary's eyes; then the minutes are approved, and sealed."""
    page = secretary.page
    hall.clock(2022, 4, 21, 8)
    secretary.press("Gør referatet færdigt")
    secretary.unfold("Andet")
    secretary.press("Send referatet uden gennemsyn")
    for name in (MAYOR, COUNCILLOR):
        with hall.somebody(chromium, name) as member:
            member.page.goto(meeting)
            member.follow("Underskriv referatet")
            member.press("Underskriv referatet")
            expect(member.page.locator("main")).to_contain_text("Du har underskrevet.")
    page.reload()
    expect(page.locator(".step")).to_contain_text("19 har ikke underskrevet endnu")
    for _ in COUNCILLORS[2:]:
        secretary.press(re.compile("^Underskrevet på papir"))
    secretary.press("Forsegl referatet")
    expect(page.locator("main")).to_contain_text("Referatet er forseglet.")


def _is_read_by_a_citizen(chromium: Any, hall: Any, meeting: str) -> None:
    page = chromium.new_context(base_url=hall.address, locale="da-DK").new_page()
    page.goto(meeting)
    text = page.locator("main").inner_text()
    for words in (PLAN.title, LATE.title, "For: 13", f"{OUT} deltog ikke i punktet", "Planen er for høj."):
        assert words in text, words
    assert PERSON.title not in text
    page.context.close()

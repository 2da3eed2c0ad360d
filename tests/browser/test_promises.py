"""Nothing promised is lost: the seeds are read, the secretary says yes, and what was promised back stands on the
agenda; a head answers; axe finds nothing on any of the pages."""

from datetime import date

import pytest

from browser.conftest import HOUSE, serving
from browser.prepare_promises import ADMINISTRATOR, DAYS, HEAD, SECRETARY, SEEDS
from browser.test_axe import _finds_nothing
from browser.ways import sign_in

pytestmark = pytest.mark.skipif(len(list(SEEDS.glob("*.txt"))) != 2, reason="the seeds lie beside the house")

FIRST_PLANNED = 3  # the key of the first meeting after the two that the seeds tell of
INTEGRATION = "CF - Start af arbejde med Integrationsindsats 2022"
SHEET = "CF - Drøftelse af ark til opfølgning på status på Budgetaftale 2022"
REPORT = "CF - Borgerrådgiverens beretning 2021-2022"
MAIL = "Mette Duekilde sender en mail til Chefforum"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The address of a site that holds the two seeds."""
    if not (HOUSE / "node_modules/axe-core/axe.min.js").is_file():
        pytest.skip("node_modules is missing: run make assets")
    with serving(tmp_path_factory, "browser.prepare_promises") as address:
        yield address


def _agenda(page, day: date) -> list[str]:
    """The titles on the agenda of that day, as the secretary finds it."""
    page.goto(f"/moeder/{FIRST_PLANNED + DAYS.index(day)}/")
    links = page.locator(".text a[href^='/forslag/']").all()
    titles = {one.get_attribute("href"): one.inner_text().strip() for one in links}
    return [title for address, title in titles.items() if address.count("/") == 3]


def test_the_secretary_says_yes_and_what_was_promised_back_stands_on_the_agendas(page):
    sign_in(page, SECRETARY)
    page.goto("/opfoelgning/?status=suggested")
    waiting = page.locator("tr[data-row]").count()
    assert waiting >= 14
    for _ in range(waiting):
        page.goto("/opfoelgning/?status=suggested")
        page.keyboard.press("j")
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            page.keyboard.press("a")
    page.goto("/opfoelgning/?status=suggested")
    assert page.locator("tr[data-row]").count() == 0
    february = " ".join(_agenda(page, date(2022, 2, 3)))
    assert INTEGRATION in february
    assert SHEET in february
    assert REPORT not in february
    assert REPORT not in " ".join(_agenda(page, date(2022, 6, 23)))
    august = _agenda(page, date(2022, 8, 11))
    assert sum(REPORT in title for title in august) == 2
    assert REPORT not in " ".join(_agenda(page, date(2022, 8, 25)))


def test_a_head_answers_from_the_list_of_what_they_owe(page):
    sign_in(page, HEAD)
    page.goto("/opfoelgning/mine/")
    row = page.locator("li[data-row]").filter(has_text=MAIL)
    row.get_by_label("Svar på en linje").fill("Mailen er sendt")
    row.get_by_label("Hvor langt er det").select_option("done")
    row.get_by_role("button").click()
    assert page.locator(".notice").inner_text().startswith("Svaret er gemt.")
    assert page.locator("li[data-row]").filter(has_text=MAIL).count() == 0
    page.get_by_role("button", name="Fortryd").click()
    assert "Fortrudt." in page.locator(".notice").inner_text()
    page.goto("/opfoelgning/mine/")
    assert page.locator("li[data-row]").filter(has_text=MAIL).count() == 1


def test_what_was_put_off_is_told_as_one_line(page):
    sign_in(page, SECRETARY)
    page.goto(f"/moeder/{FIRST_PLANNED}/opfoelgning/")
    line = page.locator(".chain").filter(has_text="6. jan. 2022").inner_text()
    assert " ".join(line.split()) == "6. jan. 2022 → 20. jan. 2022 (Udgik) → ingen ny dag endnu"
    assert page.locator("section", has_text="Kommer igen på dette møde").get_by_text("står på dagsordenen").count() == 2


@pytest.mark.parametrize(
    "address",
    [
        "/opfoelgning/",
        "/opfoelgning/mine/",
        "/opfoelgning/dagsordener/",
        "/opfoelgning/overblik/",
        "/poster/",
        "/poster/1/",
    ],
)
def test_axe_finds_nothing_on_the_pages_of_follow_up(page, address):
    sign_in(page, ADMINISTRATOR)
    page.goto(address)
    _finds_nothing(page)


@pytest.mark.parametrize("act", ["", "svar/", "mere-tid/", "giv-videre/", "ret/", "del/", "bevis/", "opgiv/"])
def test_axe_finds_nothing_on_the_pages_of_a_promise(page, act):
    sign_in(page, ADMINISTRATOR)
    page.goto("/opfoelgning/?status=accepted")
    address = page.get_by_role("link", name=MAIL).get_attribute("href")
    page.goto(f"{address}{act}")
    _finds_nothing(page)


def test_axe_finds_nothing_before_an_agenda_and_in_a_list_of_what_one_owes(page):
    sign_in(page, SECRETARY)
    page.goto(f"/moeder/{FIRST_PLANNED}/opfoelgning/")
    _finds_nothing(page)


def test_axe_finds_nothing_where_a_post_gives_way(page):
    sign_in(page, ADMINISTRATOR)
    page.goto("/poster/1/afloes/")
    page.get_by_label("Hvem tager over").fill("Økonomi\nStab")
    page.get_by_role("button", name="Vis, hvad der flytter med").click()
    _finds_nothing(page)

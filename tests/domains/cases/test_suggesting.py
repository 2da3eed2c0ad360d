"""KLE subjects suggested from title and text: a plan of three subjects by hand, and the real plan."""

import math

import pytest

from raadhus.domains.cases.queries import suggested_subjects
from raadhus.domains.cases.rules.subject_index import Subject, build_index
from raadhus.domains.cases.rules.suggesting import MOST, suggest

PLAN = build_index(
    [
        Subject("01.00.00", "Broer", ()),
        Subject("02.00.05", "Kirker", ()),
        Subject("03.00.05", "Havne", ("fiskeri", "lystbåde")),
    ]
)


def subjects(title: str, text: str = "") -> list[str]:
    return [one.subject for one in suggested_subjects(title, text)]


def test_the_score_of_one_title_word_by_hand() -> None:
    # The stem stands in one subject of three, so its rarity is ln 3. The title gives a strength of 4, the term weighs
    # 1.5; the subject's size is 1.5 ln 3, damped by 0.2; a general subject (.00) gets 0.3 of its own on top.
    rare = math.log(3)
    score = 4 * 1.5 * rare / (1.5 * rare) ** 0.2
    (kirker,) = suggest(PLAN, "Kirker", "")
    assert (kirker.subject, kirker.words) == ("02.00.05", ("kirker",))
    assert kirker.score == pytest.approx(score, abs=0.06)
    (broer,) = suggest(PLAN, "CF - Broer", "")
    assert broer.score == pytest.approx(1.3 * score, abs=0.06)


def test_a_word_in_the_text_counts_less_than_in_the_title() -> None:
    best, *rest = suggest(PLAN, "Kirkerne", "Broer over åen, " * 9)
    assert best.subject == "02.00.05"
    assert [one.subject for one in rest] == ["01.00.00"]


def test_the_words_shown_are_the_items_own() -> None:
    (havn,) = suggest(PLAN, "Lystbådehavnen", "")
    assert havn.words == ("lystbådehavnen",)


@pytest.mark.parametrize(("title", "text"), [("", ""), ("Eventuelt", ""), ("Godkendelse af dagsorden", "12 § 4")])
def test_what_points_nowhere_gets_no_suggestion(title: str, text: str) -> None:
    assert suggest(PLAN, title, text) == []


@pytest.mark.parametrize(
    ("title", "text", "subject"),
    [
        (
            "CF - Start af arbejde med integrationsindsatsen",
            "Integrationsloven og Integrationsrådet: lovbundne og frivillige tiltag for nyankomne udlændinge.",
            "15.40.00",
        ),
        ("CF - Ark til opfølgning på status på budgetaftalen", "Cheferne følger op på budgettet.", "00.30.14"),
        ("ØU - Budget 2027", "Budgetprocessen og økonomien i udvalgene.", "00.30.00"),
        ("CF - Borgerrådgiverens beretning", "God forvaltningsskik i forvaltningen.", "00.07.40"),
        ("CF - Borgerrådgiverens beretning", "God forvaltningsskik i forvaltningen.", "00.07.00"),
        ("Sygefravær pr. afdeling", "", "81.28.00"),
    ],
)
def test_the_real_plan_has_the_subject_among_five(title: str, text: str, subject: str) -> None:
    found = subjects(title, text)
    assert subject in found
    assert len(found) <= MOST


def test_every_suggestion_shows_why() -> None:
    for one in suggested_subjects("Opfølgning på budgetaftalen", "Cheferne opdaterer arket."):
        assert one.words or one.subject.endswith(".00")


def test_the_same_item_gets_the_same_subjects() -> None:
    assert subjects("Byudvikling ved stationen", "Lokalplan og boliger") == subjects(
        "Byudvikling ved stationen", "Lokalplan og boliger"
    )

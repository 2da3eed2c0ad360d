"""Numbers, case numbers, recommendations, attachments, votes: each by the forms that real minutes have."""

# ruff: noqa: E501  (a row of a table, and a document in one string, is one line)

import pytest

from raadhus.pure.minutes.attachments import attachments_of
from raadhus.pure.minutes.case_numbers import case_number_at_end, details_of
from raadhus.pure.minutes.closed import title_is_closed
from raadhus.pure.minutes.numbering import mark_of
from raadhus.pure.minutes.recommendations import recommendation_of
from raadhus.pure.minutes.votes import votes_of


@pytest.mark.parametrize(
    ("text", "number", "title"),
    [
        ("Punkt 1: CF - Budget 2023", "1", "CF - Budget 2023"),
        ("Pkt. 42 Orientering", "42", "Orientering"),
        ("Nr.178 Lokalplan", "178", "Lokalplan"),
        ("Sag nr. 129: Spørgetid", "129", "Spørgetid"),
        ("1.a Valg af næstformand", "1.a", "Valg af næstformand"),
        ("1.1. Underpunkt", "1.1", "Underpunkt"),
        ("49. Godkendelse af dagsorden", "49", "Godkendelse af dagsorden"),
        ("38Godkendelse af dagsorden", "38", "Godkendelse af dagsorden"),
        ("3) Personalesag", "3", "Personalesag"),
        ("ØU-55/07-O Budgetopfølgning", "ØU-55/07-O", "Budgetopfølgning"),
        ("15.   1. Økonomiske Redegørelse 2020", "15", "1. Økonomiske Redegørelse 2020"),
        ("• 301. Åben dagsorden", "301", "Åben dagsorden"),
    ],
)
def test_an_item_is_numbered_in_many_ways(text, number, title):
    mark = mark_of(text)
    assert mark is not None
    assert (mark.number, mark.title) == (number, title)


@pytest.mark.parametrize(
    "text",
    ["1. februar 2022 begynder arbejdet", "2. behandling af budgettet", "200.000", "1. at planen godkendes", "12 % af borgerne",
     "Punkt 76, 77 og 78 blev rykket frem", "Punkt 4 udgår.", "3/4 af midlerne", "Ad 1: Godkendt"],
)  # fmt: skip
def test_a_number_in_a_sentence_begins_no_item(text):
    assert mark_of(text) is None


@pytest.mark.parametrize(
    ("text", "case_number"),
    [
        ("00.01.00-A21-2-21", "00.01.00-A21-2-21"),
        ("18.15.00-Ø40-2-19", "18.15.00-Ø40-2-19"),
        ("12/27845", "12/27845"),
        ("330-2018-3619", "330-2018-3619"),
        ("2012-28504", "2012-28504"),
        ("Sagnr.: 1-51-71-3321-08", "1-51-71-3321-08"),
        ("Sagsnr. 20/26406", "20/26406"),
        ("J.nr.: A00", "A00"),
        ("Sag 306-2009-600", "306-2009-600"),
    ],
)
def test_any_form_of_case_number_is_kept_as_written(text, case_number):
    details = details_of(text)
    assert details is not None
    assert details.case_number == case_number


def test_one_line_may_hold_case_document_and_openness():
    details = details_of("Sagsnr.: 330-2018-3619                 Dok.nr.: 330-2018-500301          Lukket")
    assert details is not None
    assert details.case_number == "330-2018-3619"
    assert details.closed is True
    assert details.others == (("Dok.nr.", "330-2018-500301"),)


@pytest.mark.parametrize(
    "text", ["Sagen har været i høring.", "Type 2-diabetes er et vilkår", "Åben dagsorden i Byrådet"]
)
def test_a_sentence_is_no_detail(text):
    assert details_of(text) is None


def test_a_case_number_may_end_a_title():
    assert case_number_at_end("Cykelsti på Strandgade (2021-0218734)") == ("Cykelsti på Strandgade", "2021-0218734")
    assert case_number_at_end("Budget (bevilling)") == ("Budget (bevilling)", None)


@pytest.mark.parametrize(
    ("text", "by", "points"),
    [
        ("Kommunaldirektøren indstiller,\n\n1. at punktet drøftes.", "Kommunaldirektøren", ["at punktet drøftes."]),
        ("Chefen for Plan & Byg indstiller:\n-at a sker\n-at b sker", "Chefen for Plan & Byg", ["at a sker", "at b sker"]),
        ("Forvaltningen indstiller, at sagen godkendes.", "Forvaltningen", ["at sagen godkendes."]),
        ("Det indstilles:\nAt 1) status noteres.\nAt 2) planen drøftes.", None, ["status noteres.", "planen drøftes."]),
        ("Borgmesteren indstiller,\n1. at der gives penge til:\n- gynger\n- bænke\n2. at det vurderes", "Borgmesteren",
         ["at der gives penge til:\n- gynger\n- bænke", "at det vurderes"]),
        ("Direktionen indstiller,\n1. at udgiften holdes\ninden for rammen\n2. at b", "Direktionen", ["at udgiften holdes\ninden for rammen", "at b"]),
        ("Indstilling om,\n\n1. at reglerne godkendes.\n\n(Økonomiforvaltningen)", "Økonomiforvaltningen", ["at reglerne godkendes."]),
        ("Centret indstiller, at:\n\n1. at a\n-at b", "Centret", ["at a", "at b"]),
        ("at lokalplanen vedtages.", None, ["at lokalplanen vedtages."]),
    ],
)  # fmt: skip
def test_a_recommendation_has_a_post_and_points(text, by, points):
    recommendation = recommendation_of(text)
    assert recommendation is not None
    assert (recommendation.by, list(recommendation.points)) == (by, points)


@pytest.mark.parametrize(
    ("text", "run_in", "names"),
    [
        ("Notat, rettet\n\nTidsplan", False, ["Notat, rettet", "Tidsplan"]),
        ("1. Notat.pdf\n2. Kort", False, ["Notat.pdf", "Kort"]),
        ("Bilag 1: NotatBilag 2: Kort", False, ["Bilag 1: Notat", "Bilag 2: Kort"]),
        ("Notat.pdf, Kort.pdf", True, ["Notat.pdf", "Kort.pdf"]),
        ("- ingen bilag", False, []),
        ("Ingen.", True, []),
    ],
)
def test_attachments_are_listed_in_many_ways(text, run_in, names):
    assert list(attachments_of(text, run_in=run_in)) == names


@pytest.mark.parametrize(
    ("text", "votes"),
    [
        ("For: 2 (Ida Krag (A), Mona Sejr) Imod: 1 (Per Bro (O))", {"for": (2, ["Ida Krag (A)", "Mona Sejr"]), "against": (1, ["Per Bro (O)"])}),
        ("For stemte A, B og Ø. Imod stemte C.", {"for": (None, ["A", "B", "Ø"]), "against": (None, ["C"])}),
        ("Godkendt med 26 stemmer imod 9. 3 medlemmer undlod at stemme.", {"for": (26, []), "against": (9, []), "abstained": (3, [])}),
        ("Godkendt.", None),
        ("Udvalget stemte i med forslaget.", None),
    ],
)  # fmt: skip
def test_votes_have_numbers_and_names_where_stated(text, votes):
    found = votes_of(text)
    assert (found and {side: (said["number"], said["names"]) for side, said in found.items()}) == votes


@pytest.mark.parametrize(
    "title",
    ["Salg af grund (Lukket)", "Lukket punkt: Personale", "LUKKET - Køb", "Orlov - lukket punkt", "Fortroligt: Sag"],
)
def test_a_title_may_say_that_it_is_closed(title):
    assert title_is_closed(title)


@pytest.mark.parametrize(
    "title", ["Lukkedage i dagtilbud", "Åbent hus på rådhuset", "Offentlig høring om Lokalplan 12"]
)
def test_a_word_that_only_looks_so_closes_nothing(title):
    assert not title_is_closed(title)


@pytest.mark.parametrize(
    ("title", "closed"),
    [
        ("DF - Lukket punkt: Køb af areal", True),
        ("ØU - Fortrolig sag om et udbud", True),
        ("Salg af grund (lukket)", True),
        ("Den lukkede skole i Nørreby", False),
        ("Hvorfor er så mange punkter lukkede", False),
    ],
)
def test_a_title_that_says_so_closes_the_item_whatever_stands_before_it(title: str, closed: bool) -> None:
    assert title_is_closed(title) is closed

"""From an idea to a draft, and who sees it."""

import pytest

from interfaces.web.cast import SECRET, signed_in
from raadhus.domains.proceedings.models import Proposal, Sitting

IDEA = {"title": "Tidsplan for budget 2036", "kind": "decision", "points": "at planen godkendes\n\nat den sendes ud\n"}
SERIES = {
    "starts_on": "2035-01-03", "starts_at": "09:00", "pattern": "weeks", "every": "4", "last": "2035-05-31",
    "pauses_in_july": "on",
}  # fmt: skip


def test_an_idea_becomes_a_draft_with_its_points_and_the_templates_help(cast):
    client = signed_in(cast.officer)
    page = client.post(f"/forummer/{cast.forum.pk}/nyt-punkt/", IDEA, follow=True).text
    row = Proposal.objects.get()
    assert [point.text for point in row.points.all()] == ["at planen godkendes", "at den sendes ud"]
    assert "Beskriv sagen, så den kan forstås uden bilagene" in page
    assert 'aria-current="step"' in page
    assert IDEA["title"] in client.get("/").text
    assert IDEA["title"] in client.get("/forslag/").text


def test_a_subject_is_suggested_with_the_words_behind_it_and_taken_without_losing_a_word(cast):
    client, at = signed_in(cast.officer), f"/forummer/{cast.forum.pk}/nyt-punkt/"
    typed = IDEA | {"title": "Lokalplan for boliger ved stationen"}
    page = client.post(at, typed | {"find": "1"}).text
    assert "»" in page[page.index("på grund af") :]
    number = page.split('name="take" value="')[1].split('"')[0]
    taken = client.post(at, typed | {"take": number}).text
    assert f'name="case_number" value="{number}"' in taken
    assert "at den sendes ud" in taken
    assert not Proposal.objects.exists()


def test_without_a_title_nothing_is_saved_and_the_rest_stays(cast):
    page = signed_in(cast.officer).post(f"/forummer/{cast.forum.pk}/nyt-punkt/", IDEA | {"title": " "}).text
    assert 'href="#id_title"' in page
    assert "at den sendes ud" in page
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("who", ["officer", "secretary", "chair", "administrator"])
def test_a_draft_is_read_by_its_author_and_those_who_run_the_body(cast, draft, who):
    assert SECRET in signed_in(getattr(cast, who)).get(f"/forslag/{draft.pk}/").text


@pytest.mark.parametrize("who", ["member", "head", "director", "outsider"])
def test_to_everybody_else_a_draft_is_not_there(cast, draft, who):
    client = signed_in(getattr(cast, who))
    hidden, missing = client.get(f"/forslag/{draft.pk}/"), client.get("/forslag/999999/")
    assert (hidden.status_code, missing.status_code) == (404, 404)
    for address in ("/", "/moeder/", "/forslag/", f"/forummer/{cast.forum.pk}/", "/soeg/?q=Kanariestien"):
        assert SECRET not in client.get(address).text


def test_two_who_write_the_recommendation_see_both_and_lose_nothing(cast, draft):
    client, at = signed_in(cast.officer), f"/forslag/{draft.pk}/indstilling/"
    first = {"recommended_by": "Direktøren", "points": "at A", "revision": str(draft.revision)}
    client.post(at, first)
    page = signed_in(cast.secretary).post(at, first | {"points": "at B"}).text
    assert page.index("at A") < page.index("Det, du skrev") < page.index("at B")
    assert [point.text for point in draft.points.all()] == ["at A"]


def test_one_meeting_leads_to_its_page(cast):
    client = signed_in(cast.secretary)
    facts = {"starts_on": "2035-03-01", "starts_at": "09:00", "place": "Rådssalen", "pattern": "once"}
    page = client.post(f"/forummer/{cast.forum.pk}/nyt-moede/", facts, follow=True)
    assert page.redirect_chain[-1][0] == f"/moeder/{Sitting.objects.get().pk}/"
    assert "Rådssalen" in page.text
    assert "Chefforum" in client.get("/moeder/").text


def test_a_series_tells_which_days_were_left_out_and_why(cast):
    page = signed_in(cast.secretary).post(f"/forummer/{cast.forum.pk}/nyt-moede/", SERIES, follow=True).text
    planned = Sitting.objects.count()
    assert f"{planned} møder er planlagt" in page
    assert planned >= 4


def test_an_hour_the_clock_skips_is_told_and_what_was_typed_stays(cast):
    facts = {"starts_on": "2035-03-25", "starts_at": "02:30", "place": "Rådssalen", "pattern": "once"}
    page = signed_in(cast.secretary).post(f"/forummer/{cast.forum.pk}/nyt-moede/", facts).text
    assert "findes ikke" in page
    assert 'value="Rådssalen"' in page


@pytest.mark.parametrize("who", ["chair", "member", "officer"])
def test_only_the_secretary_plans(cast, who):
    client, at = signed_in(getattr(cast, who)), f"/forummer/{cast.forum.pk}/nyt-moede/"
    assert client.get(at).status_code == 403
    assert client.post(at, SERIES).status_code == 403
    assert not Sitting.objects.exists()

"""Setting up a body: its rules, seats and standing items."""

import pytest

from interfaces.web.cast import signed_in
from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings import queries
from raadhus.domains.proceedings.models import Member

RULES = {"profile": "council", "notice_days": "6", "numbering": "per_year", "revision": "0"}
ROW = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0"}


@pytest.fixture
def at(cast) -> str:
    return f"/forummer/{cast.forum.pk}/"


@pytest.fixture
def boss(cast):
    return signed_in(cast.administrator)


def test_every_profile_says_in_a_sentence_what_it_means_and_where_its_rules_come_from(boss, at):
    page = boss.get(f"{at}regler/").text
    assert page.count('name="profile"') == 7
    assert "Indkaldes af borgmesteren, får dagsordenen 4 hverdage før, afgør ved afstemning, når mindst" in page
    assert "§ 8, stk. 4, kommunestyrelsesloven" in page


def test_chosen_rules_hold_and_bring_the_profiles_standing_items(boss, at, cast):
    page = boss.post(f"{at}regler/", RULES, follow=True).text
    assert "Kommunalbestyrelse" in page
    assert "Underskriftsark" in page
    profile = queries.profile_of(Body.objects.get(pk=cast.forum.pk))
    assert (profile.notice_days, profile.numbering) == (6, "per_year")


def test_a_setting_against_the_law_is_told_and_what_was_typed_stays(boss, at):
    page = boss.post(f"{at}regler/", RULES | {"notice_days": "2"}).text
    assert "mindst 4 hverdage" in page
    assert 'name="notice_days" value="2"' in page


def test_two_who_set_rules_at_once_see_both_and_the_one_who_saves_again_wins(boss, at, cast):
    boss.post(f"{at}regler/", RULES)
    page = boss.post(f"{at}regler/", RULES | {"profile": "board", "revision": "7"}).text
    assert page.index("Det, der står nu") < page.index("Kommunalbestyrelse") < page.index("Det, du skrev")
    assert 'name="revision" value="1"' in page
    boss.post(f"{at}regler/", RULES | {"profile": "board", "revision": "1"})
    assert queries.profile_of(Body.objects.get(pk=cast.forum.pk)).key == "board"


def test_a_seat_is_given_and_ended(boss, at, cast):
    seat = {"name": "Dorte Dam", "role": "deputy", "user": "chef", "starts_on": "2026-01-01"}
    assert "Dorte Dam" in boss.post(f"{at}pladser/ny/", seat, follow=True).text
    member = Member.objects.get(name="Dorte Dam")
    assert member.user == cast.head
    boss.post(f"{at}pladser/{member.pk}/slut/", {"ends_on": "2026-02-01"})
    assert str(Member.objects.get(pk=member.pk).ends_on) == "2026-02-01"


def test_a_user_nobody_knows_is_told_and_the_name_stays(boss, at):
    seat = {"name": "Dorte Dam", "role": "member", "user": "dorthe", "starts_on": "2026-01-01"}
    page = boss.post(f"{at}pladser/ny/", seat).text
    assert "Der er ingen bruger „dorthe“" in page
    assert 'value="Dorte Dam"' in page


def test_standing_items_are_rows_and_an_emptied_one_is_gone(boss, at, cast):
    rows = ROW | {"form-0-title": "Nyt fra direktionen", "form-1-title": "Eventuelt", "form-1-stands_last": "on"}
    boss.post(f"{at}faste-punkter/", rows)
    assert [one.title for one in queries.standing_items_of(cast.forum)] == ["Nyt fra direktionen", "Eventuelt"]
    boss.post(f"{at}faste-punkter/", rows | {"form-0-title": ""})
    assert [one.title for one in queries.standing_items_of(cast.forum)] == ["Eventuelt"]


def test_a_new_body_goes_on_to_its_rules(boss):
    page = boss.post("/forummer/nyt/", {"name": "Direktørforum", "readers": "signed_in"}, follow=True)
    assert page.redirect_chain[-1][0] == f"/forummer/{Body.objects.get(name='Direktørforum').pk}/regler/"


@pytest.mark.parametrize("who", ["secretary", "chair", "member", "officer"])
@pytest.mark.parametrize("page", ["regler/", "pladser/ny/", "faste-punkter/"])
def test_only_administrators_set_up(cast, at, who, page):
    client = signed_in(getattr(cast, who))
    assert client.get(f"{at}{page}").status_code == 403
    assert client.get(at).status_code == 200
    assert page not in client.get(at).text
    assert client.get("/forummer/nyt/").status_code == 403


def test_a_body_that_is_not_open_to_somebody_looks_like_one_that_is_not_there(boss, cast, outsider):
    boss.post("/forummer/nyt/", {"name": "Hemmeligt forum", "readers": "named"})
    body, client = Body.objects.get(name="Hemmeligt forum"), signed_in(cast.officer)
    hidden, missing = (client.get(f"/forummer/{pk}/{page}") for pk in (body.pk, 999_999) for page in ("",))
    assert (hidden.status_code, missing.status_code) == (404, 404)
    assert "Hemmeligt forum" not in client.get("/forummer/").text
    assert outsider.get(f"/forummer/{body.pk}/").status_code == 302  # to sign in, whatever the number

"""Where an administrator says how a body reminds, and where everybody sees and stops their own mails."""

from datetime import date

import pytest

from interfaces.web.cast import signed_in
from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings import queries
from raadhus.foundation.accounts.changes import let_in
from raadhus.foundation.mail.models import Stopped
from tests.domains.proceedings.cast import AT, OPERATOR
from tests.domains.proceedings.reminded import promise, set_reminding

MINE = "/opfoelgning/mine/mails/"
EMPTY = {"days_ahead": "", "keeper_after": "", "head_after": "", "head_post": "", "quiet": "", "revision": "0"}


@pytest.fixture
def at(cast) -> str:
    return f"/forummer/{cast.forum.pk}/paamindelser/"


@pytest.fixture
def boss(cast):
    return signed_in(cast.administrator)


def reminding(cast):
    return queries.profile_of(Body.objects.get(pk=cast.forum.pk)).reminding


def test_a_body_says_in_sentences_how_it_reminds(boss, at, cast):
    page = boss.get(f"/forummer/{cast.forum.pk}/").text
    assert "Oversigt over løfter: om mandagen, med det, der skal gøres inden for 7 dage." in page
    assert "sekretæren om det 5 hverdage efter fristen, og formanden 5 hverdage senere." in page
    assert at in page
    assert at not in signed_in(cast.member).get(f"/forummer/{cast.forum.pk}/").text


def test_what_a_body_does_otherwise_is_kept_and_shown_and_the_rest_is_the_profiles(boss, at, cast):
    typed = {"digest_on": "friday", "keeper_after": "3", "may_stop": "no", "quiet": "10/7-7/8"}
    boss.post(at, EMPTY | typed)
    own = reminding(cast)
    assert (own.digest_on, own.days_ahead, own.keeper_after, own.may_stop) == ("friday", 7, 3, False)
    page = boss.get(at).text
    assert 'name="quiet" value="10/7-7/8"' in page
    assert "Tomt: 5, som profilen." in page
    boss.post(f"/forummer/{cast.forum.pk}/regler/", {"profile": "council", "revision": "1"})
    assert (reminding(cast).digest_on, reminding(cast).days_ahead) == ("friday", 14)


def test_a_body_may_have_no_quiet_periods_of_its_own(boss, at, cast):
    boss.post(at, EMPTY | {"quiet": "ingen"})
    assert reminding(cast).quiet == ()
    assert 'name="quiet" value="ingen"' in boss.get(at).text


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("quiet", "juli", "„juli“ er ikke en periode. Skriv dem som 1/7-31/7"),
        ("keeper_after", "0", "er et helt tal fra 1 til 30"),
        ("head_post", "Ingen Kender", "Der er ingen post „Ingen Kender“"),
    ],
)
def test_what_cannot_be_is_told_and_stays_as_it_was_typed(boss, at, cast, field, typed, said):
    page = boss.post(at, EMPTY | {field: typed}).text
    assert said in page
    assert f'name="{field}" value="{typed}"' in page
    assert reminding(cast).keeper_after == 5


def test_only_administrators_set_it(at, cast):
    assert signed_in(cast.secretary).get(at).status_code == 403
    assert signed_in(cast.secretary).post(at, EMPTY).status_code == 403


def test_everybody_stops_and_begins_their_own_mails(cast):
    client = signed_in(cast.head)
    assert MINE in client.get("/opfoelgning/mine/").text
    assert client.get(MINE).text.count("Du får den.") == 2
    page = client.post(MINE, {"list": "digest", "to": "stop"}, follow=True).text
    assert "Du får den ikke." in page
    assert list(Stopped.objects.values_list("user", "mail_list")) == [(cast.head.pk, "digest")]
    client.post(MINE, {"list": "digest", "to": "again"})
    assert not Stopped.objects.exists()
    assert client.post(MINE, {"list": "digest_kept", "to": "stop"}).status_code == 404


def test_the_page_shows_what_would_be_sent_today_and_nothing_of_what_is_closed(cast):
    let_in(user=cast.head, audience=cast.forum.closed_audience, by=OPERATOR, at=AT)
    promise(cast, cast.head, "Afskedigelse", audience_id=cast.forum.closed_audience_id)
    promise(cast, cast.head, "Åbent arbejde")
    page = signed_in(cast.head).get(MINE).text
    assert "* Åbent arbejde" in page
    assert "Lukket punkt" in page
    assert "Afskedigelse" not in page
    assert "Der er intet at fortælle dig" in signed_in(cast.outsider).get(MINE).text


def test_what_cannot_be_stopped_is_said_with_why(cast):
    set_reminding(cast, may_stop=False)
    promise(cast, cast.head, due=date(2022, 2, 4))
    page = signed_in(cast.head).get(MINE).text
    assert "Påmindelser om det, der er lovet Chefforum; sådan er reglen dér." in page
    assert "når du fører opfølgningen for et forum" in signed_in(cast.secretary).get(MINE).text

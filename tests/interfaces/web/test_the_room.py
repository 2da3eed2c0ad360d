"""A meeting through its pages: opened, decided, closed; what cannot be done keeps what was typed."""

import re

import pytest
from django.test import Client

from raadhus.domains.proceedings.models import Attendee, Pledge, Point, Proposal, Sitting, Text
from raadhus.foundation.accounts.models import User
from tests.domains.proceedings.cast import House, make_house
from tests.domains.proceedings.room import attendee, call, opened, put_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def hidden(page: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def without_token(page: str) -> str:
    return re.sub(r'(name="csrfmiddlewaretoken" value=")[^"]*', r"\1", page)


def press(client: Client, sitting: Sitting, item: Proposal, number: int = 1, **typed: str):
    """Press a button of the point as somebody does who has the page open."""
    page = client.get(f"/moeder/{sitting.pk}/moede/{item.pk}/").text
    point = Point.objects.get(proposal=item, number=number)
    seen = {"revision": point.revision, "seen": hidden(page, "seen")}
    return client.post(f"/moeder/{sitting.pk}/moede/{item.pk}/indstilling/{number}/", seen | typed)


def test_the_meeting_is_opened_and_the_first_item_taken_up(house):
    sitting = house.plan()
    first = put_on(sitting, house.forum, "Budget")
    call(sitting, house.secretary)
    client = signed_in(house.secretary)
    assert "Åbn mødet" in client.get(f"/moeder/{sitting.pk}/moede/").text
    client.post(f"/moeder/{sitting.pk}/moede/aabn/")
    page = client.get(f"/moeder/{sitting.pk}/moede/").text
    assert "0 af 2 medlemmer er til stede. 2 er ikke noteret endnu." in page
    client.post(f"/moeder/{sitting.pk}/moede/fremmoede/resten/")
    page = client.get(f"/moeder/{sitting.pk}/moede/").text
    assert "2 af 2 medlemmer er til stede." in page
    assert "Tag punkt 1 op" in page
    client.post(f"/moeder/{sitting.pk}/moede/{first.pk}/op/")
    assert Sitting.objects.get(pk=sitting.pk).current == first


@pytest.mark.parametrize(
    ("typed", "now"),
    [
        ({"is_present": "yes"}, (True, "", None, None)),
        ({"is_present": "no"}, (False, "", None, None)),
        ({"excuse": "health"}, (False, "health", None, None)),
        ({"arrived_at": "9.40"}, (True, "", "09:40:00", None)),
        ({"left_at": "10:15"}, (True, "", None, "10:15:00")),
    ],
)
def test_presence_is_what_was_said_of_it(house, typed, now):
    sitting, _ = opened(house)
    person = attendee(sitting, "Medlem")
    address = f"/moeder/{sitting.pk}/moede/fremmoede/{person.pk}/"
    signed_in(house.secretary).post(address, {"revision": person.revision} | typed)
    row = Attendee.objects.get(pk=person.pk)
    times = [str(at) if at else None for at in (row.arrived_at, row.left_at)]
    assert (row.is_present, row.excuse, *times) == now


def test_a_time_that_is_none_keeps_what_was_typed(house):
    sitting, _ = opened(house)
    person = attendee(sitting, "Medlem")
    address = f"/moeder/{sitting.pk}/moede/fremmoede/{person.pk}/"
    page = signed_in(house.secretary).post(address, {"revision": person.revision, "arrived_at": "sent", "name": "Ida"})
    assert "Skriv klokkeslættet som 9.40." in page.text
    assert 'value="sent"' in page.text
    assert 'value="Ida"' in page.text


def test_a_guest_and_a_deputy_come_to_the_list(house):
    sitting, _ = opened(house)
    client, base = signed_in(house.secretary), f"/moeder/{sitting.pk}/moede/fremmoede/"
    client.post(f"{base}gaest/", {"name": "Revisoren"})
    client.post(f"{base}{attendee(sitting, 'Medlem').pk}/stedfortraeder/", {"name": "Ida Vest"})
    page = client.get(f"/moeder/{sitting.pk}/moede/").text
    assert "stedfortræder for Medlem" in page
    assert attendee(sitting, "Revisoren").is_guest
    assert "allerede på listen" in client.post(f"{base}gaest/", {"name": "Revisoren"}).text


def test_one_letter_decides_in_the_words_of_the_phrase_book(house):
    sitting, (item,) = opened(house)
    assert press(signed_in(house.secretary), sitting, item, letter="G").status_code == 302
    point = Point.objects.get(proposal=item)
    assert (point.outcome, point.words) == ("approved", "Godkendt.")


def test_a_deferral_asks_one_thing_and_then_it_is_written(house):
    sitting, (item,) = opened(house)
    client = signed_in(house.secretary)
    page = press(client, sitting, item, letter="U").text
    assert "Hvornår skal punktet på igen?" in page
    assert Point.objects.get(proposal=item).outcome == ""
    again = press(client, sitting, item, letter="U", when="engang").text
    assert "siger ikke hvornår" in again
    assert 'value="engang"' in again
    press(client, sitting, item, letter="U", when="mødet den 3. februar")
    point = Point.objects.get(proposal=item)
    assert (point.outcome, point.words) == ("deferred", "Udsat til mødet den 3. februar.")


def test_the_text_adopted_stands_beside_the_one_proposed(house):
    sitting, (item,) = opened(house)
    client = signed_in(house.secretary)
    assert "Hvad blev vedtaget i stedet?" in press(client, sitting, item, letter="Æ").text
    press(client, sitting, item, letter="Æ", amended="at planen godkendes i marts")
    page = client.get(f"/moeder/{sitting.pk}/moede/{item.pk}/").text
    assert "Vedtaget i stedet" in page
    assert Point.objects.get(proposal=item).amended == "at planen godkendes i marts"
    press(client, sitting, item, letter="G", amended="at planen godkendes i marts", words=Point.objects.get().words)
    assert Point.objects.get(proposal=item).amended == ""


def test_words_that_were_typed_stand_when_an_outcome_is_chosen(house):
    sitting, (item,) = opened(house)
    press(signed_in(house.secretary), sitting, item, letter="G", words="Godkendt med tak.")
    assert Point.objects.get(proposal=item).words == "Godkendt med tak."


def test_two_who_decide_the_same_point_see_both_and_nothing_is_lost(house):
    sitting, (item,) = opened(house)
    client = signed_in(house.secretary)
    before = Point.objects.get(proposal=item).revision
    press(client, sitting, item, letter="G")
    page = client.post(
        f"/moeder/{sitting.pk}/moede/{item.pk}/indstilling/1/",
        {"revision": before, "seen": "1", "letter": "E", "words": "Taget til efterretning med tak."},
    ).text
    assert "Det, der står nu" in page
    assert "Godkendt: Godkendt." in page
    assert ">Taget til efterretning med tak.</textarea>" in page
    assert Point.objects.get(proposal=item).outcome == "approved"


def test_the_free_text_is_saved_by_itself_and_a_conflict_shows_what_stands(house):
    sitting, (item,) = opened(house)
    client, address = signed_in(house.secretary), f"/moeder/{sitting.pk}/moede/{item.pk}/tekst/"
    seen = str(Text.objects.get(proposal=item, kind="decision").revision)
    saved = client.post(address, {"plain": "Først.", "revision": seen}, headers={"HX-Request": "true"}).text
    now = hidden(saved, "revision")
    assert now != seen
    assert "Gemt kl." in saved
    late = client.post(address, {"plain": "Sidst.", "revision": seen}, headers={"HX-Request": "true"}).text
    assert hidden(late, "revision") == now
    assert "Først." in late
    page = client.post(address, {"plain": "Sidst.", "revision": seen}).text
    assert ">Sidst.</textarea>" in page
    assert Text.objects.get(proposal=item, kind="decision").plain == "Først."
    client.post(address, {"plain": "Først. Sidst.", "revision": now})
    assert Text.objects.get(proposal=item, kind="decision").plain == "Først. Sidst."


def test_a_promise_asks_for_what_it_does_not_say(house):
    sitting, (item,) = opened(house)
    client, base = signed_in(house.secretary), f"/moeder/{sitting.pk}/moede/{item.pk}/"
    client.post(f"{base}loefter/", {"line": "Økonomichefen opdaterer arket"})
    assert "Hvornår skal det være gjort?" in client.get(base).text
    pledge = Pledge.objects.get()
    new = {"line": "Økonomichefen opdaterer arket inden fredag", "revision": pledge.revision}
    client.post(f"{base}loefter/{pledge.pk}/", new)
    page = client.get(base).text
    assert '<span class="who">Økonomichefen</span>' in page
    assert "Hvornår skal det være gjort?" not in page
    client.post(f"{base}loefter/{pledge.pk}/fjern/")
    assert not Pledge.objects.exists()


def test_an_item_with_an_undecided_point_is_not_closed_unless_it_is_said_why(house):
    sitting, (item,) = opened(house)
    client, base = signed_in(house.secretary), f"/moeder/{sitting.pk}/moede/{item.pk}/"
    client.post(f"{base}op/")
    assert "Indstillingens punkt 1 har intet udfald." in client.get(base).text
    assert "mangler et udfald" in client.post(f"{base}afslut/").text
    client.post(f"{base}indstilling/1/aaben/", {"because": "Tallene mangler"})
    client.post(f"{base}afslut/")
    assert Proposal.objects.get(pk=item.pk).state == "decided"


def test_closing_an_item_takes_up_the_next_and_the_last_leads_to_the_end(house):
    sitting, (one, two) = opened(house, ("Budget", "Skoler"))
    client, base = signed_in(house.secretary), f"/moeder/{sitting.pk}/moede/"
    client.post(f"{base}{one.pk}/op/")
    press(client, sitting, one, letter="G")
    assert client.post(f"{base}{one.pk}/afslut/").url == f"{base}{two.pk}/"
    assert Sitting.objects.get(pk=sitting.pk).current == two
    assert "Punkt 2 er ikke afsluttet" in client.post(f"{base}haev/", {"ends_at": "11:00"}).text
    client.post(f"{base}{two.pk}/udgaar/", {"because": "Tiden gik"})
    assert "Hæv mødet" in client.get(base).text
    client.post(f"{base}haev/", {"ends_at": "11:00"})
    assert Sitting.objects.get(pk=sitting.pk).state == "minutes"
    client.post(f"{base}genoptag/")
    assert Sitting.objects.get(pk=sitting.pk).state == "in_session"


def test_who_takes_no_part_stands_at_the_item_and_may_come_back(house):
    sitting, (item,) = opened(house)
    client, base = signed_in(house.secretary), f"/moeder/{sitting.pk}/moede/{item.pk}/"
    person = attendee(sitting, "Medlem")
    assert "Vælg, hvem det er." in client.post(f"{base}ud/", {"attendee": "", "decision": "Ord"}).text
    client.post(f"{base}ud/", {"attendee": person.pk, "is_disqualified": "1", "decision": "Chefforum fandt det."})
    assert "Chefforum fandt det. Medlem deltog ikke i punktet." in client.get(base).text
    client.post(f"{base}ind/", {"attendee": person.pk})
    assert "deltog ikke i punktet" not in client.get(base).text


@pytest.mark.parametrize("who", ["outsider", "member"])
def test_only_who_runs_the_meeting_runs_it(house, who):
    sitting, (item,) = opened(house)
    client = signed_in(getattr(house, who))
    for address in (
        f"/moeder/{sitting.pk}/moede/",
        f"/moeder/{sitting.pk}/moede/{item.pk}/",
        f"/moeder/{sitting.pk}/referat/",
    ):
        assert client.get(address).status_code == 404
    assert client.post(f"/moeder/{sitting.pk}/moede/{item.pk}/indstilling/1/", {"letter": "G"}).status_code == 404
    assert Point.objects.get(proposal=item).outcome == ""


def test_what_is_not_there_and_what_is_not_theirs_give_the_same_answer():
    house = make_house(open_to="named")
    sitting, _items = opened(house)
    client = signed_in(house.outsider)
    for address in ("/moeder/{}/moede/", "/moeder/{}/referat/", "/moeder/{}/skaerm/", "/moeder/{}/referat/udkast.pdf"):
        there, nowhere = client.get(address.format(sitting.pk)), client.get(address.format(99999))
        assert there.status_code == nowhere.status_code == 404
        assert without_token(there.text).replace(f"/{sitting.pk}/", "/99999/") == without_token(nowhere.text)


def test_the_big_screen_shows_the_item_as_it_is_decided(house):
    sitting, (item,) = opened(house)
    secretary, member = signed_in(house.secretary), signed_in(house.member)
    address = f"/moeder/{sitting.pk}/skaerm/"
    assert "Mødet er i gang" in member.get(address).text
    secretary.post(f"/moeder/{sitting.pk}/moede/{item.pk}/op/")
    press(secretary, sitting, item, letter="G")
    whole, part = member.get(address).text, member.get(address, headers={"HX-Request": "true"}).text
    assert "1. Budget" in part
    assert "Godkendt." in part
    assert "<html" not in part
    assert 'hx-trigger="every 2s"' in whole
    assert "hx-trigger" not in member.get(f"{address}?stop").text
    assert signed_in(house.outsider).get(address).status_code == 404

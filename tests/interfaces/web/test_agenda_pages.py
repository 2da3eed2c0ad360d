"""The agenda of a planned meeting: what comes by itself, order, what stands in the way, and sending."""

import html

import pytest

from interfaces.web.cast import SECRET, WHEN, signed_in
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Proposal, Sitting
from tests.domains.proceedings.cast import AT, House, write


@pytest.fixture
def secretary(cast):
    return signed_in(cast.secretary)


@pytest.fixture
def at(sitting) -> str:
    return f"/moeder/{sitting.pk}/"


def _on_agenda(cast: House, sitting: Sitting, *titles: str) -> list[Proposal]:
    rows = []
    for title in titles:
        row = changes.send_on_its_way(proposal=cast.propose(title), way=[], by=cast.officer, at=AT)
        sitting.refresh_from_db()
        always = {"proposal": row, "sitting": sitting, "by": cast.secretary, "at": AT}
        rows.append(changes.put_on_agenda(revision=row.revision, **always))
    return rows


def _order(sitting: Sitting) -> list[str]:
    return list(Proposal.objects.filter(meeting=sitting.pk).order_by("position").values_list("title", flat=True))


def _rules(cast: House) -> None:
    rules = changes.Rules("administrative_forum", {})
    changes.set_rules(body=cast.forum, rules=rules, revision=0, by=cast.administrator, at=AT)


def test_standing_items_are_there_by_themselves_with_why_and_only_once(cast, secretary, at, sitting):
    _rules(cast)
    page = secretary.get(at).text
    assert "Fast punkt på hver dagsorden." in page
    secretary.get(at)
    assert _order(sitting) == ["Godkendelse af dagsorden og referat fra seneste møde", "Eventuelt"]


def test_looking_as_a_member_puts_nothing_on(cast, at, sitting):
    _rules(cast)
    assert signed_in(cast.member).get(at).status_code == 200
    assert _order(sitting) == []


def test_what_is_ready_is_picked_from_beside_the_agenda(cast, secretary, at, sitting):
    row = changes.send_on_its_way(proposal=cast.propose("Boligprogram"), way=[], by=cast.officer, at=AT)
    assert "Boligprogram" in secretary.get(at).text
    secretary.post(f"{at}punkter/{row.pk}/", {"revision": str(row.revision)})
    assert _order(sitting) == ["Boligprogram"]


def test_up_down_and_to_a_number_without_a_script(cast, secretary, at, sitting):
    a, _b, c = _on_agenda(cast, sitting, "A", "B", "C")
    secretary.post(f"/forslag/{c.pk}/plads/", {"to": "1", "revision": "0", "seen": _seen(sitting)})
    assert _order(sitting) == ["C", "A", "B"]
    answer = secretary.post(f"/forslag/{c.pk}/plads/", {"place": "3", "revision": "0", "seen": _seen(sitting)})
    assert _order(sitting) == ["A", "B", "C"]
    assert answer.url == f"{at}#raekke-{c.pk}"
    page = secretary.post(f"/forslag/{a.pk}/plads/", {"place": "", "seen": _seen(sitting)}, follow=True).text
    assert "hvilket nummer" in page


def _seen(sitting: Sitting) -> str:
    return ",".join(str(one.pk) for one in Proposal.objects.filter(meeting=sitting.pk).order_by("position"))


def test_two_secretaries_who_move_at_once_both_get_their_way(cast, secretary, at, sitting):
    a, b, c = _on_agenda(cast, sitting, "A", "B", "C")
    both_saw, revision = _seen(sitting), str(Sitting.objects.get().revision)
    secretary.post(f"/forslag/{c.pk}/plads/", {"to": "1", "revision": revision, "seen": both_saw})
    secretary.post(f"/forslag/{b.pk}/plads/", {"to": "1", "revision": revision, "seen": both_saw})
    assert set(_order(sitting)) == {"A", "B", "C"}
    assert _order(sitting).index("B") < _order(sitting).index("A")
    assert _order(sitting).index("C") < _order(sitting).index("A")
    assert a.pk


def test_taken_off_it_is_ready_again_and_withdrawn_with_a_reason_it_is_gone(cast, secretary, at, sitting):
    a, b = _on_agenda(cast, sitting, "A", "B")
    secretary.post(f"/forslag/{a.pk}/tag-af/")
    assert Proposal.objects.get(pk=a.pk).state == "ready"
    secretary.post(f"/forslag/{b.pk}/udgaar/", {"because": "Sagen er trukket"})
    assert Proposal.objects.get(pk=b.pk).state == "withdrawn"
    assert _order(sitting) == []


def test_what_stands_in_the_way_links_to_its_place_and_stops_with_words(cast, secretary, at, sitting):
    (row,) = _on_agenda(cast, sitting, "Salg af grund")
    closed = {"reason": "property", "words": "fortroligt", "open_again_on": None, "revision": row.revision}
    changes.close_to_public(proposal=row, by=cast.secretary, at=AT, **closed)
    page = html.unescape(secretary.get(at).text)
    assert f'href="/forslag/{row.pk}/luk/"' in page
    assert "Skriv med en sætning, hvad netop i denne sag" in page
    assert "Send dagsorden til 2 medlemmer" in page
    assert page.index("Skriv med en sætning") < page.index("Send dagsorden til 2 medlemmer")


def test_a_sent_agenda_is_read_by_members_and_what_is_new_after_it_is_a_supplement(cast, secretary, at, sitting):
    (row,) = _on_agenda(cast, sitting, "Budget 2036")
    write(row, "account", "Planen har seks trin.")
    assert "Dagsordenen er sendt." in secretary.post(f"{at}send/", follow=True).text
    member = signed_in(cast.member)
    assert "Planen har seks trin." in member.get(at).text
    assert "Send tillægsdagsorden" not in secretary.get(at).text
    assert "Gå til mødet" in secretary.get(at).text
    again = secretary.post(f"{at}send/", follow=True).text
    assert "intet nyt" in again
    _on_agenda(cast, sitting, "Sent punkt")
    assert "Sent punkt" not in member.get(at).text
    assert "Send tillægsdagsorden til 2 medlemmer" in secretary.get(at).text
    secretary.post(f"{at}send/")
    assert "Sent punkt" in member.get(at).text
    assert "Tillægsdagsorden" in secretary.get(at).text
    assert "Planen har seks trin." in secretary.get(f"{at}?vis=udsendt").text


def test_an_empty_agenda_has_no_button_to_send_it(secretary, at):
    page = secretary.get(at).text
    assert "Send dagsorden" not in page
    assert "Sæt det første punkt på dagsordenen" in page


def test_a_meeting_is_moved_cancelled_and_held_after_all(cast, secretary, at, sitting):
    moved = {"starts_on": "2035-03-08", "starts_at": "10:00", "place": "Rådssalen"}
    moved["revision"] = secretary.get(f"{at}flyt/").text.split('name="revision" value="')[1].split('"')[0]
    assert "Rådssalen" in secretary.post(f"{at}flyt/", moved, follow=True).text
    assert 'href="#id_because"' in secretary.post(f"{at}aflys/", {"because": ""}).text
    secretary.post(f"{at}aflys/", {"because": "Sygdom"})
    assert "Sygdom" in signed_in(cast.officer).get("/moeder/").text
    secretary.post(f"{at}hold-alligevel/")
    assert Sitting.objects.get().state == "planned"


def test_a_second_mover_is_shown_both_times_and_a_new_item_is_no_conflict(cast, secretary, at, sitting):
    seen = secretary.get(f"{at}flyt/").text.split('name="revision" value="')[1].split('"')[0]
    _on_agenda(cast, sitting, "Kommet til imens")
    moved = {"starts_on": "2035-03-08", "starts_at": "10:00", "place": "Rådssalen", "revision": seen}
    assert secretary.post(f"{at}flyt/", moved).status_code == 302
    page = secretary.post(f"{at}flyt/", moved | {"starts_on": "2035-03-15"}).text
    assert page.index("08-03-2035") < page.index("Det, du skrev") < page.index("15-03-2035")
    assert str(Sitting.objects.get().meeting.starts_on) == "2035-03-08"


@pytest.mark.parametrize("who", ["member", "officer", "outsider"])
def test_an_agenda_under_way_tells_others_when_and_where_but_not_what(cast, at, sitting, who):
    _on_agenda(cast, sitting, "Andens sag")
    row = cast.propose(SECRET, by=cast.secretary)
    assert row.pk
    page = signed_in(getattr(cast, who)).get(at).text
    assert WHEN.place in page
    assert SECRET not in page
    assert ("Andens sag" in page) == (who == "officer")
    assert "Flyt op" not in page
    assert "Send dagsorden" not in page


@pytest.mark.parametrize("page", ["flyt/", "aflys/", "sent/"])
@pytest.mark.parametrize("who", ["chair", "member", "officer"])
def test_only_the_secretary_moves_and_cancels(cast, at, page, who):
    client = signed_in(getattr(cast, who))
    assert client.get(f"{at}{page}").status_code == 403
    assert client.post(f"{at}{page}", {"because": "Ja"}).status_code == 403


@pytest.mark.parametrize("who", ["chair", "member", "officer"])
def test_only_the_secretary_sends(cast, at, sitting, who):
    _on_agenda(cast, sitting, "A")
    assert signed_in(getattr(cast, who)).post(f"{at}send/").status_code == 403
    assert queries.newest_agenda(sitting) is None


def test_what_is_put_on_before_anybody_looked_still_comes_between_the_standing_items(cast, secretary, sitting):
    _rules(cast)
    row = changes.send_on_its_way(proposal=cast.propose("Boligprogram"), way=[], by=cast.officer, at=AT)
    secretary.post(f"/forslag/{row.pk}/moede/", {"sitting": str(sitting.pk)})
    assert _order(sitting) == [
        "Godkendelse af dagsorden og referat fra seneste møde",
        "Boligprogram",
        "Eventuelt",
    ]

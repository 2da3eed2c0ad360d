"""A promise's own page, what one owes, what the secretary sees before an agenda, and the posts behind it all."""

from datetime import date, time

import pytest
from django.test import Client
from django.utils import timezone

from interfaces.web.conftest import PASSWORD, _signed_in
from interfaces.web.samples import QUOTE
from raadhus.domains.followup import changes
from raadhus.domains.followup.models import Commitment, Proof
from raadhus.domains.organisation.changes import give_post, make_post
from raadhus.domains.organisation.models import Post
from raadhus.domains.proceedings.changes import When, plan_sitting, seat_member
from raadhus.foundation.accounts.models import User
from raadhus.foundation.accounts.queries import Operator

OPERATOR = Operator()


@pytest.fixture
def head(winter) -> Client:
    """Has the post that the sample's promise names, and that its recommendation made known."""
    user = User.objects.create_user("olga", password=PASSWORD, first_name="Olga", last_name="Olsen")
    post = Post.objects.get(title="Økonomichefen")
    give_post(post=post, user=user, starts_on=date(2020, 1, 1), by=OPERATOR, at=timezone.now())
    return _signed_in(user)


@pytest.fixture
def promise(winter, head) -> Commitment:
    row = Commitment.objects.get(quote=QUOTE)
    changes.accept_commitment(commitment=row, by=OPERATOR, at=timezone.now())
    return Commitment.objects.get(pk=row.pk)


@pytest.fixture
def clerk(winter) -> Client:
    """The forum's secretary."""
    user = User.objects.create_user("sekretær", password=PASSWORD)
    seat_member(
        body=winter.body, name="Sekretæren", user=user, role="secretary", group="", starts_on=date(2020, 1, 1),
        reads_closed=False, by=OPERATOR, at=timezone.now(),
    )  # fmt: skip
    return _signed_in(user)


def _send(client: Client, promise: Commitment, act: str, **typed):
    promise.refresh_from_db()
    return client.post(f"/loefter/{promise.pk}/{act}", {"revision": promise.revision} | typed, follow=True)


def test_a_head_sees_what_they_owe_since_which_decision_and_by_when(head, promise):
    page = head.get("/opfoelgning/mine/").text
    assert QUOTE in page
    assert "Du svarer for:" in page
    assert "Økonomichefen</a>" in page
    assert "Ledergruppen tors. 20. jan. 2022" in page
    assert "21. jan. 2022" in page
    assert "år over" in page


def test_a_head_answers_in_a_line_on_the_list_itself_and_can_undo(head, promise):
    page = _send(head, promise, "svar/", answer="Arket er på plads", progress="answered", **{"from": "mine"})
    assert page.request["PATH_INFO"] == "/opfoelgning/mine/"
    assert "Svaret er gemt." in page.text
    promise.refresh_from_db()
    assert (promise.answer, promise.progress) == ("Arket er på plads", "answered")
    undo = f"/loefter/{promise.pk}/fortryd/{promise.revision}/"
    assert f'action="{undo}"' in page.text
    assert "Fortrudt." in head.post(undo, follow=True).text
    promise.refresh_from_db()
    assert (promise.answer, promise.progress) == ("", "open")


def test_what_is_done_leaves_the_list(head, promise):
    _send(head, promise, "svar/", answer="Gjort", progress="done")
    assert "Du skylder ikke noget" in head.get("/opfoelgning/mine/").text


def test_two_who_answer_at_once_see_both_texts(head, administrator, promise):
    seen = promise.revision
    _send(head, promise, "svar/", answer="Det er gjort", progress="done")
    page = administrator.post(
        f"/loefter/{promise.pk}/svar/", {"revision": seen, "answer": "Ikke begyndt", "progress": "answered"}
    ).text
    assert "Olga Olsen skrev på løftet, mens du skrev: „Det er gjort“. Du skrev: „Ikke begyndt“" in page
    assert '<p class="side">Det er gjort</p>' in page
    assert '<p class="side">Gjort</p>' in page
    assert 'value="Ikke begyndt"' in page


def test_more_time_is_asked_for_and_granted_by_the_secretary(head, clerk, promise):
    page = _send(head, promise, "mere-tid/", asked_last="1. marts 2099", asked_because="Tallene kom sent").text
    assert "Fristen gælder, til nogen siger ja" in page
    assert "Giv mere tid" not in page
    assert "„Tallene kom sent“" in clerk.get(f"/loefter/{promise.pk}/").text
    page = _send(clerk, promise, "mere-tid/ja/").text
    assert "Fristen er flyttet." in page
    assert "udskudt 1 gang" in page
    promise.refresh_from_db()
    assert promise.due_last == date(2099, 3, 1)


def test_more_time_may_be_refused_and_a_bad_deadline_is_asked_about(head, clerk, promise):
    assert "siger ikke hvornår" in _send(head, promise, "mere-tid/", asked_last="snarest", asked_because="x").text
    early = _send(head, promise, "mere-tid/", asked_last="1. januar 2022", asked_because="x").text
    assert "ligger, før løftet blev givet 20-01-2022" in early
    _send(head, promise, "mere-tid/", asked_last="1. marts 2099", asked_because="Tallene")
    assert "Fristen står." in _send(clerk, promise, "mere-tid/nej/", answer="ØU venter").text
    assert "ØU venter" in head.get(f"/loefter/{promise.pk}/").text


def test_proof_is_laid_by_fetched_and_taken_away(head, employee, outsider, promise):
    file = ("file", __file__)
    with open(file[1], "rb") as data:
        page = head.post(f"/loefter/{promise.pk}/bevis/", {"file": data, "address": "", "words": ""}, follow=True)
    proof = Proof.objects.get()
    assert "test_promise_pages.py</a>" in page.text
    address = f"/loefter/{promise.pk}/bevis/{proof.pk}/"
    assert b"Proof.objects.get()" in b"".join(employee.get(address).streaming_content)
    assert outsider.get(address).status_code == 302
    assert employee.get(f"/dokumenter/{proof.file_id}/").status_code == 404
    assert employee.post(f"{address}fjern/").status_code == 403
    assert "Beviset er taget væk." in head.post(f"{address}fjern/", follow=True).text
    assert "Beviset er tilbage." in head.post(f"{address}fjern/", follow=True).text
    bad = _send(head, promise, "bevis/", address="javascript:alert(1)", words="")
    assert "Skriv hele adressen" in bad.text


def test_it_is_handed_over_to_a_post(head, promise):
    post = make_post(title="Chefen for Børn", valid_from=None, by=OPERATOR, at=timezone.now())
    page = _send(head, promise, "giv-videre/", post_id=post.pk, person="", because="Ny opgavedeling").text
    assert "Løftet er givet videre." in page
    assert 'Gav løftet videre: <span lang="da">Ny opgavedeling</span>' in page
    promise.refresh_from_db()
    assert promise.post == post
    assert (
        "Vælg en post eller en person"
        in _send(_signed_in(User.objects.create_superuser("adm")), promise, "giv-videre/", because="x").text
    )


def test_a_secretary_corrects_accepts_and_divides(clerk, head, winter):
    row = Commitment.objects.get(quote=QUOTE)
    known = {"kind": "task", "who": "Økonomichefen", "due_last": "2022-02-01", "body": "", "task": "Opdater arket"}
    assert "Løftet er rettet." in _send(clerk, row, "ret/", **known).text
    bad = _send(clerk, row, "ret/", **(known | {"due_last": "2022-01-19"})).text
    assert "Fristen 19-01-2022 ligger, før løftet blev givet 20-01-2022" in bad
    clerk.post(f"/opfoelgning/{row.pk}/", {"to": "accepted"})
    row.refresh_from_db()
    assert (row.status, row.task, row.owner_words) == ("accepted", "Opdater arket", "Økonomichefen")
    post = Post.objects.get()
    rows = {"form-TOTAL_FORMS": 2, "form-INITIAL_FORMS": 0}
    for at, task in enumerate(("Tallene", "Teksten")):
        rows |= {
            f"form-{at}-task": task,
            f"form-{at}-post_id": post.pk,
            f"form-{at}-person": "",
            f"form-{at}-until": "",
        }
    assert "Løftet er delt op." in _send(clerk, row, "del/", **rows).text
    assert sorted(row.parts.values_list("task", flat=True)) == ["Tallene", "Teksten"]


def test_others_read_and_do_nothing(employee, member, promise):
    for reader in (employee, member):
        page = reader.get(f"/loefter/{promise.pk}/").text
        assert QUOTE in page
        assert "Gem svaret" not in page
        for act in ("svar/", "mere-tid/", "ret/", "del/", "giv-videre/", "opgiv/", "aabn/", "bevis/"):
            assert reader.get(f"/loefter/{promise.pk}/{act}").status_code == 403, act


def test_giving_up_and_taking_up_again_need_a_reason(clerk, promise):
    assert "Dette felt er påkrævet" in _send(clerk, promise, "opgiv/", answer="").text
    assert "Løftet er opgivet." in _send(clerk, promise, "opgiv/", answer="Loven er ændret").text
    assert "Løftet er åbent igen." in _send(clerk, promise, "aabn/", answer="Loven kom alligevel").text


def test_the_secretary_sees_what_bears_on_the_next_agenda(clerk, employee, promise, winter):
    sitting = plan_sitting(
        body=winter.body, when=When(date(2099, 1, 8), time(9)), link="", by=OPERATOR, at=timezone.now()
    )
    assert f"/moeder/{sitting.pk}/opfoelgning/" in clerk.get("/opfoelgning/dagsordener/").text
    page = clerk.get(f"/moeder/{sitting.pk}/opfoelgning/").text
    assert QUOTE in page
    assert "Udsat til efter sommerferien." in page
    assert "1 venter på et ja eller nej" in page
    assert "Ark til opfølgning på budgetaftalen" in page
    assert employee.get(f"/moeder/{sitting.pk}/opfoelgning/").status_code == 403
    assert "Ingen møder at forberede" in employee.get("/opfoelgning/dagsordener/").text


def test_a_post_is_made_given_taken_and_followed_by_others(administrator, employee, head, promise):
    made = administrator.post("/poster/ny/", {"title": "Kulturchefen"}, follow=True)
    assert "Posten er oprettet." in made.text
    post = Post.objects.get(title="Kulturchefen")
    given = {"user": "olga", "starts_on": "2022-01-01"}
    assert "Posten er givet." in administrator.post(f"/poster/{post.pk}/giv/", given, follow=True).text
    assert "Olga Olsen" in employee.get("/poster/").text
    assert employee.get("/poster/ny/").status_code == 403
    economy = Post.objects.get(title="Økonomichefen")
    asked = {"successors": "Økonomi\nStab", "from_on": "2022-06-22", "words": "KB 21. juni 2022"}
    page = administrator.post(f"/poster/{economy.pk}/afloes/", asked | {"trin": "vis"}).text
    assert "1 åbent løfte flytter med" in page
    assert QUOTE in page
    asked |= {"trin": "flyt", f"loefte_{promise.pk}": "Stab"}
    page = administrator.post(f"/poster/{economy.pk}/afloes/", asked, follow=True).text
    assert "Posten er nedlagt, og 1 løfte er flyttet." in page
    promise.refresh_from_db()
    assert promise.post.title == "Stab"
    assert "Økonomichefen → Stab" in administrator.get(f"/loefter/{promise.pk}/").text
    again = administrator.post(f"/poster/{economy.pk}/afloes/", asked, follow=True).text
    assert "blev nedlagt 22-06-2022" in again


def test_the_list_is_asked_by_post_step_and_body(head, promise, winter):
    for address in (f"?post={promise.post_id}", "?langt=open&status=accepted", f"?i={winter.body_id}", "?tid=over"):
        assert QUOTE in head.get(f"/opfoelgning/{address}").text, address
    for address in ("?langt=done", f"?i={winter.body_id + 1}", "?post=99", "?aftale=Ingen"):
        page = head.get(f"/opfoelgning/{address}").text
        assert QUOTE not in page, address
        assert "Ingen løfter passer" in page


def test_a_promise_of_a_closed_item_is_there_for_its_readers_only(employee, member, promise):
    Commitment.objects.filter(pk=promise.pk).update(audience=None)
    for address in ("", "svar/", "bevis/1/"):
        assert employee.get(f"/loefter/{promise.pk}/{address}").status_code == 404
        assert member.get(f"/loefter/{promise.pk}/{address}").status_code == 404


def test_a_promise_waits_for_another_that_is_looked_up_without_a_script(head, employee, promise):
    other = Commitment.objects.exclude(pk=promise.pk).first()
    address = f"/loefter/{promise.pk}/venter/"
    assert "Åbne løfter i samme sag" not in head.get(address).text
    changes.accept_commitment(commitment=other, by=OPERATOR, at=timezone.now())
    assert f'name="on" value="{other.pk}"' in head.get(address).text
    assert f'name="on" value="{other.pk}"' in head.get(f"{address}?q=sommerferien+udsat").text
    assert "Intet åbent løfte" in head.get(f"{address}?q=zebra").text
    page = head.post(address, {"on": other.pk}, follow=True).text
    assert "Løftet venter nu på det andet." in page
    assert "<dt>Venter på</dt>" in page
    assert f'Lod det vente på et andet løfte: <a href="/loefter/{other.pk}/"' in page
    assert "Venter på det her" in head.get(f"/loefter/{other.pk}/").text
    assert "<dt>Venter på</dt>" not in head.post(f"{address}{other.pk}/slut/", follow=True).text
    assert employee.get(address).status_code == employee.post(f"{address}{other.pk}/slut/").status_code == 403


def test_two_that_would_wait_for_each_other_are_refused_in_one_sentence(administrator, promise):
    other = Commitment.objects.exclude(pk=promise.pk).first()
    changes.accept_commitment(commitment=other, by=OPERATOR, at=timezone.now())
    administrator.post(f"/loefter/{promise.pk}/venter/", {"on": other.pk})
    page = administrator.post(f"/loefter/{other.pk}/venter/", {"on": promise.pk}).text
    assert "venter allerede på dette, så de ville vente på hinanden; fjern den ene ventetid først." in page
    assert administrator.post(f"/loefter/{other.pk}/venter/", {"on": "999"}).status_code == 404
    undo = administrator.post(f"/loefter/{promise.pk}/venter/{other.pk}/slut/", follow=True).text
    assert f'action="/loefter/{promise.pk}/fortryd/' in undo

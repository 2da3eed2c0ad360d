"""The minutes through their pages: finished, read by another, sent, approved at the next meeting, sealed, corrected."""

import html
import re
from io import BytesIO

import pypdfium2
import pytest

from interfaces.web.test_the_room import press, signed_in
from raadhus.domains.proceedings.models import Approval, Correction, Review, Seal, Sitting
from tests.domains.proceedings.cast import House, make_house
from tests.domains.proceedings.room import adjourned, next_meeting, opened, sent
from tests.pure.documents.test_sign import PASSWORD, certificate, status_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def house() -> House:
    return make_house()


def words(answer) -> str:
    assert answer.headers["Content-Type"] == "application/pdf"
    pages = pypdfium2.PdfDocument(BytesIO(answer.content))
    return " ".join("\n".join(page.get_textpage().get_text_range() for page in pages).split())


def test_a_small_meeting_walks_from_opening_to_sealed_minutes(house):
    sitting, (item,) = opened(house)
    client, base = signed_in(house.secretary), f"/moeder/{sitting.pk}/"
    client.post(f"{base}moede/fremmoede/resten/")
    client.post(f"{base}moede/{item.pk}/op/")
    press(client, sitting, item, letter="G")
    client.post(f"{base}moede/{item.pk}/afslut/")
    assert client.post(f"{base}moede/haev/", {"ends_at": "10:00"}).url == f"{base}referat/"
    client.post(f"{base}referat/faerdigt/")
    assert "Bed en anden om at læse det." in client.get(f"{base}referat/").text
    _read_by_the_member(house, client, base)
    assert "Send referatet" in client.get(f"{base}referat/").text
    client.post(f"{base}referat/send/")
    assert "Budget" in signed_in(house.outsider).get(base).text
    _approved_at_the_next(house, client, sitting)
    client.post(f"{base}referat/forsegl/")
    assert Sitting.objects.get(pk=sitting.pk).state == "sealed"
    assert "linje" in client.get(f"{base}referat/").text


def _read_by_the_member(house, client, base) -> None:
    client.post(f"{base}referat/gennemsyn/", {"reviewer": house.member.pk})
    review = Review.objects.get()
    reader, address = signed_in(house.member), f"/gennemsyn/{review.pk}/"
    assert address in reader.get("/").text
    page = reader.get(address).text
    digest = re.search(r'name="digest" value="(\w+)"', page)[1]
    assert "Skriv, hvad der skal rettes" in reader.post(address, {"digest": digest, "answer": "no"}).text
    reader.post(address, {"digest": digest, "answer": "yes"})
    assert Review.objects.get().is_accepted


def _approved_at_the_next(house, client, sitting) -> None:
    later, where = next_meeting(house)
    page = client.get(f"/moeder/{later.pk}/moede/{where.pk}/").text
    assert "Referatet fra 20. jan. 2022 er godkendt" in page
    base = f"/moeder/{later.pk}/moede/{where.pk}/godkend/"
    client.post(f"{base}dagsorden/")
    client.post(f"{base}referat/{sitting.pk}/", {"remark": "Uden bemærkninger"})
    assert set(Approval.objects.values_list("what", flat=True)) == {"agenda", "minutes"}


def test_the_draft_is_for_who_writes_it_and_who_was_asked(house):
    sitting, _ = adjourned(house)
    address = f"/moeder/{sitting.pk}/referat/udkast.pdf"
    assert "UDKAST REFERAT Chefforum" in words(signed_in(house.secretary).get(address))
    assert signed_in(house.member).get(address).status_code == 404
    signed_in(house.secretary).post(f"/moeder/{sitting.pk}/referat/faerdigt/")
    signed_in(house.secretary).post(f"/moeder/{sitting.pk}/referat/gennemsyn/", {"reviewer": house.member.pk})
    assert "Budget" in words(signed_in(house.member).get(address))
    assert signed_in(house.outsider).get(f"/gennemsyn/{Review.objects.get().pk}/").status_code == 404


def test_the_writer_is_not_among_those_who_can_be_asked(house):
    sitting, _ = adjourned(house)
    client, base = signed_in(house.secretary), f"/moeder/{sitting.pk}/referat/"
    client.post(f"{base}faerdigt/")
    assert f'<option value="{house.member.pk}">' in client.get(base).text
    assert f'<option value="{house.secretary.pk}">' not in client.get(base).text
    asked = client.post(f"{base}gennemsyn/", {"reviewer": house.secretary.pk})
    assert "Vælg, hvem der skal læse referatet." in asked.text
    assert not Review.objects.exists()


def test_a_correction_is_added_and_stands_beside_the_minutes_for_their_readers(house):
    sitting, (item,) = adjourned(house)
    sent(house, sitting)
    later, where = next_meeting(house)
    client = signed_in(house.secretary)
    client.post(f"/moeder/{later.pk}/moede/{where.pk}/godkend/referat/{sitting.pk}/")
    base = f"/moeder/{sitting.pk}/referat/"
    assert "Skriv rettelsen" in client.post(f"{base}rettelser/", {"text": " "}).text
    client.post(f"{base}rettelser/", {"text": "Der skulle have stået marts.", "item": item.pk})
    assert "Der skulle have stået marts." in signed_in(house.outsider).get(f"/moeder/{sitting.pk}/").text
    row = Correction.objects.get()
    client.post(f"/moeder/{later.pk}/moede/{where.pk}/godkend/rettelse/{row.pk}/")
    assert Correction.objects.get().approved_in == where


def test_an_excerpt_and_the_list_of_decisions_are_papers(house):
    sitting, (item,) = adjourned(house)
    sent(house, sitting)
    item.refresh_from_db()
    reader = signed_in(house.outsider)
    assert "UDSKRIFT" in words(reader.get(f"/punkter/{item.item_id}/udskrift.pdf"))
    assert "Godkendt." in words(reader.get(f"/moeder/{sitting.pk}/beslutninger.pdf"))


def test_where_a_certificate_is_set_up_the_sealed_paper_is_signed_with_it(house, settings, tmp_path):
    pytest.importorskip("pyhanko", reason="pip install raadhus[sign]")
    sitting, _items = adjourned(house)
    sent(house, sitting)
    later, where = next_meeting(house)
    client, base = signed_in(house.secretary), f"/moeder/{sitting.pk}/referat/"
    client.post(f"/moeder/{later.pk}/moede/{where.pk}/godkend/referat/{sitting.pk}/")
    settings.SIGN_CERTIFICATE, settings.SIGN_PASSWORD = str(tmp_path / "kommune.p12"), PASSWORD
    assert "Certifikatet kan ikke læses" in client.post(f"{base}forsegl/", follow=True).text
    (tmp_path / "kommune.p12").write_bytes(certificate())
    assert "underskrives med kommunens certifikat" in html.unescape(client.get(base).text)
    client.post(f"{base}forsegl/")
    signed = Seal.objects.get(sitting=sitting).signed
    assert f'href="/dokumenter/{signed.pk}/"' in client.get(base).text
    status = status_of(b"".join(client.get(f"/dokumenter/{signed.pk}/").streaming_content))
    assert (status.valid, status.intact) == (True, True)

"""The pages of the reading package, without a browser: who gets what, what is logged, and what a stamp follows."""

import io

import pytest
from PIL import Image

from interfaces.web.cast import SECRET, signed_in
from raadhus.domains.meetings.models import Item
from raadhus.domains.proceedings import changes
from raadhus.domains.proceedings.models import Enclosure, Note, Proposal, ReadMark, Text
from raadhus.foundation.audit.queries import acts_on
from tests.domains.proceedings.cast import AT, put_on, ready, write
from tests.pure.documents.read.makers import pdf

PDF = pdf("Side et\n#pagebreak()\nSide to")


@pytest.fixture
def sent(cast, sitting):
    """An open item with an attachment and a confidential one, and a closed item, sent."""
    row = ready(cast, "Boligprogram")
    write(row, "occasion", "Anledningen er åben")
    write(row, "account", f"Fortroligt: {SECRET}", confidential=True)
    for name, is_confidential in (("Status.pdf", False), ("Tilbud.pdf", True)):
        upload = changes.Upload(PDF + name.encode(), name, is_confidential=is_confidential)
        changes.add_enclosure(proposal=row, upload=upload, by=cast.officer, at=AT)
    put_on(cast, sitting, row)
    closed = ready(cast, SECRET)
    Proposal.objects.filter(pk=closed.pk).update(is_closed=True, closed_because="property", closed_words="Et salg")
    put_on(cast, sitting, closed)
    changes.send_agenda(sitting=sitting, by=cast.secretary, at=AT)
    return sitting


def file_of(name: str) -> int:
    return Enclosure.objects.get(name=name).file_id


@pytest.mark.parametrize("where", ["", "?alt=1", "gemt/"])
def test_nothing_closed_or_confidential_is_in_the_package_of_who_may_not_read_it(cast, sent, where):
    text = signed_in(cast.outsider).get(f"/moeder/{sent.pk}/pakke/{where}").text
    assert "Anledningen er åben" in text
    assert SECRET not in text
    assert "Tilbud" not in text


def test_who_reads_closed_items_has_them_in_the_package_but_never_in_the_copy(cast, sent):
    client = signed_in(cast.member)
    text = client.get(f"/moeder/{sent.pk}/pakke/").text
    assert text.count(SECRET) > 2
    assert "Tilbud" in text
    copy = client.get(f"/moeder/{sent.pk}/pakke/gemt/").text
    assert SECRET not in copy
    assert "Tilbud" not in copy
    assert f"/dokumenter/{file_of('Tilbud.pdf')}/" not in copy
    assert f"/dokumenter/{file_of('Status.pdf')}/sider/2.png" in copy


def test_to_read_what_is_closed_or_confidential_is_noted_and_the_rest_is_not(cast, sent):
    def readings() -> int:
        return sum(one.action == "read" for one in acts_on("meeting", [sent.pk]))

    signed_in(cast.outsider).get(f"/moeder/{sent.pk}/pakke/")
    signed_in(cast.member).get(f"/moeder/{sent.pk}/pakke/gemt/")
    assert readings() == 0
    signed_in(cast.member).get(f"/moeder/{sent.pk}/pakke/")
    assert readings() == 1
    Item.objects.filter(title=SECRET).update(audience=None)  # only the confidential parts of an open item are left
    signed_in(cast.member).get(f"/moeder/{sent.pk}/pakke/")
    assert readings() == 2


def test_a_page_of_an_attachment_is_a_picture_for_its_readers_only(cast, sent):
    shown, secret = file_of("Status.pdf"), file_of("Tilbud.pdf")
    outsider, member = signed_in(cast.outsider), signed_in(cast.member)
    answer = outsider.get(f"/dokumenter/{shown}/sider/2.png")
    assert Image.open(io.BytesIO(answer.content)).width == 1200
    assert outsider.get(f"/dokumenter/{shown}/sider/3.png").status_code == 404
    for address in ("sider/1.png", "vis/", "billede/", ""):
        assert outsider.get(f"/dokumenter/{secret}/{address}").status_code == 404
    assert member.get(f"/dokumenter/{secret}/sider/1.png").status_code == 200
    assert any(one.action == "read" for one in acts_on("file", [secret]))


def test_an_attachment_alone_is_a_page_and_within_the_package_a_part_of_one(cast, sent):
    client, address = signed_in(cast.outsider), f"/dokumenter/{file_of('Status.pdf')}/vis/"
    assert "<html" in client.get(address).text
    part = client.get(address, headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert 'alt="Side 2 af Status.pdf"' in part


def test_a_file_that_cannot_be_shown_says_so_and_can_still_be_fetched(cast, sent):
    broken = b"%PDF-1.4 nothing more"
    row = Proposal.objects.get(title="Boligprogram")
    changes.add_enclosure(proposal=row, upload=changes.Upload(broken, "Brudt.pdf"), by=cast.secretary, at=AT)
    changes.send_supplement(sitting=sent, by=cast.secretary, at=AT)
    text = signed_in(cast.outsider).get(f"/moeder/{sent.pk}/pakke/?alt=1").text
    assert "Filen kan ikke vises her: den er beskadiget eller låst." in text
    assert f"/dokumenter/{file_of('Brudt.pdf')}/" in text


def test_the_agenda_is_marked_as_read_and_what_is_new_after_is_told(cast, sent):
    client = signed_in(cast.outsider)
    assert "Ikke læst endnu" in client.get(f"/moeder/{sent.pk}/pakke/").text
    assert client.post(f"/moeder/{sent.pk}/pakke/laest/", {"number": "1"}).status_code == 302
    assert ReadMark.objects.get().user == cast.outsider
    assert "Du har læst dagsordenen" in client.get(f"/moeder/{sent.pk}/pakke/").text
    write(Proposal.objects.get(title="Boligprogram"), "occasion", "Anledningen er ny")
    changes.send_supplement(sitting=sent, by=cast.secretary, at=AT)
    text = client.get(f"/moeder/{sent.pk}/pakke/").text
    assert "<del>åben</del><ins>ny</ins>" in text
    answer = client.post(f"/moeder/{sent.pk}/pakke/laest/", {"number": "9"}, follow=True)
    assert "Der er ingen dagsorden med det nummer" in answer.text


def test_notes_are_written_changed_and_removed_by_their_owner_alone(cast, sent):
    row = Proposal.objects.get(title="Boligprogram")
    mine, other = signed_in(cast.outsider), signed_in(cast.administrator)
    answer = mine.post(f"/forslag/{row.pk}/noter/", {"quote": "er  åben", "text": "Min egen", "highlight": "1"})
    assert answer.url == f"/moeder/{sent.pk}/pakke/#punkt-{row.item_id}"
    note = Note.objects.get()
    assert (note.quote, note.text, note.is_highlight, note.user) == ("er åben", "Min egen", True, cast.outsider)
    assert "Min egen" in mine.get(f"/moeder/{sent.pk}/pakke/").text
    assert "Min egen" not in other.get(f"/moeder/{sent.pk}/pakke/").text
    for address in (f"/noter/{note.pk}/", f"/noter/{note.pk}/fjern/"):
        assert other.post(address, {"text": "Andet"}).status_code == 404
    mine.post(f"/noter/{note.pk}/", {"text": "Anderledes"})
    note.refresh_from_db()
    assert note.text == "Anderledes"
    assert "Noten er tom" in mine.post(f"/forslag/{row.pk}/noter/", {}, follow=True).text
    mine.post(f"/noter/{note.pk}/fjern/")
    assert Note.objects.count() == 0


def test_nobody_writes_a_note_to_a_closed_item_they_do_not_read(cast, sent):
    closed = Proposal.objects.get(title=SECRET)
    assert signed_in(cast.outsider).post(f"/forslag/{closed.pk}/noter/", {"text": "Hvad?"}).status_code == 404


def test_the_stamp_changes_when_a_kept_item_is_closed_or_a_file_is_new_and_not_else(cast, sent):
    client = signed_in(cast.outsider)

    def stamp() -> str:
        return client.get(f"/moeder/{sent.pk}/pakke/stempel/").json()["stamp"]

    before = stamp()
    assert f'data-stamp="{before}"' in client.get(f"/moeder/{sent.pk}/pakke/gemt/").text
    assert signed_in(cast.member).get(f"/moeder/{sent.pk}/pakke/stempel/").json()["stamp"] == before
    row = Proposal.objects.get(title="Boligprogram").item
    row.is_closed, row.audience = True, cast.forum.closed_audience
    row.save()
    assert signed_in(cast.member).get(f"/moeder/{sent.pk}/pakke/stempel/").json()["stamp"] != before
    assert client.get(f"/moeder/{sent.pk}/pakke/stempel/").json()["stamp"] != before


def test_the_worker_is_a_script_at_the_root(client, db):
    answer = client.get("/offline-worker.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert "caches.delete" in answer.text


def test_a_confidential_part_is_added_from_the_item_and_goes_on_to_be_written(cast):
    row = ready(cast, "Grundsalg")
    client, address = signed_in(cast.officer), f"/forslag/{row.pk}/fortroligt/"
    assert address in client.get(f"/forslag/{row.pk}/").text
    assert 'value="Fortrolige oplysninger"' in client.get(address).text
    answer = client.post(address, {"heading": "Prisen"})
    text = Text.objects.get(is_confidential=True)
    assert (answer.url, text.heading, text.proposal) == (f"/skriv/{text.pk}/", "Prisen", row)
    assert "Prisen" in client.get(f"/forslag/{row.pk}/").text
    chair = signed_in(cast.chair)
    assert "Prisen" not in chair.get(f"/forslag/{row.pk}/").text
    assert address not in chair.get(f"/forslag/{row.pk}/").text
    assert chair.get(address).status_code == 403
    assert signed_in(cast.outsider).post(address, {"heading": "Prisen"}).status_code == 404

"""The reading package: who finds what in it, notes that nobody else sees, and what may lie on the reader's machine."""

from dataclasses import fields

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Enclosure, Note, Picture, Proposal, Text
from raadhus.foundation.audit.queries import acts_on
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, OPERATOR, TODAY, House, write
from tests.domains.proceedings.test_after_sending import item, sent, supplement
from tests.domains.proceedings.test_enclosures import PDF
from tests.domains.proceedings.test_sending_an_agenda import agenda
from tests.pure.documents.read.makers import png

__all__ = ["agenda", "sent"]  # the fixtures
EVERYBODY = ("administrator", "secretary", "chair", "member", "officer", "head", "director", "outsider")
READ_CLOSED = {"administrator", "secretary", "member"}


def note(row: Proposal, by, quote: str = "Anledningen", text: str = "Spørg om prisen", **facts) -> Note:
    words = changes.NoteWords(quote, text, **facts)
    return changes.write_note(proposal=row, words=words, by=by, at=AT)


def notes_seen(reader, sitting) -> list[str]:
    return [own.note.text for one in queries.package_for(reader, sitting.pk).items for own in one.notes]


def files_seen(reader, sitting) -> list[str]:
    return [file.name for one in queries.package_for(reader, sitting.pk).items for file in one.files if file.file]


@pytest.mark.parametrize("owner", EVERYBODY)
def test_a_note_is_seen_by_whoever_wrote_it_and_nobody_else_at_all(house, sent, owner) -> None:
    mine = note(item("Boligprogram"), getattr(house, owner))
    for who in EVERYBODY:
        reader = getattr(house, who)
        assert notes_seen(reader, sent) == (["Spørg om prisen"] if who == owner else []), who
        if who != owner:
            with pytest.raises(ObjectDoesNotExist):
                queries.note_for(reader, mine.pk)
            with pytest.raises(ObjectDoesNotExist):
                changes.rewrite_note(note_id=mine.pk, text="andet", by=reader, at=AT)
            with pytest.raises(ObjectDoesNotExist):
                changes.remove_note(note_id=mine.pk, by=reader, at=AT)
    assert notes_seen(OPERATOR, sent) == []
    assert queries.note_for(getattr(house, owner), mine.pk) == mine


@pytest.mark.parametrize("who", [who for who in EVERYBODY if who not in READ_CLOSED])
def test_nobody_writes_a_note_to_an_item_that_they_do_not_read(house, sent, who) -> None:
    with pytest.raises(ObjectDoesNotExist):
        note(item("Personsag"), getattr(house, who))
    assert Note.objects.count() == 0


def test_who_has_no_account_keeps_no_notes(house, sent) -> None:
    with pytest.raises(PermissionDenied):
        note(item("Boligprogram"), OPERATOR)
    with pytest.raises(ObjectDoesNotExist):
        note(item("Boligprogram"), AnonymousUser())


def test_the_log_knows_that_a_note_was_written_but_not_a_word_of_it(house, sent) -> None:
    row = item("Boligprogram")
    mine = note(row, house.member)
    changes.rewrite_note(note_id=mine.pk, text="Spørg igen", by=house.member, at=AT)
    changes.remove_note(note_id=mine.pk, by=house.member, at=AT)
    acts = [one for one in acts_on("proposal", [row.pk]) if "note" in one.action]
    assert {one.action for one in acts} == {"wrote_note", "rewrote_note", "removed_note"}
    assert all(one.facts == {"note": mine.pk} for one in acts)
    assert Note.objects.count() == 0


def test_a_note_outlives_a_new_version_and_says_when_its_words_are_gone(house, sent) -> None:
    row = item("Boligprogram")
    note(row, house.outsider, "Anledningen er åben", "Hvorfor?", is_highlight=True)
    note(row, house.outsider, "", "Til hele punktet")
    write(row, "occasion", "Anledningen er åben og ny")
    supplement(house, sent)
    first, whole = queries.package_for(house.outsider, sent.pk).items[0].notes
    assert (first.note.text, first.stands, whole.stands) == ("Hvorfor?", True, True)
    write(row, "occasion", "Helt andre ord")
    supplement(house, sent)
    first, whole = queries.package_for(house.outsider, sent.pk).items[0].notes
    assert (first.note.text, first.stands, whole.stands) == ("Hvorfor?", False, True)


def test_a_note_is_gone_with_the_item_from_who_no_longer_reads_it_and_back_with_it(house, sent) -> None:
    row = item("Boligprogram")
    note(row, house.outsider)
    row.item.audience = house.forum.closed_audience
    row.item.save()
    assert notes_seen(house.outsider, sent) == []
    row.item.audience = house.forum.open_audience
    row.item.save()
    assert notes_seen(house.outsider, sent) == ["Spørg om prisen"]


@pytest.mark.parametrize(
    ("quote", "text", "sentence"),
    [
        (" ", "\n", "Noten er tom"),
        ("x" * 2001, "", "over 2000 tegn"),
        ("", "x" * 20001, "over 20000 tegn"),
    ],
)
def test_a_note_that_says_nothing_or_too_much_is_refused(house, sent, quote, text, sentence) -> None:
    with pytest.raises(Refused, match=sentence):
        note(item("Boligprogram"), house.member, quote, text)


def test_the_package_has_what_the_reader_may_read_and_no_more(house, sent) -> None:
    theirs = queries.package_for(house.outsider, sent.pk)
    assert [one.item.title for one in theirs.items] == ["Boligprogram"]
    assert files_seen(house.outsider, sent) == ["UDKAST Status.pptx"]
    assert "Hemmelig pris" not in repr([[getattr(one, field.name) for field in fields(one)] for one in theirs.items])
    whole = queries.package_for(house.member, sent.pk)
    assert [one.item.title for one in whole.items] == ["Boligprogram", "Personsag"]
    assert files_seen(house.member, sent) == ["UDKAST Status.pptx", "Tilbud", "Ansøgning"]
    assert [part.plain for part in whole.items[0].confidential] == ["Hemmelig pris"]


def test_nothing_closed_or_confidential_may_lie_on_the_readers_machine(house, sent) -> None:
    kept, left_out = queries.without_what_is_kept_back(queries.package_for(house.member, sent.pk))
    assert [one.item.title for one in kept.items] == ["Boligprogram"]
    assert [file.name for one in kept.items for file in one.files] == ["UDKAST Status.pptx"]
    assert (kept.items[0].confidential, left_out) == ((), 3)  # the closed item, the confidential text and its file
    assert "Hemmelig pris" not in repr(kept.items)
    mine, nothing = queries.without_what_is_kept_back(queries.package_for(house.outsider, sent.pk))
    assert ([one.item.title for one in mine.items], nothing) == (["Boligprogram"], 0)


def test_a_text_is_shown_with_its_tables_only_while_the_record_says_the_same(house, sent) -> None:
    (occasion, *_) = queries.package_for(house.outsider, sent.pk).items[0].sections
    assert (occasion.text, occasion.html) == ("Anledningen er åben", "<p>Anledningen er åben</p>")
    part = item("Boligprogram").item.sections.first()
    part.text = "Rettet i posten"
    part.save()
    (occasion, *_) = queries.package_for(house.outsider, sent.pk).items[0].sections
    assert (occasion.text, occasion.html) == ("Rettet i posten", "")


def test_two_versions_of_an_attachment_are_compared_by_who_reads_them_and_by_nobody_else(house, sent) -> None:
    old, secret = (Enclosure.objects.get(name=name) for name in ("Status.pptx.pdf", "Tilbud.pdf"))
    replaced = [
        changes.replace_enclosure(
            enclosure=one, upload=changes.Upload(PDF + name.encode(), f"{name}.pdf"), by=house.officer, at=AT
        )
        for one, name in ((old, "Ny"), (secret, "Nyt tilbud"))
    ]
    with pytest.raises(ObjectDoesNotExist):
        queries.two_versions(house.outsider, sent.pk, old.pk, replaced[0].pk)  # not sent yet
    supplement(house, sent)
    assert queries.two_versions(house.outsider, sent.pk, old.pk, replaced[0].pk) == (old, replaced[0])
    assert queries.two_versions(house.member, sent.pk, secret.pk, replaced[1].pk) == (secret, replaced[1])
    for reader, before, after in (
        (house.outsider, secret, replaced[1]),
        (house.outsider, replaced[0], old),
        (house.member, old, replaced[1]),
    ):
        with pytest.raises(ObjectDoesNotExist):
            queries.two_versions(reader, sent.pk, before.pk, after.pk)


def _picture(house: House, row: Proposal, kind: str) -> Picture:
    text = Text.objects.get(proposal=row, kind=kind)
    return changes.keep_picture(text_id=text.pk, data=png(), name="kort.png", by=house.secretary, at=AT)


def test_a_picture_is_seen_by_the_readers_of_the_text_once_it_was_sent_with_it(house, agenda) -> None:
    row = item("Boligprogram")
    shown, secret, unused = (_picture(house, row, kind) for kind in ("occasion", "account", "occasion"))
    for picture in (shown, secret):
        html = f'<p>Se</p><p><img src="/billeder/{picture.pk}/" alt="Kort"></p>'
        Text.objects.filter(pk=picture.text_id).update(html=html)
    with pytest.raises(ObjectDoesNotExist):
        queries.picture_for(house.outsider, shown.pk, on=TODAY)
    changes.send_agenda(sitting=agenda, by=house.secretary, at=AT)
    assert queries.picture_for(house.outsider, shown.pk, on=TODAY) == shown
    assert queries.picture_for(house.member, secret.pk, on=TODAY) == secret
    for reader, picture in ((house.outsider, secret), (house.outsider, unused), (house.member, unused)):
        with pytest.raises(ObjectDoesNotExist):
            queries.picture_for(reader, picture.pk, on=TODAY)

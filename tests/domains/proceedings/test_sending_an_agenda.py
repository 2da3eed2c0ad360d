"""The agenda goes out: what stops it, what it becomes in the record, and who reads what of it then."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from raadhus.domains.meetings import queries as record
from raadhus.domains.meetings.papers.of_meeting import minutes_pdf
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Frozen, Proposal, Sitting
from raadhus.domains.search.changes import catch_up
from raadhus.domains.search.queries.find import find
from raadhus.foundation.audit.queries import acts_on, verify_chain
from raadhus.foundation.files.queries import file_for
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, MEETS, OPERATOR, TODAY, House, put_on, ready, write
from tests.domains.proceedings.test_enclosures import PDF, add

LATE = datetime(2022, 1, 19, 9, 0, tzinfo=UTC)  # the day before


@pytest.fixture
def agenda(house) -> Sitting:
    """An open item with a confidential part, a closed one, each with an enclosure."""
    sitting = house.plan()
    first = ready(house, "Boligprogram", case_number="00.01.00-P10-2-21")
    write(first, "occasion", "Anledningen er åben")
    write(first, "account", "Hemmelig pris", confidential=True)
    add(house, first, PDF + b"1", "Status.pptx.pdf", label="UDKAST")
    add(house, first, PDF + b"2", "Tilbud.pdf", is_confidential=True)
    put_on(house, sitting, first)
    second = ready(house, "Personsag")
    close(house, second)
    write(second, "occasion", "Lukket anledning")
    add(house, second, PDF + b"3", "Ansøgning.pdf")
    put_on(house, sitting, second)
    return sitting


def close(house: House, row: Proposal, words: str = "Sagen rummer en bedømmelse af en ansøger") -> None:
    changes.close_to_public(
        proposal=row, reason="person", words=words, open_again_on=date(2022, 6, 1), revision=row.revision,
        by=house.officer, at=AT,
    )  # fmt: skip


def send(house: House, sitting: Sitting, at: datetime = AT, by=None) -> changes.Sent:
    return changes.send_agenda(sitting=sitting, by=by or house.secretary, at=at)


def items(reader, sitting: Sitting) -> list:
    return record.items_of(reader, record.meeting_for(reader, sitting.pk))


def test_a_sent_agenda_is_a_document_of_the_record(house, agenda) -> None:
    sent = send(house, agenda)
    assert sent.warnings == ()
    meeting = record.meeting_for(house.outsider, agenda.pk)
    assert (meeting.current_version.kind, meeting.current_version.number) == ("agenda", 1)
    assert sent.frozen.version_id == meeting.current_version_id
    first, second = items(house.secretary, agenda)
    assert (first.number, first.title, first.case_words) == ("1", "Boligprogram", "00.01.00-P10-2-21")
    assert [point.text for point in first.recommendation.points.all()] == ["at planen godkendes"]
    assert [one.name for one in first.attachments.all()] == ["UDKAST Status.pptx"]
    assert (second.title, second.is_closed) == ("Personsag", True)
    assert Sitting.objects.get().state == "sent"
    assert {row.title: row.item_id for row in Proposal.objects.all()} == {
        "Boligprogram": first.pk,
        "Personsag": second.pk,
    }


def test_the_log_and_the_record_agree_after_sending(house, agenda) -> None:
    send(house, agenda)
    assert list(record.broken_meetings()) == []
    assert list(record.broken_versions()) == []
    assert list(queries.broken_frozen()) == []
    assert verify_chain().first_broken is None
    (act,) = [act for act in acts_on("sitting", [agenda.pk]) if act.action == "sent_agenda"]
    assert (act.facts["number"], act.facts["digest"]) == (1, Frozen.objects.get().digest)


def test_nothing_of_an_agenda_is_in_record_or_search_before_it_is_sent(house, agenda) -> None:
    catch_up()
    for reader in (house.administrator, house.secretary, house.member, house.officer, house.outsider):
        assert list(record.meetings_for(reader)) == []
        assert find(reader, "boligprogram").total == 0
        with pytest.raises(ObjectDoesNotExist):
            record.meeting_for(reader, agenda.pk)
    send(house, agenda)
    catch_up()
    assert find(house.outsider, "boligprogram").total == 1
    assert find(house.outsider, "personsag").total == 0
    assert find(house.member, "personsag").total == 1
    for word in ("hemmelig", "tilbud"):
        assert find(house.administrator, word).total == 0


def test_open_items_are_read_by_all_closed_ones_by_their_audience(house, agenda) -> None:
    send(house, agenda)
    seen = {who: [one.title for one in items(getattr(house, who), agenda)] for who in
            ("administrator", "secretary", "member", "chair", "officer", "outsider")}  # fmt: skip
    everything, public = ["Boligprogram", "Personsag"], ["Boligprogram"]
    assert seen == {
        "administrator": everything, "secretary": everything, "member": everything,
        "chair": public, "officer": public, "outsider": public,
    }  # fmt: skip


def test_the_paper_of_a_reader_has_no_more_than_the_reader_may_see(house, agenda) -> None:
    sent = send(house, agenda)
    data, name = minutes_pdf(house.outsider, agenda.pk)
    assert name == "DAGSORDEN Chefforum d. 20-01-2022.pdf"
    assert data.startswith(b"%PDF")
    with pytest.raises(ObjectDoesNotExist):  # the file itself holds the closed item
        file_for(house.outsider, sent.frozen.version.file_id)
    assert file_for(house.member, sent.frozen.version.file_id)


def test_confidential_parts_stay_out_of_the_record_and_are_read_by_the_closed_audience(house, agenda) -> None:
    send(house, agenda)
    first = Proposal.objects.get(title="Boligprogram")
    for reader in (house.administrator, house.secretary, house.outsider):
        sections = [section.text for section in items(reader, agenda)[0].sections.all()]
        assert "Anledningen er åben" in sections
        assert not any("Hemmelig" in text for text in sections)
    reads = {who: [text.plain for text in queries.confidential_texts(getattr(house, who), first)] for who in
             ("administrator", "secretary", "member", "chair", "outsider")}  # fmt: skip
    secret = ["Hemmelig pris"]
    assert reads == {"administrator": secret, "secretary": secret, "member": secret, "chair": [], "outsider": []}


def _reads(house: House, name: str) -> set[str]:
    enclosure = Proposal.objects.get(enclosures__name=name).enclosures.get(name=name)
    found = set()
    for who in ("administrator", "secretary", "member", "chair", "officer", "outsider"):
        reader = getattr(house, who)
        try:
            queries.enclosure_for(reader, enclosure.pk, on=TODAY)
        except ObjectDoesNotExist:
            with pytest.raises(ObjectDoesNotExist):
                file_for(reader, enclosure.file_id)
            continue
        found.add(who)
    return found


def test_enclosures_before_sending_are_for_those_who_follow_the_item(house, agenda) -> None:
    assert _reads(house, "Status.pptx.pdf") == {"administrator", "secretary", "chair", "officer"}
    assert _reads(house, "Tilbud.pdf") == {"administrator", "secretary", "officer"}
    assert _reads(house, "Ansøgning.pdf") == {"administrator", "secretary", "chair", "officer"}


def test_enclosures_after_sending_are_for_those_who_read_the_item(house, agenda) -> None:
    send(house, agenda)
    everybody = {"administrator", "secretary", "member", "chair", "officer", "outsider"}
    assert _reads(house, "Status.pptx.pdf") == everybody
    assert _reads(house, "Tilbud.pdf") == {"administrator", "secretary", "member", "officer"}
    assert _reads(house, "Ansøgning.pdf") == {"administrator", "secretary", "member", "chair", "officer"}


def test_the_same_file_in_an_open_and_a_closed_item_stays_closed(house, agenda) -> None:
    open_one = Proposal.objects.get(title="Boligprogram")
    file = add(house, open_one, PDF + b"3", "Samme.pdf").file
    send(house, agenda)
    with pytest.raises(ObjectDoesNotExist):
        file_for(house.outsider, file.pk)
    assert file_for(house.member, file.pk) == file


def test_sending_twice_is_refused_and_nothing_is_frozen_again(house, agenda) -> None:
    send(house, agenda)
    with pytest.raises(Refused, match=r"allerede sendt\. Send en tillægsdagsorden"):
        send(house, agenda, by=house.administrator)
    assert Frozen.objects.count() == 1


def test_an_empty_agenda_is_not_sent(house) -> None:
    with pytest.raises(Refused, match="ingen punkter"):
        send(house, house.plan())


@pytest.mark.parametrize("who", ["chair", "member", "officer", "outsider"])
def test_only_the_secretary_sends(house, agenda, who) -> None:
    with pytest.raises(PermissionDenied):
        send(house, agenda, by=getattr(house, who))
    assert Frozen.objects.count() == 0


def test_who_is_not_signed_in_cannot_tell_the_meeting_from_none(house, agenda, anonymous) -> None:
    with pytest.raises(Sitting.DoesNotExist):
        send(house, agenda, by=anonymous)


def test_help_text_that_was_left_in_stops_the_agenda(house, agenda) -> None:
    write(Proposal.objects.get(title="Boligprogram"), "occasion", "⟦Skriv i to-tre linjer⟧ Anledning")
    with pytest.raises(Refused, match="Punkt 1: Afsnittet „Anledning“ indeholder stadig hjælpetekst"):
        send(house, agenda)
    assert Sitting.objects.get().state == "planned"


def test_a_late_agenda_warns_in_a_forum_and_says_why(house, agenda) -> None:
    changes.explain_late_agenda(sitting=agenda, because="Ministeriets tal kom i går", by=house.secretary, at=AT)
    sent = send(house, agenda, at=LATE)
    assert [one.rule for one in sent.warnings] == ["notice.days"]
    sections = [(one.heading, one.text) for one in items(house.outsider, agenda)[0].sections.all()]
    assert sections[0] == ("Derfor kan punktet ikke vente", "Ministeriets tal kom i går")


def _as_council(house: House) -> None:
    rules = changes.Rules("council", {})
    changes.set_rules(body=house.forum, rules=rules, revision=0, by=house.administrator, at=AT)


def test_a_council_refuses_a_late_item_without_a_reason(house, agenda) -> None:
    _as_council(house)
    with pytest.raises(
        Refused, match=r"Punkt 1, Boligprogram, kommer efter fristen fredag den 14. januar 2022.*§ 8, stk. 5"
    ):
        send(house, agenda, at=LATE)
    for row in Proposal.objects.all():
        why = changes.Facts(row.title, row.kind, row.case_number, late_because="Klagefristen udløber")
        changes.edit_facts(proposal=row, facts=why, revision=row.revision, by=house.secretary, at=LATE)
    assert [one.rule for one in send(house, agenda, at=LATE).warnings] == ["notice.days"]


def test_a_council_refuses_a_closed_item_without_a_concrete_reason(house, agenda) -> None:
    _as_council(house)
    Proposal.objects.filter(is_closed=True).update(closed_words="Lukket")
    with pytest.raises(Refused, match="Punkt 2: Skriv med en sætning"):
        send(house, agenda)


def test_what_only_warns_is_told_before_and_at_sending(house, agenda) -> None:
    put_on(house, agenda, ready(house, "Uden indstilling", points=()))
    row = Proposal.objects.get(title="Boligprogram")
    changes.ask_hearing(proposal=row, department="Skole", user=None, due_on=date(2022, 1, 14), by=house.officer, at=AT)
    told = queries.breaches_of(agenda, at=AT)
    assert [(one.rule, one.sentence.split(":")[0]) for one in told] == [
        ("hearing.answered", "Punkt 1"),
        ("item.recommended", "Punkt 3"),
    ]
    assert "Skole (frist 14-01-2022)" in told[0].sentence
    assert send(house, agenda).warnings == told


def test_what_is_frozen_has_every_text_and_every_checksum(house, agenda) -> None:
    frozen = send(house, agenda).frozen
    for words in ("Hemmelig pris", "Lukket anledning", "Tilbud.pdf"):
        assert words in frozen.content
    for enclosure in Proposal.objects.get(title="Boligprogram").enclosures.all():
        assert enclosure.file.sha256 in frozen.content
        assert enclosure.sent_at == AT


def test_an_item_withdrawn_before_sending_leaves_no_trace(house, agenda) -> None:
    row = Proposal.objects.get(title="Boligprogram")
    changes.withdraw_proposal(proposal=row, because="Ikke klar", by=house.secretary, at=AT)
    frozen = send(house, agenda).frozen
    assert "Boligprogram" not in frozen.content


def test_the_operator_may_send(house, agenda) -> None:
    assert send(house, agenda, by=OPERATOR).frozen.frozen_by is None


def test_two_sent_agendas_of_one_body_are_two_meetings(house, agenda) -> None:
    send(house, agenda)
    later = house.plan(changes.When(date(2022, 2, 3), MEETS.starts_at))
    put_on(house, later, ready(house, "Boligprogram"))
    send(house, later)
    assert len(record.meetings_for(house.outsider)) == 2

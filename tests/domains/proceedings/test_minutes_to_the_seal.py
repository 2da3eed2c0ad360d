"""Minutes finished, read by another, sent, approved, sealed; and who is refused on the way."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from raadhus.domains.meetings import queries as record
from raadhus.domains.meetings.changes import find_or_make_body
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import (
    Approval,
    Attendee,
    BodyRules,
    Correction,
    Enclosure,
    Frozen,
    Pledge,
    Point,
    Proposal,
    Seal,
    Sitting,
    Text,
)
from raadhus.foundation.audit.queries import acts_on
from raadhus.foundation.files.queries import path_of
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, OPERATOR
from tests.domains.proceedings.room import (
    adjourned,
    clock,
    decide,
    enclose,
    next_meeting,
    opened,
    say,
    sent,
    write,
)

TEN, ELEVEN, NOON = clock(10), clock(11), clock(12)


def finish(house, sitting, at=TEN) -> Frozen:
    return changes.finish_minutes(sitting=sitting, by=house.secretary, at=at)


def reviewed(house, sitting, *, is_accepted=True, comment="") -> Frozen:
    frozen = finish(house, sitting)
    review = changes.ask_for_review(sitting=sitting, reviewer=house.member, by=house.secretary, at=TEN)
    changes.answer_review(
        review=review, digest=frozen.digest, is_accepted=is_accepted, comment=comment, by=house.member, at=TEN
    )
    return frozen


def approved(house) -> tuple[Sitting, list[Proposal]]:
    sitting, items = adjourned(house)
    enclose(items[0], "Notat.pdf", b"notatet")
    sent(house, sitting)
    _, where = next_meeting(house)
    changes.approve_minutes(sitting=sitting, where=where, remark="", by=house.secretary, at=NOON)
    return Sitting.objects.get(pk=sitting.pk), items


def sealed(house) -> tuple[Sitting, list[Proposal]]:
    sitting, items = approved(house)
    changes.seal_minutes(sitting=sitting, signer=None, by=house.secretary, at=NOON)
    return Sitting.objects.get(pk=sitting.pk), items


def test_minutes_are_finished_after_the_meeting_and_unchanged_ones_once(house):
    sitting, _ = opened(house)
    with pytest.raises(Refused, match="Mødet er i gang"):
        finish(house, sitting)
    changes.withdraw_item(proposal=Proposal.objects.get(), because="", words=None, by=house.secretary, at=TEN)
    changes.adjourn_meeting(sitting=sitting, ends_at=None, by=house.secretary, at=TEN)
    first, again = finish(house, sitting), finish(house, sitting)
    assert first == again
    assert (first.kind, first.version) == ("minutes", None)


def test_finished_minutes_are_in_no_record_before_they_are_sent(house):
    sitting, _ = adjourned(house)
    reviewed(house, sitting)
    assert list(record.meetings_for(house.administrator)) == []
    sent_now, _ = changes.send_minutes(sitting=sitting, by=house.secretary, at=ELEVEN)
    (meeting,) = record.meetings_for(house.outsider)
    assert meeting.current_version == sent_now.version
    assert sent_now.version.kind == "minutes"


def test_help_left_in_a_text_stops_the_minutes(house):
    sitting, (item,) = adjourned(house)
    write(item, "Anledning", "occasion", "⟦Skriv her⟧")
    with pytest.raises(Refused, match="hjælpetekst"):
        finish(house, sitting)


def test_the_writer_does_not_review(house):
    sitting, _ = adjourned(house)
    finish(house, sitting)
    with pytest.raises(Refused, match="har selv skrevet referatet"):
        changes.ask_for_review(sitting=sitting, reviewer=house.secretary, by=house.secretary, at=TEN)


def test_only_the_one_who_was_asked_answers_and_a_no_has_words(house):
    sitting, _ = adjourned(house)
    frozen = finish(house, sitting)
    review = changes.ask_for_review(sitting=sitting, reviewer=house.member, by=house.secretary, at=TEN)
    answer = {"review": review, "digest": frozen.digest, "is_accepted": False, "comment": " ", "at": TEN}
    with pytest.raises(PermissionDenied):
        changes.answer_review(by=house.secretary, **answer)
    with pytest.raises(Refused, match="Skriv, hvad der skal rettes"):
        changes.answer_review(by=house.member, **answer)


def test_minutes_that_nobody_else_has_read_are_sent_with_a_warning_or_not_at_all(house):
    sitting, _ = adjourned(house)
    finish(house, sitting)
    BodyRules.objects.create(body=house.forum, settings={"severities": {"minutes.reviewed": "refusal"}})
    with pytest.raises(Refused, match="Bed en anden om at læse det"):
        changes.send_minutes(sitting=sitting, by=house.secretary, at=ELEVEN)
    BodyRules.objects.all().delete()
    _, (warning,) = changes.send_minutes(sitting=sitting, by=house.secretary, at=ELEVEN)
    assert warning.rule == "minutes.reviewed"


def test_a_change_after_the_review_asks_for_a_new_one(house):
    sitting, (item,) = adjourned(house)
    old = reviewed(house, sitting)
    changes.add_pledge(proposal=item, line="Bo Berg sender planen inden fredag", by=house.secretary, at=TEN)
    standing = queries.standing_of(sitting)
    assert (standing.is_changed, standing.accepted_by, standing.must_be_read_again_by) == (True, (), ("medlem",))
    with pytest.raises(Refused, match="er ændret, siden det blev gjort færdigt"):
        changes.send_minutes(sitting=sitting, by=house.secretary, at=ELEVEN)
    new = finish(house, sitting)
    again = changes.ask_for_review(sitting=sitting, reviewer=house.member, by=house.secretary, at=TEN)
    with pytest.raises(Refused, match="er ændret, mens du læste"):
        changes.answer_review(review=again, digest=old.digest, is_accepted=True, comment="", by=house.member, at=TEN)
    changes.answer_review(review=again, digest=new.digest, is_accepted=True, comment="", by=house.member, at=TEN)
    assert queries.standing_of(sitting).accepted_by == ("medlem",)
    _, warnings = changes.send_minutes(sitting=sitting, by=house.secretary, at=ELEVEN)
    assert warnings == ()


def test_minutes_sent_again_after_a_change_are_a_new_version_of_the_same_items(house):
    sitting, (item,) = adjourned(house)
    first = sent(house, sitting)
    kept = Proposal.objects.get(pk=item.pk).item_id
    with pytest.raises(Refused, match="allerede sendt"):
        changes.send_minutes(sitting=sitting, by=house.secretary, at=ELEVEN)
    say(item, "Tidsplanen følges.", by=house.secretary, at=NOON)
    second = sent(house, sitting, at=NOON)
    assert (first.version.number, second.version.number) == (1, 2)
    assert Proposal.objects.get(pk=item.pk).item_id == kept
    assert record.item_for(house.outsider, kept).decision.text == "Godkendt.\n\nTidsplanen følges."


def test_a_closed_item_keeps_the_whole_paper_and_its_attachment_from_others(house):
    sitting, (item, _) = adjourned(house, ["Personsag", "Budget"])
    Proposal.objects.filter(pk=item.pk).update(is_closed=True)
    enclose(item, "Notat.pdf", b"hemmeligt")
    frozen = sent(house, sitting)
    assert frozen.version.file.audience == house.forum.closed_audience
    meeting = record.meeting_for(house.outsider, sitting.pk)
    assert [one.title for one in record.items_of(house.outsider, meeting)] == ["Budget"]


def test_an_attachment_of_the_minutes_is_with_its_readers_once_they_are_sent(house):
    sitting, (item,) = adjourned(house)
    given = {"proposal": item, "by": house.secretary, "at": TEN}
    shown = changes.add_enclosure(upload=changes.Upload(b"%PDF-1.4 notat", "Notat.pdf"), **given)
    hidden = changes.add_enclosure(upload=changes.Upload(b"%PDF-1.4 navne", "Navne.pdf", is_confidential=True), **given)
    assert shown.file.audience is None
    sent(house, sitting)
    shown.refresh_from_db()
    hidden.refresh_from_db()
    assert shown.file.audience == house.forum.open_audience
    assert hidden.file.audience == house.forum.closed_audience
    found = record.item_for(house.outsider, Proposal.objects.get(pk=item.pk).item_id).attachments.all()
    assert [(one.name, one.file) for one in found] == [("Notat", shown.file)]
    assert shown.sent_at == ELEVEN


def test_approval_of_the_agenda_and_of_the_minutes_are_two_facts_at_the_item_where_they_happened(house):
    sitting, _ = adjourned(house)
    frozen = sent(house, sitting)
    here, where = next_meeting(house)
    agenda = changes.approve_agenda(where=where, remark="", by=house.secretary, at=NOON)
    minutes = changes.approve_minutes(sitting=sitting, where=where, remark="Rettet", by=house.secretary, at=NOON)
    assert (agenda.sitting, agenda.what, agenda.where) == (here, "agenda", where)
    assert (minutes.sitting, minutes.what, minutes.where, minutes.frozen) == (sitting, "minutes", where, frozen)
    assert Sitting.objects.get(pk=sitting.pk).state == "approved"
    assert Sitting.objects.get(pk=here.pk).state == "in_session"
    with pytest.raises(Refused, match="allerede godkendt"):
        changes.approve_agenda(where=where, remark="", by=house.secretary, at=NOON)
    with pytest.raises(Refused, match="allerede godkendt"):
        changes.approve_minutes(sitting=sitting, where=where, remark="", by=house.secretary, at=NOON)
    assert Approval.objects.count() == 2


def test_minutes_are_not_approved_unsent_changed_elsewhere_or_on_the_same_day(house):
    sitting, (item,) = adjourned(house)
    _, where = next_meeting(house)

    def approve(**facts):
        given = {"sitting": sitting, "where": where, "remark": "", "by": house.secretary, "at": NOON} | facts
        return changes.approve_minutes(**given)

    with pytest.raises(Refused, match="Referatet er ikke sendt"):
        approve()
    with pytest.raises(Refused, match="på et senere møde"):
        approve(where=item)
    sent(house, sitting)
    say(item, "Nyt", by=house.secretary, at=NOON)
    with pytest.raises(Refused, match="er ændret, siden det blev sendt"):
        approve()
    assert not Approval.objects.exists()


def test_an_item_that_approved_nothing_approves_no_minutes(house):
    sitting, _ = adjourned(house)
    sent(house, sitting)
    _, where = next_meeting(house)
    changes.reopen_item(proposal=where, by=house.secretary, at=NOON)
    decide(house, where, letter="E")
    with pytest.raises(Refused, match="er ikke godkendt på mødet"):
        changes.approve_minutes(sitting=sitting, where=where, remark="", by=house.secretary, at=NOON)


def test_minutes_of_another_body_are_approved_there(house):
    sitting, _ = adjourned(house)
    sent(house, sitting)
    _, where = next_meeting(house)
    sitting.meeting.body = find_or_make_body("Direktørforum", reading_audience="signed_in", by=OPERATOR, at=AT)
    sitting.meeting.save()
    with pytest.raises(Refused, match="Referatet er fra Direktørforum og godkendes der"):
        changes.approve_minutes(sitting=sitting, where=where, remark="", by=house.administrator, at=NOON)


def test_unapproved_minutes_are_not_sealed(house):
    sitting, _ = adjourned(house)
    sent(house, sitting)
    with pytest.raises(Refused, match=r"så referatet kan ikke forsegles. Godkend referatet først"):
        changes.seal_minutes(sitting=sitting, signer=None, by=house.secretary, at=NOON)


def test_the_seal_stands_in_the_log_with_its_digest(house):
    sitting, _ = sealed(house)
    seal = Seal.objects.get(sitting=sitting)
    (act,) = [act for act in acts_on("sitting", [sitting.pk]) if act.action == "sealed_minutes"]
    assert (act.number, act.facts["digest"], act.facts["signed"]) == (seal.audit_number, seal.digest, "")
    assert sitting.state == "sealed"


def test_a_signed_paper_is_kept_beside_the_seal(house):
    sitting, _ = approved(house)
    seal, _ = changes.seal_minutes(sitting=sitting, signer=lambda pdf: pdf + b"%signed", by=house.secretary, at=NOON)
    assert path_of(seal.signed.sha256).read_bytes().endswith(b"%signed")
    assert seal.signed.name == "REFERAT Chefforum d. 20-01-2022 - underskrevet.pdf"
    assert seal.signed.audience == house.forum.open_audience


def test_after_the_seal_every_verb_refuses_and_says_that_corrections_are_added(house):
    sitting, (item,) = sealed(house)
    by, at = house.secretary, NOON
    attempts = [
        lambda: changes.add_pledge(proposal=item, line="Bo sender", by=by, at=at),
        lambda: say(item, "Andet", by=by, at=at),
        lambda: decide(house, item, letter="E", at=at),
        lambda: changes.reopen_item(proposal=item, by=by, at=at),
        lambda: changes.finish_minutes(sitting=sitting, by=by, at=at),
        lambda: changes.resume_meeting(sitting=sitting, by=by, at=at),
        lambda: changes.ask_guest(sitting=sitting, name="Ny", by=by, at=at),
        lambda: changes.add_enclosure(proposal=item, upload=changes.Upload(b"%PDF-1.4 x", "Nyt.pdf"), by=by, at=at),
        lambda: changes.seal_minutes(sitting=sitting, signer=None, by=by, at=at),
    ]
    for attempt in attempts:
        with pytest.raises(Refused, match="forseglet"):
            attempt()


def test_the_database_refuses_what_goes_past_the_rules(house):
    sitting, (item,) = sealed(house)
    attendee = Attendee.objects.filter(sitting=sitting).first()
    past = [
        lambda: Point.objects.filter(proposal=item).update(outcome="rejected"),
        lambda: Point.objects.filter(proposal=item).delete(),
        lambda: Pledge.objects.create(proposal=item, position=9, line="x"),
        lambda: Text.objects.create(proposal=item, position=9, heading="x", kind="other"),
        lambda: Enclosure.objects.filter(proposal=item).update(name="x"),
        lambda: Proposal.objects.filter(pk=item.pk).update(title="x"),
        lambda: Attendee.objects.filter(pk=attendee.pk).update(is_present=True),
        lambda: Sitting.objects.filter(pk=sitting.pk).update(state="minutes"),
        lambda: Frozen.objects.filter(sitting=sitting).update(content="{}"),
        lambda: Frozen.objects.filter(sitting=sitting, kind="minutes").update(version=None),
        lambda: Seal.objects.filter(sitting=sitting).update(digest="0" * 64),
        lambda: Seal.objects.filter(sitting=sitting).delete(),
    ]
    for write_past in past:
        with pytest.raises(IntegrityError), transaction.atomic():
            write_past()
    other = Proposal.objects.exclude(meeting=sitting.pk).get()
    Proposal.objects.filter(pk=other.pk).update(title="Et andet møde skrives videre")


def test_a_correction_is_added_approved_once_and_shown_beside(house):
    sitting, (item,) = sealed(house)
    where = Proposal.objects.exclude(meeting=sitting.pk).get()
    by = house.secretary
    with pytest.raises(Refused, match="Skriv rettelsen"):
        changes.add_correction(sitting=sitting, proposal=item, text=" ", by=by, at=NOON)
    with pytest.raises(Refused, match="hører til et andet møde"):
        changes.add_correction(sitting=sitting, proposal=where, text="x", by=by, at=NOON)
    before = Frozen.objects.get(sitting=sitting, kind="minutes").content
    correction = changes.add_correction(sitting=sitting, proposal=item, text="Der menes 2023.", by=by, at=NOON)
    (shown,) = queries.corrections_of(house.outsider, sitting.pk)
    assert (shown.text, shown.approved_on) == ("Der menes 2023.", None)
    changes.approve_correction(correction=correction, where=where, by=by, at=NOON)
    with pytest.raises(Refused, match="allerede godkendt"):
        changes.approve_correction(correction=correction, where=where, by=by, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.filter(pk=correction.pk).update(text="Andet")
    assert Frozen.objects.get(sitting=sitting, kind="minutes").content == before


def test_a_correction_of_a_closed_item_is_not_for_everybody(house):
    sitting, (item, _) = adjourned(house, ["Personsag", "Budget"])
    Proposal.objects.filter(pk=item.pk).update(is_closed=True)
    sent(house, sitting)
    _, where = next_meeting(house)
    changes.approve_minutes(sitting=sitting, where=where, remark="", by=house.secretary, at=NOON)
    for about in (item, None):
        changes.add_correction(sitting=sitting, proposal=about, text="Navnet", by=house.secretary, at=NOON)
    assert queries.corrections_of(house.outsider, sitting.pk) == []
    assert len(queries.corrections_of(house.secretary, sitting.pk)) == 2


def test_minutes_that_are_not_approved_are_changed_not_corrected(house):
    sitting, (item,) = adjourned(house)
    with pytest.raises(Refused, match="Ret teksten i det"):
        changes.add_correction(sitting=sitting, proposal=item, text="x", by=house.secretary, at=NOON)

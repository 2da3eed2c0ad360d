"""After the agenda was sent: supplements, late enclosures, withdrawn items, moved and cancelled meetings, and what a
reader is told of it."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.meetings import queries as record
from raadhus.domains.proceedings import changes, papers, queries
from raadhus.domains.proceedings.models import Enclosure, Frozen, Proposal, ReadMark, Sitting
from raadhus.foundation.audit.queries import acts_on
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, MEETS, TODAY, House, put_on, ready, titles_on, write
from tests.domains.proceedings.test_enclosures import PDF, add
from tests.domains.proceedings.test_sending_an_agenda import agenda, close, items, send

LATER = changes.When(date(2022, 2, 3), time(10), time(12), "Mødelokale 2")
__all__ = ["agenda"]  # the fixture


@pytest.fixture
def sent(house, agenda) -> Sitting:
    """Sent, and read by the outsider and the member."""
    send(house, agenda)
    for reader in (house.outsider, house.member):
        changes.mark_read(sitting=agenda, number=1, by=reader, at=AT)
    agenda.refresh_from_db()
    return agenda


def supplement(house: House, sitting: Sitting, by=None) -> changes.Sent:
    return changes.send_supplement(sitting=sitting, by=by or house.secretary, at=AT)


def item(title: str) -> Proposal:
    return Proposal.objects.filter(title=title).latest("pk")


def told(reader, sitting: Sitting) -> dict:
    return {change.title: change for change in queries.changed_since(reader, sitting).items}


def test_a_supplement_with_nothing_new_is_refused(house, sent) -> None:
    with pytest.raises(Refused, match="intet nyt siden 10-01-2022"):
        supplement(house, sent)


def test_before_the_agenda_there_is_no_supplement(house, agenda) -> None:
    with pytest.raises(Refused, match="ikke sendt endnu"):
        supplement(house, agenda)


def test_an_added_item_comes_last_and_is_new_to_who_has_read(house, sent) -> None:
    put_on(house, sent, ready(house, "Hastesag"))
    assert told(house.outsider, sent) == {}
    frozen = supplement(house, sent).frozen
    assert (frozen.number, frozen.kind, frozen.version.number) == (2, "supplement", 2)
    assert [one.title for one in items(house.secretary, sent)] == ["Boligprogram", "Personsag", "Hastesag"]
    change = told(house.outsider, sent)["Hastesag"]
    assert (change.is_new, change.number) == (True, "3")
    changes.mark_read(sitting=sent, number=2, by=house.outsider, at=AT)
    assert told(house.outsider, sent) == {}


def test_an_item_keeps_its_address_through_supplements(house, sent) -> None:
    before = item("Boligprogram").item_id
    put_on(house, sent, ready(house, "Hastesag"))
    supplement(house, sent)
    assert item("Boligprogram").item_id == before
    assert list(record.broken_meetings()) == []
    assert list(queries.broken_frozen()) == []


def test_a_late_enclosure_is_late_and_a_corrected_one_tells_what_it_replaces(house, sent) -> None:
    row = item("Boligprogram")
    old = Enclosure.objects.get(name="Status.pptx.pdf")
    new = changes.replace_enclosure(
        enclosure=old, upload=changes.Upload(PDF + b"9", "Status.pdf", "tilrettet"), by=house.officer, at=AT
    )
    late = add(house, row, PDF + b"8", "Eftersendt notat.pdf")
    assert (late.stage, new.stage) == ("late", "late")
    supplement(house, sent)
    pairs = [(one.before and one.before.name, one.after.name, one.after.label)
             for one in told(house.outsider, sent)["Boligprogram"].enclosures]  # fmt: skip
    assert pairs == [("Status.pptx.pdf", "Status.pdf", "tilrettet"), (None, "Eftersendt notat.pdf", "")]
    names = [one.name for one in items(house.outsider, sent)[0].attachments.all()]
    assert names == ["Status - Tilrettet", "Eftersendt notat"]
    assert queries.enclosure_for(house.outsider, old.pk, on=TODAY) == old  # what was sent can still be read


def test_a_late_enclosure_is_nobodys_before_the_supplement(house, sent) -> None:
    late = add(house, item("Boligprogram"), PDF + b"8", "Eftersendt notat.pdf")
    with pytest.raises(Enclosure.DoesNotExist):
        queries.enclosure_for(house.outsider, late.pk, on=TODAY)
    supplement(house, sent)
    assert queries.enclosure_for(house.outsider, late.pk, on=TODAY) == late


def test_changed_words_are_shown_word_by_word(house, sent) -> None:
    write(item("Boligprogram"), "occasion", "Anledningen er meget åben")
    assert "meget" not in items(house.outsider, sent)[0].sections.all()[0].text
    supplement(house, sent)
    (change,) = told(house.outsider, sent)["Boligprogram"].texts
    assert [(str(piece.kind), piece.text.strip()) for piece in change.pieces if piece.text.strip()] == [
        ("same", "Anledningen er"), ("added", "meget"), ("same", "åben"),
    ]  # fmt: skip


def test_of_closed_and_confidential_parts_only_their_readers_are_told(house, sent) -> None:
    write(item("Personsag"), "occasion", "Lukket anledning, ny")
    write(item("Boligprogram"), "account", "Hemmelig pris, ny", confidential=True)
    supplement(house, sent)
    assert told(house.outsider, sent) == {}
    assert set(told(house.member, sent)) == {"Personsag", "Boligprogram"}
    assert queries.changed_since(house.chair, sent) is None  # marked nothing as read


def test_an_item_that_was_closed_since_is_told_of_no_more(house, sent) -> None:
    row = item("Boligprogram")
    close(house, row)
    write(row, "occasion", "Nu lukket")
    supplement(house, sent)
    assert told(house.outsider, sent) == {}
    assert "Boligprogram" in told(house.member, sent)
    assert [one.title for one in items(house.secretary, sent)] == ["Boligprogram", "Personsag"]


def test_what_is_not_the_readers_cannot_be_marked_compared_or_printed(house, sent, anonymous) -> None:
    put_on(house, sent, ready(house, "Hastesag"))
    frozen = supplement(house, sent).frozen
    house.forum.open_audience.kind = "named"
    house.forum.open_audience.save()
    for ask in (
        lambda: changes.mark_read(sitting=sent, number=1, by=house.outsider, at=AT),
        lambda: queries.changed_since(house.outsider, sent),
        lambda: queries.changed_since(anonymous, sent),
        lambda: papers.supplement(house.outsider, frozen),
    ):
        with pytest.raises(Sitting.DoesNotExist):
            ask()


def test_who_is_not_signed_in_marks_nothing(house, sent, anonymous) -> None:
    house.forum.open_audience.kind = "everyone"
    house.forum.open_audience.save()
    with pytest.raises(PermissionDenied):
        changes.mark_read(sitting=sent, number=1, by=anonymous, at=AT)
    assert queries.changed_since(anonymous, sent) is None


def test_a_number_that_was_never_sent_is_not_marked(house, sent) -> None:
    with pytest.raises(Refused, match="ingen dagsorden med det nummer"):
        changes.mark_read(sitting=sent, number=7, by=house.outsider, at=AT)
    assert ReadMark.objects.get(user=house.outsider).frozen.number == 1


def test_a_withdrawn_item_keeps_its_place_and_says_why(house, sent) -> None:
    changes.withdraw_proposal(proposal=item("Boligprogram"), because="Tallene mangler", by=house.secretary, at=AT)
    supplement(house, sent)
    first = items(house.outsider, sent)[0]
    assert (first.number, first.title) == ("1", "Boligprogram")
    assert (first.sections.all()[0].heading, first.sections.all()[0].text) == ("Udgår", "Tallene mangler")
    assert told(house.outsider, sent)["Boligprogram"].was_withdrawn
    changes.bring_back(proposal=item("Boligprogram"), by=house.secretary, at=AT)
    supplement(house, sent)
    assert told(house.outsider, sent) == {}
    assert items(house.outsider, sent)[0].sections.all()[0].heading == "Anledning"
    assert list(record.broken_meetings()) == []


def test_sent_items_are_not_taken_off_but_moved(house, sent) -> None:
    with pytest.raises(Refused, match="sendt ud med dagsordenen"):
        changes.take_off_agenda(proposal=item("Boligprogram"), by=house.secretary, at=AT)
    later = house.plan(LATER)
    copy = changes.move_to_meeting(proposal=item("Boligprogram"), to=later, by=house.secretary, at=AT)
    old = Proposal.objects.get(pk=copy.came_from_id)
    assert (old.state, old.withdrawn_because) == ("withdrawn", "Flyttet til mødet torsdag den 3. februar 2022.")
    assert (titles_on(sent), titles_on(later)) == (["Boligprogram", "Personsag"], ["Boligprogram"])
    assert [stop.meets_on for stop in queries.path_of(house.secretary, copy, on=TODAY)] == [
        MEETS.starts_on,
        LATER.starts_on,
    ]


def test_items_in_a_new_order_are_told_as_moved(house, sent) -> None:
    changes.move_item(proposal=item("Personsag"), to=0, revision=sent.revision, seen=None, by=house.secretary, at=AT)
    supplement(house, sent)
    assert [(one.number, one.title) for one in items(house.member, sent)] == [("1", "Personsag"), ("2", "Boligprogram")]
    assert any(change.was_moved for change in told(house.member, sent).values())
    assert list(record.broken_meetings()) == []


def _move(house: House, sitting: Sitting, when: changes.When = LATER, revision: int | None = None, by=None):
    given = sitting.revision if revision is None else revision
    return changes.move_sitting(sitting=sitting, when=when, link="", revision=given, by=by or house.secretary, at=AT)


def test_a_meeting_moved_after_sending_tells_its_readers_and_says_what_to_do(house, sent) -> None:
    (warning,) = _move(house, sent)
    assert warning.rule == "notice.moved"
    assert "Send besked om den nye tid til alle" in warning.sentence
    assert queries.changed_since(house.outsider, sent).head == (
        "Mødet er flyttet fra torsdag den 20. januar 2022 kl. 09.00-11.00 "
        "til torsdag den 3. februar 2022 kl. 10.00-12.00.",
        "Mødestedet er nu Mødelokale 2.",
    )
    meeting = record.meeting_for(house.outsider, sent.pk)
    assert (meeting.starts_on, meeting.starts_at, meeting.place) == (LATER.starts_on, LATER.starts_at, "Mødelokale 2")
    assert list(record.broken_meetings()) == []
    assert list(queries.broken_frozen()) == []


def test_moving_a_sent_meeting_lets_no_draft_out(house, sent) -> None:
    put_on(house, sent, ready(house, "Hastesag"))
    write(item("Boligprogram"), "occasion", "Kladde")
    _move(house, sent)
    assert [one.title for one in items(house.secretary, sent)] == ["Boligprogram", "Personsag"]
    assert told(house.outsider, sent) == {}


def test_a_meeting_moved_before_sending_tells_nobody(house, agenda) -> None:
    agenda.refresh_from_db()
    assert _move(house, agenda) == ()
    assert Frozen.objects.count() == 0
    assert list(acts_on("sitting", [agenda.pk]))[-1].facts["to"]["starts_on"] == "2022-02-03"


def test_two_who_move_a_meeting_at_once_see_both_times(house, sent) -> None:
    seen = Sitting.objects.select_related("meeting").get(pk=sent.pk)
    _move(house, sent)
    with pytest.raises(Conflict, match="Se den nye tid") as conflict:
        _move(house, seen, changes.When(date(2022, 2, 10), time(9)), by=house.administrator)
    assert conflict.value.theirs["starts_on"] == "2022-02-03"
    assert conflict.value.yours["starts_on"] == "2022-02-10"


def test_a_meeting_is_not_moved_onto_another(house, sent) -> None:
    house.plan(LATER)
    with pytest.raises(Refused, match="allerede et møde"):
        _move(house, sent)


def test_a_cancelled_meeting_tells_its_readers_why(house, sent) -> None:
    with pytest.raises(Refused, match="hvorfor mødet aflyses"):
        changes.cancel_sitting(sitting=sent, because=" ", by=house.secretary, at=AT)
    changes.cancel_sitting(sitting=sent, because="Sygdom", by=house.secretary, at=AT)
    assert queries.changed_since(house.outsider, sent).head == ("Mødet er aflyst: Sygdom",)
    with pytest.raises(Refused, match="allerede aflyst"):
        changes.cancel_sitting(sitting=sent, because="Sygdom", by=house.secretary, at=AT)


def test_a_cancelled_meeting_takes_no_items_and_gives_its_own_to_another(house, sent) -> None:
    changes.cancel_sitting(sitting=sent, because="Sygdom", by=house.secretary, at=AT)
    with pytest.raises(Refused, match="aflyst"):
        put_on(house, sent, ready(house, "Ny"))
    later = house.plan(LATER)
    changes.move_to_meeting(proposal=item("Boligprogram"), to=later, by=house.secretary, at=AT)
    assert titles_on(later) == ["Boligprogram"]


def test_a_revived_meeting_is_sent_again(house, sent) -> None:
    changes.cancel_sitting(sitting=sent, because="Sygdom", by=house.secretary, at=AT)
    changes.revive_sitting(sitting=sent, by=house.secretary, at=AT)
    assert send(house, sent).frozen.number == 3
    assert queries.changed_since(house.outsider, sent).head == ()


def test_the_paper_of_a_supplement_has_only_what_is_new_to_its_reader(house, sent) -> None:
    put_on(house, sent, ready(house, "Hastesag"))
    write(item("Personsag"), "occasion", "Lukket anledning, ny")
    frozen = supplement(house, sent).frozen
    paper = papers.supplement(house.outsider, frozen)
    assert paper.title == "TILLÆGSDAGSORDEN Chefforum d. 20-01-2022"
    assert [one.title for one in paper.items] == ["Hastesag"]
    assert [one.title for one in papers.supplement(house.member, frozen).items] == ["Personsag", "Hastesag"]
    assert papers.supplement_pdf(house.outsider, frozen)[0].startswith(b"%PDF")


def test_the_agenda_itself_is_no_supplement(house, sent) -> None:
    with pytest.raises(Refused, match="ikke en tillægsdagsorden"):
        papers.supplement(house.outsider, Frozen.objects.get())

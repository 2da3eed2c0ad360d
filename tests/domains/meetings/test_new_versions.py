"""A corrected document: items keep their address, corrections and settled promises stand."""

from dataclasses import replace

from raadhus.domains.followup.changes import accept_commitment, reject_commitment
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings import queries
from raadhus.domains.meetings.changes import correct_item, place_unread_line, set_aside_unread_line
from raadhus.domains.meetings.models import Item, Section, UnreadLine
from raadhus.domains.meetings.rules import replaces, same_items
from raadhus.foundation.files.models import StoredFile
from raadhus.pure.minutes.structure import Commitment as Promise
from raadhus.pure.minutes.structure import Decision, NotUnderstood
from raadhus.pure.minutes.structure import Item as ReadItem
from tests.cast import AT, OPERATOR, closed_item, minutes_of, open_item


def _items(meeting_id: int) -> list[Item]:
    return queries.items_of(OPERATOR, queries.meeting_for(OPERATOR, meeting_id))


def _correct(item: Item, **facts) -> None:
    as_is = {
        "number": item.number,
        "title": item.title,
        "case_number": item.case_words,
        "is_closed": item.is_closed,
        "outcome": item.decision.outcome,
    }
    correct_item(item=item, **(as_is | facts), by=OPERATOR, at=AT)


def _consistent() -> bool:
    return list(queries.broken_meetings()) == []


def test_items_that_change_places_keep_their_address(store, stored):
    store(minutes_of(closed_item(), open_item()))
    assert [item.pk for item in _items(stored.meeting_id)] == [stored.closed_id, stored.open_id]
    assert _consistent()


def test_a_retitled_item_keeps_its_address_by_number_and_case(store, stored):
    retitled = replace(open_item(), title="Start af indsatsen")
    store(minutes_of(retitled, closed_item()))
    first, _ = _items(stored.meeting_id)
    assert (first.pk, first.title) == (stored.open_id, "Start af indsatsen")


def test_an_item_left_out_keeps_its_row_but_is_no_longer_current(store, stored, secretary):
    store(minutes_of(open_item()))
    assert [item.pk for item in _items(stored.meeting_id)] == [stored.open_id]
    gone = queries.item_for(secretary, stored.closed_id)
    assert gone.version_id != gone.meeting.current_version_id
    assert [case.number for case in queries.cases_for(secretary)] == ["15.40.00-P05-1-21"]


def test_an_item_that_comes_back_has_its_old_address(store, stored):
    store(minutes_of(open_item()))
    store(minutes_of(open_item(), closed_item(), place="Kantinen"))
    assert [item.pk for item in _items(stored.meeting_id)] == [stored.open_id, stored.closed_id]
    assert _consistent()


def test_what_a_person_corrected_stands_unless_the_document_changes_at_that_place(store, stored):
    first, _ = _items(stored.meeting_id)
    _correct(first, title="Rettet titel", number="1a", outcome="noted")
    store(minutes_of(open_item(), closed_item(), place="Kantinen"))
    kept, _ = _items(stored.meeting_id)
    assert (kept.title, kept.number, kept.decision.outcome) == ("Rettet titel", "1a", "noted")
    assert not kept.decision.outcome_is_read
    store(minutes_of(replace(open_item(), title="Dokumentets nye titel"), closed_item()))
    changed, _ = _items(stored.meeting_id)
    assert (changed.pk, changed.title, changed.number) == (stored.open_id, "Dokumentets nye titel", "1a")
    assert _consistent()


def test_an_outcome_that_a_person_set_stands_while_the_decisions_words_do(store, stored):
    first, _ = _items(stored.meeting_id)
    _correct(first, outcome="noted")
    store(minutes_of(replace(open_item(), attachments=("Kun ét bilag.pdf",)), closed_item()))
    kept, _ = _items(stored.meeting_id)
    assert ([file.name for file in kept.attachments.all()], kept.decision.outcome) == (["Kun ét bilag.pdf"], "noted")
    store(minutes_of(replace(open_item(), decision=Decision("Udsat.", "deferred")), closed_item()))
    anew, _ = _items(stored.meeting_id)
    assert (anew.decision.outcome, anew.decision.outcome_is_read) == ("deferred", True)


def test_accepted_and_rejected_promises_stay_so(store, stored):
    accepted, rejected = Commitment.objects.order_by("source_id")
    accept_commitment(commitment=accepted, by=OPERATOR, at=AT)
    reject_commitment(commitment=rejected, by=OPERATOR, at=AT)
    store(minutes_of(closed_item(), open_item(), place="Kantinen"))
    now = {row.pk: (row.status, row.source_id) for row in Commitment.objects.all()}
    assert now == {accepted.pk: ("accepted", stored.open_id), rejected.pk: ("rejected", stored.closed_id)}
    assert _consistent()


def test_a_promise_moves_along_with_its_words_to_another_item(store, stored):
    row = Commitment.objects.get(source_id=stored.open_id)
    accept_commitment(commitment=row, by=OPERATOR, at=AT)
    bare = replace(open_item(), commitments=())
    other = replace(closed_item(), closed=False, commitments=open_item().commitments)
    store(minutes_of(bare, other))
    row.refresh_from_db()
    assert (row.source_id, row.status, row.audience) == (stored.closed_id, "accepted", stored.body.open_audience)


def test_a_promise_whose_words_are_gone_goes_unless_somebody_settled_it(store, stored):
    accept_commitment(commitment=Commitment.objects.get(source_id=stored.open_id), by=OPERATOR, at=AT)
    store(minutes_of(replace(open_item(), commitments=()), replace(closed_item(), commitments=())))
    (left,) = Commitment.objects.all()
    assert (left.source_id, left.status, left.position) == (stored.open_id, "accepted", 1)
    assert _consistent()


def test_a_settled_promise_without_its_words_stands_behind_new_ones(store, stored):
    accept_commitment(commitment=Commitment.objects.get(source_id=stored.open_id), by=OPERATOR, at=AT)
    new = tuple(Promise("task", f"Ida gør {what}", ("Ida",), None, None, "decision") for what in ("a", "b"))
    store(minutes_of(replace(open_item(), commitments=new), closed_item()))
    (first, _) = _items(stored.meeting_id)
    assert [(row.position, row.status) for row in first.commitments] == [
        (1, "suggested"),
        (2, "suggested"),
        (3, "accepted"),
    ]


def test_the_same_words_told_twice_stay_two_promises(store, stored):
    twice = (*open_item().commitments, *open_item().commitments)
    store(minutes_of(replace(open_item(), commitments=twice), closed_item()))
    assert Commitment.objects.filter(source_id=stored.open_id).count() == 2


def test_an_item_that_turns_out_closed_takes_its_promises_and_every_file_with_it(store, outsider):
    imported = store(minutes_of(open_item()), b"the open one")
    assert len(_items(imported.meeting_id)[0].commitments) == 1
    store(minutes_of(replace(open_item(), closed=True)), b"the closed one")
    closed = queries.meeting_for(OPERATOR, imported.meeting_id).body.closed_audience
    assert {file.audience for file in StoredFile.objects.all()} == {closed}
    assert {row.audience for row in Commitment.objects.all()} == {closed}
    assert queries.items_of(outsider, queries.meeting_for(outsider, imported.meeting_id)) == []


def test_an_item_that_turns_out_open_leaves_the_document_that_closed_it_closed(store, outsider):
    imported = store(minutes_of(replace(open_item(), closed=True)), b"the closed one")
    store(minutes_of(open_item()), b"the open one")
    (version,) = queries.versions_of(outsider, queries.meeting_for(outsider, imported.meeting_id))
    assert version.number == 2


def test_sections_that_stand_follow_to_their_new_lines(store, stored):
    pushed = replace(
        open_item(), sections=tuple(replace(part, lines=(part.lines[0] + 10, 99)) for part in open_item().sections)
    )
    store(minutes_of(pushed, closed_item(), place="Kantinen"))
    assert list(Section.objects.filter(item=stored.open_id).values_list("first_line", "last_line")) == [
        (15, 99),
        (19, 99),
        (23, 99),
    ]


def test_a_settled_line_stays_settled_in_the_next_version(store, stored):
    lines = (NotUnderstood("Stempel: modtaget", 3), NotUnderstood("Sendes til høring", 4), NotUnderstood("Ny", 5))
    store(minutes_of(place="Kantinen", not_understood=lines[:2]))
    stamp, hearing = UnreadLine.objects.filter(version__number=2).order_by("line")
    set_aside_unread_line(line=stamp, by=OPERATOR, at=AT)
    item = _items(stored.meeting_id)[0]
    place_unread_line(line=hearing, item=item, section_kind="decision", by=OPERATOR, at=AT)
    store(minutes_of(place="Lokale 3", not_understood=lines))
    meeting = queries.meeting_for(OPERATOR, stored.meeting_id)
    assert [line.settled_as for line in queries.unread_lines_of(OPERATOR, meeting)] == ["set_aside", "placed", ""]
    assert _items(stored.meeting_id)[0].decision.text.endswith("\nSendes til høring")
    assert _consistent()


def test_a_placed_line_is_asked_about_again_where_its_item_was_read_anew(store, stored):
    line = UnreadLine.objects.get()
    item = _items(stored.meeting_id)[0]
    place_unread_line(line=line, item=item, section_kind="account", by=OPERATOR, at=AT)
    store(minutes_of(replace(open_item(), attachments=()), closed_item()))
    (again,) = queries.unread_lines_of(OPERATOR, queries.meeting_for(OPERATOR, stored.meeting_id))
    assert (again.text, again.settled_as) == ("Stempel: modtaget", "")
    assert not Section.objects.filter(item=stored.open_id, kind="account").exists()


def test_minutes_stand_above_an_agenda_whatever_came_last():
    assert replaces("minutes", "agenda")
    assert replaces("minutes", "minutes")
    assert replaces("agenda", "agenda")
    assert replaces("unknown", "unknown")
    assert not replaces("agenda", "minutes")
    assert not replaces("unknown", "agenda")


def test_which_item_is_which():
    old = [ReadItem("1", "Godkendelse", "A"), ReadItem("2", "Budget", "B"), ReadItem("3", "Eventuelt", "A")]
    assert same_items(old, old) == {0: 0, 1: 1, 2: 2}
    renumbered = [ReadItem("1", "Nyt punkt"), ReadItem("2", "godkendelse"), ReadItem("3", "Budget")]
    assert same_items(old, renumbered) == {1: 0, 2: 1}
    by_case = [ReadItem("7", "Budget 2023", "B"), ReadItem("8", "Noget", "A")]
    assert same_items(old, by_case) == {0: 1}  # two items have case A, so it says nothing
    assert same_items([ReadItem(None, "Ens"), ReadItem(None, "Ens")], [ReadItem(None, "Ens")]) == {0: 0}

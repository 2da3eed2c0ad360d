"""Nothing reaches a body's public page but accepted promises of open items that everybody reads; and it goes at once
when that is so no more."""

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.followup import changes as followup
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings.changes import correct_item
from raadhus.domains.meetings.models import Body, Item, Meeting
from raadhus.domains.publishing import changes, queries
from raadhus.foundation.accounts.changes import change_readers
from raadhus.foundation.audit.models import Entry
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.minutes.structure import Minutes
from tests.cast import AT, OPERATOR, minutes_of
from tests.domains.publishing.conftest import ITEMS, LATER, NUMBERS, PLAN, SECRET


def _set(body: Body, is_on: bool, revision: int, by=OPERATOR):
    return changes.set_publication(body=body, is_on=is_on, revision=revision, by=by, at=LATER)


def test_a_body_publishes_nothing_until_somebody_decides_it(committee):
    assert list(queries.publishing_bodies()) == []
    with pytest.raises(Body.DoesNotExist):
        queries.publishing_body(committee.body.pk)
    assert committee.publish() == changes.Difference((), (), ())
    _set(committee.body, True, 0)
    assert queries.publishing_body(committee.body.pk) == committee.body


def test_only_open_items_are_published(register):
    assert register.said() == [PLAN, NUMBERS]
    assert SECRET not in repr(register.rows())


def test_only_administrators_decide_and_two_at_once_are_told(committee):
    with pytest.raises(PermissionDenied):
        _set(committee.body, True, 0, by=committee.keeper)
    _set(committee.body, True, 0)
    with pytest.raises(Conflict, match="Offentliggørelsen blev ændret"):
        _set(committee.body, False, 0)


def test_a_body_whose_open_items_not_everybody_reads_cannot_publish(store):
    stored = store(minutes_of(*ITEMS, body="Chefforum"))
    body = Meeting.objects.get(pk=stored.meeting_id).body
    with pytest.raises(Refused, match="referater er offentlige"):
        _set(body, True, 0)


def test_a_body_that_closes_itself_has_no_page_any_more(register):
    change_readers(audience=register.body.open_audience, kind="signed_in", by=OPERATOR, at=LATER)
    assert list(queries.publishing_bodies()) == []
    assert register.rows() == []
    changes.publish_what_is_due(at=LATER)
    assert not queries.what_stood_when(OPERATOR, register.body, on=LATER.date()).filter(until=None).exists()


def test_an_item_closed_later_takes_its_promises_with_it_before_anything_is_published_anew(register):
    Item.objects.filter(title="Budget 2023").update(is_closed=True)
    assert register.rows() == []


def test_closed_and_opened_again_by_a_person_it_is_gone_and_comes_back(register):
    for is_closed, shown in ((True, []), (False, [PLAN, NUMBERS])):
        row = register.item()
        correct_item(
            item=row, number=row.number, title=row.title, case_number=row.case_words, is_closed=is_closed,
            outcome="approved", by=OPERATOR, at=LATER,
        )  # fmt: skip
        assert register.said() == [], "open again, it is shown once that is noted"
        register.publish()
        assert register.said() == shown
    stood = queries.what_stood_when(register.keeper, register.body, on=LATER.date()).filter(content__decision=PLAN)
    assert [row.until for row in stood.order_by("pk")] == [LATER, None]


def test_a_confidential_audience_is_enough_to_keep_it_out(register):
    closed = register.body.closed_audience
    Commitment.objects.filter(quote=PLAN).update(audience=closed)
    assert register.said() == [NUMBERS]
    Item.objects.filter(title="Budget 2023").update(audience=closed)
    assert register.rows() == []


def test_an_item_that_the_newest_minutes_left_out_is_retracted(register):
    register.store(minutes_of(ITEMS[1], body="Økonomiudvalget"), opens_to="everyone")
    assert register.rows() == []


def test_what_stands_only_in_an_agenda_is_no_decision(register):
    register.store(
        minutes_of(ITEMS[0], body="Økonomiudvalget", kind="agenda", starts_at="2022-02-03T09:00"), opens_to="everyone"
    )
    for row in Commitment.objects.filter(status="suggested"):
        followup.accept_commitment(commitment=row, by=OPERATOR, at=LATER)
    assert register.publish() == changes.Difference((), (), ())


@pytest.mark.parametrize("change", [followup.reject_commitment, followup.reopen_commitment])
def test_a_rejected_promise_and_one_that_is_a_suggestion_again_are_gone_at_once(register, change):
    change(commitment=register.promise(PLAN), by=OPERATOR, at=LATER)
    assert register.said() == [NUMBERS]
    assert register.publish().removed == (register.promise(PLAN).pk,)


def test_words_corrected_since_are_not_shown_until_they_are_published_anew(register):
    Item.objects.filter(title="Budget 2023").update(title="Budget")
    assert register.rows() == []
    register.publish()
    assert {row.item_title for row in register.rows()} == {"Budget"}


def test_turned_off_its_page_is_gone_and_what_stood_there_is_known(register):
    _set(register.body, False, 1)
    assert register.rows() == []
    stood = queries.what_stood_when(register.keeper, register.body, on=LATER.date())
    assert [(row.content["decision"], row.until) for row in stood.order_by("commitment")] == [
        (NUMBERS, LATER), (PLAN, LATER),
    ]  # fmt: skip


def test_only_what_was_published_is_shown_and_the_log_says_when(register):
    register.answer(PLAN, "Færdig", is_done=True)
    assert {row.decision: row.status for row in register.rows()} == {NUMBERS: "open", PLAN: "open"}
    assert register.publish().changed == (register.promise(PLAN).pk,)
    assert {row.decision: row.status for row in register.rows()} == {NUMBERS: "open", PLAN: "done"}
    told = list(Entry.objects.filter(action="published_followup").values_list("actor", "object_id"))
    assert told == [("kommandolinjen", str(register.body.pk)), ("udvalgssekretær", str(register.body.pk))]


def test_nothing_new_leaves_no_line_in_the_log(register):
    before = Entry.objects.count()
    assert changes.publish_what_is_due(at=LATER) == 1
    assert Entry.objects.count() == before


def test_only_who_runs_the_body_publishes_and_reads_what_stood_when(register, outsider):
    with pytest.raises(PermissionDenied):
        changes.publish_anew(body=register.body, by=outsider, at=AT)
    assert not queries.what_stood_when(outsider, register.body, on=LATER.date()).exists()


def test_the_parts_of_a_divided_promise_stand_for_it(register):
    row = register.promise(NUMBERS)
    posts = [followup.Part(followup.Owner(post=row.post), task) for task in ("Hemmelig opgave A", "Hemmelig opgave B")]
    followup.split_commitment(commitment=row, parts=posts, revision=row.revision, by=OPERATOR, at=LATER)
    register.publish()
    assert register.said() == [PLAN, NUMBERS, NUMBERS]
    assert "Hemmelig" not in repr(register.rows()), "what the house says of the task is its own"


def test_two_bodies_never_show_each_others_promises(register):
    other: Minutes = minutes_of(ITEMS[0], body="Teknikudvalget")
    stored = register.store(other, opens_to="everyone")
    body = Meeting.objects.get(pk=stored.meeting_id).body
    for row in Commitment.objects.filter(status="suggested"):
        followup.accept_commitment(commitment=row, by=OPERATOR, at=LATER)
    _set(body, True, 0)
    assert {row.body for row in queries.published_rows(body, on=LATER.date())} == {"Teknikudvalget"}
    assert {row.body for row in register.rows()} == {"Økonomiudvalget"}

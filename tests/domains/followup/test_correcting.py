"""A person corrects what was read, and no new reading of the document takes it back."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.followup import changes, queries
from raadhus.domains.followup.models import Commitment
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused
from tests.cast import AT, OPERATOR
from tests.domains.followup.cast import DUE, FORUM, LATER, MADE, QUOTE, Town

APRIL = date(2022, 4, 1)
RIGHT = changes.Correction("task", ("Ida", "Bo"), APRIL, APRIL, "", task="Arket opdateres")


def _correct(row, to=RIGHT, by=OPERATOR):
    return changes.correct_commitment(commitment=row, to=to, revision=row.revision, by=by, at=AT)


def _again(town: Town, *quotes: str, kind: str = "task") -> None:
    """Read the document anew."""
    found = [
        changes.Suggestion(
            "item", 1, town.audience.pk, None, position, kind, quote, ("Økonomichefen",), MADE, MADE, DUE, "",
            "decision", FORUM,
        )
        for position, quote in enumerate(quotes, 1)
    ]  # fmt: skip
    changes.follow_new_reading(source_kind="item", source_ids=[1], suggestions=found)


def test_a_suggestion_is_corrected_before_it_is_accepted(town):
    row = _correct(town.suggest())
    changes.accept_commitment(commitment=row, by=OPERATOR, at=AT)
    row.refresh_from_db()
    assert (row.who, row.due_last, row.task, row.quote) == (["Ida", "Bo"], APRIL, "Arket opdateres", QUOTE)
    assert (row.promised_last, row.status, row.post) == (APRIL, "accepted", None)
    assert list(queries.commitments_for(town.head, who="Bo")) == [row]
    assert list(queries.commitments_for(town.head, who="Økonomichefen")) == []


def test_whom_a_person_named_as_responsible_stays_responsible(town):
    row = _correct(town.suggest(), replace(RIGHT, who=("Økonomichefen",), owner=changes.Owner(post=town.children)))
    changes.accept_commitment(commitment=row, by=OPERATOR, at=AT)
    assert Commitment.objects.get().post == town.children


def test_a_new_reading_leaves_what_was_corrected_and_updates_what_was_not(town):
    corrected, plain = _correct(town.suggest()), town.suggest(2, quote="Andet løfte", due_first=None, due_last=None)
    _again(town, "Andet løfte", QUOTE)
    corrected.refresh_from_db()
    plain.refresh_from_db()
    assert (corrected.position, corrected.due_last, corrected.who) == (2, APRIL, ["Ida", "Bo"])
    assert (plain.position, plain.due_last, plain.promised_last) == (1, DUE, DUE)


def test_a_corrected_kind_is_the_same_promise_in_a_new_reading(town):
    row = _correct(town.suggest(), changes.Correction("return", (), APRIL, APRIL, "Chefforum"))
    _again(town, QUOTE)
    assert [(one.pk, one.kind) for one in Commitment.objects.all()] == [(row.pk, "return")]


def test_what_was_corrected_stays_though_a_new_reading_has_it_not(town):
    row = _correct(town.suggest())
    town.suggest(2, quote="Uset")
    _again(town, "Helt andre ord")
    assert {one.quote for one in Commitment.objects.all()} == {"Helt andre ord", QUOTE}
    row.refresh_from_db()
    assert row.position == 2


def test_the_rejected_stay_rejected_however_often_it_is_read(town):
    row = town.suggest()
    changes.reject_commitment(commitment=row, by=OPERATOR, at=AT)
    for _ in range(2):
        _again(town, "Nyt", QUOTE)
    assert {(one.quote, one.status) for one in Commitment.objects.all()} == {("Nyt", "suggested"), (QUOTE, "rejected")}


def test_more_time_and_parts_outlive_a_new_reading(town):
    prolonged, divided = town.accepted(), town.accepted(2, quote="Delt løfte")
    changes.extend_commitment(
        commitment=prolonged, until="1. april", because="Aftalt", revision=prolonged.revision, by=OPERATOR, at=LATER
    )
    pieces = [changes.Part(changes.Owner(post=one), "Del") for one in (town.economy, town.children)]
    parts = changes.split_commitment(commitment=divided, parts=pieces, revision=divided.revision, by=OPERATOR, at=LATER)
    _again(town, "Nyt", QUOTE, "Delt løfte")
    prolonged.refresh_from_db()
    assert (prolonged.due_last, prolonged.promised_last, prolonged.post) == (APRIL, DUE, town.economy)
    assert list(queries.parts_of(town.head, divided)) == parts
    positions = Commitment.objects.order_by("position").values_list("position", flat=True)
    assert list(positions) == [1, 2, 3, 4, 5]


def test_a_due_day_before_the_promise_was_made_is_refused(town):
    row = town.suggest()
    with pytest.raises(Refused, match="Fristen 19-01-2022 ligger, før løftet blev givet 20-01-2022"):
        _correct(row, replace(RIGHT, due_first=None, due_last=date(2022, 1, 19)))
    with pytest.raises(Refused, match="Byt om"):
        _correct(row, replace(RIGHT, due_first=date(2022, 5, 1)))
    with pytest.raises(Refused, match="hvilket forum"):
        _correct(row, replace(RIGHT, kind="return"))


def test_an_accepted_deadline_moves_by_more_time_only(town):
    row = town.accepted()
    with pytest.raises(Refused, match="ved at give mere tid"):
        _correct(row)
    row = _correct(row, replace(RIGHT, due_first=MADE, due_last=DUE, owner=changes.Owner(post=row.post)))
    assert (row.task, row.post) == ("Arket opdateres", town.economy)


def test_two_who_correct_at_once_are_both_shown(town):
    row = town.suggest()
    _correct(row)
    with pytest.raises(Conflict) as told:
        _correct(row, replace(RIGHT, task="Noget andet"))
    assert (told.value.theirs["task"], told.value.yours["task"]) == ("Arket opdateres", "Noget andet")


def test_only_who_may_settle_corrects_and_a_correction_can_be_undone(town):
    row = town.suggest()
    with pytest.raises(PermissionDenied):
        _correct(row, by=town.head)
    row = _correct(row, by=town.steward)
    row = changes.undo_change(commitment=row, revision=row.revision, by=town.steward, at=LATER)
    assert (row.who, row.due_last, row.task, row.is_corrected) == (["Økonomichefen"], DUE, "", False)

"""More time is asked for with a reason, and given or not by somebody else."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.followup import changes, queries
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused
from tests.domains.followup.cast import DUE, LATER, MADE


def _ask(row, by, until="1. april", because="Tallene kom sent", revision=None):
    seen = row.revision if revision is None else revision
    return changes.ask_more_time(commitment=row, until=until, because=because, revision=seen, by=by, at=LATER)


def test_more_time_holds_when_it_is_granted_and_what_was_promised_stays_told(town):
    row = _ask(town.accepted(), town.head)
    assert (row.due_last, row.asked_last, row.asked_because, row.asked_by) == (
        DUE, date(2022, 4, 1), "Tallene kom sent", town.head,
    )  # fmt: skip
    row = changes.grant_more_time(commitment=row, revision=row.revision, by=town.steward, at=LATER)
    assert (row.due_first, row.due_last, row.extensions) == (date(2022, 4, 1), date(2022, 4, 1), 1)
    assert (row.promised_first, row.promised_last) == (MADE, DUE)
    assert (row.asked_last, row.asked_by) == (None, None)
    granted = queries.history_of(town.head, row)[0]
    assert (granted.action, granted.actor) == ("granted_more_time", "sekretær")
    assert (granted.facts["because"], granted.facts["asked_by"]) == ("Tallene kom sent", town.head.pk)


def test_a_no_leaves_the_deadline_and_says_why(town):
    row = _ask(town.accepted(), town.head)
    row = changes.deny_more_time(
        commitment=row, because="ØU skal have det", revision=row.revision, by=town.steward, at=LATER
    )
    assert (row.due_last, row.asked_last, row.extensions) == (DUE, None, 0)
    with pytest.raises(Refused, match="Ingen har bedt om mere tid"):
        changes.grant_more_time(commitment=row, revision=row.revision, by=town.steward, at=LATER)


def test_who_asks_does_not_grant(town):
    row = _ask(town.accepted(), town.head)
    with pytest.raises(PermissionDenied):
        changes.grant_more_time(commitment=row, revision=row.revision, by=town.head, at=LATER)
    with pytest.raises(PermissionDenied):
        _ask(row, town.other)


def test_a_new_deadline_lies_after_the_old_one_and_after_the_promise(town):
    row = town.accepted()
    with pytest.raises(Refused, match="ligger ikke efter den, der gælder"):
        _ask(row, town.head, "20. februar")
    with pytest.raises(Refused, match="før løftet blev givet"):
        _ask(row, town.head, "1. januar 2022")
    with pytest.raises(Refused, match="Skriv begrundelsen på en linje"):
        _ask(row, town.head, because=" ")


def test_whoever_runs_the_body_gives_time_at_once(town):
    row = town.accepted()
    row = changes.extend_commitment(
        commitment=row, until="uge 14", because="Ferie", revision=row.revision, by=town.steward, at=LATER
    )
    assert (row.due_first, row.due_last, row.extensions) == (date(2022, 4, 4), date(2022, 4, 10), 1)


def test_a_first_deadline_is_no_extension(town):
    row = town.accepted(due_first=None, due_last=None)
    row = changes.extend_commitment(
        commitment=row, until="1. april", because="Aftalt", revision=row.revision, by=town.steward, at=LATER
    )
    assert (row.due_last, row.extensions) == (date(2022, 4, 1), 0)


def test_granting_what_was_asked_for_again_meanwhile_shows_the_new_wish(town):
    row = _ask(town.accepted(), town.head)
    seen = row.revision
    row = _ask(row, town.head, "1. maj")
    with pytest.raises(Conflict) as told:
        changes.grant_more_time(commitment=row, revision=seen, by=town.steward, at=LATER)
    assert told.value.theirs == {"asked_last": date(2022, 5, 1)}


def test_a_grant_can_be_undone(town):
    row = _ask(town.accepted(), town.head)
    row = changes.grant_more_time(commitment=row, revision=row.revision, by=town.steward, at=LATER)
    row = changes.undo_change(commitment=row, revision=row.revision, by=town.steward, at=LATER)
    assert (row.due_first, row.due_last, row.extensions) == (MADE, DUE, 0)
    assert (row.asked_last, row.asked_by, row.asked_because) == (date(2022, 4, 1), town.head, "Tallene kom sent")

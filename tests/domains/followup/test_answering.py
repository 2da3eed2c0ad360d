"""Whoever answers for a promise tells how it goes; what they did last they can take back."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.followup import changes, queries
from raadhus.domains.organisation.changes import end_holding, give_post
from raadhus.domains.organisation.models import Holding
from raadhus.foundation.audit.queries import acts_on
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused
from tests.cast import AT, OPERATOR
from tests.domains.followup.cast import LATER

TODAY = date(2022, 2, 14)


def answer(row, by, text="Arket er opdateret", *, is_done=False, revision=None):
    seen = row.revision if revision is None else revision
    return changes.answer_commitment(commitment=row, text=text, is_done=is_done, revision=seen, by=by, at=LATER)


def test_accepting_gives_it_to_the_one_post_that_it_names(town):
    assert town.accepted().post == town.economy
    assert town.accepted(2, who=("økonomichefen",)).post == town.economy
    assert town.accepted(3, who=("Olga Olsen",)).person == town.head
    for position, who in enumerate([("cheferne",), ("Økonomichefen", "Chefen for Børn"), ()], 4):
        row = town.accepted(position, who=who)
        assert (row.post, row.person) == (None, None)


def test_a_post_that_is_gone_gets_nothing_by_itself(town):
    plan = changes.Plan(town.economy, ["Chefen for Stab"], date(2022, 1, 1), "KB")
    changes.reorganise(plan=plan, by=OPERATOR, at=AT)
    assert town.accepted().post is None


def test_a_head_sees_what_the_post_owes_and_answers_in_a_line(town):
    row = town.accepted()
    assert list(queries.owed_by(town.head, on=TODAY)) == [row]
    assert list(queries.owed_by(town.other, on=TODAY)) == []
    done = answer(row, town.head, "Arket\ner   opdateret")
    assert (done.progress, done.answer, done.answered_by) == ("answered", "Arket er opdateret", town.head)
    assert list(queries.owed_by(town.head, on=TODAY)) == [row]


def test_what_is_done_is_owed_no_more_and_never_late(town):
    row = answer(town.accepted(), town.head, is_done=True)
    assert (row.progress, row.done_on) == ("done", TODAY)
    assert list(queries.owed_by(town.head, on=TODAY)) == []
    assert list(queries.commitments_for(town.head, late_on=date(2023, 1, 1))) == []
    with pytest.raises(Refused, match=r"Løftet er gjort\. Åbn det igen"):
        answer(row, town.head, "Mere")


def test_it_survives_a_change_of_head(town):
    row = town.accepted()
    end_holding(holding=Holding.objects.get(), ends_on=date(2022, 2, 1), by=OPERATOR, at=AT)
    give_post(post=town.economy, user=town.other, starts_on=date(2022, 2, 1), by=OPERATOR, at=AT)
    with pytest.raises(PermissionDenied):
        answer(row, town.head)
    assert list(queries.owed_by(town.other, on=TODAY)) == [row]
    assert answer(row, town.other).answered_by == town.other


def test_two_contradictory_answers_at_once_are_both_shown_in_one_sentence(town):
    row = town.accepted()
    give_post(post=town.economy, user=town.other, starts_on=date(2022, 2, 1), by=OPERATOR, at=AT)
    answer(row, town.head, "Det er gjort", is_done=True, revision=row.revision)
    with pytest.raises(Conflict) as told:
        answer(row, town.other, "Vi er ikke begyndt", revision=row.revision)
    sentence = str(told.value)
    assert "Olga Olsen skrev på løftet, mens du skrev: „Det er gjort“" in sentence
    assert "Du skrev: „Vi er ikke begyndt“" in sentence
    assert told.value.theirs == {"answer": "Det er gjort", "progress": "done"}
    assert told.value.yours == {"answer": "Vi er ikke begyndt", "progress": "answered"}
    row.refresh_from_db()
    assert (row.answer, row.progress, told.value.revision) == ("Det er gjort", "done", row.revision)


def test_only_who_answers_for_it_and_who_runs_the_body_write(town, outsider):
    row = town.accepted()
    for user in (town.other, outsider):
        with pytest.raises(PermissionDenied):
            answer(row, user)
    assert answer(row, town.steward).answered_by == town.steward.user
    elsewhere = town.accepted(source_id=2, made_in=8)
    with pytest.raises(PermissionDenied):
        answer(elsewhere, town.steward)


def test_a_head_who_may_not_read_it_may_not_answer_it_either(town):
    row = town.accepted(audience_id=None)
    assert list(queries.owed_by(town.head, on=TODAY)) == []
    with pytest.raises(PermissionDenied):
        answer(row, town.head)


@pytest.mark.parametrize(("text", "why"), [(" \n", "på en linje"), ("x" * 1001, "1001 tegn; der er plads til 1000")])
def test_an_answer_is_one_line_that_says_something(town, text, why):
    with pytest.raises(Refused, match=why):
        answer(town.accepted(), town.head, text)


def test_nobody_answers_what_nobody_has_accepted(town):
    row = town.suggest()
    with pytest.raises(Refused, match="Godtag det først"):
        answer(row, OPERATOR)
    changes.reject_commitment(commitment=row, by=OPERATOR, at=AT)
    with pytest.raises(Refused, match="Fortryd afvisningen først"):
        answer(row, OPERATOR)


def test_the_last_thing_one_did_is_undone_and_no_more_than_that(town):
    row = answer(town.accepted(), town.head, "Først")
    row = answer(row, town.head, "Så", is_done=True)
    row = changes.undo_change(commitment=row, revision=row.revision, by=town.head, at=LATER)
    assert (row.answer, row.progress, row.done_on) == ("Først", "answered", None)
    row = answer(row, OPERATOR, "Nej")
    with pytest.raises(Refused, match="kan ikke fortrydes"):
        changes.undo_change(commitment=row, revision=row.revision, by=town.head, at=LATER)
    assert [act.action for act in acts_on("commitment", [row.pk])][1:] == [
        "answered_commitment", "finished_commitment", "undid_change", "answered_commitment",
    ]  # fmt: skip


def test_an_undo_that_comes_late_undoes_nothing(town):
    row = answer(town.accepted(), town.head, "Først")
    seen = row.revision
    row = answer(row, town.head, "Så")
    with pytest.raises(Refused, match="kan ikke fortrydes"):
        changes.undo_change(commitment=row, revision=seen, by=town.head, at=LATER)


def test_what_is_given_up_has_a_reason_and_can_be_taken_up_again(town):
    row = town.accepted()
    row = changes.drop_commitment(
        commitment=row, because="Loven er ændret", revision=row.revision, by=town.steward, at=LATER
    )
    assert (row.progress, row.answer) == ("dropped", "Loven er ændret")
    with pytest.raises(Refused, match="opgivet"):
        answer(row, town.head)
    row = changes.take_up_again(
        commitment=row, because="Loven blev udskudt", revision=row.revision, by=OPERATOR, at=LATER
    )
    assert row.progress == "open"
    with pytest.raises(PermissionDenied):
        changes.drop_commitment(commitment=row, because="Nej", revision=row.revision, by=town.head, at=LATER)


def test_history_says_who_did_what_with_the_words_before(town):
    row = answer(town.accepted(), town.head, "Først")
    answer(row, town.head, "Så")
    newest, second, first = queries.history_of(town.head, row)
    assert [newest.actor, newest.facts["before"]["answer"], newest.facts["after"]["answer"]] == ["olga", "Først", "Så"]
    assert (second.action, first.action) == ("answered_commitment", "accepted_commitment")

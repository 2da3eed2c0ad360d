"""What a public row says: posts and never people, remarks as they were released, and no more."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.followup import changes as followup
from raadhus.domains.followup.models import Commitment
from raadhus.domains.organisation.models import Post
from raadhus.domains.publishing import changes, queries
from raadhus.domains.publishing.rules import UNNAMED, refuse_unfit, responsible_words, row_from
from raadhus.foundation.accounts.models import User
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused
from tests.cast import OPERATOR
from tests.domains.publishing.conftest import LATER, NUMBERS, PLAN, SECRET, TODAY


def _row(register, quote: str):
    register.publish()
    return next(row for row in register.rows() if row.decision == quote)


def test_a_row_says_body_date_case_decision_responsible_deadline_and_status(register):
    row = _row(register, NUMBERS)
    assert (row.body, row.date, row.case) == ("Økonomiudvalget", date(2022, 1, 20), "00.30.00-P00-1-21")
    assert (row.item_title, row.decision, row.responsible) == ("Budget 2023", NUMBERS, "Økonomichefen")
    assert (row.due_last, row.status, row.remark) == (date(2022, 3, 1), "open", "")
    assert row_from(row.as_content()) == row


def test_rows_are_chosen_by_status_and_year(register):
    register.answer(PLAN, "I gang")
    register.publish()
    assert [row.decision for row in register.rows(status="under_way")] == [PLAN]
    assert [len(register.rows(year=year)) for year in (2022, 2021)] == [2, 0]


@pytest.mark.parametrize(
    ("post", "held", "has_person", "said"),
    [
        ("Økonomichefen", [], False, "Økonomichefen"),
        ("Olga Olsen", [], False, UNNAMED),
        ("Økonomichef Olga  Olsen", [], False, UNNAMED),
        ("Boligchefen", [], False, "Boligchefen"),
        ("", ["Økonomichefen"], True, "Økonomichefen"),
        ("", ["Økonomichefen", "Stabschefen"], True, UNNAMED),
        ("", [], True, UNNAMED),
        ("", [], False, ""),
    ],
)
def test_the_responsible_is_a_post_and_never_a_person(post, held, has_person, said):
    assert responsible_words(post, held, has_person=has_person, names={"olga olsen", "bo"}) == said


def test_a_promise_handed_to_a_person_is_published_under_their_post_or_the_administration(register):
    head = User.objects.get(username="olga")
    Commitment.objects.filter(quote=NUMBERS).update(post=None, person=head)
    Commitment.objects.filter(quote=PLAN).update(person=register.keeper)
    assert _row(register, NUMBERS).responsible == "Økonomichefen"
    assert _row(register, PLAN).responsible == UNNAMED
    assert "Olsen" not in repr(register.rows())
    Post.objects.filter(title="Økonomichefen").update(title="Økonomichef Olga Olsen")
    assert _row(register, NUMBERS).responsible == UNNAMED


def test_an_answer_is_the_houses_own_until_it_is_released_and_stands_as_it_was(register):
    register.answer(NUMBERS, "Tallene mangler fra skolerne")
    assert _row(register, NUMBERS).remark == ""
    register.release(NUMBERS)
    (row,) = [row for row in register.rows() if row.remark]
    assert (row.decision, row.remark, row.remark_on) == (NUMBERS, "Tallene mangler fra skolerne", TODAY)
    register.answer(NUMBERS, "Internt: skolerne nægter")
    row = _row(register, NUMBERS)
    assert (row.remark, row.remark_on) == ("Tallene mangler fra skolerne", TODAY)
    register.release(NUMBERS)
    assert _row(register, NUMBERS).remark == "Internt: skolerne nægter"


def test_what_was_released_is_withdrawn_at_once_and_stays_known(register):
    register.answer(NUMBERS, "Sendt")
    register.release(NUMBERS)
    changes.withdraw_remark(commitment=register.promise(NUMBERS), by=register.keeper, at=LATER)
    assert [row.remark for row in register.rows()] == ["", ""]
    stood = queries.what_stood_when(register.keeper, register.body, on=TODAY)
    assert "Sendt" in [row.content["remark"] for row in stood]
    with pytest.raises(Refused, match="ingen offentlig bemærkning"):
        changes.withdraw_remark(commitment=register.promise(NUMBERS), by=register.keeper, at=LATER)


def test_only_what_the_keeper_saw_is_released(register):
    seen = register.answer(NUMBERS, "Sendt").revision
    register.answer(NUMBERS, "Noget helt andet")
    with pytest.raises(Conflict, match="Noget helt andet"):
        register.release(NUMBERS, revision=seen)
    assert queries.standing_remark(register.promise(NUMBERS)) is None


def test_only_who_keeps_the_promise_releases(register, outsider):
    register.answer(NUMBERS, "Sendt")
    for somebody in (outsider, User.objects.get(username="olga")):
        with pytest.raises(PermissionDenied):
            register.release(NUMBERS, by=somebody)
        assert queries.publicity_of(somebody, register.promise(NUMBERS), on=TODAY) is None
    assert queries.publicity_of(register.keeper, register.promise(NUMBERS), on=TODAY).is_published


def test_the_answer_of_a_closed_item_or_a_suggestion_is_never_released(register):
    register.answer(SECRET, "Solgt")
    with pytest.raises(Refused, match="åbne punkter i offentlige referater"):
        register.release(SECRET)
    register.answer(PLAN, "Færdig")
    followup.reopen_commitment(commitment=register.promise(PLAN), by=OPERATOR, at=LATER)
    with pytest.raises(Refused, match="Kun godtagne løfter"):
        register.release(PLAN)
    with pytest.raises(Refused, match="Svar på løftet først"):
        register.release(NUMBERS)


@pytest.mark.parametrize("text", ["Se 0101701234", "CPR 010170-1234.", "31 12 99", "Ring 12 34 56 78", "2022-02-14"])
def test_what_looks_like_a_cpr_number_is_refused(text):
    looks_like_one = "0170" in text
    if looks_like_one:
        with pytest.raises(Refused, match="ligner et CPR-nummer"):
            refuse_unfit(text)
    else:
        refuse_unfit(text)


def test_proof_and_history_never_reach_a_row(register):
    row = register.promise(NUMBERS)
    followup.add_file(commitment=row, data=b"x", name="Hemmeligt bilag.pdf", by=OPERATOR, at=LATER)
    row.refresh_from_db()
    followup.extend_commitment(
        commitment=row, until="1. april", because="Intern grund", revision=row.revision, by=OPERATOR, at=LATER
    )
    said = repr(_row(register, NUMBERS))
    assert "2022, 4, 1" in said
    assert "Hemmeligt" not in said
    assert "Intern" not in said

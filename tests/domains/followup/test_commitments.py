"""Promises: listed by reader, accepted and rejected by a person."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from raadhus.domains.followup import queries
from raadhus.domains.followup.changes import Suggestion, accept_commitment, reject_commitment, suggest
from raadhus.domains.followup.models import Commitment
from raadhus.foundation.accounts.changes import make_audience
from raadhus.foundation.audit.models import Entry
from raadhus.foundation.audit.queries import acts_on
from tests.cast import AT, OPERATOR


@pytest.fixture
def promises(db):
    """Three promises that everyone signed in reads, and one that only administrators do."""
    house = make_audience(name="huset", kind="signed_in", by=OPERATOR, at=AT).pk

    def told(position: int, audience: int | None, kind: str, who: tuple[str, ...], due: date | None, body: str):
        quote = f"løfte {position}"
        return Suggestion(
            "item", 1, audience, None, position, kind, quote, who, date(2022, 1, 20), due, due, body, "decision"
        )

    suggest(
        [
            told(1, house, "task", ("Bo Berg", "Ida"), date(2022, 3, 1), ""),
            told(2, house, "return", ("Ida",), None, "Chefforum"),
            told(3, house, "task", (), date(2022, 2, 1), ""),
            told(4, None, "task", ("Ole",), date(2022, 1, 1), ""),
        ]
    )
    return list(Commitment.objects.order_by("position"))


def _positions(rows) -> list[int]:
    return [row.position for row in rows]


def test_the_soonest_due_come_first_and_those_without_a_date_last(promises, outsider, administrator, anonymous):
    assert _positions(queries.commitments_for(outsider)) == [3, 1, 2]
    assert _positions(queries.commitments_for(administrator)) == [4, 3, 1, 2]
    assert _positions(queries.commitments_for(anonymous)) == []


def test_they_can_be_asked_for_by_kind_person_body_and_lateness(promises, outsider):
    assert _positions(queries.commitments_for(outsider, kind="return")) == [2]
    assert _positions(queries.commitments_for(outsider, who="Ida")) == [1, 2]
    assert _positions(queries.commitments_for(outsider, who="Id")) == []
    assert _positions(queries.commitments_for(outsider, who="Ole")) == []
    assert _positions(queries.commitments_for(outsider, body="Chefforum")) == [2]
    assert _positions(queries.commitments_for(outsider, late_on=date(2022, 2, 1))) == []
    assert _positions(queries.commitments_for(outsider, late_on=date(2022, 2, 2))) == [3]
    assert queries.words_for(outsider).responsible == ("Bo Berg", "Ida")


def test_the_rejected_are_shown_only_to_whoever_asks_for_them(promises, outsider):
    reject_commitment(commitment=promises[0], by=OPERATOR, at=AT)
    accept_commitment(commitment=promises[1], by=OPERATOR, at=AT)
    assert _positions(queries.commitments_for(outsider)) == [3, 2]
    assert _positions(queries.commitments_for(outsider, status="rejected")) == [1]
    assert _positions(queries.commitments_for(outsider, status="accepted")) == [2]
    assert _positions(queries.commitments_by_source(outsider, "item", [1])[1]) == [2, 3]
    assert _positions(queries.commitments_by_source(outsider, "item", [1], with_rejected=True)[1]) == [1, 2, 3]


def test_accepting_is_noted_once_and_may_be_taken_back(promises):
    row = promises[0]
    for act in (accept_commitment, accept_commitment, reject_commitment):
        act(commitment=row, by=OPERATOR, at=AT)
    assert [(act.action, act.facts["from"]) for act in acts_on("commitment", [row.pk])] == [
        ("accepted_commitment", "suggested"),
        ("rejected_commitment", "accepted"),
    ]
    assert row.status == "rejected"


def test_only_administrators_settle_promises(promises, secretary, outsider, anonymous, administrator):
    before = Entry.objects.count()
    for user in (secretary, outsider, anonymous):
        with pytest.raises(PermissionDenied):
            accept_commitment(commitment=promises[0], by=user, at=AT)
        with pytest.raises(PermissionDenied):
            reject_commitment(commitment=promises[0], by=user, at=AT)
    assert Entry.objects.count() == before
    accept_commitment(commitment=promises[0], by=administrator, at=AT)


def test_not_there_and_not_yours_look_alike(promises, outsider):
    for pk in (promises[3].pk, 10**9):
        with pytest.raises(ObjectDoesNotExist, match="Commitment matching query does not exist"):
            queries.commitment_for(outsider, pk)
    assert queries.commitment_for(outsider, promises[0].pk) == promises[0]


@pytest.mark.parametrize(
    "asked",
    [
        {}, {"status": "rejected"}, {"status": "accepted"}, {"kind": "return"}, {"who": "Ida"}, {"body": "Chefforum"},
        {"late_on": date(2022, 2, 2)}, {"undated": True}, {"undated": False}, {"progress": "open"},
    ],
)  # fmt: skip
def test_what_is_counted_is_what_is_listed(promises, outsider, administrator, anonymous, asked):
    reject_commitment(commitment=promises[0], by=OPERATOR, at=AT)
    accept_commitment(commitment=promises[2], by=OPERATOR, at=AT)
    for reader in (outsider, administrator, anonymous):
        listed = {row.pk for row in queries.commitments_for(reader, **asked)}
        assert {row.pk for row in queries.commitments_to_count(reader, **asked)} == listed

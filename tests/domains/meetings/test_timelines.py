"""A case as lines through time: its matters from meeting to meeting, and what became of each promise."""

from datetime import UTC, date, datetime

import pytest

from raadhus.domains.followup import changes
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings import queries
from raadhus.domains.meetings.models import Item
from raadhus.pure.minutes import structure
from tests.cast import OPERATOR, minutes_of

NUMBER = "00.30.00-P00-5-21"
TOLD = "Chefen vil orientere om økonomien, som blev udskudt fra mødet i Chefforum den 6. januar."
PROMISE = "Bo Berg sender tallene inden 1. marts"
MARCH = datetime(2022, 3, 1, 9, tzinfo=UTC)


def _budget(outcome: str, **facts) -> structure.Item:
    said = {"deferred": "Udsat.", "withdrawn": "Punktet udgik.", "noted": f"Efterretning. {PROMISE}."}[outcome]
    return structure.Item(
        number="5",
        title="CF - Budget 2023",
        case_number=NUMBER,
        decision=structure.Decision(said, outcome),
        **facts,
    )


@pytest.fixture
def case(store) -> str:
    """Put off on 6 January (as the paper of the 20th tells), withdrawn on the 20th, dealt with on 3 February."""
    told = {
        "sections": (structure.Section("Sagsfremstilling", "account", TOLD, (1, 1)),),
        "references": (
            structure.Reference("past", "Chefforum", "2022-01-06", "2022-01-06", "Chefforum den 6. januar"),
        ),
    }
    promise = structure.Commitment("task", PROMISE, ("Bo Berg",), ("2022-03-01", "2022-03-01"), None, "decision")
    store(minutes_of(_budget("withdrawn", **told)))
    store(minutes_of(_budget("noted", commitments=(promise,)), starts_at="2022-02-03T09:00"))
    return NUMBER


@pytest.fixture
def promise(case) -> Commitment:
    row = Commitment.objects.get(quote=PROMISE)
    changes.accept_commitment(commitment=row, by=OPERATOR, at=MARCH)
    return Commitment.objects.get(pk=row.pk)


def _lines(reader, case):
    return queries.timeline_of(reader, queries.items_of_case(reader, case))


def _steps(line) -> list[tuple[date | None, str, str]]:
    return [(event.day, event.kind, event.outcome) for event in line.events]


def test_a_matter_put_off_is_one_line_from_the_first_meeting_to_the_last(case):
    matter, promise = _lines(OPERATOR, case)
    assert _steps(matter) == [
        (date(2022, 1, 6), "told", ""),
        (date(2022, 1, 20), "met", "withdrawn"),
        (date(2022, 2, 3), "met", "noted"),
    ]
    assert (matter.is_chain, matter.is_open) == (True, False)
    assert _steps(promise) == [(date(2022, 2, 3), "made", "")]


def test_a_promise_is_told_step_by_step_without_what_was_taken_back(promise):
    row = changes.answer_commitment(
        commitment=promise, text="Forkert", is_done=True, revision=promise.revision, by=OPERATOR, at=MARCH
    )
    row = changes.undo_change(commitment=row, revision=row.revision, by=OPERATOR, at=MARCH)
    row = changes.extend_commitment(
        commitment=row, until="1. april", because="Tallene kom sent", revision=row.revision, by=OPERATOR, at=MARCH
    )
    changes.answer_commitment(
        commitment=row, text="Sendt", is_done=True, revision=row.revision, by=OPERATOR,
        at=datetime(2022, 3, 15, 9, tzinfo=UTC),
    )  # fmt: skip
    line = _lines(OPERATOR, NUMBER)[1]
    assert [(one.day, one.kind, one.words, one.until) for one in line.events[1:]] == [
        (date(2022, 3, 1), "prolonged", "Tallene kom sent", date(2022, 4, 1)),
        (date(2022, 3, 15), "done", "Sendt", None),
    ]


def test_an_undoing_that_is_undone_brings_its_act_back(promise):
    row = changes.answer_commitment(
        commitment=promise, text="I gang", is_done=False, revision=promise.revision, by=OPERATOR, at=MARCH
    )
    for _ in range(2):
        row = changes.undo_change(commitment=row, revision=row.revision, by=OPERATOR, at=MARCH)
    assert [one.words for one in _lines(OPERATOR, NUMBER)[1].events] == [PROMISE, "I gang"]


def test_where_it_was_spoken_of_again_stands_on_its_line_for_who_may_see_that_item(promise, outsider):
    item = Item.objects.get(meeting__starts_on=date(2022, 1, 20))
    changes.link_place(
        commitment=promise, role="reported", source_kind="item", source_id=item.pk, by=OPERATOR, at=MARCH
    )
    assert "reported_at" in [one.kind for one in _lines(outsider, NUMBER)[1].events]
    Item.objects.filter(pk=item.pk).update(audience=None)
    assert "reported_at" not in [one.kind for one in _lines(outsider, NUMBER)[1].events]


def test_nobody_is_told_of_a_matter_or_promise_that_is_not_theirs(promise, outsider, anonymous):
    assert _lines(anonymous, NUMBER) == []
    Commitment.objects.filter(pk=promise.pk).update(audience=None)
    assert [line.commitment for line in _lines(outsider, NUMBER)] == [None]


def test_whoever_has_not_signed_in_is_told_when_it_was_done_and_not_what_was_answered(store, anonymous):
    given = structure.Commitment("task", PROMISE, ("Bo Berg",), None, None, "decision")
    store(minutes_of(_budget("noted", commitments=(given,))), opens_to="everyone")
    row = Commitment.objects.get(quote=PROMISE)
    changes.accept_commitment(commitment=row, by=OPERATOR, at=MARCH)
    row.refresh_from_db()
    changes.answer_commitment(
        commitment=row, text="Hemmeligt", is_done=True, revision=row.revision, by=OPERATOR, at=MARCH
    )
    line = _lines(anonymous, NUMBER)[1]
    assert [(one.day, one.kind) for one in line.events] == [(date(2022, 1, 20), "made"), (date(2022, 3, 1), "done")]
    assert "Hemmeligt" not in repr(line.events)


def test_the_same_title_in_another_body_is_a_line_of_its_own(case, store):
    store(minutes_of(_budget("noted"), body="Økonomiudvalget", starts_at="2022-02-10T09:00"))
    assert [line.body for line in _lines(OPERATOR, case)] == ["Chefforum", "Chefforum", "Økonomiudvalget"]

"""Which bodies pass cases to which, as far as each reader may see."""

from datetime import UTC, date, datetime

import pytest

from raadhus.domains.followup import changes as followup
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings.models import Body, Item
from raadhus.domains.proceedings import changes, queries
from raadhus.pure.minutes import structure
from tests.cast import AT, OPERATOR, minutes_of
from tests.domains.proceedings.cast import other_body

NUMBER = "00.30.00-P00-5-21"


def _item(title: str = "Budget 2023", outcome: str = "recommended", promise: str = "") -> structure.Item:
    told = structure.Commitment("return", "Kommer i ØU", (), None, promise, "decision")
    return structure.Item(
        number="1", title=title, case_number=NUMBER, decision=structure.Decision("Sådan.", outcome),
        commitments=(told,) if promise else (),
    )  # fmt: skip


@pytest.fixture
def at(store):
    """Store a meeting of a body on a day of 2022, by its month."""

    def _at(body: str, month: int, item: structure.Item, opens_to: str = "signed_in"):
        store(minutes_of(item, body=body, starts_at=f"2022-{month:02d}-10T09:00"), opens_to=opens_to)

    return _at


def _told(reader=OPERATOR) -> list[tuple[str, str, str, date | None]]:
    names = dict(Body.objects.values_list("pk", "name"))
    rows = queries.passages_on_record(reader)
    return [(names[one.giver], names[one.taker], one.kind, one.on) for one in sorted(rows, key=lambda one: str(one.on))]


def test_a_matter_that_goes_on_to_another_body_and_comes_back_is_counted_each_way(at):
    at("Chefforum", 1, _item("CF - Budget 2023"))
    at("Direktørforum", 2, _item())
    at("Direktørforum", 3, _item())
    at("Chefforum", 4, _item("CF - Budget 2023"))
    assert _told() == [
        ("Chefforum", "Direktørforum", "sent", date(2022, 2, 10)),
        ("Direktørforum", "Chefforum", "returned", date(2022, 4, 10)),
    ]


def test_what_a_decision_sends_back_comes_back_though_nobody_saw_it_there_before(at):
    at("Økonomiudvalget", 1, _item(outcome="returned"))
    at("Chefforum", 2, _item())
    assert [one[2] for one in _told()] == ["returned"]


def test_unrelated_items_under_one_collecting_case_go_nowhere(at):
    at("Chefforum", 1, _item("Bemanding"))
    at("Direktørforum", 2, _item("Lokaler"))
    assert _told() == []


def test_an_accepted_promise_to_another_body_is_counted_and_one_to_the_own_is_not(at):
    at("Økonomiudvalget", 1, _item("Andet"))
    at("Chefforum", 2, _item(promise="Økonomiudvalget"))
    at("Direktørforum", 3, _item("Tredje", promise="Direktørforum"))
    assert _told() == []
    for row in Commitment.objects.all():
        followup.accept_commitment(commitment=row, by=OPERATOR, at=AT)
    assert _told() == [("Chefforum", "Økonomiudvalget", "promised", date(2022, 2, 10))]


def test_a_reader_knows_no_way_through_a_body_or_an_item_that_is_not_theirs(at, outsider, anonymous):
    at("Chefforum", 1, _item())
    at("Lønudvalget", 2, _item(), opens_to="named")
    at("Direktørforum", 3, _item())
    assert [one[:2] for one in _told()] == [("Chefforum", "Lønudvalget"), ("Lønudvalget", "Direktørforum")]
    assert [one[:3] for one in _told(outsider)] == [("Chefforum", "Direktørforum", "sent")]
    assert _told(anonymous) == []
    Item.objects.filter(meeting__body__name="Chefforum").update(audience=None)
    assert _told(outsider) == []


def test_a_draft_that_was_passed_on_is_known_only_to_those_who_follow_it(house):
    june = date(2022, 6, 1)
    draft, council = house.propose("Salg af grund"), other_body(house, "Direktørforum")
    passed = changes.copy_to_body(
        proposal=draft, body=council, by=house.officer, at=datetime(2022, 5, 1, 9, tzinfo=UTC)
    )
    (one,) = queries.passages_under_way(house.officer, on=june)
    assert (one.giver, one.taker, one.kind, one.on) == (draft.body_id, council.pk, "sent", date(2022, 5, 1))
    assert queries.passages_under_way(house.member, on=june) == []
    changes.copy_to_body(proposal=passed, body=house.forum, by=house.officer, at=datetime(2022, 5, 2, 9, tzinfo=UTC))
    kinds = sorted(one.kind for one in queries.passages_under_way(house.officer, on=june))
    assert kinds == ["returned", "sent"]

"""A draft goes through any number of heads, is returned, taken back, heard."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.proceedings import access, changes, queries
from raadhus.domains.proceedings.models import Hearing, Proposal, Step
from raadhus.foundation.audit.queries import acts_on
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, TODAY, House


@pytest.fixture
def on_way(house) -> Proposal:
    """First the head, then the director."""
    way = [changes.Head("Økonomichefen", house.head), changes.Head("Direktøren", house.director)]
    return changes.send_on_its_way(proposal=house.propose(), way=way, by=house.officer, at=AT)


def _approve(house: House, proposal: Proposal, by) -> str:
    return changes.approve_step(proposal=proposal, comment="", by=by, at=AT).state


def test_each_head_has_it_in_turn_and_after_the_last_it_is_ready(house, on_way) -> None:
    assert [one.pk for one in queries.waiting_for(house.head, on=TODAY)] == [on_way.pk]
    assert list(queries.waiting_for(house.director, on=TODAY)) == []
    assert _approve(house, on_way, house.head) == "with_head"
    assert [one.pk for one in queries.waiting_for(house.director, on=TODAY)] == [on_way.pk]
    assert _approve(house, on_way, house.director) == "ready"
    assert [one.pk for one in queries.backlog_of(house.secretary, house.forum, on=TODAY)] == [on_way.pk]


def test_a_head_who_is_not_asked_yet_cannot_see_it(house, on_way) -> None:
    with pytest.raises(Proposal.DoesNotExist):
        _approve(house, on_way, house.director)


def test_a_head_who_has_decided_still_sees_it_and_decides_no_more(house, on_way) -> None:
    _approve(house, on_way, house.head)
    with pytest.raises(PermissionDenied):
        _approve(house, on_way, house.head)


def test_without_heads_it_is_ready_at_once(house) -> None:
    draft = changes.send_on_its_way(proposal=house.propose(), way=(), by=house.officer, at=AT)
    assert draft.state == "ready"


def test_the_head_returns_it_with_a_comment_and_the_author_sends_it_again(house, on_way) -> None:
    with pytest.raises(Refused, match="hvad der mangler"):
        changes.return_to_author(proposal=on_way, comment=" ", by=house.head, at=AT)
    back = changes.return_to_author(proposal=on_way, comment="Økonomien mangler", by=house.head, at=AT)
    assert back.state == "draft"
    changes.send_on_its_way(proposal=back, way=[changes.Head("Økonomichefen", house.head)], by=house.officer, at=AT)
    steps = list(Step.objects.values_list("position", "post", "is_approved", "comment"))
    assert steps == [(1, "Økonomichefen", False, "Økonomien mangler"), (2, "Økonomichefen", None, "")]


def test_the_secretary_returns_what_is_ready(house) -> None:
    draft = changes.send_on_its_way(proposal=house.propose(), way=(), by=house.officer, at=AT)
    with pytest.raises(PermissionDenied):
        changes.return_to_author(proposal=draft, comment="Nej", by=house.chair, at=AT)
    assert changes.return_to_author(proposal=draft, comment="Kort titlen", by=house.secretary, at=AT).state == "draft"


def test_the_author_takes_it_back_and_the_head_has_it_no_more(house, on_way) -> None:
    with pytest.raises(PermissionDenied):
        changes.take_back(proposal=on_way, by=house.head, at=AT)
    assert changes.take_back(proposal=on_way, by=house.officer, at=AT).state == "draft"
    assert list(queries.waiting_for(house.head, on=TODAY)) == []
    with pytest.raises(Proposal.DoesNotExist):
        queries.proposal_for(house.head, on_way.pk, on=TODAY)


def test_only_who_writes_in_it_sends_it_on(house) -> None:
    draft = house.propose()
    with pytest.raises(PermissionDenied):
        changes.send_on_its_way(proposal=draft, way=(), by=house.chair, at=AT)
    with pytest.raises(Proposal.DoesNotExist):
        changes.send_on_its_way(proposal=draft, way=(), by=house.outsider, at=AT)


def test_a_head_whose_account_is_closed_is_not_asked(house) -> None:
    house.head.is_active = False
    with pytest.raises(Refused, match="kan ikke logge ind"):
        changes.send_on_its_way(
            proposal=house.propose(), way=[changes.Head("Chefen", house.head)], by=house.officer, at=AT
        )


def test_sending_twice_says_what_to_do(house, on_way) -> None:
    with pytest.raises(Refused, match="hos en leder"):
        changes.send_on_its_way(proposal=on_way, way=(), by=house.officer, at=AT)


def _hear(house: House, draft: Proposal, user=None, due_on=date(2022, 1, 17)) -> Hearing:
    return changes.ask_hearing(
        proposal=draft, department="Skole & Uddannelse", user=user, due_on=due_on, by=house.officer, at=AT
    )


def test_who_is_heard_sees_the_item_and_answers_once(house) -> None:
    draft = house.propose()
    hearing = _hear(house, draft, house.director)
    assert [one.pk for one in queries.waiting_for(house.director, on=TODAY)] == [draft.pk]
    answered = changes.answer_hearing(hearing=hearing, answer="Ingen bemærkninger", by=house.director, at=AT)
    assert answered.answered_at == AT
    with pytest.raises(Refused, match="allerede besvaret"):
        changes.answer_hearing(hearing=hearing, answer="Jo", by=house.director, at=AT)
    assert list(queries.waiting_for(house.director, on=TODAY)) == []


def test_nobody_answers_for_somebody_else(house) -> None:
    hearing = _hear(house, house.propose(), house.director)
    for who in (house.officer, house.secretary, house.administrator):
        with pytest.raises(PermissionDenied):
            changes.answer_hearing(hearing=hearing, answer="Fint", by=who, at=AT)
    with pytest.raises(Proposal.DoesNotExist):
        changes.answer_hearing(hearing=hearing, answer="Fint", by=house.outsider, at=AT)


def test_a_department_without_a_user_is_answered_for_by_a_writer(house) -> None:
    hearing = _hear(house, house.propose())
    assert changes.answer_hearing(hearing=hearing, answer="Fint", by=house.officer, at=AT).answer == "Fint"


@pytest.mark.parametrize(
    ("facts", "says"), [({"due_on": date(2022, 1, 9)}, "allerede gået"), ({"department": " "}, "hvilken afdeling")]
)
def test_a_hearing_that_cannot_be_answered_is_refused(house, facts, says) -> None:
    given = {"proposal": house.propose(), "department": "Skole", "user": None, "due_on": date(2022, 1, 17)} | facts
    with pytest.raises(Refused, match=says):
        changes.ask_hearing(**given, by=house.officer, at=AT)


def test_to_be_asked_is_not_to_read_what_is_confidential(house, on_way) -> None:
    _hear(house, on_way, house.outsider)
    reads = {who: access.reads_confidential(getattr(house, who), on_way) for who in
             ("officer", "secretary", "member", "administrator", "head", "outsider", "chair")}  # fmt: skip
    assert reads == {
        "officer": True, "secretary": True, "member": True, "administrator": True,
        "head": False, "outsider": False, "chair": False,
    }  # fmt: skip


def test_each_step_stands_in_the_log(house, on_way) -> None:
    _approve(house, on_way, house.head)
    changes.return_to_author(proposal=on_way, comment="Nej", by=house.director, at=AT)
    acts = [(act.action, act.actor) for act in acts_on("proposal", [on_way.pk])]
    assert acts == [
        ("proposed_item", "sagsbehandler"),
        ("sent_on_its_way", "sagsbehandler"),
        ("approved_step", "chef"),
        ("returned_item", "direktør"),
    ]

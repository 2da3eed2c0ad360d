"""An item's facts, and two who write them at once."""

from dataclasses import replace
from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.proceedings import changes
from raadhus.domains.proceedings.models import Proposal
from raadhus.foundation.audit.queries import acts_on
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, House, put_on, ready


def _edit(house: House, draft: Proposal, by=None, revision: int = 1, **facts) -> Proposal:
    wanted = replace(changes.facts_of(draft), **facts)
    return changes.edit_facts(proposal=draft, facts=wanted, revision=revision, by=by or house.officer, at=AT)


def test_only_what_changed_is_noted(house) -> None:
    draft = house.propose()
    row = _edit(house, draft, title="Budget 2024", guest="Ida Iversen", guest_from=time(10), guest_until=time(10, 30))
    assert (row.title, row.guest_from, row.revision) == ("Budget 2024", time(10), 2)
    last = list(acts_on("proposal", [draft.pk]))[-1]
    assert last.facts["changed"] == {
        "title": ["Budget 2023", "Budget 2024"],
        "guest": ["", "Ida Iversen"],
        "guest_from": [None, "10:00:00"],
        "guest_until": [None, "10:30:00"],
    }


def test_what_is_as_before_changes_nothing(house) -> None:
    draft = house.propose()
    assert _edit(house, draft).revision == 1
    assert len(list(acts_on("proposal", [draft.pk]))) == 1


def test_two_who_edit_at_once_see_both_and_neither_is_lost(house) -> None:
    draft = house.propose()
    _edit(house, draft, title="Budget 2024")
    with pytest.raises(Conflict, match="Se begge udgaver") as conflict:
        _edit(house, draft, by=house.secretary, title="Budgettet")
    assert conflict.value.yours == {"title": "Budgettet"}
    assert conflict.value.theirs == {"title": "Budget 2024"}
    assert Proposal.objects.get().title == "Budget 2024"
    _edit(house, draft, by=house.secretary, revision=conflict.value.revision, title="Budgettet")
    assert Proposal.objects.get().title == "Budgettet"


def test_an_item_put_on_while_it_is_edited_keeps_both_the_place_and_the_edit(house) -> None:
    sitting, item = house.plan(), ready(house)
    put_on(house, sitting, item)
    row = _edit(house, item, title="Budget 2024")
    assert (row.title, row.state, row.meeting_id) == ("Budget 2024", "on_agenda", sitting.pk)


def test_an_item_edited_while_it_is_put_on_is_shown_to_the_secretary_first(house) -> None:
    sitting, item = house.plan(), ready(house)
    _edit(house, item, title="Budget 2024")
    with pytest.raises(Conflict, match="mens du satte det på") as conflict:
        changes.put_on_agenda(proposal=item, sitting=sitting, revision=1, by=house.secretary, at=AT)
    assert conflict.value.theirs["title"] == "Budget 2024"
    assert Proposal.objects.get().meeting is None


def test_an_item_that_was_decided_is_edited_no_more(house) -> None:
    draft = house.propose()
    Proposal.objects.update(state="decided")
    with pytest.raises(Refused, match="besluttet, mens du skrev"):
        _edit(house, draft, title="Budget 2024")


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"guest_from": time(10)}, "hvem gæsten er"),
        ({"guest": "Ida", "guest_from": time(10), "guest_until": time(9)}, "før gæsten kommer"),
        ({"title": ""}, "skal have en titel"),
    ],
)
def test_facts_that_cannot_be_are_refused(house, facts, says) -> None:
    with pytest.raises(Refused, match=says):
        _edit(house, house.propose(), **facts)


def test_only_writers_edit(house) -> None:
    draft = house.propose()
    with pytest.raises(PermissionDenied):
        _edit(house, draft, by=house.chair, title="X")
    with pytest.raises(Proposal.DoesNotExist):
        _edit(house, draft, by=house.outsider, title="X")


def test_the_head_who_has_it_edits_and_the_one_before_no_more(house) -> None:
    way = [changes.Head("Chefen", house.head), changes.Head("Direktøren", house.director)]
    draft = changes.send_on_its_way(proposal=house.propose(), way=way, by=house.officer, at=AT)
    assert _edit(house, draft, by=house.head, title="Rettet af chefen").title == "Rettet af chefen"
    changes.approve_step(proposal=draft, comment="", by=house.head, at=AT)
    with pytest.raises(PermissionDenied):
        _edit(house, draft, by=house.head, revision=2, title="Igen")


def test_a_suggested_case_number_is_taken(house) -> None:
    draft = house.propose()
    row = changes.take_case_number(proposal=draft, case_number="00.30.14-S00-10-21", by=house.officer, at=AT)
    assert row.case_number == "00.30.14-S00-10-21"
    assert list(acts_on("proposal", [draft.pk]))[-1].action == "took_case_number"


def _close(house: House, draft: Proposal, reason: str = "person", revision: int = 1) -> Proposal:
    return changes.close_to_public(
        proposal=draft,
        reason=reason,
        words="Sagen rummer en bedømmelse af en ansøger",
        open_again_on=date(2022, 6, 1),
        revision=revision,
        by=house.officer,
        at=AT,
    )


def test_an_item_is_closed_with_a_reason_and_opened_again(house) -> None:
    draft = _close(house, house.propose())
    assert (draft.is_closed, draft.closed_because, draft.open_again_on) == (True, "person", date(2022, 6, 1))
    opened = changes.open_to_public(proposal=draft, revision=draft.revision, by=house.officer, at=AT)
    assert (opened.is_closed, opened.closed_words) == (False, "")


def test_a_reason_that_the_body_does_not_know_is_refused_with_those_it_knows(house) -> None:
    with pytest.raises(Refused, match="tavshedspligt"):
        _close(house, house.propose(), "because")


def test_two_who_close_and_open_at_once_see_both(house) -> None:
    draft = house.propose()
    _close(house, draft)
    with pytest.raises(Conflict) as conflict:
        changes.open_to_public(proposal=draft, revision=1, by=house.secretary, at=AT)
    assert conflict.value.theirs["is_closed"] is True

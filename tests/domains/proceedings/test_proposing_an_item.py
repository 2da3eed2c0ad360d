"""From an idea to a draft with the sections of the body's template."""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Point, Proposal, Text
from raadhus.foundation.audit.queries import acts_on
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, OPERATOR, TODAY, make_house, write


def test_a_draft_has_the_templates_sections_and_no_help_in_them(house) -> None:
    draft = house.propose()
    texts = queries.texts_of(house.officer, draft, on=TODAY)
    assert [text.heading for text in texts] == ["Anledning", "Sagsfremstilling", "Indstilling", "Beslutning"]
    assert texts[0].html == ""
    assert queries.help_of(draft)["Anledning"].startswith("Skriv i to-tre linjer")


def test_a_recommendation_is_points_and_a_text_that_say_the_same(house) -> None:
    draft = house.propose(points=("at planen godkendes", "at arbejdet begynder"))
    text = Text.objects.get(proposal=draft, kind="recommendation")
    assert text.plain == "Kommunaldirektøren indstiller,\n\n1. at planen godkendes\n2. at arbejdet begynder"
    assert [point.text for point in Point.objects.filter(proposal=draft)] == [
        "at planen godkendes",
        "at arbejdet begynder",
    ]


def test_points_are_read_anew_from_a_text_somebody_wrote(house) -> None:
    draft = house.propose()
    write(draft, "recommendation", "Direktøren indstiller,\n\n1. at A\n2. at B")
    changes.follow_recommendation(draft)
    assert [point.text for point in Point.objects.filter(proposal=draft)] == ["at A", "at B"]
    assert Proposal.objects.get().recommended_by == "Direktøren"


def test_decided_points_stay_when_the_text_is_written_anew(house) -> None:
    draft = house.propose()
    Point.objects.filter(proposal=draft).update(outcome="approved")
    write(draft, "recommendation", "Direktøren indstiller,\n\n1. at A\n2. at B")
    changes.follow_recommendation(draft)
    assert [point.text for point in Point.objects.filter(proposal=draft)] == ["at planen godkendes"]


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"title": "  "}, "skal have en titel"),
        ({"kind": "gossip"}, "til beslutning, drøftelse eller orientering"),
        ({"case_number": "1" * 61}, "højst 60 tegn"),
    ],
)
def test_what_cannot_be_an_item_is_refused_with_a_sentence(house, facts, says) -> None:
    with pytest.raises(Refused, match=says):
        house.propose(**facts)
    assert Proposal.objects.count() == 0


def test_whoever_reads_the_bodys_open_items_signed_in_may_propose(house) -> None:
    assert house.propose(by=house.outsider).proposed_by == house.outsider


def test_a_body_for_named_readers_takes_items_from_them_and_its_members_only(db) -> None:
    house = make_house(open_to="named")
    assert house.propose(by=house.chair).pk
    with pytest.raises(Body.DoesNotExist):
        house.propose(by=house.officer)


def test_who_is_not_signed_in_cannot_tell_the_body_from_none(house, anonymous) -> None:
    with pytest.raises(Body.DoesNotExist):
        house.propose(by=anonymous)


def test_a_closed_account_proposes_nothing(house) -> None:
    house.officer.is_active = False
    with pytest.raises(Body.DoesNotExist):
        house.propose()


def test_the_machine_proposes_nothing(house) -> None:
    with pytest.raises(PermissionDenied):
        house.propose(by=OPERATOR)


def test_a_draft_is_seen_by_its_author_and_who_runs_the_body_and_by_nobody_else(house, anonymous) -> None:
    draft = house.propose()
    sees = {}
    for who in ("administrator", "secretary", "chair", "officer", "member", "head", "director", "outsider"):
        sees[who] = _sees(getattr(house, who), draft, TODAY)
    assert {who for who, is_seen in sees.items() if is_seen} == {"administrator", "secretary", "chair", "officer"}
    assert not _sees(anonymous, draft, TODAY)


def test_a_secretary_of_yesterday_sees_no_drafts(house) -> None:
    assert not _sees(house.secretary, house.propose(), date(2021, 12, 31))


def _sees(reader, draft, on) -> bool:
    try:
        queries.proposal_for(reader, draft.pk, on=on)
    except ObjectDoesNotExist:
        assert queries.texts_of(reader, draft, on=on) == []
        assert queries.enclosures_of(reader, draft, on=on) == []
        assert list(queries.backlog_of(reader, draft.body, on=on)) == []
        return False
    return True


def test_recommending_anew_replaces_the_points_and_is_noted(house) -> None:
    draft = house.propose()
    changes.recommend(proposal=draft, recommended_by="Direktøren", points=["at B"], revision=1, by=house.officer, at=AT)
    assert [point.text for point in Point.objects.filter(proposal=draft)] == ["at B"]
    last = list(acts_on("proposal", [draft.pk]))[-1]
    assert (last.action, last.facts["to"]) == ("recommended", {"recommended_by": "Direktøren", "points": ["at B"]})


def test_two_who_recommend_at_once_see_both(house) -> None:
    draft = house.propose()
    given = {"proposal": draft, "recommended_by": "Direktøren", "revision": 1, "at": AT}
    changes.recommend(**given, points=["at B"], by=house.officer)
    with pytest.raises(Conflict, match="Se begge udgaver") as conflict:
        changes.recommend(**given, points=["at C"], by=house.secretary)
    assert (conflict.value.yours, conflict.value.theirs) == ({"points": ["at C"]}, {"points": ["at B"]})
    assert conflict.value.revision == 2

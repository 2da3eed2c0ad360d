"""A meeting is opened, taken through its items, shown on the screen, adjourned and resumed."""

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied

from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Attendee, Point, Proposal, Sitting
from raadhus.foundation.audit.queries import acts_on, verify_chain
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.room import (
    NINE,
    adjourned,
    call,
    clock,
    decide,
    decide_and_close,
    opened,
    put_on,
    say,
)


def test_opening_asks_every_seat_the_chair_first_and_leaves_the_secretary_out(house):
    sitting, _ = opened(house)
    names = list(Attendee.objects.filter(sitting=sitting).values_list("name", flat=True))
    assert names == ["Formand", "Medlem"]
    assert (sitting.state, sitting.opened_at) == ("in_session", NINE)


def test_a_meeting_whose_agenda_was_not_sent_cannot_be_opened(house):
    with pytest.raises(Refused, match=r"Dagsordenen er ikke sendt, så mødet kan ikke åbnes. Send dagsordenen først"):
        changes.open_meeting(sitting=house.plan(), by=house.secretary, at=NINE)


def test_only_the_secretary_opens_and_others_are_not_told_that_it_is_there(house):
    sitting = call(house.plan(), house.secretary)
    with pytest.raises(PermissionDenied):
        changes.open_meeting(sitting=sitting, by=house.member, at=NINE)
    hidden = house.forum
    hidden.open_audience = hidden.closed_audience
    hidden.save()
    with pytest.raises(ObjectDoesNotExist):
        changes.open_meeting(sitting=sitting, by=house.outsider, at=NINE)


def test_an_item_that_recommends_nothing_still_has_one_point_to_decide(house):
    _, (item,) = opened(house, points=())
    assert list(Point.objects.filter(proposal=item).values_list("number", "text")) == [(1, "")]
    decide_and_close(house, item, letter="D")
    assert Proposal.objects.get(pk=item.pk).state == "decided"


def test_the_screen_shows_item_point_decision_and_time(house):
    sitting, (_, item) = opened(house, ["Godkendelse", "Budget"], points=("at planen godkendes.", "at det sker."))
    changes.take_up(proposal=item, by=house.secretary, at=clock(9, 20))
    decide(house, item, 2, letter="U", when="mødet den 3. februar")
    shown = queries.on_screen(house.member, sitting)
    assert (shown.number, shown.title, shown.position, shown.items) == ("2", "Budget", 2, 2)
    assert shown.begun_at == clock(9, 20)
    assert [(one.number, one.outcome, one.words) for one in shown.points] == [
        (1, "", ""),
        (2, "Udsat", "Udsat til mødet den 3. februar."),
    ]
    assert shown.decision == "Ad 2: Udsat til mødet den 3. februar."


def test_the_screen_is_for_those_with_a_seat_and_shows_no_closed_item_to_those_who_may_not_read_it(house):
    sitting, (item,) = opened(house, ["Lukket personsag"], is_closed=True)
    changes.take_up(proposal=item, by=house.secretary, at=NINE)
    with pytest.raises(ObjectDoesNotExist):
        queries.on_screen(house.outsider, sitting)
    seen = queries.on_screen(house.chair, sitting)  # the chair of this forum does not read closed items
    assert (seen.number, seen.title, seen.points, seen.is_closed) == ("1", "", (), True)
    assert queries.on_screen(house.member, sitting).title == "Lukket personsag"


def test_between_items_the_screen_shows_the_body_only(house):
    sitting, _ = opened(house)
    shown = queries.on_screen(house.member, sitting)
    assert (shown.body, shown.number, shown.title) == ("Chefforum", "", "")


def test_an_item_with_an_undecided_point_is_not_closed_unless_it_is_said(house):
    _, (item,) = opened(house, points=("at a.", "at b."))
    changes.take_up(proposal=item, by=house.secretary, at=NINE)
    decide(house, item, 1, letter="G")
    with pytest.raises(Refused, match="punkt 2 mangler et udfald"):
        changes.close_item(proposal=item, by=house.secretary, at=NINE)
    changes.leave_open(proposal=item, number=2, because="Tallene mangler", by=house.secretary, at=NINE)
    changes.close_item(proposal=item, by=house.secretary, at=NINE)
    decision = queries.minutes_of(Sitting.objects.get()).items[0].decision
    assert decision.text == "Ad 1: Godkendt.\n\nAd 2: Ikke besluttet: Tallene mangler."
    assert [(point.number, point.outcome) for point in decision.points] == [(1, "approved"), (2, "other")]


def test_a_decided_point_is_not_left_open(house):
    _, (item,) = opened(house)
    decide(house, item, letter="G")
    with pytest.raises(Refused, match="Fjern udfaldet først"):
        changes.leave_open(proposal=item, number=1, because="Nej", by=house.secretary, at=NINE)


def test_a_meeting_is_not_adjourned_while_items_are_open(house):
    sitting, (one, two, three) = opened(house, ["A", "B", "C"])
    decide_and_close(house, two, letter="G")
    with pytest.raises(Refused, match="Punkterne 1 og 3 er ikke afsluttet"):
        changes.adjourn_meeting(sitting=sitting, ends_at=None, by=house.secretary, at=clock(10))
    decide_and_close(house, one, letter="G")
    with pytest.raises(Refused, match="Punkt 3 er ikke afsluttet"):
        changes.adjourn_meeting(sitting=sitting, ends_at=None, by=house.secretary, at=clock(10))
    changes.withdraw_item(proposal=three, because="", words=None, by=house.secretary, at=clock(10))
    changes.adjourn_meeting(sitting=sitting, ends_at=None, by=house.secretary, at=clock(10))
    assert Sitting.objects.get(pk=sitting.pk).state == "minutes"


def test_a_meeting_adjourned_by_mistake_goes_on(house):
    sitting, (item,) = adjourned(house)
    changes.resume_meeting(sitting=sitting, by=house.secretary, at=clock(10, 5))
    row = Sitting.objects.get(pk=sitting.pk)
    assert (row.state, row.closed_at) == ("in_session", None)
    changes.reopen_item(proposal=item, by=house.secretary, at=clock(10, 6))
    decide(house, item, letter="E")
    assert Point.objects.get(proposal=item).outcome == "noted"


def test_nothing_more_is_written_on_an_item_that_was_withdrawn(house):
    _, (item,) = opened(house)
    changes.withdraw_item(proposal=item, because="Sagen er ikke klar", words=None, by=house.secretary, at=NINE)
    with pytest.raises(Refused, match="Punktet er trukket tilbage, så det kan ikke besluttes"):
        decide(house, item, letter="G")
    with pytest.raises(Refused, match="trukket tilbage"):
        changes.add_pledge(proposal=item, line="Bo sender", by=house.secretary, at=NINE)
    with pytest.raises(Refused, match="trukket tilbage"):
        say(item, "Nej", by=house.secretary)
    decision = queries.minutes_of(Sitting.objects.get()).items[0].decision
    assert (decision.text, decision.outcome) == ("Punktet udgik af dagsordenen.", "withdrawn")


def test_an_item_that_went_out_after_the_agenda_was_sent_says_so_in_the_minutes(house):
    sitting = house.plan()
    item = put_on(sitting, house.forum, "Budget")
    Proposal.objects.filter(pk=item.pk).update(state="withdrawn", withdrawn_because="Tallene mangler")
    changes.open_meeting(sitting=call(sitting, house.secretary), by=house.secretary, at=NINE)
    (told,) = queries.minutes_of(Sitting.objects.get()).items
    assert (told.decision.text, told.decision.outcome) == ("Punktet udgik af dagsordenen.", "withdrawn")


def test_an_item_in_the_backlog_is_not_decided(house):
    opened(house)
    loose = put_on(Sitting.objects.get(), house.forum, "Løs")
    Proposal.objects.filter(pk=loose.pk).update(meeting=None, state="ready")
    loose = Proposal.objects.get(pk=loose.pk)
    with pytest.raises(Refused, match="Sæt det på en dagsorden først"):
        changes.take_up(proposal=loose, by=house.secretary, at=NINE)


def test_every_step_stands_in_the_log(house):
    sitting, (item,) = adjourned(house)
    done = [act.action for act in acts_on("proposal", [item.pk])]
    assert done == ["took_up_item", "decided_point", "closed_item"]
    assert [act.action for act in acts_on("sitting", [sitting.pk])][-2:] == ["opened_meeting", "adjourned_meeting"]
    assert verify_chain().first_broken is None

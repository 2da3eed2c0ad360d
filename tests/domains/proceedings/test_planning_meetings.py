"""One meeting or a series in the calendar."""

from datetime import date, time

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.meetings import queries as record
from raadhus.domains.meetings.models import Body, Meeting
from raadhus.domains.proceedings import access, changes, queries
from raadhus.domains.proceedings.models import Sitting
from raadhus.domains.proceedings.rules.series import Series
from raadhus.foundation.accounts.models import User
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, MEETS, OPERATOR, TODAY, make_house


def _series(house, series: Series, by=None) -> changes.Planned:
    return changes.plan_series(body=house.forum, series=series, when=MEETS, link="", by=by or house.secretary, at=AT)


def test_a_planned_meeting_stands_in_the_calendar_and_in_no_record(house) -> None:
    sitting = house.plan()
    assert [one.pk for one in queries.sittings_for(house.officer, on=TODAY)] == [sitting.pk]
    assert list(record.meetings_for(house.administrator)) == []
    assert list(record.broken_meetings()) == []


def test_who_is_not_signed_in_sees_no_calendar(house, anonymous) -> None:
    house.plan()
    assert list(queries.sittings_for(anonymous, on=TODAY)) == []


@pytest.mark.parametrize("who", ["chair", "member", "officer", "outsider"])
def test_only_the_secretary_plans(house, who) -> None:
    with pytest.raises(PermissionDenied):
        changes.plan_sitting(body=house.forum, when=MEETS, link="", by=getattr(house, who), at=AT)


def test_a_body_of_others_looks_like_none(house, anonymous) -> None:
    with pytest.raises(Body.DoesNotExist):
        changes.plan_sitting(body=house.forum, when=MEETS, link="", by=anonymous, at=AT)


def test_two_meetings_at_one_hour_are_refused(house) -> None:
    house.plan()
    with pytest.raises(Refused, match="allerede et møde"):
        house.plan()
    assert Sitting.objects.count() == 1


def test_an_hour_that_the_clock_skips_is_refused(house) -> None:
    with pytest.raises(Refused, match="findes ikke"):
        house.plan(changes.When(date(2022, 3, 27), time(2, 30)))


def test_an_end_that_the_clock_shows_twice_is_refused(house) -> None:
    with pytest.raises(Refused, match="to gange"):
        house.plan(changes.When(date(2022, 10, 29), time(22), time(2, 30)))


def test_a_meeting_may_end_after_midnight(house) -> None:
    sitting = house.plan(changes.When(date(2022, 1, 20), time(17), time(0, 30)))
    assert sitting.meeting.ends_on == date(2022, 1, 21)


def test_every_other_thursday_leaves_out_holidays_and_july(house) -> None:
    planned = _series(house, Series(date(2022, 5, 12), date(2022, 8, 4), every=2))
    assert [str(one.meeting.starts_on) for one in planned.sittings] == [
        "2022-05-12",
        "2022-06-09",
        "2022-06-23",
        "2022-08-04",
    ]
    assert planned.left_out == (
        "torsdag den 26. maj 2022 er Kristi himmelfartsdag",
        "torsdag den 7. juli 2022 falder i sommerpausen",
        "torsdag den 21. juli 2022 falder i sommerpausen",
    )
    assert len({one.series for one in planned.sittings}) == 1


def test_the_second_tuesday_of_each_month(house) -> None:
    planned = _series(house, Series(date(2022, 1, 11), date(2022, 4, 30), "month", nth=2))
    assert [str(one.meeting.starts_on) for one in planned.sittings] == [
        "2022-01-11",
        "2022-02-08",
        "2022-03-08",
        "2022-04-12",
    ]


def test_the_last_friday_of_every_third_month(house) -> None:
    planned = _series(house, Series(date(2022, 2, 4), date(2022, 12, 31), "month", every=3, nth=-1))
    assert [str(one.meeting.starts_on) for one in planned.sittings] == [
        "2022-02-25",
        "2022-05-27",
        "2022-08-26",
        "2022-11-25",
    ]


def test_a_day_with_a_meeting_already_is_left_out_of_the_series(house) -> None:
    house.plan()
    planned = _series(house, Series(date(2022, 1, 13), date(2022, 1, 27)))
    assert [str(one.meeting.starts_on) for one in planned.sittings] == ["2022-01-13", "2022-01-27"]
    assert planned.left_out == ("torsdag den 20. januar 2022 er der allerede et møde",)


@pytest.mark.parametrize(
    ("series", "says"),
    [
        (Series(date(2022, 2, 1), date(2022, 1, 1)), "slutter, før den begynder"),
        (Series(date(2022, 2, 1), date(2022, 3, 1), every=0), "1 eller flere"),
        (Series(date(2022, 2, 1), date(2022, 3, 1), "month", nth=5), "fjerde eller sidste"),
        (Series(date(2022, 7, 1), date(2022, 7, 31)), "ingen mødedage"),
        (Series(date(2022, 2, 1), date(2032, 3, 1)), "over 120 møder"),
    ],
)
def test_a_series_that_cannot_be_is_refused_with_a_sentence(house, series, says) -> None:
    with pytest.raises(Refused, match=says):
        _series(house, series)
    assert Meeting.objects.count() == 0


def test_the_operator_plans_for_any_body(house) -> None:
    changes.plan_sitting(body=house.forum, when=MEETS, link="", by=OPERATOR, at=AT)
    assert Sitting.objects.count() == 1


@pytest.mark.parametrize("open_to", ["everyone", "signed_in", "named"])
def test_who_sees_one_meeting_is_who_finds_it_in_the_calendar(db, anonymous, open_to):
    house = make_house(open_to)
    sitting = house.plan()
    gone = User.objects.create(username="fratrådt", is_active=False)
    readers = [house.secretary, house.member, house.outsider, house.administrator, OPERATOR, anonymous, gone]
    told = [access.sees_sitting(reader, sitting, on=TODAY) for reader in readers]
    assert told == [access.visible_sittings(reader, on=TODAY).filter(pk=sitting.pk).exists() for reader in readers]
    assert told == [True, True, open_to != "named", True, True, False, False]

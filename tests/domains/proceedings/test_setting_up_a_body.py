"""A body's rules, seats and standing items."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.domains.proceedings import access, changes, queries
from raadhus.domains.proceedings.models import Member, Role
from raadhus.foundation.audit.queries import acts_on
from raadhus.pure.kernel.conflict import Conflict
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.cast import AT, TODAY, House, seat


def _set(house: House, profile: str = "council", revision: int = 0, **settings) -> None:
    rules = changes.Rules(profile, settings)
    changes.set_rules(body=house.forum, rules=rules, revision=revision, by=house.administrator, at=AT)


def test_a_body_nobody_has_set_up_works_as_an_administrative_forum(house) -> None:
    assert queries.profile_of(house.forum).key == "administrative_forum"


def test_first_rules_bring_the_profiles_standing_items(house) -> None:
    _set(house, notice_days=6)
    profile = queries.profile_of(house.forum)
    assert (profile.key, profile.notice_days) == ("council", 6)
    assert [(one.title, one.stands_last) for one in queries.standing_items_of(house.forum)] == [
        ("Godkendelse af dagsorden", False),
        ("Underskriftsark", True),
    ]


def test_the_bodys_own_standing_items_outlive_new_rules(house) -> None:
    own = [changes.EveryAgenda("Nyt fra direktionen", case_number="00.01.00-A21-2-21")]
    changes.set_standing_items(body=house.forum, items=own, by=house.administrator, at=AT)
    _set(house)
    assert [one.title for one in queries.standing_items_of(house.forum)] == ["Nyt fra direktionen"]


def test_a_setting_against_the_law_is_refused_and_nothing_is_written(house) -> None:
    with pytest.raises(Refused, match="mindst 4 hverdage"):
        _set(house, notice_days=2)
    assert queries.profile_of(house.forum).key == "administrative_forum"


def test_two_who_set_rules_at_once_see_both(house) -> None:
    _set(house)
    with pytest.raises(Conflict) as conflict:
        _set(house, "board", revision=0)
    assert conflict.value.yours == {"profile": "board"}
    assert conflict.value.theirs == {"profile": "council"}
    assert conflict.value.revision == 1


@pytest.mark.parametrize("who", ["secretary", "chair", "officer", "outsider"])
def test_only_administrators_set_up(house, who) -> None:
    with pytest.raises(PermissionDenied):
        changes.set_rules(
            body=house.forum, rules=changes.Rules("council", {}), revision=0, by=getattr(house, who), at=AT
        )


def test_a_seat_counts_from_its_first_day_to_the_day_before_its_last(house) -> None:
    member = Member.objects.get(user=house.secretary)
    changes.end_seat(member=member, ends_on=date(2022, 2, 1), by=house.administrator, at=AT)
    days = {day: access.is_secretary(house.secretary, house.forum, on=date(*day)) for day in
            ((2021, 12, 31), (2022, 1, 1), (2022, 1, 31), (2022, 2, 1))}  # fmt: skip
    assert days == {(2021, 12, 31): False, (2022, 1, 1): True, (2022, 1, 31): True, (2022, 2, 1): False}


def test_with_the_seat_goes_the_reading_of_closed_items(house) -> None:
    assert access.reads_closed(house.secretary, house.forum)
    member = Member.objects.get(user=house.secretary)
    changes.end_seat(member=member, ends_on=date(2022, 2, 1), by=house.administrator, at=AT)
    assert not access.reads_closed(house.secretary, house.forum)


def test_a_second_seat_keeps_the_reading_of_closed_items(house) -> None:
    member = Member.objects.get(user=house.member)
    seat(house, house.member, Role.DEPUTY)
    changes.end_seat(member=member, ends_on=date(2022, 2, 1), by=house.administrator, at=AT)
    assert access.reads_closed(house.member, house.forum)


def test_a_seat_cannot_end_before_it_begins(house) -> None:
    member = Member.objects.get(user=house.member)
    with pytest.raises(Refused, match="senere dag"):
        changes.end_seat(member=member, ends_on=date(2022, 1, 1), by=house.administrator, at=AT)


def test_setting_up_stands_in_the_log(house) -> None:
    _set(house)
    actions = [act.action for act in acts_on("body", [house.forum.pk])]
    assert actions == ["made_body", "seated_member", "seated_member", "seated_member", "set_rules"]


def test_members_are_those_of_the_day(house) -> None:
    names = [member.name for member in queries.members_of(house.forum, on=TODAY)]
    assert names == ["Sekretær", "Formand", "Medlem"]
    assert list(queries.members_of(house.forum, on=date(2021, 12, 31))) == []

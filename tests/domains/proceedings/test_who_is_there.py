"""Attendance is entered once; who took part in an item follows from it."""

from datetime import date, time

import pytest

from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Absence, Attendee, Member, Proposal, Sitting
from raadhus.pure.kernel.errors import Refused
from tests.domains.proceedings.room import NINE, attendee, call, clock, decide_and_close, opened


def note(house, who: Attendee, **facts):
    given = {"is_present": True, "revision": Attendee.objects.get(pk=who.pk).revision} | facts
    return changes.note_presence(attendee=who, by=house.secretary, at=NINE, **given)


def test_late_and_early_are_told_in_the_head_and_worked_out_for_each_item(house):
    sitting, (one, two) = opened(house, ["A", "B"])
    late, early = attendee(sitting, "Medlem"), attendee(sitting, "Formand")
    note(house, late, arrived_at=time(9, 30))
    note(house, early, left_at=time(9, 40))
    changes.take_up(proposal=one, by=house.secretary, at=clock(9))
    decide_and_close(house, one, at=clock(9, 20), letter="G")
    changes.take_up(proposal=two, by=house.secretary, at=clock(9, 20))
    decide_and_close(house, two, at=clock(9, 50), letter="G")
    rolls = [queries.roll_of(Proposal.objects.get(pk=item.pk), sitting).parts for item in (one, two)]
    assert [roll[late.pk] for roll in rolls] == ["absent", "partly"]
    assert [roll[early.pk] for roll in rolls] == ["whole", "partly"]
    assert queries.minutes_of(sitting).present == ("Formand (til kl. 9.40)", "Medlem (fra kl. 9.30)")


def test_an_excuse_is_a_category_and_the_minutes_tell_only_that_there_was_one(house):
    sitting, _ = opened(house)
    note(house, attendee(sitting, "Medlem"), is_present=False, excuse="health")
    note(house, attendee(sitting, "Formand"), is_present=False)
    assert queries.minutes_of(sitting).absent == ("Formand", "Medlem (afbud)")


def test_a_deputy_sits_on_the_members_seat_and_a_guest_on_none(house):
    sitting, (item,) = opened(house)
    member = attendee(sitting, "Medlem")
    note(house, member, is_present=False, excuse="office")
    Member.objects.create(body=house.forum, name="Sofie Holm", role="deputy", starts_on=date(2022, 1, 1))
    deputy = changes.call_deputy(attendee=member, name=" Sofie  Holm ", by=house.secretary, at=NINE)
    guest = changes.ask_guest(sitting=sitting, name="Jørgen Lerhard", by=house.secretary, at=NINE)
    note(house, guest)
    roll = queries.roll_of(item, sitting)
    assert deputy.pk in roll.voters
    assert guest.pk not in roll.voters
    present = queries.minutes_of(sitting).present
    assert present == ("Sofie Holm (stedfortræder for Medlem)", "Jørgen Lerhard (gæst)")


def test_members_are_asked_again_only_where_they_are_missing(house):
    sitting = call(house.plan(), house.secretary)
    changes.ask_guest(sitting=sitting, name="Medlem", by=house.secretary, at=NINE)  # asked under the same name before
    changes.open_meeting(sitting=sitting, by=house.secretary, at=NINE)
    assert sorted(Attendee.objects.values_list("name", flat=True)) == ["Formand", "Medlem"]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"is_present": False, "excuse": "influenza"}, "Skriv aldrig en diagnose"),
        ({"excuse": "health"}, "er til stede og kan ikke også have afbud"),
        ({"is_present": False, "left_at": time(9, 30)}, "Fjern klokkeslættene"),
        ({"arrived_at": time(10), "left_at": time(9, 30)}, "kan ikke gå, før vedkommende er kommet"),
        ({"revision": 7}, "er rettet af en anden"),
    ],
)
def test_attendance_that_cannot_be_says_what_to_do(house, facts, sentence):
    sitting, _ = opened(house)
    with pytest.raises(Refused, match=sentence):
        note(house, attendee(sitting, "Medlem"), **facts)


def test_an_hour_after_midnight_is_the_next_day(house):
    sitting, _ = opened(house)
    Sitting.objects.get(pk=sitting.pk)
    sitting.meeting.starts_at = time(17)
    sitting.meeting.save()
    note(house, attendee(sitting, "Medlem"), arrived_at=time(18), left_at=time(0, 30))
    (one,) = [one for one in queries.attendances_of(Sitting.objects.get()) if one.name == "Medlem"]
    assert one.left.date() == date(2022, 1, 21)


def test_a_name_is_asked_once_and_is_not_empty(house):
    sitting, _ = opened(house)
    with pytest.raises(Refused, match="Skriv navnet"):
        changes.ask_guest(sitting=sitting, name="  ", by=house.secretary, at=NINE)
    with pytest.raises(Refused, match="Medlem er allerede på listen"):
        changes.ask_guest(sitting=sitting, name="Medlem", by=house.secretary, at=NINE)


def test_a_deputy_stands_in_for_a_member_only(house):
    sitting, _ = opened(house)
    guest = changes.ask_guest(sitting=sitting, name="Gæst", by=house.secretary, at=NINE)
    with pytest.raises(Refused, match="Gæst har ingen plads i Chefforum"):
        changes.call_deputy(attendee=guest, name="Sofie", by=house.secretary, at=NINE)


def test_out_of_one_item_and_back_again(house):
    sitting, (item,) = opened(house)
    member = attendee(sitting, "Medlem")
    note(house, member)
    changes.leave_item(proposal=item, attendee=member, is_disqualified=False, by=house.secretary, at=NINE)
    assert queries.roll_of(item, sitting).parts[member.pk] == "absent"
    changes.join_item(proposal=item, attendee=member, by=house.secretary, at=NINE)
    assert not Absence.objects.exists()
    assert queries.roll_of(item, sitting).parts[member.pk] == "whole"

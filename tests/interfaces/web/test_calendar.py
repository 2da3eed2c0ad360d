"""A reader's meetings in a calendar program: what is in the feed, whose it is; a wrong address is just a 404."""

import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from interfaces.web import rows, samples
from interfaces.web.samples import CANARY
from raadhus.domains.meetings.changes import correct_meeting
from raadhus.domains.meetings.models import Body, Meeting
from raadhus.domains.proceedings.changes import When, plan_sitting
from raadhus.domains.proceedings.models import Sitting
from raadhus.foundation.accounts.changes import change_readers
from raadhus.foundation.accounts.queries import Operator


@pytest.fixture
def soon(winter) -> Meeting:
    """A meeting in ten days like the one of 20 January, with a closed item."""
    return _meeting_on(timezone.localdate() + timedelta(days=10))


def _meeting_on(day) -> Meeting:
    return rows.store(replace(samples.WINTER, source=f"{day}.txt", starts_at=f"{day}T09:00", ends_at=f"{day}T11:30"))


def _addresses(client) -> list[str]:
    """The paths of the reader's feeds as shown once: all meetings, then one a body."""
    page = client.post("/kalender/ny/")
    assert "no-store" in page.headers["Cache-Control"]
    return re.findall(r'value="http://[^/]+(/kalender/[^"]+\.ics)"', page.text)


def _events(client, address: str) -> dict[str, dict]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return {str(event["uid"]): event for event in Calendar.from_ical(answer.content).walk("VEVENT")}


def test_the_feed_has_day_time_place_and_body_without_signing_in(employee, outsider, soon):
    [event] = _events(outsider, _addresses(employee)[0]).values()
    start = datetime.combine(soon.starts_on, time(9))
    assert event["dtstart"].dt.replace(tzinfo=None) == start
    assert event["dtend"].dt.replace(tzinfo=None) == start + timedelta(hours=2, minutes=30)
    assert event["dtstart"].params["TZID"] == "Europe/Copenhagen"
    assert event["summary"] == soon.body.name
    assert event["location"] == soon.place
    assert event["url"].endswith(f"/moeder/{soon.pk}/")
    assert event["status"] == "CONFIRMED"


def test_meetings_of_more_than_a_year_ago_are_left_to_the_archive(employee, winter):
    assert winter.starts_on.year == 2022
    assert _events(employee, _addresses(employee)[0]) == {}


def test_no_title_of_the_agenda_is_in_the_feed_whoever_reads_it(member, administrator, soon):
    titles = [item.title for item in samples.WINTER.items]
    for client in (member, administrator):
        for address in _addresses(client):
            text = client.get(address).text.replace("\r\n ", "")
            assert "BEGIN:VEVENT" in text
            assert CANARY not in text
            assert not any(title in text for title in titles)


def test_a_moved_meeting_keeps_its_name_and_gets_a_higher_number(employee, soon):
    address = _addresses(employee)[0]
    [(uid, before)] = _events(employee, address).items()
    correct_meeting(
        meeting=soon,
        body=soon.body.name,
        starts_on=soon.starts_on + timedelta(days=1),
        starts_at=time(13),
        ends_at=None,
        place="Byrådssalen",
        by=Operator(),
        at=datetime.now(UTC),
    )
    [(uid_after, after)] = _events(employee, address).items()
    assert uid_after == uid
    assert after["sequence"] == before["sequence"] + 1
    assert after["last-modified"].dt > before["last-modified"].dt
    assert after["dtstart"].dt.date() == soon.starts_on + timedelta(days=1)
    assert "dtend" not in after


def test_a_cancelled_meeting_says_so_and_one_that_is_planned_is_there_too(employee, soon):
    day = soon.starts_on + timedelta(days=7)
    when = When(day, time(9), time(11), "")
    planned = plan_sitting(
        body=soon.body, when=when, link="https://video.example/1", by=Operator(), at=datetime.now(UTC)
    )
    address = _addresses(employee)[0]
    [_, event] = _events(employee, address).values()
    assert (event["status"], event["summary"]) == ("CONFIRMED", "Ledergruppen")
    assert event["location"] == "https://video.example/1"
    Sitting.objects.filter(pk=planned.pk).update(state="cancelled")
    [_, event] = _events(employee, address).values()
    assert (event["status"], event["summary"]) == ("CANCELLED", "Aflyst: Ledergruppen")


def test_asking_twice_and_reading_the_meeting_change_nothing(member, soon):
    address = _addresses(member)[0]
    before = member.get(address).content
    assert member.get(f"/moeder/{soon.pk}/").status_code == 200  # a closed item on it: the reading is noted
    assert member.get(address).content == before


def test_a_body_has_a_feed_of_its_own(employee, soon):
    day = soon.starts_on.isoformat()
    other = rows.store(
        replace(samples.WINTER, source="b.txt", body="Skoleudvalget", starts_at=f"{day}T13:00", ends_at=None)
    )
    everything, *bodies = _addresses(employee)
    assert len(_events(employee, everything)) == 2
    [address] = [one for one in bodies if f"/forum/{other.body_id}/" in one]
    assert [str(event["summary"]) for event in _events(employee, address).values()] == ["Skoleudvalget"]


def test_the_feed_follows_what_its_reader_may_see(employee, soon):
    everything, first, *_ = _addresses(employee)
    assert len(_events(employee, everything)) == 1
    change_readers(audience=soon.body.open_audience, kind="named", by=Operator(), at=datetime.now(UTC))
    assert _events(employee, everything) == {}
    assert employee.get(f"{first.rsplit('/forum/')[0]}/forum/{soon.body_id}/moeder.ics").status_code == 404


def test_wrong_revoked_and_foreign_addresses_give_the_same_404(employee, outsider, soon):
    right = _addresses(employee)[0]
    employee.post("/kalender/stop/")
    hidden = Body.objects.get(pk=soon.body_id)
    wrong = [
        right,
        "/kalender/x/moeder.ics",
        f"/kalender/{'a' * 43}/moeder.ics",
        f"/kalender/æ/forum/{hidden.pk}/moeder.ics",
    ]
    answers = [outsider.get(address) for address in wrong]
    assert {answer.status_code for answer in answers} == {404}
    texts = {re.sub(r'name="(next|csrfmiddlewaretoken)" value="[^"]*"', "", answer.text) for answer in answers}
    assert len(texts) == 1
    assert len({tuple(sorted(answer.headers)) for answer in answers}) == 1


def test_the_address_is_shown_once(employee, soon):
    [address, *_] = _addresses(employee)
    later = employee.get("/kalender/").text
    assert address not in later
    assert "Du har et abonnement" in later
    assert employee.post("/kalender/stop/").headers["Location"] == "/kalender/"
    assert "Du har intet abonnement" in employee.get("/kalender/").text


@pytest.mark.parametrize(
    ("method", "address"), [("get", "/kalender/"), ("post", "/kalender/ny/"), ("post", "/kalender/stop/")]
)
def test_one_signs_in_to_have_a_feed(outsider, db, method, address):
    answer = getattr(outsider, method)(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/log-ind/")


def test_more_meetings_cost_no_more_queries(employee, soon, django_assert_max_num_queries):
    address = _addresses(employee)[0]
    for days in range(11, 14):
        _meeting_on(timezone.localdate() + timedelta(days=days))
    with django_assert_max_num_queries(8):
        assert len(_events(employee, address)) == 4

"""A worker does what is due, and what it does stands with the settling or not at all."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist

from raadhus.foundation.accounts.changes import make_audience
from raadhus.foundation.accounts.models import Audience
from raadhus.foundation.jobs import changes
from raadhus.foundation.jobs.models import Job
from raadhus.foundation.jobs.running import Again, Duty, NotNow, Worker
from raadhus.pure.kernel.errors import Refused
from tests.cast import AT, OPERATOR

pytestmark = pytest.mark.django_db(transaction=True)


def ask(key: str, **payload) -> None:
    changes.enqueue(kind="invite", key=key, payload=payload, run_at=AT, at=AT)


def invite(payload, *, at):
    """A duty within the database."""
    make_audience(name=payload["name"], kind="named", by=OPERATOR, at=at)


def names() -> list[str]:
    return sorted(Audience.objects.values_list("name", flat=True))


def test_all_that_is_due_is_done():
    ask("a", name="A")
    ask("b", name="B")
    told = Worker({"invite": Duty(invite)}, "w").work_off()
    assert told == {"done": 2}
    assert names() == ["A", "B"]
    assert Job.objects.filter(done_at__isnull=False).count() == 2


def test_what_a_duty_did_before_it_failed_does_not_stand():
    def stumble(payload, *, at):
        invite(payload, at=at)
        raise ObjectDoesNotExist("væk")

    ask("a", name="A")
    ask("b", name="A")
    assert Worker({"invite": Duty(stumble)}, "w").work_off() == {"failed": 2}
    assert names() == []
    first = Job.objects.first()
    assert first.last_error == "ObjectDoesNotExist: væk"
    assert first.failed_at is None
    assert first.run_at > datetime.now(UTC)


def test_a_house_rule_says_no_once_and_for_all():
    def refuse(payload, *, at):
        raise Refused("Mødet er aflyst; planlæg et nyt.")

    ask("a")
    Worker({"invite": Duty(refuse)}, "w").work_off()
    job = Job.objects.get()
    assert job.failed_at is not None
    assert job.last_error == "Mødet er aflyst; planlæg et nyt."


def test_what_was_done_under_a_lost_lease_does_not_stand():
    def slow(payload, *, at):
        invite(payload, at=at)
        Job.objects.update(attempts=2)  # meanwhile somebody else took it

    ask("a", name="A")
    assert Worker({"invite": Duty(slow)}, "w").work_off(_twice()) == {"lost": 1}
    assert names() == []


def _twice():
    """Says to stop when asked for the second time."""
    asked = iter([False, True])
    return lambda: next(asked)


def test_what_must_wait_waits_without_an_error():
    def later(payload, *, at):
        raise NotNow(at + timedelta(hours=1))

    ask("a")
    assert Worker({"invite": Duty(later)}, "w").work_off() == {"off": 1}
    job = Job.objects.get()
    assert (job.attempts, job.last_error, job.failed_at) == (0, "", None)
    assert job.run_at > datetime.now(UTC) + timedelta(minutes=59)


def test_it_stops_between_two_jobs_when_told_to():
    for key in "abc":
        ask(key, name=key)
    stops = iter([False, False, False, False, True, True])
    slept = []
    Worker({"invite": Duty(invite)}, "w").keep_working(lambda: next(stops), slept.append)
    assert names() == ["a", "b", "c"]
    assert slept == [2.0]


def test_a_duty_that_returns_its_next_round_is_done_again_then():
    def greet(payload, *, at):
        round_ = payload.get("round", 0)
        make_audience(name=f"Runde {round_}", kind="named", by=OPERATOR, at=at)
        return Again(at + timedelta(minutes=2), {"round": round_ + 1})

    worker = Worker({"greet": Duty(greet)}, "w")
    changes.keep_doing(kind="greet", at=AT)
    assert worker.work_off() == {"done": 1}
    assert worker.work_off() == {}
    Job.objects.update(run_at=AT)
    assert worker.work_off() == {"done": 1}
    assert names() == ["Runde 0", "Runde 1"]

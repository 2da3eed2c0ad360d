"""A job's life: asked for once, held by one worker at a time, tried again, given up."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from raadhus.foundation.audit.models import Entry
from raadhus.foundation.jobs import changes, rules
from raadhus.foundation.jobs.models import Job
from raadhus.foundation.jobs.queries import given_up_jobs, job_figures, payload_of
from raadhus.pure.kernel.errors import Refused
from tests.cast import AT, OPERATOR

MINUTE, LEASE = timedelta(minutes=1), timedelta(minutes=5)

pytestmark = pytest.mark.django_db


def ask(key: str = "a", kind: str = "brew", run_at=AT, **payload) -> bool:
    return changes.enqueue(kind=kind, key=key, payload=payload, run_at=run_at, at=AT)


def take(at=AT, worker: str = "one", kinds=("brew",)) -> Job | None:
    return changes.take(kinds=kinds, worker=worker, lease=LEASE, at=at)


def test_what_was_asked_for_is_asked_for_once_whatever_became_of_it():
    assert ask(cups=2)
    assert not ask(cups=3)
    job = take()
    assert payload_of(job) == {"cups": 2}
    assert changes.finish(job=job, at=AT)
    assert not ask(cups=4)
    assert take() is None


def test_a_job_is_taken_by_one_worker_until_its_lease_ends():
    ask()
    first = take()
    assert (first.attempts, first.worker, first.locked_until) == (1, "one", AT + LEASE)
    assert take(AT + LEASE - MINUTE, "two") is None
    second = take(AT + LEASE, "two")
    assert (second.pk, second.attempts, second.worker) == (first.pk, 2, "two")


def test_a_worker_that_slept_through_its_lease_settles_nothing():
    ask()
    slept, awake = take(), take(AT + LEASE, "two")
    assert not changes.finish(job=slept, at=AT + LEASE)
    assert not changes.fail(job=slept, error="for sent", at=AT + LEASE)
    assert not changes.put_back(job=slept, run_at=AT)
    assert Job.objects.get().worker == "two"
    assert changes.finish(job=awake, at=AT + LEASE)
    assert not changes.finish(job=awake, at=AT + LEASE)


def test_the_longest_waiting_goes_first_and_nothing_before_its_time():
    ask("later", run_at=AT + MINUTE)
    ask("first", run_at=AT - MINUTE)
    ask("second", run_at=AT - MINUTE)
    assert [take().key, take().key, take()] == ["first", "second", None]
    assert take(AT + MINUTE).key == "later"


def test_a_worker_leaves_what_it_has_no_duty_for():
    ask(kind="bake")
    assert take() is None
    assert take(kinds=("brew", "bake")).kind == "bake"


def test_waiting_grows_and_lasts_a_night():
    minutes = [rules.wait_after(attempts) / MINUTE for attempts in range(1, 9)]
    assert minutes == [1, 4, 16, 64, 256, 360, 360, 360]
    assert sum(minutes[: rules.MOST_ATTEMPTS - 1]) / 60 == pytest.approx(17.7, abs=0.1)
    assert rules.wait_after(10_000) == timedelta(hours=6)


def test_a_failed_try_waits_and_the_last_one_gives_up():
    ask()
    at = AT
    for attempt in range(1, rules.MOST_ATTEMPTS):
        changes.fail(job=take(at), error="Kaffemaskinen svarer ikke", at=at)
        assert take(at) is None
        at += rules.wait_after(attempt)
    changes.fail(job=take(at), error="x" * 9999, at=at)
    [job] = given_up_jobs()
    assert (job.attempts, job.failed_at, len(job.last_error)) == (8, at, 500)
    assert take(at + timedelta(days=365)) is None


def test_a_job_that_kills_its_workers_is_given_up_and_others_go_on():
    ask("deadly")
    at = AT
    for _ in range(rules.MOST_ATTEMPTS):
        assert take(at).key == "deadly"
        at += LEASE
    ask("harmless", run_at=at)
    assert take(at).key == "harmless"
    [job] = given_up_jobs()
    assert job.last_error.startswith("Arbejdet blev afbrudt 8 gange")


def test_work_put_back_has_cost_no_attempt():
    ask()
    for number in range(20):
        at = AT + number * MINUTE
        assert changes.put_back(job=take(at), run_at=at + MINUTE)
        assert take(at) is None
    assert Job.objects.get().attempts == 0


def test_an_administrator_has_it_tried_again_and_the_log_knows(administrator, outsider):
    ask()
    changes.fail(job=take(), error="Nej", at=AT, is_final=True)
    [job] = given_up_jobs()
    with pytest.raises(PermissionDenied):
        changes.try_again(job=job, by=outsider, at=AT)
    changes.try_again(job=job, by=administrator, at=AT)
    assert take().attempts == 1
    assert Entry.objects.get().action == "tried_job_again"
    with pytest.raises(Refused, match="genindlæs"):
        changes.try_again(job=job, by=OPERATOR, at=AT)


def test_the_figures():
    for number in range(5):
        ask(str(number), run_at=AT + number * MINUTE)
    at = AT + 2 * MINUTE
    changes.finish(job=take(at), at=at)
    changes.fail(job=take(at), error="Nej", at=at, is_final=True)
    figures = job_figures(at=at)
    assert (figures.waiting, figures.under_way, figures.given_up, figures.waiting_since) == (3, 0, 1, at)
    take(at)
    figures = job_figures(at=at)
    assert (figures.waiting, figures.under_way, figures.given_up, figures.waiting_since) == (2, 1, 1, None)


def test_what_is_done_again_and_again_is_one_job_that_forgets_its_failures():
    for _ in range(2):
        changes.keep_doing(kind="brew", at=AT)
    job = take()
    changes.fail(job=job, error="Nej", at=AT)
    job = take(AT + MINUTE)
    assert job.attempts == 2
    assert changes.repeat(job=job, run_at=AT + LEASE, payload={"cups": 7})
    assert take(AT + MINUTE) is None
    job = take(AT + LEASE)
    assert (job.attempts, job.last_error, payload_of(job)) == (1, "", {"cups": 7})
    changes.fail(job=job, error="Nej", at=AT, is_final=True)
    changes.keep_doing(kind="brew", at=AT + LEASE)
    assert payload_of(take(AT + LEASE)) == {"cups": 7}


def test_a_lease_that_looks_alike_is_not_the_same():
    changes.keep_doing(kind="brew", at=AT)
    slept = take()
    changes.repeat(job=take(AT + LEASE, "two"), run_at=AT + LEASE, payload={})
    third = take(AT + LEASE, "two")
    assert slept.attempts == third.attempts == 1
    assert not changes.finish(job=slept, at=AT + LEASE)

"""What waits, what is under way and what was given up. For administrators; a payload says little and names no text."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from raadhus.foundation.jobs.models import Job


def due_jobs(kinds: Collection[str], *, at: datetime) -> QuerySet[Job]:
    """Work of these kinds whose time has come and that nobody holds, the longest waiting first."""
    return unsettled().filter(free_at(at), kind__in=kinds, run_at__lte=at).order_by("run_at", "pk")


def unsettled() -> QuerySet[Job]:
    """Work that is neither done nor given up."""
    return Job.objects.filter(done_at=None, failed_at=None)


def free_at(at: datetime) -> Q:
    """That nobody holds a lease on the row at `at`."""
    return Q(locked_until=None) | Q(locked_until__lte=at)


def given_up_jobs() -> QuerySet[Job]:
    """Work that is not tried again by itself, the newest first."""
    return Job.objects.filter(failed_at__isnull=False).order_by("-failed_at", "-pk")


def payload_of(job: Job) -> dict[str, Any]:
    """What the work is about, as it was enqueued."""
    facts: dict[str, Any] = json.loads(job.payload)
    return facts


def asked_with(key: str) -> dict[str, Any] | None:
    """What the work of this key is about, done or not; None where nobody asked for it."""
    job = Job.objects.filter(key=key).first()
    return payload_of(job) if job else None


def keys_known(keys: Collection[str]) -> set[str]:
    """Those of `keys` that were asked for before."""
    return set(Job.objects.filter(key__in=keys).values_list("key", flat=True))


@dataclass(frozen=True, slots=True)
class JobFigures:
    """How many jobs wait, are under way and were given up; since when the longest waiting one could have been done."""

    waiting: int
    under_way: int
    given_up: int
    waiting_since: datetime | None


def job_figures(*, at: datetime) -> JobFigures:
    """The figures as they are at `at`; one query."""
    open_ones, free = Q(done_at=None, failed_at=None), free_at(at)
    figures = Job.objects.aggregate(
        waiting=Count("pk", filter=open_ones & free),
        under_way=Count("pk", filter=open_ones & Q(locked_until__gt=at)),
        given_up=Count("pk", filter=Q(failed_at__isnull=False)),
        waiting_since=Min("run_at", filter=open_ones & free & Q(run_at__lte=at)),
    )
    return JobFigures(**figures)

"""A worker: take what is due, do it, settle it. What a kind of work does is told by whoever makes the worker.

What a duty changes in the database and the settling are one transaction, so it happens once or not at all, however
often a worker is killed. A duty that acts outside the database (`reaches_out`) runs without a transaction and must
itself bear being run again; `mail.sending` shows how.
"""

import logging
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

from django.db import Error, close_old_connections, connection, transaction

from raadhus.foundation.jobs import changes
from raadhus.foundation.jobs.models import Job
from raadhus.foundation.jobs.queries import payload_of
from raadhus.pure.kernel.errors import Refused

LEASE = timedelta(minutes=5)  # any duty must be done sooner
POLL = 2.0  # seconds between two looks at an empty table

_log = logging.getLogger(__name__)


class NotNow(Exception):
    """A duty says that nothing is wrong but that the work must wait; it costs no attempt."""

    def __init__(self, until: datetime) -> None:
        super().__init__(until.isoformat())
        self.until = until


@dataclass(frozen=True, slots=True)
class Again:
    """What a duty returns that has done its round and does the next at `run_at`, with this payload."""

    run_at: datetime
    payload: dict[str, Any]


class _LeaseLost(Exception):
    """Somebody else has the job now; what was done for it must not stand."""


class Act(Protocol):
    """What a kind of work does with its payload; `at` is the moment it was begun. None: it is done for good."""

    def __call__(self, payload: dict[str, Any], *, at: datetime) -> Again | None: ...


@dataclass(frozen=True, slots=True)
class Duty:
    """What is done for a kind of work; `reaches_out` says that it acts outside the database."""

    act: Act
    reaches_out: bool = False


@dataclass(frozen=True, slots=True)
class Worker:
    """Does the kinds of work it has duties for, and leaves others to others."""

    duties: Mapping[str, Duty]
    name: str
    lease: timedelta = LEASE

    def work_off(self, should_stop: Callable[[], bool] = lambda: False) -> Counter[str]:
        """Do all that is due, until nothing is or `should_stop`; how many were "done", "failed" and put "off"."""
        told: Counter[str] = Counter()
        while not should_stop():
            job = changes.take(kinds=list(self.duties), worker=self.name, lease=self.lease, at=_now())
            if job is None:
                break
            told[self._work_on(job)] += 1
        return told

    def keep_working(
        self,
        should_stop: Callable[[], bool],
        wait: Callable[[float], object],
    ) -> None:
        """Work until `should_stop`; `wait` sleeps that many seconds, or less once it should stop.

        A database that cannot be reached is tried again at the next look; a lease that was begun runs out by itself.
        """
        while not should_stop():
            close_old_connections()
            try:
                self.work_off(should_stop)
            except Error:
                _log.warning("The database cannot be reached; the worker tries again.", exc_info=True)
                connection.close()
            wait(POLL)

    def _work_on(self, job: Job) -> str:
        try:
            self._do(job)
        except _LeaseLost:
            return "lost"
        except NotNow as later:
            changes.put_back(job=job, run_at=later.until)
            return "off"
        except Refused as refused:
            changes.fail(job=job, error=str(refused), at=_now(), is_final=True)
            return "failed"
        except Exception as error:  # whatever a duty stumbles over is kept with the job, and others go on
            _log.exception("Job %s (%s) failed", job.pk, job.kind)
            changes.fail(job=job, error=f"{type(error).__name__}: {error}", at=_now())
            return "failed"
        return "done"

    def _do(self, job: Job) -> None:
        duty = self.duties[job.kind]
        if duty.reaches_out:
            _settle(job, duty.act(payload_of(job), at=_now()))
            return
        with transaction.atomic():
            _settle(job, duty.act(payload_of(job), at=_now()))


def _settle(job: Job, again: Again | None) -> None:
    if again is None:
        is_ours = changes.finish(job=job, at=_now())
    else:
        is_ours = changes.repeat(job=job, run_at=again.run_at, payload=again.payload)
    if not is_ours:
        raise _LeaseLost


def _now() -> datetime:
    return datetime.now(UTC)

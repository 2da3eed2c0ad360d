"""Every step of a job's life. Asking for work belongs in the transaction of the change that makes it necessary.

These are steps of a machine, so the audit log has no rows of them; what a person asks for (`try_again`) it has.
"""

import json
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from raadhus.foundation.accounts.queries import is_administrator
from raadhus.foundation.audit.record import line_up, record
from raadhus.foundation.jobs.models import Job
from raadhus.foundation.jobs.queries import due_jobs, unsettled
from raadhus.foundation.jobs.rules import CUT_SHORT, LONGEST_ERROR, may_be_tried_again, wait_after
from raadhus.pure.kernel.errors import Refused


def enqueue(*, kind: str, key: str, payload: dict[str, Any], run_at: datetime, at: datetime) -> bool:
    """Ask for work not before `run_at`; False, and nothing changed, where `key` was asked for before, done or not."""
    facts = {"kind": kind, "payload": _text(payload)}
    _, is_new = Job.objects.get_or_create(key=key, defaults=facts | {"run_at": run_at, "made_at": at})
    return is_new


def keep_doing(*, kind: str, at: datetime) -> None:
    """Let there be one job of this kind that is done again and again; begun anew where it was given up before."""
    facts = {"kind": kind, "payload": _text({}), "run_at": at, "made_at": at}
    Job.objects.get_or_create(key=kind, defaults=facts)
    Job.objects.filter(key=kind, failed_at__isnull=False).update(failed_at=None, attempts=0, run_at=at)


def _text(payload: dict[str, Any]) -> str:
    return json.dumps(payload, ensure_ascii=False, sort_keys=True)


def take(*, kinds: Collection[str], worker: str, lease: timedelta, at: datetime) -> Job | None:
    """The next job of these kinds, for `worker` alone until `at + lease`; None where nothing is due.

    What was taken as often as it may be, and never settled, is given up here: it may be what kills the workers.
    """
    while due_jobs(kinds, at=at).exists():  # an idle worker takes no write lock
        with transaction.atomic():
            job = _for_us_alone(due_jobs(kinds, at=at)).first()
            if job is None:
                return None
            if may_be_tried_again(job.attempts):
                return _leased(job, worker, at + lease)
            unsettled().filter(pk=job.pk).update(
                failed_at=at, locked_until=None, last_error=CUT_SHORT.format(attempts=job.attempts)
            )
    return None


def _leased(job: Job, worker: str, until: datetime) -> Job:
    job.attempts, job.worker, job.locked_until = job.attempts + 1, worker[:100], until
    job.save(update_fields=["attempts", "worker", "locked_until"])
    return job


def _for_us_alone(jobs: Any) -> Any:
    """On SQLite every transaction is a writer's (IMMEDIATE) and alone anyway; PostgreSQL skips what others look at."""
    return jobs.select_for_update(skip_locked=True) if connection.features.has_select_for_update_skip_locked else jobs


def finish(*, job: Job, at: datetime) -> bool:
    """The job is done; False where the lease was lost, and then what was done in this transaction must not stand."""
    return bool(_still_ours(job).update(done_at=at, locked_until=None, last_error=""))


def fail(*, job: Job, error: str, at: datetime, is_final: bool = False) -> bool:
    """The try failed: wait and try again, or give up where it was the last or `is_final`. False as in `finish`."""
    why = error[:LONGEST_ERROR]
    if is_final or not may_be_tried_again(job.attempts):
        return bool(_still_ours(job).update(failed_at=at, locked_until=None, last_error=why))
    again = at + wait_after(job.attempts)
    return bool(_still_ours(job).update(run_at=again, locked_until=None, last_error=why))


def put_back(*, job: Job, run_at: datetime) -> bool:
    """Nothing was tried: let the job wait until `run_at` and forget this taking. False as in `finish`."""
    return bool(_still_ours(job).update(run_at=run_at, locked_until=None, attempts=job.attempts - 1))


def repeat(*, job: Job, run_at: datetime, payload: dict[str, Any]) -> bool:
    """This round is done, and the next is at `run_at`, with all its attempts before it. False as in `finish`."""
    return bool(
        _still_ours(job).update(run_at=run_at, payload=_text(payload), locked_until=None, attempts=0, last_error="")
    )


def _still_ours(job: Job) -> Any:
    """The job, as long as the lease under which it was taken is the one it has."""
    return unsettled().filter(pk=job.pk, attempts=job.attempts, worker=job.worker, locked_until=job.locked_until)


@transaction.atomic
def try_again(*, job: Job, by: Any, at: datetime) -> None:
    """Let work that was given up be tried from the beginning."""
    if not is_administrator(by):
        raise PermissionDenied("Only administrators start work again.")
    line_up()
    given_up = Job.objects.filter(pk=job.pk, failed_at__isnull=False)
    if not given_up.update(failed_at=None, attempts=0, run_at=at):
        raise Refused("Arbejdet er allerede i gang igen eller gjort; genindlæs siden.")
    record("tried_job_again", "job", job.pk, by=by, at=at, facts={"kind": job.kind, "error": job.last_error})

"""Work that waits, a row each. A worker takes a row for a while (a lease); if it dies, the row is free again by itself.

A lease is known by who took the row, as which attempt and until when; only while the row still says so can it be
settled, so that a worker which slept through its lease changes nothing.
"""

from django.db import models
from django.db.models import Q


class Job(models.Model):
    """One thing to do, once. `key` says which: asked for again, under whatever circumstances, it is the same row."""

    kind = models.CharField(max_length=50)
    key = models.CharField(max_length=200, unique=True)
    payload = models.TextField()  # JSON
    made_at = models.DateTimeField()
    run_at = models.DateTimeField()  # not before
    attempts = models.PositiveIntegerField(default=0)
    locked_until = models.DateTimeField(null=True)
    worker = models.CharField(max_length=100, blank=True)  # who took it last
    done_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)  # given up
    last_error = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="job_is_not_both_done_and_given_up", condition=Q(done_at=None) | Q(failed_at=None)
            ),
            models.CheckConstraint(
                name="settled_job_is_nobodys", condition=Q(done_at=None, failed_at=None) | Q(locked_until=None)
            ),
        ]
        indexes = [
            models.Index(name="jobs_that_wait", fields=["run_at", "id"], condition=Q(done_at=None, failed_at=None))
        ]

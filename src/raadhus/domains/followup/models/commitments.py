"""What was promised. A commitment knows its source as data (kind, id, quote) and imports nothing from there."""

from django.db import models

from raadhus.domains.cases.models import Case
from raadhus.foundation.accounts.models import Audience


class Status(models.TextChoices):
    SUGGESTED = "suggested"  # read by machine; nobody has looked at it
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Commitment(models.Model):
    """A promise: who, what, by when, back to which body, and the words that say so."""

    source_kind = models.CharField(max_length=30)  # "item"
    source_id = models.BigIntegerField()
    audience = models.ForeignKey(Audience, models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)  # task or return
    quote = models.TextField()
    who = models.JSONField(default=list)  # as written
    made_on = models.DateField(null=True)
    due_first = models.DateField(null=True)
    due_last = models.DateField(null=True)
    body = models.TextField(blank=True)
    found_in = models.CharField(max_length=20)
    status = models.CharField(max_length=20, choices=Status, default=Status.SUGGESTED)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_commitment_per_place_in_a_source", fields=["source_kind", "source_id", "position"]
            ),
            models.CheckConstraint(
                name="commitment_is_task_or_return", condition=models.Q(kind__in=["task", "return"])
            ),
            models.CheckConstraint(name="commitment_status_is_known", condition=models.Q(status__in=Status.values)),
            models.CheckConstraint(
                name="due_window_has_both_ends_in_order",
                condition=models.Q(due_first=None, due_last=None) | models.Q(due_first__lte=models.F("due_last")),
            ),
        ]
        indexes = [
            models.Index(name="commitments_by_due", fields=["audience", "due_last"]),
            models.Index(name="commitments_by_source", fields=["source_kind", "source_id"]),
        ]

"""What can be found: one row a thing, pointing at it; its words lie in full-text tables of their own."""

from django.db import models

from raadhus.domains.cases.models import Case
from raadhus.domains.meetings.models import Body, Item, Meeting
from raadhus.foundation.accounts.models import Audience


class Entry(models.Model):
    """One thing that can be found, with what it can be filtered by and who may find it."""

    kind = models.CharField(max_length=20)  # item, decision, commitment …
    object_id = models.BigIntegerField()
    audience = models.ForeignKey(Audience, models.PROTECT, null=True, related_name="+")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, models.CASCADE, null=True, related_name="+")
    body = models.ForeignKey(Body, models.CASCADE, null=True, related_name="+")
    case = models.ForeignKey(Case, models.CASCADE, null=True, related_name="+")
    on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, blank=True)
    is_closed = models.BooleanField()

    class Meta:
        constraints = [models.UniqueConstraint(name="found_once", fields=["kind", "object_id"])]


class Progress(models.Model):
    """How far the index has read the audit log; one row."""

    audit_number = models.BigIntegerField(default=0)

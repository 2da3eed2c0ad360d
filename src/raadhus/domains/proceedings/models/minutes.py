"""What was sent and approved, who read it, and how it may still be corrected: by addition."""

from django.db import models
from django.db.models import Q

from raadhus.domains.meetings.models import Version
from raadhus.domains.proceedings.models.proposals import Proposal
from raadhus.domains.proceedings.models.sittings import Attendee, Sitting
from raadhus.foundation.accounts.models import User
from raadhus.foundation.files.models import StoredFile


class FrozenKind(models.TextChoices):
    AGENDA = "agenda"
    SUPPLEMENT = "supplement"
    MINUTES = "minutes"


class Frozen(models.Model):
    """An agenda or minutes as it was sent: content, checksum and the record's version made of it. Never changed."""

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="frozen")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=FrozenKind)
    content = models.TextField()  # canonical JSON of all, texts and enclosures' checksums too; what is compared later
    digest = models.CharField(max_length=64)
    version = models.ForeignKey(Version, models.PROTECT, null=True, related_name="+")
    frozen_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    frozen_at = models.DateTimeField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="frozen_number_once_per_sitting", fields=["sitting", "number"]),
            models.CheckConstraint(name="frozen_kind_is_known", condition=Q(kind__in=FrozenKind.values)),
        ]


class ReadMark(models.Model):
    """The last frozen version of a meeting that a user has read."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="+")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    frozen = models.ForeignKey(Frozen, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="one_read_mark_per_reader", fields=["sitting", "user"])]


class Note(models.Model):
    """A reader's own note or highlight, tied to quoted words so that it outlives a new version; seen by nobody else."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="+")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    quote = models.TextField(blank=True)
    text = models.TextField(blank=True)
    is_highlight = models.BooleanField(default=False)
    at = models.DateTimeField()


class Review(models.Model):
    """Somebody other than the writer reads the minutes before they go out."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="reviews")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    is_accepted = models.BooleanField(null=True)
    comment = models.TextField(blank=True)
    digest = models.CharField(max_length=64, blank=True)  # of what was read: a later change asks again


class Approval(models.Model):
    """That a body approved an agenda or minutes, and the item of the meeting where it happened."""

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="approvals")  # whose agenda or minutes
    what = models.CharField(max_length=10)  # agenda or minutes
    where = models.ForeignKey(Proposal, models.PROTECT, related_name="+")
    frozen = models.ForeignKey(Frozen, models.PROTECT, related_name="+")
    remark = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="approved_once", fields=["sitting", "what"]),
            models.CheckConstraint(name="agenda_or_minutes_are_approved", condition=Q(what__in=["agenda", "minutes"])),
        ]


class Signature(models.Model):
    """That somebody signed the minutes as they were then (`digest`); `by` is who noted it where it stands on paper."""

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="signatures")
    attendee = models.ForeignKey(Attendee, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    is_on_paper = models.BooleanField(default=False)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="signed_once_as_it_was", fields=["sitting", "attendee", "digest"])]


class Seal(models.Model):
    """Minutes closed for good: the digest stands in the audit log, with a signed PDF where there is a certificate."""

    sitting = models.OneToOneField(Sitting, models.PROTECT, primary_key=True, related_name="seal")
    frozen = models.ForeignKey(Frozen, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    audit_number = models.BigIntegerField()
    signed = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()


class Correction(models.Model):
    """Something added to sealed minutes; what it corrects still stands. Approved like minutes, at a later meeting."""

    sitting = models.ForeignKey(Sitting, models.PROTECT, related_name="corrections")
    proposal = models.ForeignKey(Proposal, models.PROTECT, null=True, related_name="+")  # the item it is about
    text = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    approved_in = models.ForeignKey(Proposal, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)

"""Bodies, their meetings, and what each document said of them.

A meeting's items are the newest reading; each document that came in stands still as a `Version`. What a document
states is kept as written; an outcome is derived, and `outcome_is_read` says whether a machine or a person set it.
What has an audience of its own cannot be reached from its meeting by a related name: `queries` asks who reads it.
"""

from django.db import models
from django.db.models import F, Q

from raadhus.domains.cases.models import Case
from raadhus.domains.organisation.models import Person, Post
from raadhus.foundation.accounts.models import Audience
from raadhus.foundation.files.models import StoredFile


class Body(models.Model):
    """A forum, committee or council; `closed_audience` reads its closed items too."""

    name = models.CharField(max_length=200, unique=True)
    abbreviation = models.CharField(max_length=20, blank=True)
    open_audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")
    closed_audience = models.ForeignKey(Audience, models.PROTECT, related_name="+")


class Meeting(models.Model):
    """One meeting. Body and date are null where no document said them; then only administrators may read it."""

    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    audience = models.ForeignKey(Audience, models.PROTECT, null=True, related_name="+")
    starts_on = models.DateField(null=True)
    starts_at = models.TimeField(null=True)
    ends_on = models.DateField(null=True)
    ends_at = models.TimeField(null=True)
    place = models.TextField(blank=True)
    current_version = models.ForeignKey("Version", models.PROTECT, null=True, related_name="+")
    is_sealed = models.BooleanField(default=False)  # its minutes stand for good; what is wrong in them is added to

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_meeting_per_body_and_start",
                fields=["body", "starts_on", "starts_at"],
                condition=Q(starts_at__isnull=False),
            ),
            models.UniqueConstraint(
                name="one_meeting_per_body_and_day_without_time",
                fields=["body", "starts_on"],
                condition=Q(starts_at__isnull=True),
            ),
        ]
        indexes = [models.Index(name="meetings_by_day", fields=["-starts_on", "-starts_at"])]


class Version(models.Model):
    """One agenda or minutes as it came: its file, and what was read in it. Never changed."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)  # agenda, minutes, unknown
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    content = models.TextField()  # the contract's JSON, canonical
    digest = models.CharField(max_length=64)  # sha256 of `content` without the source's name and line numbers
    read_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="version_number_once_per_meeting", fields=["meeting", "number"]),
            models.UniqueConstraint(name="same_content_once_per_meeting", fields=["meeting", "digest"]),
            models.UniqueConstraint(name="one_version_per_file", fields=["file"]),
            models.CheckConstraint(
                name="version_kind_is_known", condition=Q(kind__in=["agenda", "minutes", "unknown"])
            ),
        ]
        indexes = [models.Index(name="versions_by_digest", fields=["digest"])]


class UnreadLine(models.Model):
    """A line that no rule understood. A person places it under an item, or sets it aside."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="+")
    line = models.PositiveIntegerField()
    text = models.TextField()
    settled_as = models.CharField(max_length=10, blank=True)  # "", placed, set_aside
    item = models.ForeignKey("Item", models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="unread_line_is_settled_or_not", condition=Q(settled_as__in=["", "placed", "set_aside"])
            )
        ]


class Attendance(models.Model):
    """Somebody stated as present or absent, name as written."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendance")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    position = models.PositiveIntegerField()
    words = models.TextField()
    is_present = models.BooleanField()

    class Meta:
        ordering = ["position", "pk"]


class Item(models.Model):
    """One agenda item; it keeps its address through every version. `version` is the newest document it stands in."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="+")
    version = models.ForeignKey(Version, models.PROTECT, related_name="+")
    audience = models.ForeignKey(Audience, models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    case_words = models.TextField(blank=True)  # the case number as written here; `case` is one for all spellings
    position = models.PositiveIntegerField()
    number = models.TextField(blank=True)
    title = models.TextField()
    is_closed = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_item_per_place_in_a_version", fields=["version", "position"]),
        ]
        indexes = [models.Index(name="items_by_case", fields=["case"])]


class Section(models.Model):
    """A headed part of an item, as written."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="sections")
    position = models.PositiveIntegerField()
    heading = models.TextField()
    kind = models.CharField(max_length=20)
    text = models.TextField()
    first_line = models.PositiveIntegerField(null=True)
    last_line = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ["position", "pk"]


class Recommendation(models.Model):
    """What was recommended, and by which post as written."""

    item = models.OneToOneField(Item, models.CASCADE, related_name="recommendation")
    by = models.TextField(blank=True)
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")


class RecommendationPoint(models.Model):
    """One "at …" of a recommendation; `number` counts from 1."""

    recommendation = models.ForeignKey(Recommendation, models.CASCADE, related_name="points")
    number = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ["number", "pk"]


class Outcome(models.TextChoices):
    APPROVED = "approved", "Godkendt"
    RECOMMENDED = "recommended", "Anbefalet"
    NOTED = "noted", "Taget til efterretning"
    DISCUSSED = "discussed", "Drøftet"
    DEFERRED = "deferred", "Udsat"
    WITHDRAWN = "withdrawn", "Udgik"
    RETURNED = "returned", "Sendt tilbage"
    REFERRED = "referred", "Sendt videre"
    REJECTED = "rejected", "Afvist"
    LAPSED = "lapsed", "Bortfaldet"
    NONE = "none", "Ingen beslutning"
    MIXED = "mixed", "Delt beslutning"
    OTHER = "other", "Andet"


class Decision(models.Model):
    """What was decided, as written, and the outcome derived from it."""

    item = models.OneToOneField(Item, models.CASCADE, related_name="decision")
    text = models.TextField()
    outcome = models.CharField(max_length=20, choices=Outcome)
    outcome_is_read = models.BooleanField(default=True)  # False once a person has set it
    votes = models.JSONField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(name="outcome_is_known", condition=Q(outcome__in=Outcome.values))]


class DecisionPoint(models.Model):
    """The decision on recommendation point `number`."""

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="points")
    number = models.PositiveIntegerField()
    text = models.TextField()
    outcome = models.CharField(max_length=20, choices=Outcome)

    class Meta:
        ordering = ["number", "pk"]


class Attachment(models.Model):
    """An attachment by its name as written; `file` where its bytes are known."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="attachments")
    position = models.PositiveIntegerField()
    name = models.TextField()
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["position", "pk"]


class Reference(models.Model):
    """Another meeting that the item names; `body` where the words are a body we know."""

    item = models.ForeignKey(Item, models.CASCADE, related_name="references")
    position = models.PositiveIntegerField()
    direction = models.CharField(max_length=10)
    words = models.TextField()
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    first = models.DateField(null=True)
    last = models.DateField(null=True)
    quote = models.TextField()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(name="reference_is_past_or_future", condition=Q(direction__in=["past", "future"])),
            models.CheckConstraint(
                name="reference_window_in_order", condition=Q(first=None, last=None) | Q(first__lte=F("last"))
            ),
        ]

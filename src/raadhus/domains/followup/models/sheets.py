"""A follow-up sheet: an agreement point by point, with who does what about each. What a cell says stands as written in
`cells`; what is worked out of it stands beside, for finding and counting."""

from django.db import models
from django.db.models import F, Q

from raadhus.domains.cases.models import Case
from raadhus.domains.followup.rules.sheets.values import STATUSES
from raadhus.domains.organisation.models import Post
from raadhus.foundation.accounts.models import Audience, User
from raadhus.foundation.files.models import StoredFile


class Sheet(models.Model):
    """The points of one agreement. `columns` are [key, heading] from the left, `preamble` lines above the head."""

    title = models.CharField(max_length=200)
    agreement = models.CharField(max_length=200)
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    audience = models.ForeignKey(Audience, models.PROTECT, null=True, related_name="+")
    kept_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    columns = models.JSONField(default=list)
    preamble = models.JSONField(default=list)


class SheetRow(models.Model):
    """One point. `cells` are as written, by the column's key; `last_read` is what the newest Excel file said of each.

    `is_missing` is whether the newest file had the row no more; it stays until somebody says what became of it.
    """

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    section = models.TextField(blank=True)
    cells = models.JSONField(default=dict)
    last_read = models.JSONField(default=dict)
    main_post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    has_item = models.BooleanField(null=True)  # whether a political item is to be delivered; null: not said
    deadline_first = models.DateField(null=True)
    deadline_last = models.DateField(null=True)
    status = models.CharField(max_length=20, blank=True)
    is_missing = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(name="one_row_per_place_in_a_sheet", fields=["sheet", "position"]),
            models.CheckConstraint(name="row_status_is_known", condition=Q(status__in=["", *STATUSES])),
            models.CheckConstraint(
                name="row_deadline_has_both_ends_in_order",
                condition=Q(deadline_first=None, deadline_last=None) | Q(deadline_first__lte=F("deadline_last")),
            ),
        ]
        indexes = [models.Index(name="rows_by_post", fields=["main_post", "status"])]


class RowHelper(models.Model):
    """A post that helps the main one with a row."""

    row = models.ForeignKey(SheetRow, models.CASCADE, related_name="helpers")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    position = models.PositiveIntegerField()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [models.UniqueConstraint(name="a_post_helps_once_with_a_row", fields=["row", "post"])]


class SheetRound(models.Model):
    """That the responsible are asked to answer by a day. `closed_at` is null while it runs."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="rounds")
    words = models.CharField(max_length=200)  # "inden ugens udgang"
    due_on = models.DateField()
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.UniqueConstraint(name="one_round_at_a_time", fields=["sheet"], condition=Q(closed_at=None))
        ]


class AskedRow(models.Model):
    """A row that a round asks about; answered once its main post or the sheet's keeper has answered."""

    round = models.ForeignKey(SheetRound, models.CASCADE, related_name="asked")
    row = models.ForeignKey(SheetRow, models.CASCADE, related_name="asked")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="a_row_is_asked_once_in_a_round", fields=["round", "row"])]


class RowEventKind(models.TextChoices):
    IMPORTED = "imported", "indlæst"
    ANSWERED = "answered", "svar"
    DECIDED = "decided", "besluttet i gennemgangen"
    EDITED = "edited", "rettet"
    MOVED = "moved", "flyttet"


class RowEvent(models.Model):
    """What was said about a row, by whom, and what it changed: [{"key", "before", "after"}]. Never changed."""

    row = models.ForeignKey(SheetRow, models.CASCADE, related_name="events")
    kind = models.CharField(max_length=10, choices=RowEventKind)
    round = models.ForeignKey(SheetRound, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    words = models.TextField(blank=True)
    changes = models.JSONField(default=list)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(name="row_event_is_known", condition=Q(kind__in=RowEventKind.values))]


class SheetFile(models.Model):
    """An Excel file that somebody brought, before and after its rows were taken in."""

    sheet = models.ForeignKey(Sheet, models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    brought_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    brought_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True)


class SheetEdition(models.Model):
    """A sheet frozen, as an annex for a meeting: its content as JSON with checksum, and its papers. Never changed."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=60, blank=True)  # UDKAST, endelig …
    meeting = models.CharField(max_length=200, blank=True)  # "Chefforum 3. februar 2022"
    content = models.TextField()
    checksum = models.CharField(max_length=64)
    xlsx = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    pdf = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    docx = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    frozen_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    frozen_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(name="edition_number_once_per_sheet", fields=["sheet", "number"])]

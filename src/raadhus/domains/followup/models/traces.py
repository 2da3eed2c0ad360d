"""What a promise leaves behind: proof that it was kept, the items that speak of it, and what it waits for."""

from django.db import models
from django.db.models import F, Q

from raadhus.domains.followup.models.commitments import Commitment
from raadhus.foundation.accounts.models import User
from raadhus.foundation.files.models import StoredFile


class Proof(models.Model):
    """A file, an address or an item that shows what was done. A file is read by whoever reads the commitment."""

    commitment = models.ForeignKey(Commitment, models.PROTECT, related_name="+")
    words = models.CharField(max_length=300)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, related_name="+")
    address = models.URLField(blank=True, max_length=500)
    added_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["added_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="proof_is_a_file_or_an_address",
                condition=Q(file=None) & ~Q(address="") | Q(file__isnull=False, address=""),
            )
        ]


class Role(models.TextChoices):
    PROMISED = "promised", "lovet"
    PROLONGED = "prolonged", "udskudt"
    REPORTED = "reported", "afrapporteret"
    CLOSED = "closed", "afsluttet"


class Place(models.Model):
    """Where else than in its source a commitment was spoken of; as data, as the source is."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="places")
    role = models.CharField(max_length=10, choices=Role)
    source_kind = models.CharField(max_length=30)
    source_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_place_once_in_a_role", fields=["commitment", "role", "source_kind", "source_id"]
            ),
            models.CheckConstraint(name="place_role_is_known", condition=Q(role__in=Role.values)),
        ]
        indexes = [models.Index(name="places_by_source", fields=["source_kind", "source_id"])]


class Dependency(models.Model):
    """That a commitment cannot be done before another one is."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="waits_for")
    on = models.ForeignKey(Commitment, models.CASCADE, related_name="awaited_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="waits_once_for_another", fields=["commitment", "on"]),
            models.CheckConstraint(name="nothing_waits_for_itself", condition=~Q(commitment=F("on"))),
        ]

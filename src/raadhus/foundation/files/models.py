"""What came in or went out as a file: its checksum, origin and who may have it; the bytes lie in `settings.FILES`."""

from django.db import models

from raadhus.foundation.accounts.models import Audience


class StoredFile(models.Model):
    """Bytes that are kept as they came, once per checksum."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    origin = models.CharField(max_length=100)  # "import", later "upload", "rendered" …
    stored_at = models.DateTimeField()
    audience = models.ForeignKey(Audience, models.PROTECT, null=True, related_name="+")

"""Pictures in texts: stored as files, and shown to whoever reads the text."""

from django.db import models

from raadhus.domains.proceedings.models.proposals import Text
from raadhus.foundation.accounts.models import User
from raadhus.foundation.files.models import StoredFile


class Picture(models.Model):
    """A picture put into a text; the text's HTML names it by number and says in words what it shows."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="pictures")
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    media_type = models.CharField(max_length=20)  # as its bytes say, never as it was named
    added_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()

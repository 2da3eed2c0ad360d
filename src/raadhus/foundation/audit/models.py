"""Who did what when, as rows that each carry the hash of the one before."""

from django.db import models


class Entry(models.Model):
    """One act. Rows are never changed or removed: the database refuses it, and `raadhus verify` would show it."""

    number = models.BigIntegerField(primary_key=True)  # 1, 2, 3 …: a gap shows that a row was removed
    at = models.DateTimeField()
    actor = models.CharField(max_length=200)
    action = models.CharField(max_length=100)
    object_kind = models.CharField(max_length=50)
    object_id = models.CharField(max_length=50)
    facts = models.TextField()  # canonical JSON as text: a JSON column would rewrite what was hashed
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(name="audit_digest_once", fields=["digest"])]
        indexes = [models.Index(name="audit_by_object", fields=["object_kind", "object_id"])]

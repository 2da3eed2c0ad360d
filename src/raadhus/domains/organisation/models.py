"""Posts and people. A post exists without a person; validity is a half-open period."""

from django.db import models


class Person(models.Model):
    """Somebody named in a document; two people of one name are told apart by hand, later."""

    name = models.CharField(max_length=200, unique=True)


class Post(models.Model):
    """A post such as Kommunaldirektøren, as it is written."""

    title = models.CharField(max_length=200, unique=True)
    valid_from = models.DateField(null=True)  # null: unknown, held since before the oldest document
    valid_until = models.DateField(null=True)  # first day after; null: still there

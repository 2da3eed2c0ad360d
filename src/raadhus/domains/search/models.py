"""The words of the collection, and how far the index has read.

What can be found is the agenda items themselves: each has its stems in full-text tables made by migration 0002, one
for open and one for closed items, so that how often a word occurs in closed items shows nowhere in the open.
"""

from django.db import models


class Word(models.Model):
    """A word that open items use, by which compounds are split. Never shown to anyone."""

    folded = models.CharField(max_length=60, primary_key=True)


class Progress(models.Model):
    """How far the index has read the audit log; one row."""

    audit_number = models.BigIntegerField(default=0)

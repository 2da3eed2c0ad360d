"""The KLE plan's subjects, and cases by their number: the thread through everything."""

from django.db import models

from raadhus.pure.kernel.case_number import CATEGORIES

# Spelt out letter by letter: SQLite keeps no regular expressions in constraints.
_KNOWN_FACET = models.Q(facet="")
for _category in CATEGORIES:
    _KNOWN_FACET |= models.Q(facet__startswith=_category)


class Subject(models.Model):
    """A subject of the KLE plan, e.g. 00.30.14 Budgetopfølgninger."""

    number = models.CharField(max_length=8, primary_key=True)
    title = models.CharField(max_length=255)


class Case(models.Model):
    """A case. `number` is one for all spellings of it; the KLE parts are filled where it has the KLE form."""

    number = models.CharField(max_length=200, unique=True)
    subject = models.ForeignKey(Subject, models.PROTECT, null=True, related_name="+")
    subject_number = models.CharField(max_length=8, blank=True)  # kept also where the catalogue lacks the subject
    facet = models.CharField(max_length=3, blank=True)
    serial = models.PositiveIntegerField(null=True)
    year = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(name="facet_category_is_known", condition=_KNOWN_FACET)]
        indexes = [models.Index(name="case_by_subject", fields=["subject_number"])]

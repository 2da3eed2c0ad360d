"""The KLE plan."""

from django.db.models import QuerySet

from raadhus.domains.cases.models import Subject


def subject_named(number: str) -> Subject | None:
    """The subject, or None where the catalogue lacks it."""
    return Subject.objects.filter(number=number).first()


def subjects_under(number: str) -> QuerySet[Subject]:
    """The subjects of a main group ("00") or group ("00.30"), by number. The catalogue is open to everyone."""
    return Subject.objects.filter(number__startswith=f"{number}.").order_by("number")

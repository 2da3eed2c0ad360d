"""How a body works: its rule profile, its members and its standing items."""

from django.db import models
from django.db.models import F, Q

from raadhus.domains.meetings.models import Body
from raadhus.foundation.accounts.models import User


class BodyRules(models.Model):
    """A body's rule profile by key, and what it has set otherwise (see `rules.profiles`)."""

    body = models.OneToOneField(Body, models.CASCADE, primary_key=True, related_name="rules")
    profile = models.CharField(max_length=40, default="administrative_forum")
    settings = models.JSONField(default=dict)  # only what differs from the profile, by the profile's names
    passes_to = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)


class Role(models.TextChoices):
    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    MEMBER = "member"
    DEPUTY = "deputy"  # steps in for a member
    SECRETARY = "secretary"  # runs agenda and minutes, takes no part in decisions


class Member(models.Model):
    """Somebody's seat in a body for a half-open period; `user` where they sign in."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=Role, default=Role.MEMBER)
    group = models.CharField(max_length=100, blank=True)  # the list or department that the seat is for
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)  # first day after

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="seat_ends_after_it_starts", condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on"))
            ),
            models.CheckConstraint(name="role_is_known", condition=Q(role__in=Role.values)),
        ]


class StandingItem(models.Model):
    """An item that stands on every agenda of a body, first or last."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="+")
    position = models.PositiveIntegerField()
    stands_last = models.BooleanField(default=False)
    title = models.TextField()
    case_number = models.CharField(max_length=60, blank=True)
    recommendation = models.TextField(blank=True)

    class Meta:
        ordering = ["stands_last", "position", "pk"]

"""Users, and the audiences that decide what each of them may read."""

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """Somebody who signs in. `is_superuser` makes an administrator, who may read and correct everything."""


class AudienceKind(models.TextChoices):
    EVERYONE = "everyone"
    SIGNED_IN = "signed_in"
    NAMED = "named"


class Audience(models.Model):
    """Those who may read a thing. Whatever is readable points at one; no audience means nobody but administrators."""

    name = models.CharField(max_length=250, unique=True)
    kind = models.CharField(max_length=20, choices=AudienceKind, default=AudienceKind.NAMED)

    class Meta:
        constraints = [
            models.CheckConstraint(name="audience_kind_is_known", condition=models.Q(kind__in=AudienceKind.values))
        ]


class AudienceMember(models.Model):
    """One user in a named audience."""

    audience = models.ForeignKey(Audience, models.CASCADE, related_name="members")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(name="once_in_each_audience", fields=["audience", "user"])]


class CalendarToken(models.Model):
    """A secret in the address of a user's calendar feed; whoever holds it reads when and where the user's meetings are.

    Only its sha256 is kept: it has 256 random bits, so nothing can be guessed from that.
    """

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_live_calendar_token_per_user", fields=["user"], condition=models.Q(revoked_at=None)
            )
        ]

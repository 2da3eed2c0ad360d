"""What a body publishes of its follow-up, what was released to be said there, and what stood there when."""

from django.db import models
from django.db.models import F, Q

from raadhus.domains.meetings.models import Body
from raadhus.foundation.accounts.models import User


class FollowupPublication(models.Model):
    """Whether a body publishes its follow-up; no row: it does not."""

    body = models.OneToOneField(Body, models.CASCADE, primary_key=True, related_name="+")
    is_on = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)


class ReleasedRemark(models.Model):
    """An answer as it was released to be read by everybody, for a half-open period. Never changed: a newer answer is
    released anew. The promise is known by its key, as data."""

    commitment = models.BigIntegerField()
    text = models.TextField()
    released_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    released_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_standing_remark_per_promise", fields=["commitment"], condition=Q(ended_at=None)
            ),
            models.CheckConstraint(
                name="remark_ends_after_it_was_released",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("released_at")),
            ),
        ]


class PublishedRow(models.Model):
    """One promise as it stood on the body's public page, for a half-open period: what was published when. `content` is
    a `rules.PublicRow`, of which `decided_on` and `status` are asked for by themselves."""

    body = models.ForeignKey(Body, models.CASCADE, related_name="+")
    commitment = models.BigIntegerField()
    content = models.JSONField()
    decided_on = models.DateField(null=True)
    status = models.CharField(max_length=10)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_standing_row_per_promise", fields=["body", "commitment"], condition=Q(until=None)
            ),
            models.CheckConstraint(
                name="row_is_gone_after_it_stood", condition=Q(until=None) | Q(until__gte=F("since"))
            ),
        ]
        indexes = [models.Index(name="published_by_body", fields=["body", "until", "decided_on"])]

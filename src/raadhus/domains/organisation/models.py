"""Posts and people. A post exists without a person; validity is a half-open period."""

from django.db import models
from django.db.models import F, Q

from raadhus.foundation.accounts.models import User


class Person(models.Model):
    """Somebody named in a document; two people of one name are told apart by hand, later."""

    name = models.CharField(max_length=200, unique=True)


class Post(models.Model):
    """A post or a department such as Kommunaldirektøren, as it is written."""

    title = models.CharField(max_length=200, unique=True)
    valid_from = models.DateField(null=True)  # null: unknown, held since before the oldest document
    valid_until = models.DateField(null=True)  # first day after; null: still there


class Holding(models.Model):
    """That somebody who signs in has a post, for a half-open period. Several may share one; nobody may have it."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)  # first day after

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="holding_ends_after_it_starts", condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on"))
            ),
        ]


class Succession(models.Model):
    """That `post` gave way to `successor` in a reorganisation, from that day on; `words` is what was decided."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    successor = models.ForeignKey(Post, models.PROTECT, related_name="+")
    from_on = models.DateField()
    words = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="a_post_follows_another_once", fields=["post", "successor"]),
            models.CheckConstraint(name="no_post_follows_itself", condition=~Q(post=F("successor"))),
        ]

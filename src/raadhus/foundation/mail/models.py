"""Mails as they were written, and what became of each: the outbox.

A mail is marked `sending` before its text goes to the mail server, and `sent` when the server has said yes. If the
worker dies in between, nobody can know whether the server has it: it becomes `unsure`, is shown, and is never sent
again by itself. So nothing is sent twice, and nothing is lost unseen.
"""

from django.db import models
from django.db.models import Q

from raadhus.foundation.accounts.models import User


class State(models.TextChoices):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    UNSURE = "unsure"
    REFUSED = "refused"
    STALE = "stale"
    SET_ASIDE = "set_aside"


class Mail(models.Model):
    """One mail to one person. `key` says which: written again, it is the same row."""

    key = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=50)  # what it tells of: "agenda_sent", "hearing_near" …
    user = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    to = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    stop_address = models.TextField(
        blank=True
    )  # where the person can stop mails of this list; empty: not theirs to stop
    made_at = models.DateTimeField()
    stale_at = models.DateTimeField()  # not worth sending any more
    token = models.CharField(max_length=32, unique=True)  # of the Message-ID: the same however often it is sent
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    tries = models.PositiveIntegerField(default=0)
    handovers = models.PositiveIntegerField(default=0)  # how often it was marked `sending`
    settled_at = models.DateTimeField(null=True)
    reply = models.TextField(blank=True)  # the mail server's last words, or ours

    class Meta:
        constraints = [models.CheckConstraint(name="mail_state_is_known", condition=Q(state__in=State.values))]
        indexes = [models.Index(name="mails_by_state", fields=["state", "-made_at"])]


class Stopped(models.Model):
    """A person wants no more mails of this list."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    mail_list = models.CharField(max_length=100)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="list_stopped_once", fields=["user", "mail_list"])]

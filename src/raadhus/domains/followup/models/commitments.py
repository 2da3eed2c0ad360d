"""What was promised. A commitment knows its source as data (kind, id, quote) and imports nothing from there."""

from django.db import models
from django.db.models import F, Q

from raadhus.domains.cases.models import Case
from raadhus.domains.followup.rules.life import UNNAMED
from raadhus.domains.organisation.models import Post
from raadhus.foundation.accounts.models import Audience, User


class Status(models.TextChoices):
    SUGGESTED = "suggested"  # read by machine; nobody has looked at it
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Progress(models.TextChoices):
    """How far an accepted promise is. That it is late is no step of it, but follows from the day."""

    OPEN = "open"
    ANSWERED = "answered"  # somebody has told how it goes; it is not done
    DONE = "done"
    DIVIDED = "divided"  # its parts are commitments of their own
    DROPPED = "dropped"  # given up, with a reason


UNDER_WAY = (Progress.OPEN, Progress.ANSWERED)


class Commitment(models.Model):
    """A promise: who, what, by when, back to which body, and the words that say so.

    What the source says stands as it was read or corrected (`who`, `promised_first`, `promised_last`, `body`); what
    holds now is `post` or `person`, and `due_first` to `due_last`. `revision` grows by one with each change.
    """

    source_kind = models.CharField(max_length=30)  # "item"
    source_id = models.BigIntegerField()
    audience = models.ForeignKey(Audience, models.PROTECT, null=True, related_name="+")
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10)  # task or return
    quote = models.TextField()
    who = models.JSONField(default=list)  # as written
    made_on = models.DateField(null=True)
    made_in = models.BigIntegerField(null=True)  # the body it was made in, as data
    due_first = models.DateField(null=True)
    due_last = models.DateField(null=True)
    promised_first = models.DateField(null=True)
    promised_last = models.DateField(null=True)
    body = models.TextField(blank=True)
    found_in = models.CharField(max_length=20)
    status = models.CharField(max_length=20, choices=Status, default=Status.SUGGESTED)
    is_corrected = models.BooleanField(default=False)  # by a person: a new reading leaves it as it is

    task = models.TextField(blank=True)  # what is to be done, where the quote does not say it by itself
    deliverable = models.TextField(blank=True)  # a political item, to which body and when
    fulfilled_when = models.TextField(blank=True)
    agreement = models.CharField(max_length=200, blank=True)  # "Budgetaftale 2022"
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    progress = models.CharField(max_length=20, choices=Progress, default=Progress.OPEN)
    answer = models.TextField(blank=True)  # the newest; those before stand in the log
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)
    done_on = models.DateField(null=True)
    days_taken = models.PositiveIntegerField(null=True)  # from the promise until it was done
    asked_first = models.DateField(null=True)  # more time that somebody asked for and nobody has answered yet
    asked_last = models.DateField(null=True)
    asked_because = models.TextField(blank=True)
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    extensions = models.PositiveIntegerField(default=0)
    came_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_commitment_per_place_in_a_source", fields=["source_kind", "source_id", "position"]
            ),
            models.CheckConstraint(name="commitment_is_task_or_return", condition=Q(kind__in=["task", "return"])),
            models.CheckConstraint(name="commitment_status_is_known", condition=Q(status__in=Status.values)),
            models.CheckConstraint(name="commitment_progress_is_known", condition=Q(progress__in=Progress.values)),
            models.CheckConstraint(
                name="due_window_has_both_ends_in_order",
                condition=Q(due_first=None, due_last=None) | Q(due_first__lte=F("due_last")),
            ),
            models.CheckConstraint(
                name="asked_window_has_both_ends_in_order",
                condition=Q(asked_first=None, asked_last=None) | Q(asked_first__lte=F("asked_last")),
            ),
            models.CheckConstraint(name="a_post_or_a_person_is_responsible", condition=Q(post=None) | Q(person=None)),
            models.CheckConstraint(name="done_has_a_day", condition=~Q(progress="done") | Q(done_on__isnull=False)),
        ]
        indexes = [
            models.Index(name="commitments_by_due", fields=["audience", "due_last"]),
            models.Index(name="commitments_by_source", fields=["source_kind", "source_id"]),
            models.Index(name="commitments_by_post", fields=["post", "progress", "due_last"]),
            models.Index(name="commitments_by_person", fields=["person", "progress", "due_last"]),
            models.Index(name="commitments_by_body", fields=["made_in", "progress", "due_last"]),
            models.Index(name="commitments_in_order", fields=["due_last", "id", "audience", "status", "progress"]),
            models.Index(
                name="commitments_in_figures",
                fields=[
                    "audience",
                    "status",
                    "progress",
                    "due_last",
                    "made_on",
                    "post",
                    "made_in",
                    "person",
                    "extensions",
                    "days_taken",
                ],
            ),
        ]

    @property
    def owner_words(self) -> str:
        """Who answers for it: the post's title or the person's name, which only who has signed in is told; empty where
        nobody does."""
        if self.post_id is not None:
            return self.post.title
        if self.person_id is not None and getattr(self, "is_told_outside", False):
            return UNNAMED
        return (self.person.get_full_name() or self.person.get_username()) if self.person_id is not None else ""


class Name(models.Model):
    """Somebody as written in any promise; once."""

    text = models.TextField(unique=True)


class Named(models.Model):
    """That a promise names somebody: `Commitment.who`, row by row, so that a database can ask for it."""

    commitment = models.ForeignKey(Commitment, models.CASCADE, related_name="named")
    name = models.ForeignKey(Name, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(name="named_once_in_a_promise", fields=["commitment", "name"])]

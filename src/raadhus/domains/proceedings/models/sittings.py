"""One meeting as it is planned, held and written down."""

from django.db import models
from django.db.models import F, Q

from raadhus.domains.meetings.models import Meeting, Outcome
from raadhus.domains.proceedings.models.bodies import Member
from raadhus.domains.proceedings.models.proposals import Proposal


class SittingState(models.TextChoices):
    PLANNED = "planned"
    SENT = "sent"
    IN_SESSION = "in_session"
    MINUTES = "minutes"  # held; the minutes are written and reviewed
    APPROVED = "approved"
    SEALED = "sealed"
    CANCELLED = "cancelled"


class Sitting(models.Model):
    """The live side of a meeting. `current` is the proposal on the screen in the room."""

    meeting = models.OneToOneField(Meeting, models.PROTECT, primary_key=True, related_name="sitting")
    state = models.CharField(max_length=20, choices=SittingState, default=SittingState.PLANNED)
    link = models.URLField(blank=True)
    series = models.CharField(max_length=40, blank=True)  # meetings planned together share it
    cancelled_because = models.TextField(blank=True)
    late_because = models.TextField(blank=True)  # why an agenda sent too late could not wait
    current = models.ForeignKey(Proposal, models.SET_NULL, null=True, related_name="+")
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)  # when it was adjourned
    ends_at = models.TimeField(null=True)  # as the minutes state it; many do not
    revision = models.PositiveIntegerField(default=1)  # also of the order of its items

    class Meta:
        constraints = [
            models.CheckConstraint(name="sitting_state_is_known", condition=Q(state__in=SittingState.values))
        ]


class Excuse(models.TextChoices):
    """Why a member is lawfully away: the category, never a diagnosis (§ 15(2) kommunestyrelsesloven names them)."""

    HEALTH = "health", "helbred"
    CHILD = "child", "graviditet, barsel eller adoption"
    OFFICE = "office", "andet offentligt hverv"
    BUSINESS = "business", "forretninger"
    OTHER = "other", "anden lovlig grund"


class Attendee(models.Model):
    """Somebody asked to a meeting: a member, a deputy for one, or a guest. Times are null for the whole meeting."""

    sitting = models.ForeignKey(Sitting, models.CASCADE, related_name="attendees")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    position = models.PositiveIntegerField()
    is_guest = models.BooleanField(default=False)
    is_present = models.BooleanField(null=True)  # null: not known yet
    arrived_at = models.TimeField(null=True)
    left_at = models.TimeField(null=True)
    deputy_for = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    excuse = models.CharField(max_length=10, choices=Excuse, blank=True)  # empty: present, or away without a word
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(name="asked_once_to_a_meeting", fields=["sitting", "name"]),
            models.CheckConstraint(name="excuse_is_known", condition=Q(excuse__in=["", *Excuse.values])),
        ]


class Absence(models.Model):
    """An attendee who takes no part in one item: disqualified, out of the room."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="absences")
    attendee = models.ForeignKey(Attendee, models.CASCADE, related_name="absences")
    is_disqualified = models.BooleanField(default=False)
    reason = models.TextField(blank=True)
    decision = models.TextField(blank=True)  # the body's own words that the attendee is disqualified

    class Meta:
        constraints = [models.UniqueConstraint(name="absent_once_from_an_item", fields=["proposal", "attendee"])]


class Point(models.Model):
    """One recommendation point and what was decided on it. `amended` is the text adopted instead of `text`."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="points")
    number = models.PositiveIntegerField()
    text = models.TextField()
    outcome = models.CharField(max_length=20, choices=Outcome, blank=True)  # empty: undecided
    words = models.TextField(blank=True)
    amended = models.TextField(blank=True)
    due_first = models.DateField(null=True)  # deferred to: a window
    due_last = models.DateField(null=True)
    due_words = models.CharField(max_length=200, blank=True)
    votes = models.JSONField(null=True)  # {"for": [attendee ids], "against": […], "abstained": […]}
    majority = models.CharField(max_length=30, default="simple")  # a key of `rules.votes.Majority`
    left_open_because = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(name="point_number_once_per_proposal", fields=["proposal", "number"]),
            models.CheckConstraint(
                name="deferral_window_in_order",
                condition=Q(due_last=None) | Q(due_first__lte=F("due_last")),  # no last day: the next meeting
            ),
            models.CheckConstraint(name="point_outcome_is_known", condition=Q(outcome__in=["", *Outcome.values])),
        ]


class Pledge(models.Model):
    """A promise typed at the meeting in one line; it becomes a commitment when the minutes are frozen."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="pledges")
    position = models.PositiveIntegerField()
    line = models.TextField()
    kind = models.CharField(max_length=10, default="task")  # task or return
    who = models.JSONField(default=list)
    due_first = models.DateField(null=True)
    due_last = models.DateField(null=True)
    body = models.CharField(max_length=200, blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(name="pledge_is_task_or_return", condition=Q(kind__in=["task", "return"]))
        ]


class Dissent(models.Model):
    """A dissenting opinion entered at a member's request (§ 13(2) kommunestyrelsesloven where the profile has it)."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="dissents")
    attendee = models.ForeignKey(Attendee, models.PROTECT, related_name="+")
    text = models.TextField()


class Stop(models.Model):
    """A member's declaration that the council shall decide the matter (§ 23 kommunestyrelsesloven)."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="stops")
    attendee = models.ForeignKey(Attendee, models.PROTECT, related_name="+")
    words = models.TextField()  # the declaration as the minutes have it
    declared_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="stopped_once_by_a_member", fields=["proposal", "attendee"])]

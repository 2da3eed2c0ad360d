"""An agenda item on its way: from an idea in the backlog to a decision."""

from django.db import models
from django.db.models import Q

from raadhus.domains.meetings.models import Body, Item, Meeting
from raadhus.foundation.accounts.models import User
from raadhus.foundation.files.models import StoredFile


class ProposalState(models.TextChoices):
    DRAFT = "draft"
    WITH_HEAD = "with_head"  # on its way; the first undecided `Step` has it
    READY = "ready"  # in the body's backlog
    ON_AGENDA = "on_agenda"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class ProposalKind(models.TextChoices):
    DECISION = "decision", "til beslutning"
    DISCUSSION = "discussion", "til drøftelse"
    ORIENTATION = "orientation", "til orientering"


class Proposal(models.Model):
    """An item for a body. `meeting` is null in the backlog; `item` is the record's item once it has been sent."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, related_name="proposals")
    position = models.PositiveIntegerField(default=0)  # order on the agenda; the number shown follows the profile
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")  # 1.1 under 1
    item = models.ForeignKey(Item, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=20, choices=ProposalState, default=ProposalState.DRAFT)
    kind = models.CharField(max_length=20, choices=ProposalKind, default=ProposalKind.DECISION)
    title = models.TextField()
    case_number = models.CharField(max_length=60, blank=True)
    recommended_by = models.CharField(max_length=300, blank=True)  # the post
    is_closed = models.BooleanField(default=False)
    closed_because = models.CharField(max_length=40, blank=True)  # key of a reason in the profile
    closed_words = models.TextField(blank=True)  # the concrete reason
    open_again_on = models.DateField(null=True)  # when to look at the closing again
    presenter = models.CharField(max_length=200, blank=True)
    guest = models.CharField(max_length=200, blank=True)
    guest_from = models.TimeField(null=True)
    guest_until = models.TimeField(null=True)
    late_because = models.TextField(blank=True)  # why it could not wait, where it came after the deadline
    withdrawn_because = models.TextField(blank=True)
    begun_at = models.DateTimeField(null=True)  # when the meeting took it up
    ended_at = models.DateTimeField(null=True)  # when it was closed; who took part is worked out from the two
    came_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")  # copied or moved on from
    returns_commitment = models.BigIntegerField(null=True)  # the commitment that brought it back
    brought_by = models.CharField(max_length=80, blank=True)  # what put it on the agenda by itself, so once only
    proposed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(name="proposal_state_is_known", condition=Q(state__in=ProposalState.values)),
            models.CheckConstraint(name="proposal_kind_is_known", condition=Q(kind__in=ProposalKind.values)),
            models.CheckConstraint(
                name="on_an_agenda_means_in_a_meeting", condition=~Q(state="on_agenda") | Q(meeting__isnull=False)
            ),
            models.UniqueConstraint(
                name="one_proposal_per_place", fields=["meeting", "position"], condition=Q(meeting__isnull=False)
            ),
            models.UniqueConstraint(name="brought_by_itself_once", fields=["brought_by"], condition=~Q(brought_by="")),
        ]
        indexes = [models.Index(name="proposals_by_body", fields=["body", "state"])]


class Text(models.Model):
    """One headed part of a proposal, clean HTML; `plain` is the same as text. Decisions are texts of kind decision."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="texts")
    position = models.PositiveIntegerField()
    heading = models.CharField(max_length=300)
    kind = models.CharField(max_length=20)  # the contract's kinds of section
    html = models.TextField(blank=True)
    plain = models.TextField(blank=True)
    is_confidential = models.BooleanField(default=False)  # read by the closed audience only
    revision = models.PositiveIntegerField(default=1)
    edited_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    edited_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position", "pk"]


class TextRevision(models.Model):
    """A text as it stood after each save: what undo and "who wrote this" read. Never changed."""

    text = models.ForeignKey(Text, models.CASCADE, related_name="revisions")
    revision = models.PositiveIntegerField()
    html = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["revision"]
        constraints = [models.UniqueConstraint(name="text_revision_once", fields=["text", "revision"])]


class EnclosureStage(models.TextChoices):
    AGENDA = "agenda", "sendt med dagsordenen"
    LATE = "late", "eftersendt"
    MINUTES = "minutes", "vedlagt referatet"


class Enclosure(models.Model):
    """An attachment in one of its versions. `replaces` is the version before; the newest is what is sent."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="enclosures")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=255)
    label = models.CharField(max_length=60, blank=True)  # UDKAST, rettet, rettelsesblad …
    stage = models.CharField(max_length=10, choices=EnclosureStage, default=EnclosureStage.AGENDA)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    is_confidential = models.BooleanField(default=False)
    added_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    added_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)  # when readers first had it; null: a draft
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(name="enclosure_stage_is_known", condition=Q(stage__in=EnclosureStage.values))
        ]


class Step(models.Model):
    """One head on a proposal's way. Undecided steps are asked in the order of `position`."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="steps")
    position = models.PositiveIntegerField()
    post = models.CharField(max_length=200)  # the head's post, as the way is described
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    is_approved = models.BooleanField(null=True)
    comment = models.TextField(blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(name="one_step_per_place", fields=["proposal", "position"])]


class Hearing(models.Model):
    """Another department asked for its opinion, by a day."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="hearings")
    department = models.CharField(max_length=200)
    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    due_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

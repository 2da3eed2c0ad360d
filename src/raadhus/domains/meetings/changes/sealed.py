"""Minutes that stand for good: nothing of what they say is written anew, neither by a person nor by a document."""

from raadhus.domains.meetings.models import Meeting
from raadhus.pure.kernel.errors import Refused


def mark_sealed(*, meeting: Meeting) -> None:
    """From now on the meeting's record stands still. Whoever calls has asked whether they may, and writes the audit
    row in the same transaction."""
    Meeting.objects.filter(pk=meeting.pk).update(is_sealed=True)


def refuse_sealed(meeting_id: int) -> None:
    """`Refused` where the meeting's minutes are sealed."""
    if Meeting.objects.filter(pk=meeting_id, is_sealed=True).exists():
        raise Refused("Mødets referat er forseglet og kan ikke ændres. Føj en rettelse til det i stedet.")

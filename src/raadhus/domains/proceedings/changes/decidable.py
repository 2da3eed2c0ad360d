"""What an item must have before a meeting can decide on it, and what stands where it goes out."""

from raadhus.domains.meetings.models import Outcome
from raadhus.domains.proceedings.models import Point, Proposal, Text


def make_decidable(proposal: Proposal) -> None:
    """Give an item the text of its decision, and one that recommends nothing the one point on which it is decided."""
    if not Point.objects.filter(proposal=proposal).exists():
        Point.objects.create(proposal=proposal, number=1, text="")
    texts = Text.objects.filter(proposal=proposal)
    if not texts.filter(kind="decision").exists():
        last = texts.order_by("-position").values_list("position", flat=True).first()
        Text.objects.create(proposal=proposal, position=(last or 0) + 1, heading="Beslutning", kind="decision")


def say_withdrawn(proposal: Proposal, words: str) -> None:
    """Let every point say that the item went out."""
    for point in Point.objects.filter(proposal=proposal):
        point.outcome, point.words, point.revision = Outcome.WITHDRAWN, words, point.revision + 1
        point.save(update_fields=["outcome", "words", "revision"])

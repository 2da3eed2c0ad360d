"""The free text of a decision, beside its points."""

from datetime import datetime
from html import escape
from typing import Any

from django.db import transaction

from raadhus.domains.proceedings.changes.guarding import item_to, refuse_older, sitting_of, sitting_to
from raadhus.domains.proceedings.changes.noting import note_item
from raadhus.domains.proceedings.models import Proposal, ProposalState, Sitting, Text, TextRevision

_DECISION = "Beslutning"


def item_to_write(proposal: Proposal, *, by: Any, at: datetime) -> tuple[Sitting, Proposal]:
    """The item and its sitting while its minutes are written; refused for one that was withdrawn."""
    sitting, _ = sitting_to("edit_minutes", sitting_of(proposal), by=by, at=at)
    row = Proposal.objects.get(pk=proposal.pk)
    if row.state not in (ProposalState.ON_AGENDA, ProposalState.DECIDED):
        return sitting, item_to("decide", proposal, by=by, at=at)[1]  # says what to do instead
    return sitting, row


@transaction.atomic
def write_decision(*, proposal: Proposal, plain: str, revision: int, by: Any, at: datetime) -> Text:
    """Save the decision's text, paragraphs parted by an empty line. `revision` is the one seen, 0 for none yet.

    Where somebody else has saved meanwhile nothing is overwritten; the sentence holds what they wrote.
    """
    _, item = item_to_write(proposal, by=by, at=at)
    text = Text.objects.filter(proposal=item, kind="decision").first()
    if text is None:
        last = Text.objects.filter(proposal=item).order_by("-position").values_list("position", flat=True).first()
        text = Text(proposal=item, position=(last or 0) + 1, heading=_DECISION, kind="decision", revision=0)
    refuse_older(
        revision,
        text.revision,
        f"En anden har skrevet i beslutningen: „{text.plain}“. Flet de to tekster, og gem igen.",
    )
    text.plain = plain.strip()
    text.html = "".join(f"<p>{escape(part.strip())}</p>" for part in text.plain.split("\n\n") if part.strip())
    text.revision, text.edited_by, text.edited_at = revision + 1, acting_user(by), at
    text.save()
    TextRevision.objects.create(text=text, revision=text.revision, html=text.html, by=acting_user(by), at=at)
    note_item("wrote_decision", item, {"revision": text.revision, "plain": text.plain}, by=by, at=at)
    return text


def acting_user(by: Any) -> Any:
    """Whoever acts as a row can point at; the operator of the machine is nobody's row."""
    return by if getattr(by, "pk", None) else None

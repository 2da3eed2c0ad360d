"""The recommendation and its points. The text is what counts: the points to decide on are read from it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.proceedings.changes.opening import proposal_to_edit, refuse_stale
from raadhus.domains.proceedings.models import Point, Proposal, Text, TextRevision
from raadhus.domains.proceedings.rules.plain_html import recommendation_texts
from raadhus.domains.proceedings.rules.states import proposal_after
from raadhus.foundation.audit.record import record
from raadhus.pure.kernel.errors import Refused
from raadhus.pure.minutes.recommendations import recommendation_of

_KIND = "recommendation"


@transaction.atomic
def recommend(
    *, proposal: Proposal, recommended_by: str, points: Sequence[str], revision: int, by: Any, at: datetime
) -> None:
    """Write the recommendation anew as its points; `revision` is the proposal's that was seen."""
    row = proposal_to_edit(proposal, by=by, at=at)
    proposal_after(row.state, "edit")
    if any(not point.strip() for point in points):
        raise Refused("Et af indstillingens punkter er tomt. Skriv det, eller fjern det.")
    theirs = {"recommended_by": row.recommended_by, "points": list(_stored(row))}
    yours = {"recommended_by": recommended_by.strip(), "points": [" ".join(point.split()) for point in points]}
    sentence = "Indstillingen blev ændret, mens du skrev. Se begge udgaver, og vælg, hvad der skal stå."
    refuse_stale(row, revision, sentence, yours=yours, theirs=theirs)
    if yours == theirs:
        return
    row.recommended_by = yours["recommended_by"]
    write_recommendation(row, yours["points"], by=by, at=at)
    row.revision += 1
    row.save(update_fields=["recommended_by", "revision"])
    record("recommended", "proposal", row.pk, by=by, at=at, facts={"from": theirs, "to": yours})


def write_recommendation(proposal: Proposal, points: Sequence[str], *, by: Any, at: datetime) -> None:
    """Put the points in the recommendation's text, which is added where the template has none."""
    html, plain = recommendation_texts(proposal.recommended_by, points)
    text = Text.objects.filter(proposal=proposal, kind=_KIND).first() or _new_text(proposal)
    if text.pk is not None and (text.html or text.revision > 1):  # the first words are revision 1
        text.revision += 1
    text.html, text.plain, text.edited_at = html, plain, at
    text.edited_by = by if by.pk is not None else None
    text.save()
    TextRevision.objects.create(text=text, revision=text.revision, html=html, by=text.edited_by, at=at)
    _set_points(proposal, points)


def _new_text(proposal: Proposal) -> Text:
    last = Text.objects.filter(proposal=proposal).order_by("-position").first()
    return Text(proposal=proposal, position=last.position + 1 if last else 1, heading="Indstilling", kind=_KIND)


def follow_recommendation(proposal: Proposal) -> None:
    """Read the points anew from the recommendation's text, after it was written as rich text. Points with an outcome
    stay as they were decided."""
    text = Text.objects.filter(proposal=proposal, kind=_KIND).first()
    reading = recommendation_of(text.plain) if text else None
    points = [" ".join(point.split()) for point in reading.points] if reading else []
    if reading and reading.by and reading.by != proposal.recommended_by:
        Proposal.objects.filter(pk=proposal.pk).update(recommended_by=reading.by)
        proposal.recommended_by = reading.by
    if points != _stored(proposal):
        _set_points(proposal, points)


def _stored(proposal: Proposal) -> list[str]:
    return list(Point.objects.filter(proposal=proposal).order_by("number").values_list("text", flat=True))


def _set_points(proposal: Proposal, points: Sequence[str]) -> None:
    rows = Point.objects.filter(proposal=proposal)
    if rows.exclude(outcome="").exists():
        return
    rows.delete()
    Point.objects.bulk_create(
        Point(proposal=proposal, number=number, text=text) for number, text in enumerate(points, 1)
    )

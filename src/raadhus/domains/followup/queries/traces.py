"""What a commitment has behind it: its history, its proof, where it was spoken of, and what it waits for."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from raadhus.domains.followup.access import visible_commitments
from raadhus.domains.followup.models import Commitment, Place, Proof
from raadhus.foundation.audit.queries import Act, acts_on


def history_of(reader: Any, commitment: Commitment) -> list[Act]:
    """Everything that was done with it, newest first; `ObjectDoesNotExist` where it is not the reader's."""
    row = visible_commitments(reader).only("pk").get(pk=commitment.pk)
    return list(acts_on("commitment", [row.pk]))[::-1]


def proofs_of(reader: Any, commitment: Commitment) -> QuerySet[Proof]:
    """The proof that stands."""
    mine = visible_commitments(reader).filter(pk=commitment.pk)
    return Proof.objects.filter(commitment__in=mine, removed_at=None).select_related("file", "added_by")


def proof_for(reader: Any, pk: int) -> Proof:
    """The proof, also one taken away; `ObjectDoesNotExist` where it is not there or its commitment not the reader's."""
    seen = Proof.objects.filter(commitment__in=visible_commitments(reader))
    return seen.select_related("file", "commitment").get(pk=pk)


def places_of(reader: Any, commitment: Commitment) -> QuerySet[Place]:
    """Where else than in its source it was spoken of, oldest first; whether a place is the reader's is asked of those
    who keep it."""
    return Place.objects.filter(commitment__in=visible_commitments(reader).filter(pk=commitment.pk))


def awaited_by(reader: Any, commitment: Commitment) -> QuerySet[Commitment]:
    """What it waits for, as far as the reader may see."""
    rows = visible_commitments(reader).filter(awaited_by__commitment=commitment.pk)
    return rows.select_related("post", "person").order_by("pk")


def waiting_for_it(reader: Any, commitment: Commitment) -> QuerySet[Commitment]:
    """What waits for it, as far as the reader may see."""
    rows = visible_commitments(reader).filter(waits_for__on=commitment.pk)
    return rows.select_related("post", "person").order_by("pk")


def acted_upon_by(reader: Any, acts: Iterable[Act]) -> dict[int, Commitment]:
    """The other promises that acts on a promise are about, by key, as far as the reader may see."""
    keys = {act.facts["on"] for act in acts if "on" in act.facts}
    return visible_commitments(reader).in_bulk(keys)


def parts_of(reader: Any, commitment: Commitment) -> QuerySet[Commitment]:
    """Its parts where it was divided, as far as the reader may see."""
    rows = visible_commitments(reader).filter(came_from=commitment.pk)
    return rows.select_related("post", "person").order_by("pk")

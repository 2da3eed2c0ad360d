"""Proof that a promise was kept: a file or an address. Taking it away keeps it, so that it can come back."""

from datetime import datetime
from typing import Any

from django.db import transaction

from raadhus.domains.followup.access import acting_user
from raadhus.domains.followup.changes.writing import to_answer, write
from raadhus.domains.followup.models import Commitment, Proof
from raadhus.domains.followup.rules.life import UNSETTLED
from raadhus.domains.followup.rules.proof import checked_address, checked_file
from raadhus.foundation.files.changes import keep_file
from raadhus.pure.kernel.errors import Refused


@transaction.atomic
def add_file(*, commitment: Commitment, data: bytes, name: str, by: Any, at: datetime) -> Proof:
    """Keep the file as proof. Only through the commitment is it read, by whoever reads that."""
    row = _accepted(commitment, by, at)
    checked_file(name, len(data))
    file = keep_file(data=data, name=name, origin="proof", audience=None, by=by, at=at)
    return _add(row, {"words": name[-300:], "file": file}, by, at)


@transaction.atomic
def add_address(*, commitment: Commitment, address: str, words: str, by: Any, at: datetime) -> Proof:
    """Keep an address (of an item here, or of a page elsewhere) as proof."""
    row = _accepted(commitment, by, at)
    checked = checked_address(address)
    return _add(row, {"words": (" ".join(words.split()) or checked)[:300], "address": checked}, by, at)


@transaction.atomic
def remove_proof(*, proof: Proof, by: Any, at: datetime) -> None:
    """Take the proof away; `bring_proof_back` undoes it."""
    _set_removed(proof, at, "removed_proof", by, at)


@transaction.atomic
def bring_proof_back(*, proof: Proof, by: Any, at: datetime) -> None:
    """The proof stands again."""
    _set_removed(proof, None, "brought_proof_back", by, at)


def _accepted(commitment: Commitment, by: Any, at: datetime) -> Commitment:
    row = to_answer(commitment, by=by, at=at)
    if row.status != "accepted":
        raise Refused(UNSETTLED)
    return row


def _add(row: Commitment, fields: dict[str, Any], by: Any, at: datetime) -> Proof:
    proof = Proof.objects.create(commitment=row, added_by=acting_user(by), added_at=at, **fields)
    write(row, "added_proof", {}, by=by, at=at, proof=proof.pk, words=proof.words)
    return proof


def _set_removed(proof: Proof, removed_at: datetime | None, action: str, by: Any, at: datetime) -> None:
    row = to_answer(proof.commitment, by=by, at=at)
    Proof.objects.filter(pk=proof.pk).update(removed_at=removed_at)
    write(row, action, {}, by=by, at=at, proof=proof.pk, words=proof.words)

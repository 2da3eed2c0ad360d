"""Open promises found by words, for whoever looks for one among many."""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Q, QuerySet

from raadhus.domains.followup.access import visible_commitments
from raadhus.domains.followup.models import UNDER_WAY, Commitment, Status

_FIELDS = ("quote", "task", "deliverable", "agreement", "body", "post__title", "case__number")
MOST_WORDS = 8
LONGEST = 200  # characters of a question; SQLite finds a pattern of tens of thousands too complex


def find_to_wait_for(reader: Any, commitment: Commitment, words: str) -> QuerySet[Commitment]:
    """The accepted promises under way that the reader may see and `commitment` does not wait for yet, soonest due
    first: those with every one of the words, or the one of that number; without words those of the same case."""
    rows = visible_commitments(reader).filter(status=Status.ACCEPTED, progress__in=UNDER_WAY)
    rows = rows.exclude(pk=commitment.pk).exclude(awaited_by__commitment=commitment.pk)
    asked = words[:LONGEST].split()[:MOST_WORDS]
    if not asked:
        rows = rows.filter(case=commitment.case_id) if commitment.case_id else rows.none()
    number = words.strip().removeprefix("#")
    if number.isascii() and number.isdigit() and len(number) < 18:
        rows = rows.filter(Q(pk=int(number)) | _has(number))
    else:
        for word in asked:
            rows = rows.filter(_has(word))
    return rows.select_related("post", "person", "case").order_by(F("due_last").asc(nulls_last=True), "pk")


def _has(word: str) -> Q:
    """That one of the texts holds the word. SQLite knows no capitals beyond A to Z, so they are asked for one by
    one."""
    forms = {word, word.lower(), word.upper(), word.capitalize()}
    return reduce(or_, (Q(**{f"{field}__icontains": form}) for field in _FIELDS for form in forms))

"""Bringing the index up to what the audit log tells, meeting by meeting."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F, Max, QuerySet

from raadhus.domains.meetings.models import Item
from raadhus.domains.search.changes import full_text
from raadhus.domains.search.models import Progress, Word
from raadhus.domains.search.queries import vocabulary
from raadhus.domains.search.queries.texts import texts_of
from raadhus.domains.search.rules.entry_words import stems_of
from raadhus.foundation.audit.models import Entry as AuditEntry
from raadhus.pure.kernel.compounds import Vocabulary
from raadhus.pure.kernel.words import folded_words

BATCH = 500  # audit rows in one transaction


def catch_up() -> int:
    """Index what has changed since last time; returns how many meetings were read anew. Cheap when nothing has."""
    meetings = 0
    while (done := _one_batch()) is not None:
        meetings += done
    return meetings


def rebuild() -> int:
    """Index everything anew, with compounds split by the words known today; returns how many meetings there were."""
    with transaction.atomic():
        newest = AuditEntry.objects.aggregate(newest=Max("number"))["newest"] or 0
        meetings = list(Item.objects.values_list("meeting_id", flat=True).distinct())
        for start in range(0, len(meetings), BATCH):
            _index(meetings[start : start + BATCH])
        _note_progress(newest)
    return len(meetings)


def _one_batch() -> int | None:
    """Index one batch of audit rows; None where the index is already up to date."""
    if not AuditEntry.objects.filter(number__gt=_progress()).exists():
        return None
    with transaction.atomic():
        # Read again inside: another process may have caught up meanwhile.
        rows = list(
            AuditEntry.objects.filter(number__gt=_progress(lock=True))
            .order_by("number")
            .values_list("number", "object_kind", "object_id")[:BATCH]
        )
        if not rows:
            return None
        meetings = _meetings_of(rows)
        _index(meetings)
        _note_progress(rows[-1][0])
    return len(meetings)


def _progress(lock: bool = False) -> int:
    if lock:
        Progress.objects.get_or_create(pk=1)  # a row that is not there cannot be locked
    rows = Progress.objects.select_for_update() if lock else Progress.objects
    return rows.values_list("audit_number", flat=True).first() or 0


def _note_progress(number: int) -> None:
    Progress.objects.update_or_create(pk=1, defaults={"audit_number": number})


def _meetings_of(rows: Sequence[tuple[int, str, str]]) -> list[int]:
    """The meetings that audit rows tell of, directly or through an item."""
    direct = {int(object_id) for _, kind, object_id in rows if kind == "meeting"}
    items = [int(object_id) for _, kind, object_id in rows if kind == "item"]
    return sorted(direct | set(Item.objects.filter(pk__in=items).values_list("meeting_id", flat=True)))


def _index(meetings: Sequence[int]) -> None:
    full_text.forget(list(Item.objects.filter(meeting__in=meetings).values_list("pk", flat=True)))
    items = list(_current_items(meetings))
    _learn_words(items)
    words = vocabulary.known()
    full_text.add([(item.pk, item.is_closed, _stems(item, words)) for item in items])


def _current_items(meetings: Sequence[int]) -> QuerySet[Item]:
    current = Item.objects.filter(meeting__in=meetings, version=F("meeting__current_version"))
    return current.select_related("decision", "case").prefetch_related("sections", "attachments")


def _stems(item: Item, words: Vocabulary) -> dict[str, list[str]]:
    return {field: stems_of(text, words) for field, text in texts_of(item).items()}


def _learn_words(items: Sequence[Item]) -> None:
    """Let open items' words split compounds from now on; closed ones teach nothing that could show elsewhere."""
    texts = [text for item in items if not item.is_closed for text in texts_of(item).values()]
    seen = {word for text in texts for word in folded_words(text)}
    new = vocabulary.new_among(seen)
    Word.objects.bulk_create([Word(folded=word) for word in new], batch_size=500, ignore_conflicts=True)
    vocabulary.add(new)

"""A better reading of a meeting takes the place of the current one.

Items that are the same keep their address. What a person corrected stands, unless the new document says something
else at that very place than the old one did.
"""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from raadhus.domains.followup.changes import follow_new_reading
from raadhus.domains.meetings.changes.known import Known, look_up
from raadhus.domains.meetings.changes.parts import (
    Pairs,
    audience_of,
    new_item,
    split_moment,
    suggestions_of,
    write_attendance,
    write_parts,
    write_unread_lines,
)
from raadhus.domains.meetings.models import (
    Attachment,
    Attendance,
    Decision,
    Item,
    Meeting,
    Recommendation,
    Reference,
    Section,
    UnreadLine,
    Version,
)
from raadhus.domains.meetings.rules import reading_from, same_items, same_parts
from raadhus.pure.minutes import structure


def replace_reading(meeting: Meeting, version: Version, reading: structure.Minutes, *, by: Any, at: datetime) -> None:
    """Make `version` the meeting's current one and its items those of `reading`; items left out keep their rows."""
    old = meeting.current_version
    base = reading_from(old.content)
    known = look_up(reading, by=by, at=at)
    pairs, kept = _match(meeting, version, base, reading, known)
    _write_changed_parts([pair for pair in pairs if pair[0].pk not in kept], known)
    _follow_lines([pair for pair in pairs if pair[0].pk in kept])
    everything = Item.objects.filter(meeting=meeting).values_list("pk", flat=True)
    follow_new_reading(source_kind="item", source_ids=list(everything), suggestions=suggestions_of(meeting, pairs))
    if (base.present, base.absent) != (reading.present, reading.absent):
        Attendance.objects.filter(meeting=meeting).delete()
        write_attendance(meeting, reading, known)
    _carry_settled(old, write_unread_lines(version, reading), kept)
    _update_meeting(meeting, version, base, reading)


def _match(
    meeting: Meeting, version: Version, base: structure.Minutes, reading: structure.Minutes, known: Known
) -> tuple[Pairs, set[int]]:
    """The rows of the new reading's items, saved and in order, and the pks of those whose parts are as they were."""
    stored = {row.position: row for row in Item.objects.filter(version=meeting.current_version)}
    likes = same_items(base.items, reading.items)
    left_out = _left_out_before(meeting)
    rows, kept, new = [], set(), []
    for index, item in enumerate(reading.items):
        was = base.items[likes[index]] if index in likes else None
        row = stored[likes[index] + 1] if index in likes else left_out.pop((item.number or "", item.title), None)
        if row is None:
            row = new_item(meeting, version, index + 1, item, known)
            new.append(row)
        else:
            _merge(row, was, item, known)
            row.version, row.position, row.audience_id = version, index + 1, audience_of(meeting, row.is_closed)
            if was and same_parts(was, item):
                kept.add(row.pk)
        rows.append(row)
    Item.objects.bulk_update([row for row in rows if row.pk], _ITEM_FIELDS, batch_size=50)
    Item.objects.bulk_create(new)
    return list(zip(rows, reading.items, strict=True)), kept


_ITEM_FIELDS = ["version", "position", "audience", "number", "title", "case", "case_words", "is_closed"]


def _left_out_before(meeting: Meeting) -> dict[tuple[str, str], Item]:
    """Items that an earlier version had and the current one has not, by number and title; they may come back."""
    rows = Item.objects.filter(meeting=meeting).exclude(version=meeting.current_version)
    return {(row.number, row.title): row for row in rows}


def _merge(row: Item, was: structure.Item | None, item: structure.Item, known: Known) -> None:
    """Take over what the new document says differently from the old one; leave the rest as a person may have set it."""
    if was is None or was.number != item.number:
        row.number = item.number or ""
    if was is None or was.title != item.title:
        row.title = item.title
    if was is None or was.closed != item.closed:
        row.is_closed = item.closed
    if was is None or was.case_number != item.case_number:
        row.case_words, row.case = item.case_number or "", known.cases.get(item.case_number or "")


def _write_changed_parts(pairs: Pairs, known: Known) -> None:
    """Write the parts anew; an outcome that a person set stays where the words of the decision are the same."""
    rows = [row for row, _ in pairs]
    settled = {decision.item_id: decision for decision in Decision.objects.filter(item__in=rows, outcome_is_read=False)}
    for model in (Section, Recommendation, Decision, Attachment, Reference):
        model.objects.filter(item__in=rows).delete()
    write_parts(pairs, known)
    for row, item in pairs:
        before = settled.get(row.pk)
        if before and item.decision and item.decision.text == before.text:
            Decision.objects.filter(item=row).update(outcome=before.outcome, outcome_is_read=False)


def _follow_lines(pairs: Pairs) -> None:
    """Let sections that are as they were point at their lines in the new document."""
    places = {(row.pk, position): part.lines for row, item in pairs for position, part in enumerate(item.sections, 1)}
    moved = []
    for section in Section.objects.filter(item__in=[row for row, _ in pairs]):
        lines = places.get((section.item_id, section.position))
        if lines and lines != (section.first_line, section.last_line):
            section.first_line, section.last_line = lines
            moved.append(section)
    Section.objects.bulk_update(moved, ["first_line", "last_line"], batch_size=100)


def _carry_settled(old: Version, lines: list[UnreadLine], kept: set[int]) -> None:
    """A line with the same words stays settled: set aside, or placed in an item whose parts stand as they were."""
    settled: dict[str, list[UnreadLine]] = {}
    for line in _settled(old):
        if line.settled_as == "set_aside" or line.item_id in kept:
            settled.setdefault(line.text, []).append(line)
    carried = [line for line in lines if settled.get(line.text)]
    for line in carried:
        before = settled[line.text].pop(0)
        line.settled_as, line.item_id = before.settled_as, before.item_id
    UnreadLine.objects.bulk_update(carried, ["settled_as", "item"], batch_size=100)


def _settled(version: Version) -> QuerySet[UnreadLine]:
    return UnreadLine.objects.filter(version=version).exclude(settled_as="").order_by("line", "pk")


def _update_meeting(meeting: Meeting, version: Version, base: structure.Minutes, reading: structure.Minutes) -> None:
    if base.place != reading.place:
        meeting.place = reading.place or ""
    if base.ends_at != reading.ends_at:
        meeting.ends_on, meeting.ends_at = split_moment(reading.ends_at)
    if meeting.starts_at is None:
        meeting.starts_at = split_moment(reading.starts_at)[1]
    meeting.current_version = version
    meeting.save(update_fields=["place", "ends_on", "ends_at", "starts_at", "current_version"])

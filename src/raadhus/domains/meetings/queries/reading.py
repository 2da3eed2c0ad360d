"""Rows made into a reading again: `pure.minutes.structure.Minutes`, of what a reader may see."""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Any

from raadhus.domains.followup.models import Commitment
from raadhus.domains.followup.queries import commitments_by_source
from raadhus.domains.meetings.access import visible_items, visible_unread_lines
from raadhus.domains.meetings.models import Attendance, Decision, Item, Meeting, Recommendation, UnreadLine
from raadhus.domains.meetings.queries.items import PARTS
from raadhus.pure.minutes import structure


def readings_for(reader: Any, meetings: Sequence[Meeting]) -> dict[int, structure.Minutes]:
    """For each meeting (by pk, with body and current version's file), its current reading as far as `reader` sees it.

    Commitments that a person rejected are in it, unread lines that a person settled are not. Some ten queries for
    however many meetings; the order of items is the document's.
    """
    items = _items(reader, meetings)
    told = commitments_by_source(reader, "item", [row.pk for row in items], with_rejected=True)
    lines = visible_unread_lines(reader).filter(version__in=[row.current_version_id for row in meetings])
    by_meeting = _grouped(items, "meeting_id")
    attendance = _grouped(Attendance.objects.filter(meeting__in=meetings), "meeting_id")
    unread = _grouped(lines.filter(settled_as="").order_by("line", "pk"), "version_id")
    return {
        row.pk: _minutes(
            row,
            tuple(_item(item, told.get(item.pk, [])) for item in by_meeting.get(row.pk, [])),
            attendance.get(row.pk, []),
            unread.get(row.current_version_id, []),
        )
        for row in meetings
    }


def _items(reader: Any, meetings: Sequence[Meeting]) -> list[Item]:
    rows = visible_items(reader).filter(version__in=[row.current_version_id for row in meetings])
    rows = rows.select_related("recommendation", "decision").prefetch_related(*PARTS)
    return list(rows.order_by("version", "position"))


def _grouped(rows: Iterable[Any], field: str) -> dict[int, list[Any]]:
    groups: dict[int, list[Any]] = {}
    for row in rows:
        groups.setdefault(getattr(row, field), []).append(row)
    return groups


def _minutes(
    row: Meeting, items: tuple[structure.Item, ...], attendance: list[Attendance], lines: list[UnreadLine]
) -> structure.Minutes:
    return structure.Minutes(
        source=row.current_version.file.name,
        kind=row.current_version.kind,
        body=row.body.name if row.body else None,
        starts_at=moment(row.starts_on, row.starts_at),
        ends_at=moment(row.ends_on, row.ends_at),
        place=row.place or None,
        present=tuple(one.words for one in attendance if one.is_present),
        absent=tuple(one.words for one in attendance if not one.is_present),
        items=items,
        not_understood=tuple(structure.NotUnderstood(line.text, line.line) for line in lines),
    )


def moment(day: date | None, at: time | None) -> str | None:
    """Day and time as the contract writes them: "YYYY-MM-DDTHH:MM", or the one of the two that is known."""
    parts = [day.isoformat() if day else "", at.strftime("%H:%M") if at else ""]
    return "T".join(part for part in parts if part) or None


def _item(row: Item, told: list[Commitment]) -> structure.Item:
    return structure.Item(
        number=row.number or None,
        title=row.title,
        case_number=row.case_words or None,
        closed=row.is_closed,
        sections=tuple(
            structure.Section(one.heading, one.kind, one.text, (one.first_line, one.last_line))
            for one in row.sections.all()
        ),
        recommendation=_recommendation(getattr(row, "recommendation", None)),
        decision=_decision(getattr(row, "decision", None)),
        attachments=tuple(one.name for one in row.attachments.all()),
        commitments=tuple(_commitment(one) for one in told if one.came_from_id is None),
        references=tuple(
            structure.Reference(one.direction, one.words, moment(one.first, None), moment(one.last, None), one.quote)
            for one in row.references.all()
        ),
    )


def _recommendation(row: Recommendation | None) -> structure.Recommendation | None:
    return structure.Recommendation(row.by or None, tuple(one.text for one in row.points.all())) if row else None


def _decision(row: Decision | None) -> structure.Decision | None:
    if row is None:
        return None
    points = tuple(structure.DecisionPoint(one.number, one.text, one.outcome) for one in row.points.all())
    return structure.Decision(row.text, row.outcome, points, row.votes)


def _commitment(row: Commitment) -> structure.Commitment:
    first, last = row.promised_first, row.promised_last  # as it was promised: more time given later is no part of it
    due = (first.isoformat(), last.isoformat()) if first and last else None
    return structure.Commitment(row.kind, row.quote, tuple(row.who), due, row.body or None, row.found_in)

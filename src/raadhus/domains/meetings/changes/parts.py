"""A reading's parts as rows, many at a time."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from raadhus.domains.followup.changes import Suggestion
from raadhus.domains.meetings.changes.known import Known
from raadhus.domains.meetings.models import (
    Attachment,
    Attendance,
    Decision,
    DecisionPoint,
    Item,
    Meeting,
    Recommendation,
    RecommendationPoint,
    Reference,
    Section,
    UnreadLine,
    Version,
)
from raadhus.pure.minutes import structure

Pairs = Sequence[tuple[Item, structure.Item]]


def split_moment(text: str | None) -> tuple[date | None, time | None]:
    """The contract's "YYYY-MM-DDTHH:MM", "YYYY-MM-DD" or "HH:MM" as day and time, None for what it lacks."""
    day, _, at = (text or "").rpartition("T") if "T" in (text or "") else _alone(text or "")
    return (date.fromisoformat(day) if day else None, time.fromisoformat(at) if at else None)


def _alone(text: str) -> tuple[str, str, str]:
    return ("", "", text) if ":" in text else (text, "", "")


def audience_of(meeting: Meeting, is_closed: bool) -> int | None:
    """Whose an item of the meeting is; nobody's but the administrators' while body or date is unknown."""
    if meeting.audience_id is None or meeting.body is None:
        return None
    return meeting.body.closed_audience_id if is_closed else meeting.body.open_audience_id


def new_item(meeting: Meeting, version: Version, position: int, item: structure.Item, known: Known) -> Item:
    """A row for the item, not yet saved."""
    return Item(
        meeting_id=meeting.pk,
        version_id=version.pk,
        audience_id=audience_of(meeting, item.closed),
        case=known.cases.get(item.case_number or ""),
        case_words=item.case_number or "",
        position=position,
        number=item.number or "",
        title=item.title,
        is_closed=item.closed,
    )


def write_parts(pairs: Pairs, known: Known) -> None:
    """Write everything under these saved items, which have no parts yet."""
    Section.objects.bulk_create(_sections(pairs))
    _write_recommendations(pairs, known)
    _write_decisions(pairs)
    Attachment.objects.bulk_create(
        Attachment(item_id=row.pk, position=position, name=name)
        for row, item in pairs
        for position, name in enumerate(item.attachments, 1)
    )
    Reference.objects.bulk_create(_references(pairs, known))


def _sections(pairs: Pairs) -> Iterable[Section]:
    for row, item in pairs:
        for position, part in enumerate(item.sections, 1):
            first, last = part.lines
            yield Section(
                item_id=row.pk,
                position=position,
                heading=part.heading,
                kind=part.kind,
                text=part.text,
                first_line=first,
                last_line=last,
            )


def _write_recommendations(pairs: Pairs, known: Known) -> None:
    given = [(row, item.recommendation) for row, item in pairs if item.recommendation]
    heads = Recommendation.objects.bulk_create(
        Recommendation(item_id=row.pk, by=part.by or "", post=known.posts.get(part.by or "")) for row, part in given
    )
    RecommendationPoint.objects.bulk_create(
        RecommendationPoint(recommendation_id=head.pk, number=number, text=text)
        for head, (_, part) in zip(heads, given, strict=True)
        for number, text in enumerate(part.points, 1)
    )


def _write_decisions(pairs: Pairs) -> None:
    given = [(row, item.decision) for row, item in pairs if item.decision]
    heads = Decision.objects.bulk_create(
        Decision(item_id=row.pk, text=part.text, outcome=part.outcome, votes=part.votes) for row, part in given
    )
    DecisionPoint.objects.bulk_create(
        DecisionPoint(decision_id=head.pk, number=point.number, text=point.text, outcome=point.outcome)
        for head, (_, part) in zip(heads, given, strict=True)
        for point in part.points
    )


def _references(pairs: Pairs, known: Known) -> Iterable[Reference]:
    for row, item in pairs:
        for position, part in enumerate(item.references, 1):
            yield Reference(
                item_id=row.pk,
                position=position,
                direction=part.direction,
                words=part.body,
                body=known.bodies.get(part.body),
                first=split_moment(part.first)[0],
                last=split_moment(part.last)[0],
                quote=part.quote,
            )


def write_attendance(meeting: Meeting, reading: structure.Minutes, known: Known) -> None:
    """Write who was there and who was not, in the order of the document."""
    said = [(words, True) for words in reading.present] + [(words, False) for words in reading.absent]
    Attendance.objects.bulk_create(
        Attendance(
            meeting_id=meeting.pk, person=known.people.get(words), position=position, words=words, is_present=there
        )
        for position, (words, there) in enumerate(said, 1)
    )


def write_unread_lines(version: Version, reading: structure.Minutes) -> list[UnreadLine]:
    """Write the lines that no rule understood."""
    return UnreadLine.objects.bulk_create(
        UnreadLine(version_id=version.pk, line=line.line, text=line.text) for line in reading.not_understood
    )


def suggestions_of(meeting: Meeting, pairs: Pairs) -> list[Suggestion]:
    """The commitments that stand in these saved items."""
    return [
        Suggestion(
            source_kind="item",
            source_id=row.pk,
            audience_id=row.audience_id,
            case_id=row.case_id,
            position=position,
            kind=told.kind,
            quote=told.quote,
            who=told.who,
            made_on=meeting.starts_on,
            due_first=split_moment(told.due[0])[0] if told.due else None,
            due_last=split_moment(told.due[1])[0] if told.due else None,
            body=told.body or "",
            found_in=told.found_in,
            made_in=meeting.body_id,
        )
        for row, item in pairs
        for position, told in enumerate(item.commitments, 1)
    ]

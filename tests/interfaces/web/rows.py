"""Rows for the pages to show, straight from `Minutes`."""

from datetime import UTC, date, datetime
from hashlib import sha256

from django.conf import settings

from raadhus.domains.cases.models import Case, Subject
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings import models as m
from raadhus.foundation.accounts.models import Audience
from raadhus.foundation.files.models import StoredFile
from raadhus.pure.minutes.structure import Item, Minutes


def audiences() -> tuple[Audience, Audience]:
    """Those who read open and closed items: everyone, and a named few."""
    open_, _ = Audience.objects.get_or_create(name="Alle", defaults={"kind": "everyone"})
    closed, _ = Audience.objects.get_or_create(name="Ledergruppen, lukkede punkter", defaults={"kind": "named"})
    return open_, closed


def store(minutes: Minutes) -> m.Meeting:
    open_, closed = audiences()
    body = None
    if minutes.body:
        body, _ = m.Body.objects.get_or_create(
            name=minutes.body, defaults={"open_audience": open_, "closed_audience": closed}
        )
    begins = datetime.fromisoformat(minutes.starts_at) if minutes.starts_at else None
    ends = datetime.fromisoformat(minutes.ends_at) if minutes.ends_at else None
    meeting = m.Meeting.objects.create(
        body=body,
        audience=open_ if body else None,
        starts_on=begins and begins.date(),
        starts_at=begins and begins.time(),
        ends_on=ends and ends.date(),
        ends_at=ends and ends.time(),
        place=minutes.place or "",
    )
    version = m.Version.objects.create(
        meeting=meeting, number=1, kind=minutes.kind, file=_file(minutes, open_, closed), content="{}",
        digest=sha256(minutes.source.encode()).hexdigest(), read_at=datetime(2022, 1, 24, 12, tzinfo=UTC),
    )  # fmt: skip
    meeting.current_version = version
    meeting.save()
    names = [(name, True) for name in minutes.present] + [(name, False) for name in minutes.absent]
    for position, (name, is_present) in enumerate(names):
        m.Attendance.objects.create(meeting=meeting, position=position, words=name, is_present=is_present)
    for position, item in enumerate(minutes.items):
        _item(meeting, version, position, item, closed if item.closed else open_)
    for line in minutes.not_understood:
        m.UnreadLine.objects.create(version=version, line=line.line, text=line.text)
    return meeting


def _file(minutes: Minutes, open_: Audience, closed: Audience) -> StoredFile:
    content = f"{minutes.source}\n".encode()
    checksum = sha256(content).hexdigest()
    path = settings.FILES / checksum[:2] / checksum
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    audience = closed if any(item.closed for item in minutes.items) else open_
    return StoredFile.objects.create(
        sha256=checksum, name=minutes.source, media_type="text/plain", size=len(content), origin="import",
        stored_at=datetime(2022, 1, 24, tzinfo=UTC), audience=audience,
    )  # fmt: skip


def _case(number: str) -> Case:
    subject, _ = Subject.objects.get_or_create(number=number[:8], defaults={"title": "Emne fra KLE"})
    facet, serial, year = number[9:12], number.split("-")[2], number.split("-")[3]
    return Case.objects.get_or_create(
        number=number,
        defaults={
            "subject": subject, "subject_number": number[:8],
            "facet": facet, "serial": serial, "year": 2000 + int(year),
        },
    )[0]  # fmt: skip


def _item(meeting: m.Meeting, version: m.Version, position: int, item: Item, audience: Audience) -> None:
    case = _case(item.case_number) if item.case_number else None
    row = m.Item.objects.create(
        meeting=meeting, version=version, audience=audience, case=case, case_words=item.case_number or "",
        position=position, number=item.number or "", title=item.title, is_closed=item.closed,
    )  # fmt: skip
    for place, section in enumerate(item.sections):
        m.Section.objects.create(
            item=row, position=place, heading=section.heading, kind=section.kind, text=section.text,
            first_line=section.lines[0], last_line=section.lines[1],
        )  # fmt: skip
    if item.recommendation:
        said = m.Recommendation.objects.create(item=row, by=item.recommendation.by or "")
        for number, text in enumerate(item.recommendation.points, 1):
            m.RecommendationPoint.objects.create(recommendation=said, number=number, text=text)
    if item.decision:
        decision = m.Decision.objects.create(item=row, text=item.decision.text, outcome=item.decision.outcome)
        for point in item.decision.points:
            m.DecisionPoint.objects.create(
                decision=decision, number=point.number, text=point.text, outcome=point.outcome
            )
    for place, name in enumerate(item.attachments):
        m.Attachment.objects.create(item=row, position=place, name=name)
    for place, one in enumerate(item.commitments):
        Commitment.objects.create(
            source_kind="item", source_id=row.pk, audience=audience, case=case, position=place, kind=one.kind,
            quote=one.quote, who=list(one.who), made_on=meeting.starts_on,
            due_first=one.due and date.fromisoformat(one.due[0]), due_last=one.due and date.fromisoformat(one.due[1]),
            body=one.body or "", found_in=one.found_in,
        )  # fmt: skip
    for place, one in enumerate(item.references):
        m.Reference.objects.create(
            item=row, position=place, direction=one.direction, words=one.body, quote=one.quote,
            body=m.Body.objects.filter(name=one.body).first(),
            first=one.first and date.fromisoformat(one.first), last=one.last and date.fromisoformat(one.last),
        )  # fmt: skip

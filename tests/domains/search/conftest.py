"""A small collection: a public forum, a forum for those who sign in, and one closed item."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from raadhus.domains.cases.models import Case, Subject
from raadhus.domains.meetings.models import Attachment, Body, Decision, Item, Meeting, Section, Version
from raadhus.domains.search.changes import catch_up
from raadhus.domains.search.queries import vocabulary
from raadhus.foundation.accounts.models import Audience, AudienceKind
from raadhus.foundation.audit.record import record
from raadhus.foundation.files.models import StoredFile

NOW = datetime(2026, 1, 1, tzinfo=UTC)
AddItem = Callable[..., Item]


@pytest.fixture(autouse=True)
def _fresh_words() -> None:
    vocabulary.forget()


def make_body(name: str, kind: str) -> Body:
    opened = Audience.objects.create(name=f"{name} åbne", kind=kind)
    closed = Audience.objects.create(name=f"{name} lukkede", kind=AudienceKind.NAMED)
    return Body.objects.create(name=name, open_audience=opened, closed_audience=closed)


def make_meeting(body: Body, on: date) -> Meeting:
    file = StoredFile.objects.create(sha256=f"{body.pk}-{on}", name="x", size=1, stored_at=NOW)
    meeting = Meeting.objects.create(body=body, audience=body.open_audience, starts_on=on)
    meeting.current_version = Version.objects.create(
        meeting=meeting, number=1, kind="minutes", file=file, content="{}", digest="d", read_at=NOW
    )
    meeting.save()
    return meeting


@pytest.fixture
def forum(db: None) -> Body:
    return make_body("Chefforum", AudienceKind.EVERYONE)


@pytest.fixture
def add_item() -> AddItem:
    """Adds an item to a meeting, tells the audit log and lets the index catch up."""

    def add(meeting: Meeting, title: str, text: str = "", decision: str = "", **more: object) -> Item:
        closed = bool(more.get("closed"))
        body = meeting.body
        assert body is not None
        position = Item.objects.filter(meeting=meeting).count() + 1
        item = Item.objects.create(
            meeting=meeting, version=meeting.current_version, position=position, title=title,
            is_closed=closed, audience=body.closed_audience if closed else body.open_audience,
            case=_case(str(more.get("case", ""))),
        )  # fmt: skip
        if text:
            Section.objects.create(item=item, position=1, heading="Sagsfremstilling", kind="account", text=text)
        if decision:
            Decision.objects.create(item=item, text=decision, outcome=str(more.get("outcome", "other")))
        if name := more.get("attachment"):
            Attachment.objects.create(item=item, position=1, name=str(name))
        record("meetings.test", "meeting", meeting.pk, by="test", at=NOW, facts={})
        catch_up()
        return item

    return add


def _case(number: str) -> Case | None:
    return Case.objects.get_or_create(number=number)[0] if number else None


@pytest.fixture
def subjects(db: None) -> None:
    Subject.objects.create(number="02.00.00", title="Bolig bygge og program i almindelighed")

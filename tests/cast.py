"""The fixed cast, the moment at which everything happens, and minutes to act upon."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import AnonymousUser

from raadhus.domains.meetings import queries
from raadhus.domains.meetings.importing import store_minutes
from raadhus.domains.meetings.models import Body
from raadhus.foundation.accounts.changes import let_in
from raadhus.foundation.accounts.models import User
from raadhus.foundation.accounts.queries import Operator
from raadhus.pure.minutes.structure import (
    Commitment,
    Decision,
    DecisionPoint,
    Item,
    Minutes,
    NotUnderstood,
    Recommendation,
    Reference,
    Section,
)

AT = datetime(2022, 2, 1, 12, 0, tzinfo=UTC)
OPERATOR = Operator()


@pytest.fixture
def administrator(db) -> User:
    """May read and correct everything."""
    return User.objects.create(username="administrator", is_superuser=True)


@pytest.fixture
def secretary(db) -> User:
    """Reads the closed items of the forum too."""
    return User.objects.create(username="sekretær")


@pytest.fixture
def outsider(db) -> User:
    """Signed in, and no more."""
    return User.objects.create(username="udenforstående")


@pytest.fixture
def anonymous() -> AnonymousUser:
    return AnonymousUser()


def open_item() -> Item:
    """An item with every part that an item can have."""
    promise = "Bo Berg sender udkastet inden 1. marts"
    return Item(
        number="1",
        title="Start af arbejdet med indsatsen",
        case_number="15.40.00-P05-1-21",
        sections=(
            Section("Anledning", "occasion", "Forummet skal tage stilling.\n\nDet haster.", (5, 7)),
            Section("Indstilling", "recommendation", "Direktøren indstiller,\n\n1. at planen godkendes.", (9, 11)),
            Section("Beslutning", "decision", f"Ad 1. Godkendt. {promise}.", (13, 13)),
        ),
        recommendation=Recommendation("Direktøren", ("at planen godkendes.",)),
        decision=Decision(
            f"Ad 1. Godkendt. {promise}.",
            "approved",
            (DecisionPoint(1, f"Godkendt. {promise}.", "approved"),),
            {"for": {"number": 3, "names": ["Bo Berg"]}, "against": {"number": 1, "names": []}},
        ),
        attachments=("Tidsplan.pdf", "Skabelon.docx"),
        commitments=(Commitment("task", promise, ("Bo Berg",), ("2022-03-01", "2022-03-01"), None, "decision"),),
        references=(Reference("future", "Chefforum", "2022-02-03", "2022-02-03", "på Chefforum den 3. februar"),),
    )


def closed_item() -> Item:
    """An item behind closed doors, with a promise of its own."""
    promise = "Direktøren vender tilbage på næste møde"
    return Item(
        number="2",
        title="Lukket personsag",
        case_number="81.00.00-G01-7-22",
        closed=True,
        sections=(Section("Beslutning", "decision", f"{promise}.", (16, 16)),),
        decision=Decision(f"{promise}.", "deferred"),
        attachments=("Notat.pdf",),
        commitments=(Commitment("return", promise, ("Direktøren",), None, "Chefforum", "decision"),),
    )


def minutes_of(*items: Item, **facts: object) -> Minutes:
    """Minutes of Chefforum, 20 January 2022 at nine, with these items unless `facts` say otherwise."""
    head: dict[str, object] = {
        "source": "referat.txt",
        "kind": "minutes",
        "body": "Chefforum",
        "starts_at": "2022-01-20T09:00",
        "ends_at": "2022-01-20T11:30",
        "place": "Mødelokale 1",
        "present": ("Bo Berg", "Ida Iversen (formand)"),
        "absent": ("Ole Olsen",),
        "items": items or (open_item(), closed_item()),
        "not_understood": (NotUnderstood("Stempel: modtaget", 19),),
    }
    return Minutes(**(head | facts))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Stored:
    """One stored meeting with an open and a closed item, and the body whose closed items the secretary reads."""

    meeting_id: int
    body: Body
    open_id: int
    closed_id: int


@pytest.fixture
def store(db, tmp_path, settings) -> Callable:
    """Store a reading as if its file held `data`; the files lie in a folder of the test's own."""
    settings.FILES = tmp_path / "files"

    def _store(reading: Minutes, data: bytes | None = None, by: object = OPERATOR, opens_to: str = "signed_in"):
        given = data if data is not None else repr(reading).encode()
        return store_minutes(reading, source=given, reading_audience=opens_to, by=by, at=AT)

    return _store


@pytest.fixture
def stored(store, secretary) -> Stored:
    imported = store(minutes_of())
    meeting = queries.meeting_for(OPERATOR, imported.meeting_id)
    let_in(user=secretary, audience=meeting.body.closed_audience, by=OPERATOR, at=AT)
    first, second = queries.items_of(OPERATOR, meeting)
    return Stored(meeting.pk, meeting.body, first.pk, second.pk)

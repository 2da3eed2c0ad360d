"""A committee whose minutes everybody reads, with two promises of an open item and one of a closed item."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from raadhus.domains.followup import changes as followup
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings.models import Body, Item, Meeting
from raadhus.domains.organisation.changes import give_post, make_post
from raadhus.domains.proceedings.changes import seat_member
from raadhus.domains.publishing import changes, queries
from raadhus.foundation.accounts.models import User
from raadhus.pure.minutes import structure
from tests.cast import OPERATOR, minutes_of

SET_UP = datetime(2022, 1, 25, 9, tzinfo=UTC)
LATER = datetime(2022, 2, 14, 9, tzinfo=UTC)
TODAY = date(2022, 2, 14)
NUMBERS, PLAN, SECRET = "Økonomichefen sender tallene", "Bo Berg laver en plan", "Direktøren sælger Kanariestien 7"


def _item(number: str, title: str, *quotes: str, closed: bool = False) -> structure.Item:
    told = ". ".join(quotes)
    due = ("2022-03-01", "2022-03-01")
    promises = tuple(structure.Commitment("task", quote, (), due, None, "decision") for quote in quotes)
    return structure.Item(
        number=number, title=title, case_number=f"00.30.00-P00-{number}-21", closed=closed,
        decision=structure.Decision(told, "approved"), commitments=promises,
    )  # fmt: skip


ITEMS = (_item("1", "Budget 2023", NUMBERS, PLAN), _item("2", "Lukket salg", SECRET, closed=True))


@dataclass(slots=True)
class Register:
    """The committee with its keeper; `rows` is what its public page says."""

    body: Body
    meeting: Meeting
    keeper: User
    store: Any

    def promise(self, quote: str) -> Commitment:
        return Commitment.objects.get(quote=quote)

    def item(self, title: str = "Budget 2023") -> Item:
        return Item.objects.get(title=title, version=Meeting.objects.get(pk=self.meeting.pk).current_version_id)

    def rows(self, **asked: Any) -> list[Any]:
        return list(queries.published_rows(self.body, on=TODAY, **asked))

    def said(self) -> list[str]:
        return sorted(row.decision for row in self.rows())

    def publish(self) -> changes.Difference:
        return changes.publish_anew(body=self.body, by=self.keeper, at=LATER)

    def answer(self, quote: str, words: str, *, is_done: bool = False) -> Commitment:
        row = self.promise(quote)
        return followup.answer_commitment(
            commitment=row, text=words, is_done=is_done, revision=row.revision, by=OPERATOR, at=LATER
        )

    def release(self, quote: str, by: Any = None, revision: int | None = None) -> Any:
        row = self.promise(quote)
        seen = row.revision if revision is None else revision
        return changes.release_answer(commitment=row, revision=seen, by=by or self.keeper, at=LATER)


@pytest.fixture
def committee(store) -> Register:
    """Publishes nothing yet; everything is accepted."""
    stored = store(minutes_of(*ITEMS, body="Økonomiudvalget"), opens_to="everyone")
    meeting = Meeting.objects.get(pk=stored.meeting_id)
    keeper = User.objects.create(username="udvalgssekretær", first_name="Ulla", last_name="Uhl")
    seat_member(
        body=meeting.body, name="Ulla Uhl", user=keeper, role="secretary", group="", starts_on=date(2022, 1, 1),
        reads_closed=True, by=OPERATOR, at=SET_UP,
    )  # fmt: skip
    for row in Commitment.objects.all():
        followup.accept_commitment(commitment=row, by=OPERATOR, at=SET_UP)
    return Register(meeting.body, meeting, keeper, store)


@pytest.fixture
def register(committee) -> Register:
    """Publishes; the numbers are the finance director's, the plan nobody's."""
    post = make_post(title="Økonomichefen", valid_from=None, by=OPERATOR, at=SET_UP)
    head = User.objects.create(username="olga", first_name="Olga", last_name="Olsen")
    give_post(post=post, user=head, starts_on=date(2020, 1, 1), by=OPERATOR, at=SET_UP)
    Commitment.objects.filter(quote=NUMBERS).update(post=post)
    changes.set_publication(body=committee.body, is_on=True, revision=0, by=OPERATOR, at=SET_UP)
    return committee

"""A promise of an item, a post that its head has, and a body that a steward runs."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from raadhus.domains.followup import changes
from raadhus.domains.followup.access import Steward
from raadhus.domains.followup.models import Commitment
from raadhus.domains.organisation.changes import give_post, make_post
from raadhus.domains.organisation.models import Post
from raadhus.foundation.accounts.changes import make_audience
from raadhus.foundation.accounts.models import Audience, User
from tests.cast import AT, OPERATOR

MADE, DUE = date(2022, 1, 20), date(2022, 3, 1)
LATER = datetime(2022, 2, 14, 9, tzinfo=UTC)
FORUM = 7  # the key of a body
QUOTE = "Økonomichefen opdaterer arket inden 1. marts"


@dataclass(frozen=True, slots=True)
class Town:
    """`head` has the post `economy`; `children` is nobody's; `steward` runs the forum where promises are made."""

    audience: Audience
    economy: Post
    children: Post
    head: User
    other: User
    steward: Steward

    def suggest(self, position: int = 1, who: tuple[str, ...] = ("Økonomichefen",), **facts) -> Commitment:
        said = {
            "source_kind": "item", "source_id": 1, "audience_id": self.audience.pk, "case_id": None,
            "position": position, "kind": "task", "quote": QUOTE, "who": who, "made_on": MADE, "due_first": MADE,
            "due_last": DUE, "body": "", "found_in": "decision", "made_in": FORUM,
        }  # fmt: skip
        changes.suggest([changes.Suggestion(**(said | facts))])
        return Commitment.objects.get(source_id=facts.get("source_id", 1), position=position)

    def accepted(self, position: int = 1, **facts) -> Commitment:
        row = self.suggest(position, **facts)
        changes.accept_commitment(commitment=row, by=OPERATOR, at=AT)
        return Commitment.objects.get(pk=row.pk)


@pytest.fixture
def town(db, secretary, tmp_path, settings) -> Town:
    settings.FILES = tmp_path / "files"
    house = make_audience(name="huset", kind="signed_in", by=OPERATOR, at=AT)
    economy = make_post(title="Økonomichefen", valid_from=None, by=OPERATOR, at=AT)
    children = make_post(title="Chefen for Børn", valid_from=None, by=OPERATOR, at=AT)
    head = User.objects.create(username="olga", first_name="Olga", last_name="Olsen")
    other = User.objects.create(username="ib", first_name="Ib", last_name="Iversen")
    give_post(post=economy, user=head, starts_on=date(2020, 1, 1), by=OPERATOR, at=AT)
    return Town(house, economy, children, head, other, Steward(secretary, FORUM))

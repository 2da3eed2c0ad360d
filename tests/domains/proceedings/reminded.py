"""A forum whose promises are reminded of: what was promised in it, and to whom posts belong."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from raadhus.domains.followup import changes as followup
from raadhus.domains.followup.models import Commitment
from raadhus.domains.organisation.changes import give_post, make_post
from raadhus.domains.organisation.models import Post
from raadhus.domains.proceedings import changes
from raadhus.domains.proceedings.queries.digests import Digest, Part, digest_of
from raadhus.domains.proceedings.queries.reminded import house_on
from raadhus.foundation.accounts.models import User
from tests.domains.proceedings.cast import AT, OPERATOR, House

MADE = date(2022, 1, 6)
QUOTE = "Chefen opdaterer arket"
DAY = timedelta(days=1)


def morning(day: date) -> datetime:
    """Half past seven UTC, well within the hours for reminding."""
    return datetime(day.year, day.month, day.day, 7, 30, tzinfo=UTC)


def post(title: str, *holders: User, since: date = date(2020, 1, 1)) -> Post:
    made = make_post(title=title, valid_from=None, by=OPERATOR, at=AT)
    for holder in holders:
        give_post(post=made, user=holder, starts_on=since, by=OPERATOR, at=AT)
    return made


def suggest(house: House, quote: str = QUOTE, *, due: date | None = date(2022, 2, 4), **facts: Any) -> Commitment:
    """A promise of the forum as a reading suggests it, open to the house, of nobody."""
    position = Commitment.objects.count() + 1
    said = {
        "source_kind": "item", "source_id": 900, "audience_id": house.forum.open_audience_id, "case_id": None,
        "position": position, "kind": "task", "quote": quote, "who": (), "made_on": MADE, "due_first": due,
        "due_last": due, "body": "", "found_in": "decision", "made_in": house.forum.pk,
    }  # fmt: skip
    followup.suggest([followup.Suggestion(**(said | facts))])
    return Commitment.objects.get(position=position)


def promise(
    house: House, owner: Post | User | None, quote: str = QUOTE, *, at: datetime = AT, **facts: Any
) -> Commitment:
    """An accepted promise of a post, a person or nobody, due Friday 4 February 2022 unless `facts` say otherwise."""
    row = suggest(house, quote, **facts)
    owned = {"post": owner} if isinstance(owner, Post) else {"person": owner}
    Commitment.objects.filter(pk=row.pk).update(**owned)
    followup.accept_commitment(commitment=row, by=OPERATOR, at=at)
    return Commitment.objects.get(pk=row.pk)


def set_reminding(house: House, **reminding: Any) -> None:
    row = getattr(house.forum, "rules", None)
    changes.set_reminding(
        body=house.forum, reminding=reminding, revision=row.revision if row else 0, by=house.administrator, at=AT
    )
    house.forum.refresh_from_db()


def digest(user: User, day: date, *, looked: date | None = None) -> Digest:
    return digest_of(user, house_on(day, looked=looked or day - DAY))


def quotes(part: Part) -> list[str | None]:
    return [line.words for line in part.lines]

"""The samples brought into the house the way every document comes."""

from datetime import UTC, datetime

from raadhus.domains.meetings.importing import store_minutes
from raadhus.domains.meetings.models import Body, Meeting
from raadhus.domains.search.changes import catch_up
from raadhus.foundation.accounts.changes import let_in
from raadhus.foundation.accounts.models import User
from raadhus.foundation.accounts.queries import Operator
from raadhus.pure.minutes.structure import Minutes

NOW = datetime(2022, 1, 24, 12, tzinfo=UTC)


def store(minutes: Minutes) -> Meeting:
    """The meeting of a reading whose open items everyone may read; found by search at once."""
    data = f"{minutes.source}\n".encode()
    done = store_minutes(minutes, source=data, reading_audience="everyone", by=Operator(), at=NOW)
    catch_up()
    return Meeting.objects.get(pk=done.meeting_id)


def make_member(user: User, body: str) -> None:
    """Let `user` read the closed items of `body`."""
    let_in(user=user, audience=Body.objects.get(name=body).closed_audience, by=Operator(), at=NOW)

"""A forum with people who write: what the browser tests of writing and reading stand upon."""

from datetime import UTC, date, datetime

from browser.prepare import PASSWORD
from raadhus.domains.meetings.changes import find_or_make_body
from raadhus.domains.proceedings import changes
from raadhus.domains.proceedings.models import Proposal, Role
from raadhus.foundation.accounts.models import User
from raadhus.foundation.accounts.queries import Operator

AT = datetime(2022, 1, 10, 9, 0, tzinfo=UTC)
SECRETARY, OFFICER = "sekretaer", "sagsbehandler"
TITLE, CONFIDENTIAL = "Start af arbejdet med boligprogrammet", "Lukket personsag"


def write_forum() -> None:
    """Chefforum with a secretary, and two items of a case officer: one open, one closed."""
    forum = find_or_make_body("Chefforum", reading_audience="signed_in", by=Operator(), at=AT)
    secretary, officer = (User.objects.create_user(name, password=PASSWORD) for name in (SECRETARY, OFFICER))
    changes.seat_member(
        body=forum,
        name="Sille Sørensen",
        user=secretary,
        role=Role.SECRETARY,
        group="",
        starts_on=date(2022, 1, 1),
        reads_closed=True,
        by=Operator(),
        at=AT,
    )
    for title in (TITLE, CONFIDENTIAL):
        changes.propose_item(body=forum, idea=changes.Idea(title, points=("at planen godkendes",)), by=officer, at=AT)
    Proposal.objects.filter(title=CONFIDENTIAL).update(is_closed=True)

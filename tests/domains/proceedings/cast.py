"""A forum and a council, those who work with them, and an item on its way."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from raadhus.domains.meetings.changes import find_or_make_body
from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings import changes
from raadhus.domains.proceedings.models import Proposal, Role, Sitting, Text
from raadhus.foundation.accounts.models import User
from raadhus.foundation.accounts.queries import Operator

AT = datetime(2022, 1, 10, 9, 0, tzinfo=UTC)
TODAY = date(2022, 1, 10)
OPERATOR = Operator()
MEETS = changes.When(date(2022, 1, 20), time(9), time(11), "Mødelokale 1")


def user(name: str) -> User:
    return User.objects.create(username=name)


@dataclass(slots=True)
class House:
    """Chefforum with its secretary, chair and a member; a head and a director; a case officer; an outsider.

    The forum's open items are for everybody signed in, its closed ones for the secretary and the member.
    """

    forum: Body
    administrator: User
    secretary: User
    chair: User
    member: User
    head: User
    director: User
    officer: User
    outsider: User

    def plan(self, when: changes.When = MEETS, body: Body | None = None) -> Sitting:
        return changes.plan_sitting(body=body or self.forum, when=when, link="", by=self.secretary, at=AT)

    def propose(self, title: str = "Budget 2023", *, by: User | None = None, **facts: Any) -> Proposal:
        idea = changes.Idea(
            title, **({"recommended_by": "Kommunaldirektøren", "points": ("at planen godkendes",)} | facts)
        )
        return changes.propose_item(body=self.forum, idea=idea, by=by or self.officer, at=AT)


def make_house(open_to: str = "signed_in") -> House:
    forum = find_or_make_body("Chefforum", reading_audience=open_to, by=OPERATOR, at=AT)
    administrator = User.objects.create(username="administrator", is_superuser=True)
    names = ("sekretær", "formand", "medlem", "chef", "direktør", "sagsbehandler", "udenforstående")
    house = House(forum, administrator, *map(user, names))
    seats = (
        (house.secretary, Role.SECRETARY, True),
        (house.chair, Role.CHAIR, False),
        (house.member, Role.MEMBER, True),
    )
    for person, role, reads_closed in seats:
        seat(house, person, role, reads_closed=reads_closed)
    return house


def seat(house: House, person: User, role: str, *, reads_closed: bool = False, body: Body | None = None) -> Any:
    return changes.seat_member(
        body=body or house.forum,
        name=person.username.title(),
        user=person,
        role=role,
        group="",
        starts_on=date(2022, 1, 1),
        reads_closed=reads_closed,
        by=house.administrator,
        at=AT,
    )


def write(proposal: Proposal, kind: str, words: str, *, confidential: bool = False) -> Text:
    """Words in one of the proposal's texts, as the editor would have saved them."""
    text = Text.objects.filter(proposal=proposal, kind=kind).first()
    text.html, text.plain, text.is_confidential = f"<p>{words}</p>", words, confidential
    text.save()
    return text


def ready(house: House, title: str = "Budget 2023", **facts: Any) -> Proposal:
    """An item in the backlog."""
    draft = house.propose(title, **facts)
    return changes.send_on_its_way(proposal=draft, way=(), by=house.officer, at=AT)


def put_on(house: House, sitting: Sitting, proposal: Proposal) -> Proposal:
    proposal.refresh_from_db()
    return changes.put_on_agenda(
        proposal=proposal, sitting=sitting, revision=proposal.revision, by=house.secretary, at=AT
    )


def titles_on(sitting: Sitting) -> list[str]:
    return list(Proposal.objects.filter(meeting=sitting.pk).order_by("position").values_list("title", flat=True))


def other_body(house: House, name: str = "Direktørforum", *, secretary: User | None = None) -> Body:
    body = find_or_make_body(name, reading_audience="signed_in", by=OPERATOR, at=AT)
    if secretary is not None:
        seat(house, secretary, Role.SECRETARY, reads_closed=True, body=body)
    return body

"""The permission matrix of what was not sent: every named read, every one of the cast, open, closed, confidential.

Each part bears a word of its own; whatever a read gives is written out and searched for them.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.core.serializers import serialize
from django.db.models import Model

from raadhus.domains.followup import queries as followup
from raadhus.domains.meetings import queries as record
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Enclosure, Proposal, Sitting
from raadhus.domains.search.changes import catch_up
from raadhus.domains.search.queries.find import find
from raadhus.foundation.files.models import StoredFile
from raadhus.foundation.files.queries import file_for, file_with_checksum
from tests.domains.proceedings.cast import AT, TODAY, House, put_on, ready, write
from tests.domains.proceedings.test_enclosures import PDF, add

OPEN, CLOSED, SECRET = "Boligprogram", "Personsag", "Hemmelig"
CAST = ("administrator", "secretary", "chair", "member", "head", "director", "officer", "outsider")


@pytest.fixture
def sitting(house) -> Sitting:
    """A planned meeting with an open and a closed item, each with a confidential text and enclosure. The head was
    asked on the open one's way, the director is heard on it."""
    sitting = house.plan()
    for title in (OPEN, CLOSED):
        row = house.propose(title)
        write(row, "occasion", f"{title} i ord")
        write(row, "account", f"{SECRET} i {title}", confidential=True)
        add(house, row, PDF + title.encode(), f"{title}.pdf")
        add(house, row, PDF + title.encode() + b"2", f"{SECRET} {title}.pdf", is_confidential=True)
        way = [changes.Head("Chefen", house.head)] if title == OPEN else []
        changes.send_on_its_way(proposal=row, way=way, by=house.officer, at=AT)
    row = Proposal.objects.get(title=OPEN)
    changes.ask_hearing(
        proposal=row, department="Skole", user=house.director, due_on=date(2022, 1, 17), by=house.officer, at=AT
    )
    changes.approve_step(proposal=row, comment="", by=house.head, at=AT)
    changes.close_to_public(
        proposal=Proposal.objects.get(title=CLOSED), reason="person", words="Sagen rummer en bedømmelse",
        open_again_on=None, revision=1, by=house.officer, at=AT,
    )  # fmt: skip
    for row in Proposal.objects.all():
        put_on(house, sitting, row)
    return sitting


def _each(give: Callable[[Any], Any], rows: Iterable[Any]) -> list[Any]:
    """What `give` gives for each of `rows` for which it gives anything."""
    found = []
    for row in rows:
        try:
            found.append(give(row))
        except ObjectDoesNotExist:
            continue
    return found


# Every named read that may show something of an item that was not sent.
READS: dict[str, Callable[[Any, Sitting], Any]] = {
    "proposal_for": lambda reader, _: _each(lambda row: queries.proposal_for(reader, row.pk, on=TODAY), _items()),
    "agenda_of": lambda reader, sitting: queries.agenda_of(reader, sitting, on=TODAY),
    "backlog_of": lambda reader, sitting: queries.backlog_of(reader, sitting.meeting.body, on=TODAY),
    "my_proposals": lambda reader, _: queries.my_proposals(reader, on=TODAY),
    "waiting_for": lambda reader, _: queries.waiting_for(reader, on=TODAY),
    "texts_of": lambda reader, _: [one for row in _items() for one in queries.texts_of(reader, row, on=TODAY)],
    "enclosures_of": lambda reader, _: [
        one for row in _items() for one in queries.enclosures_of(reader, row, on=TODAY, with_replaced=True)
    ],
    "enclosure_for": lambda reader, _: _each(
        lambda row: queries.enclosure_for(reader, row.pk, on=TODAY), Enclosure.objects.all()
    ),
    "path_of": lambda reader, _: [
        stop.title for path in _each(lambda row: queries.path_of(reader, row, on=TODAY), _items()) for stop in path
    ],
    "confidential_texts": lambda reader, _: [
        one.plain for row in _items() for one in queries.confidential_texts(reader, row)
    ],
    "why_on_agenda": lambda reader, _: [queries.why_on_agenda(reader, row) for row in _items()],
    "changed_since": lambda reader, sitting: _each(lambda row: queries.changed_since(reader, row), [sitting]),
    "meetings_for": lambda reader, _: record.meetings_for(reader),
    "bodies_for": lambda reader, _: record.bodies_for(reader),
    "item lists": lambda reader, sitting: record.items_of(reader, sitting.meeting),
    "cases_for": lambda reader, _: record.cases_for(reader),
    "commitments_for": lambda reader, _: followup.commitments_for(reader),
    "search": lambda reader, _: [find(reader, word).total or "" for word in (OPEN, CLOSED, SECRET)],
}  # fmt: skip
FOLLOWS = {"administrator", "secretary", "chair", "officer"}  # the author, and who runs the body
ASKED = {"head", "director"}  # on the open item only
CONFIDENTIAL = {"administrator", "secretary", "officer"}  # the chair does not read the forum's closed items


def _items() -> list[Proposal]:
    return list(Proposal.objects.select_related("body").order_by("pk"))


def _told(given: Any) -> str:
    rows = list(given) if not isinstance(given, str) else [given]
    return "\n".join(
        serialize("json", [row], ensure_ascii=False) if isinstance(row, Model) else str(row) for row in rows
    )


def _all_that(reader: Any, sitting: Sitting) -> str:
    catch_up()
    return "\n".join(_told(read(reader, sitting)) for read in READS.values())


def test_the_open_item_is_followed_by_those_it_concerns(house: House, sitting) -> None:
    seen = {who for who in CAST if OPEN in _all_that(getattr(house, who), sitting)}
    assert seen == FOLLOWS | ASKED


def test_the_closed_item_is_followed_by_its_author_and_who_runs_the_body(house: House, sitting) -> None:
    assert {who for who in CAST if CLOSED in _all_that(getattr(house, who), sitting)} == FOLLOWS


def test_confidential_parts_are_its_authors_and_the_closed_audiences(house: House, sitting) -> None:
    assert {who for who in CAST if SECRET in _all_that(getattr(house, who), sitting)} == CONFIDENTIAL


def test_who_is_not_signed_in_sees_nothing_whoever_reads_the_open_items(house: House, sitting, anonymous) -> None:
    house.forum.open_audience.kind = "everyone"
    house.forum.open_audience.save()
    told = _all_that(anonymous, sitting)
    assert not any(word in told for word in (OPEN, CLOSED, SECRET))


def test_no_file_of_a_draft_is_anybodys_but_the_administrators(house: House, sitting, anonymous) -> None:
    files = list(StoredFile.objects.all())
    assert len(files) == 4
    for reader in (*(getattr(house, who) for who in CAST[1:]), anonymous):
        assert _each(lambda file, reader=reader: file_for(reader, file.pk), files) == []
        assert _each(lambda file, reader=reader: file_with_checksum(reader, file.sha256), files) == []


def test_a_closed_account_follows_nothing(house: House, sitting) -> None:
    house.officer.is_active = False
    told = _all_that(house.officer, sitting)
    assert not any(word in told for word in (OPEN, CLOSED, SECRET))


def test_a_draft_that_is_ready_is_still_no_readers(house: House) -> None:
    row = ready(house, "Helt ny sag")
    with pytest.raises(Proposal.DoesNotExist):
        queries.proposal_for(house.member, row.pk, on=TODAY)

"""9 June 2022 as a walk: "Ad 2: udskydes til efter sommerferien", and the first agenda after the summer."""

from datetime import UTC, date, datetime, time

import pytest

from raadhus.domains.meetings import queries as record
from raadhus.domains.proceedings import changes, queries
from raadhus.domains.proceedings.models import Point, Proposal, Sitting
from raadhus.foundation.files.queries import path_of
from raadhus.pure.documents.read import read_file
from raadhus.pure.kernel.source_text import lines_of
from raadhus.pure.minutes.read import read_minutes
from raadhus.pure.minutes.structure import Minutes
from tests.conftest import SHARED
from tests.domains.meetings.papers.test_round_trip import told
from tests.domains.proceedings.cast import House
from tests.domains.proceedings.room import call, decide, decide_and_close, from_item, say, sent

SEED = SHARED / "seeds" / "002_cdf7452378a625cf.txt"
pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the seed lies beside the house")
JUNE = date(2022, 6, 9)
NINE = datetime(2022, 6, 9, 7, 0, tzinfo=UTC)
NOON = datetime(2022, 6, 9, 10, 0, tzinfo=UTC)
OUTCOMES = {2: "discussed", 4: "discussed", 5: "discussed"}


@pytest.fixture
def seed() -> Minutes:
    return read_minutes(lines_of(SEED.read_text(), SEED.name))


def plan(house: House, on: date) -> Sitting:
    return house.plan(changes.When(on, time(9), None, "Mødelokale 1"))


def hold(house: House, seed: Minutes) -> tuple[Sitting, list[Proposal]]:
    sitting = plan(house, JUNE)
    items = [from_item(sitting, house.forum, item) for item in seed.items]
    changes.open_meeting(sitting=call(sitting, house.secretary), by=house.secretary, at=NINE)
    decide_and_close(house, items[0], at=NINE, letter="G")
    _decide_the_third(house, items[2], seed)
    for position, outcome in OUTCOMES.items():
        item = items[position - 1]
        changes.take_up(proposal=item, by=house.secretary, at=NINE)
        say(item, seed.items[position - 1].decision.text, by=house.secretary, at=NINE)
        decide(house, item, outcome=outcome, words="", at=NINE)
        changes.close_item(proposal=item, by=house.secretary, at=NINE)
    changes.adjourn_meeting(sitting=sitting, ends_at=None, by=house.secretary, at=NOON)
    return Sitting.objects.get(pk=sitting.pk), items


def _decide_the_third(house: House, item: Proposal, seed: Minutes) -> None:
    """Two recommendations: remarks on the first, the second put off to after the summer holidays."""
    changes.take_up(proposal=item, by=house.secretary, at=NINE)
    first, second = seed.items[2].decision.points
    decide(house, item, 1, outcome=first.outcome, words=first.text, at=NINE)
    decide(house, item, 2, letter="U", when="efter sommerferien", words=second.text, at=NINE)
    changes.close_item(proposal=item, by=house.secretary, at=NINE)


def test_the_paper_that_comes_out_reads_as_the_seed(house, seed, tmp_path):
    sitting, _ = hold(house, seed)
    frozen = sent(house, sitting, at=NOON)
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(path_of(frozen.version.file.sha256).read_bytes())
    assert told(read_minutes(read_file(paper))) == told(seed)
    meeting = record.meeting_for(house.outsider, sitting.pk)
    assert told(record.readings_for(house.outsider, [meeting])[meeting.pk])["items"] == told(seed)["items"]


def test_what_was_put_off_stands_by_itself_on_the_first_agenda_after_the_summer(house, seed):
    sitting, items = hold(house, seed)
    sent(house, sitting, at=NOON)
    before, after, later = (plan(house, day) for day in (date(2022, 6, 23), date(2022, 8, 11), date(2022, 8, 25)))
    at = datetime(2022, 6, 15, 8, 0, tzinfo=UTC)
    on_agenda = {
        one.pk: [row.came_from_id for row in changes.fill_agenda(sitting=one, by=house.secretary, at=at)]
        for one in (before, after, later)
    }
    third = items[2].pk
    assert third not in on_agenda[before.pk]
    assert third in on_agenda[after.pk]
    assert third not in on_agenda[later.pk]
    back = Proposal.objects.get(meeting=after.pk, came_from=third, brought_by__startswith="deferred")
    points = list(Point.objects.filter(proposal=back).values_list("text", flat=True))
    assert points == [seed.items[2].recommendation.points[1]]


def test_the_deferred_point_can_be_decided_there(house, seed):
    sitting, items = hold(house, seed)
    sent(house, sitting, at=NOON)
    august = plan(house, date(2022, 8, 11))
    at = datetime(2022, 8, 11, 7, 0, tzinfo=UTC)
    changes.fill_agenda(sitting=august, by=house.secretary, at=at)
    back = Proposal.objects.get(meeting=august.pk, came_from=items[2], brought_by__startswith="deferred")
    changes.open_meeting(sitting=call(august, house.secretary), by=house.secretary, at=at)
    decide_and_close(house, back, at=at, letter="G")
    shown = next(item for item in queries.minutes_of(Sitting.objects.get(pk=august.pk)).items if item.decision)
    assert (shown.title, shown.decision.text) == (items[2].title, "Godkendt.")

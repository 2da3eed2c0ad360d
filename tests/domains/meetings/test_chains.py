"""A matter put off from meeting to meeting is told as one line."""

from datetime import date

import pytest

from raadhus.domains.meetings import queries
from raadhus.domains.meetings.models import Item
from raadhus.domains.meetings.rules.put_off import plain_title, was_put_off_from
from raadhus.pure.minutes import structure
from tests.cast import OPERATOR, minutes_of

TOLD = "Chefen vil orientere om økonomien, som blev udskudt fra mødet i Chefforum den 6. januar."
QUOTE = "Chefforum den 6. januar"


def _budget(outcome: str, title: str = "CF - Budget 2023", **facts) -> structure.Item:
    said = {"deferred": "Udsat.", "withdrawn": "Punktet udgik.", "noted": "Taget til efterretning."}[outcome]
    return structure.Item(
        number="5", title=title, case_number="00.30.00-P00-5-21", decision=structure.Decision(said, outcome), **facts
    )


@pytest.fixture
def january(store):
    told = {
        "sections": (structure.Section("Sagsfremstilling", "account", TOLD, (1, 1)),),
        "references": (structure.Reference("past", "Chefforum", "2022-01-06", "2022-01-06", QUOTE),),
    }
    stored = store(minutes_of(_budget("withdrawn", **told)))
    return Item.objects.get(meeting=stored.meeting_id)


def _later(store, outcome: str, day: str = "2022-02-03", title: str = "Budget 2023"):
    store(minutes_of(_budget(outcome, title), starts_at=f"{day}T09:00"))


def _line(item, reader=OPERATOR) -> list[tuple[date, str, bool]]:
    return [(stop.day, stop.outcome, stop.item is not None) for stop in queries.chain_of(reader, item)]


def test_the_orientation_of_budget_2023_went_from_meeting_to_meeting(january, store):
    assert _line(january) == [(date(2022, 1, 6), "", False), (date(2022, 1, 20), "withdrawn", True)]
    _later(store, "noted")
    assert _line(january)[2:] == [(date(2022, 2, 3), "noted", True)]


def test_what_was_put_off_last_is_open_and_what_came_up_since_is_not(january, store):
    (chain,) = queries.open_chains(OPERATOR, january.meeting.body)
    assert [stop.day for stop in chain] == [date(2022, 1, 6), date(2022, 1, 20)]
    _later(store, "deferred")
    (chain,) = queries.open_chains(OPERATOR, january.meeting.body)
    assert [stop.outcome for stop in chain] == ["", "withdrawn", "deferred"]
    _later(store, "noted", "2022-03-03")
    assert queries.open_chains(OPERATOR, january.meeting.body) == []


def test_another_title_under_the_same_case_is_another_matter(january, store):
    _later(store, "noted", title="Budget 2023, anden behandling")
    assert len(_line(january)) == 2


def test_what_was_never_put_off_is_no_chain(stored):
    assert _line(queries.item_for(OPERATOR, stored.open_id)) == []


def test_a_chain_shows_only_what_its_reader_may_see(january, anonymous, outsider):
    assert _line(january, anonymous) == []
    assert len(_line(january, outsider)) == 2
    assert queries.open_chains(anonymous, january.meeting.body) == []


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        (TOLD, True),
        ("Punktet udgik. Det blev drøftet på Chefforum den 6. januar.", False),
        ("Sagen var på Chefforum den 6. januar og blev godkendt.", False),
    ],
)
def test_put_off_from_a_meeting_is_read_within_one_sentence(text, is_so):
    assert was_put_off_from(text, QUOTE) is is_so


@pytest.mark.parametrize("title", ["CF - Budget 2023", "CF- Budget 2023", "Budget  2023", "budget 2023"])
def test_a_title_is_the_same_without_its_bodys_short_name(title):
    assert plain_title(title) == "budget 2023"

"""Both minutes as they came: every promise is proposed with its window, and what was promised back comes back."""

import json
from datetime import date, time

import pytest

from raadhus.domains.followup.changes import accept_commitment
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings.importing import store_minutes
from raadhus.domains.proceedings import changes
from raadhus.pure.kernel.source_text import lines_of
from raadhus.pure.minutes.read import read_minutes
from tests.conftest import SHARED
from tests.domains.proceedings.cast import AT, OPERATOR, House

SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
GOLD = sorted((SHARED / "seeds" / "gold").glob("*.json"))
pytestmark = pytest.mark.skipif(len(GOLD) != 2, reason="the seeds lie beside the house")


@pytest.fixture
def imported(house) -> House:
    for seed in SEEDS:
        reading = read_minutes(lines_of(seed.read_text(), seed.name))
        store_minutes(reading, source=seed.read_bytes(), reading_audience="signed_in", by=OPERATOR, at=AT)
    return house


def _gold() -> list[tuple[str, str, str, str]]:
    """Kind, first and last day, and words of each promise that a person found."""
    told = [one for path in GOLD for item in json.loads(path.read_text())["items"] for one in item["commitments"]]
    return [(one["kind"], *(one["due"] or ("", "")), _words(one["quote"])) for one in told]


def _words(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def _on(house: House, day: date) -> list[tuple[str, str]]:
    """Titles on the agenda of that day that a promise brought, and the words that it stands there for."""
    sitting = house.plan(changes.When(day, time(9)))
    placed = changes.fill_agenda(sitting=sitting, by=house.secretary, at=AT)
    brought = [row for row in placed if row.returns_commitment]
    return [(row.title, Commitment.objects.get(pk=row.returns_commitment).quote[:40]) for row in brought]


def test_every_promise_that_a_person_found_is_proposed_with_its_window(imported):
    found = [
        (row.kind, *(str(day) if day else "" for day in (row.due_first, row.due_last)), _words(row.quote))
        for row in Commitment.objects.filter(status="suggested")
    ]
    assert len(_gold()) == 14
    assert [one for one in _gold() if not any(_is_same(one, other) for other in found)] == []


def _is_same(gold: tuple[str, str, str, str], found: tuple[str, str, str, str]) -> bool:
    """The same kind and window to the day, and words that begin or end as the other's: a reader may quote a clause
    more."""
    one, other = gold[3], found[3]
    return gold[:3] == found[:3] and (one in other or other in one)


def test_nothing_stands_on_an_agenda_before_somebody_has_said_yes(imported):
    assert _on(imported, date(2022, 2, 3)) == []


def test_after_the_yes_both_matters_stand_on_3_february_and_the_deferred_after_the_summer(imported):
    for row in Commitment.objects.all():
        accept_commitment(commitment=row, by=imported.administrator, at=AT)
    assert [title for title, _ in _on(imported, date(2022, 2, 3))] == [
        "CF - Start af arbejde med Integrationsindsats 2022",
        "CF - Drøftelse af ark til opfølgning på status på Budgetaftale 2022",
    ]
    assert _on(imported, date(2022, 6, 23)) == [
        ("CF- Byudviklingsforum - besøg fra Høje Taastrup Kommune", "Chefforum skal på kommende møder drøfte,"),
    ]
    assert _on(imported, date(2022, 8, 11)) == [
        ("CF - Borgerrådgiverens beretning 2021-2022", "Input som vil blive løftet som emner på "),
        ("CF - Borgerrådgiverens beretning 2021-2022", "Beslutning udskydes til efter sommerferi"),
    ]
    assert _on(imported, date(2022, 8, 25)) == []

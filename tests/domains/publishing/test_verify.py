"""`raadhus verify` tells where the register of what was public when was changed past the log."""

import pytest

from raadhus.domains.followup.models import Commitment
from raadhus.domains.publishing import changes
from raadhus.domains.publishing.models import PublishedRow, ReleasedRemark
from raadhus.domains.publishing.queries import broken_register

from .conftest import LATER, NUMBERS


@pytest.fixture
def told(register):
    """A register with a row that was changed, one that is gone, and a released answer."""
    register.answer(NUMBERS, "Tallene er klar.")
    register.release(NUMBERS)
    other = Commitment.objects.exclude(quote=NUMBERS).filter(pk__in=PublishedRow.objects.values("commitment")).first()
    Commitment.objects.filter(pk=other.pk).update(status="suggested")
    changes.publish_what_is_due(at=LATER.replace(hour=LATER.hour + 1))
    return register


def test_what_was_published_by_the_rules_is_whole(told):
    assert PublishedRow.objects.filter(until__isnull=False).count() >= 2
    assert list(broken_register()) == []


@pytest.mark.parametrize("stands", [True, False])
@pytest.mark.parametrize(
    "past_the_log",
    [
        lambda rows: rows.update(content={"decision": "Noget andet"}),
        lambda rows: rows.update(until=LATER.replace(year=2023)),
        lambda rows: rows.delete(),
    ],
)
def test_a_row_that_was_changed_or_taken_away_is_told_of(told, past_the_log, stands):
    rows = PublishedRow.objects.filter(until__isnull=stands)
    assert rows.exists()
    past_the_log(rows)
    sentences = list(broken_register())
    assert sentences
    assert all(one.startswith("Den offentlige opfølgning for Økonomiudvalget") for one in sentences)


def test_a_row_that_was_put_up_again_past_the_log_is_told_of(told):
    PublishedRow.objects.exclude(commitment=told.promise(NUMBERS).pk).update(until=None)
    assert len(list(broken_register())) == 1


def test_a_remark_in_other_words_is_told_of(told):
    ReleasedRemark.objects.update(text="Tallene er aldrig kommet.")
    assert list(broken_register()) == [
        f"Den offentliggjorte bemærkning til løfte {told.promise(NUMBERS).pk} er ikke den, der står i loggen."
    ]

"""What became of everything that was decided about something: by words and by period, in figures and as a list."""

import pytest
from django.utils import timezone

from interfaces.web.samples import CANARY, QUOTE
from raadhus.domains.followup import changes
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings.models import Item
from raadhus.foundation.accounts.queries import Operator

BOTH = "/opfoelgning/?ord=opfølgning&fra=2022-01-01&til=2022-12-31"


@pytest.fixture
def done(winter) -> Commitment:
    row = Commitment.objects.get(quote=QUOTE)
    changes.accept_commitment(commitment=row, by=Operator(), at=timezone.now())
    Commitment.objects.filter(pk=row.pk).update(progress="done", done_on=row.due_last)
    return Commitment.objects.get(pk=row.pk)


def test_a_director_sees_what_became_of_it_in_figures_and_as_a_list(employee, done):
    page = employee.get(BOTH).text
    assert "2 løfter" in page
    assert "<b>1</b> gjort" in page
    assert "<b>0</b> åbne" in page
    assert "<b>1</b> venter på et ja eller nej" in page
    assert f'id="loefte-{done.pk}"' in page
    assert 'value="opfølgning"' in page
    assert 'name="til" value="2022-12-31"' in page


@pytest.mark.parametrize(
    "asked", ["ord=svømmehal", "fra=2022-01-21", "til=2022-01-19", "ord=opfølgning&fra=2023-01-01"]
)
def test_what_was_promised_elsewhere_or_at_another_time_is_left_out(employee, done, asked):
    assert "Ingen løfter passer" in employee.get(f"/opfoelgning/?{asked}").text


@pytest.mark.parametrize("asked", ["ord=-", "ord=+++", "fra=forleden", "til=2022-13-40"])
def test_an_odd_filter_filters_nothing(employee, done, asked):
    assert "2 løfter" in employee.get(f"/opfoelgning/?{asked}").text


def test_words_of_an_item_that_is_not_ones_own_find_nothing(employee, member, done):
    """The promise is for all to read here, its item is not: its words may not be guessed from what is found."""
    closed = Item.objects.get(title=CANARY)
    Commitment.objects.filter(pk=done.pk).update(source_id=closed.pk, case=None)
    assert "Ingen løfter passer" in employee.get("/opfoelgning/?ord=kanariestien").text
    assert f'id="loefte-{done.pk}"' in member.get("/opfoelgning/?ord=kanariestien").text


def test_the_files_hold_what_the_list_shows(employee, done):
    kept = b"".join(employee.get("/opfoelgning/loefter.csv?ord=svømmehal")).decode("utf-8-sig")
    assert len(kept.splitlines()) == 1
    assert QUOTE in b"".join(employee.get("/opfoelgning/loefter.csv?ord=opfølgning")).decode("utf-8-sig")


def test_a_search_leads_there_and_says_of_each_hit_what_was_promised(employee, done):
    page = employee.get("/soeg/?q=opfølgning&fra=2022-01-01").text
    assert "2 løfter, 1 gjort" in page
    assert "/opfoelgning/?ord=opf%C3%B8lgning&amp;fra=2022-01-01" in page

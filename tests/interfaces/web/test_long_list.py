"""A list of any length: counted as far as anybody reads, and every page of it is there."""

import re

import pytest

from interfaces.web.samples import QUOTE
from raadhus.domains.followup.models import Commitment
from raadhus.interfaces.web.views import finding


@pytest.fixture
def many(winter) -> int:
    """121 promises of one item, beside the two of the sample; how many the house reads."""
    row = Commitment.objects.get(quote=QUOTE)
    said = {"source_kind": "item", "source_id": row.source_id, "audience": row.audience, "kind": "task"}
    Commitment.objects.bulk_create(
        Commitment(**said, position=number, quote=f"Løfte {number}", agreement="Budget", found_in="decision")
        for number in range(100, 221)
    )
    return 121


def _rows(page: str) -> int:
    return page.count("<tr id=")


def test_a_list_is_counted_and_its_pages_numbered(employee, many):
    page = employee.get("/opfoelgning/?aftale=Budget").text
    assert "121 løfter" in page
    assert "Side 1 af 3" in page
    assert _rows(page) == 50
    last = employee.get("/opfoelgning/?aftale=Budget&side=3").text
    assert _rows(last) == 21
    assert "Side 3 af 3" in last
    assert 'rel="next"' not in last


def test_of_a_list_that_is_longer_than_is_counted_it_says_that_there_are_more(employee, many, monkeypatch):
    monkeypatch.setattr(finding, "COUNTED", 60)
    monkeypatch.setattr("raadhus.interfaces.web.views.promises.COUNTED", 60)
    page = employee.get("/opfoelgning/?aftale=Budget&side=2").text
    assert "over 60 løfter" in page
    assert re.search(r'<span class="num">Side 2</span>', page)
    assert 'rel="prev"' in page
    assert 'href="?aftale=Budget&amp;side=3"' in page
    last = employee.get("/opfoelgning/?aftale=Budget&side=3").text
    assert _rows(last) == 21
    assert 'rel="next"' not in last


@pytest.mark.parametrize(("side", "number"), [("4", 3), ("999999999", 3), ("0", 1), ("-1", 1), ("to", 1)])
def test_a_page_that_is_not_there_gives_the_nearest(employee, many, side, number):
    assert f"Side {number} af 3" in employee.get(f"/opfoelgning/?aftale=Budget&side={side}").text


def test_no_row_is_on_two_pages_or_on_none(employee, many):
    pages = [employee.get(f"/opfoelgning/?aftale=Budget&side={number}").text for number in (1, 2, 3)]
    found = [pk for page in pages for pk in re.findall(r'<tr id="loefte-(\d+)"', page)]
    assert len(found) == len(set(found)) == many


def test_the_count_is_of_what_the_reader_may_see(employee, many):
    Commitment.objects.filter(position__gte=200).update(audience=None)
    assert "100 løfter" in employee.get("/opfoelgning/?aftale=Budget").text

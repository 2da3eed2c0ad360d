"""A page asks the database the same number of times whatever it shows."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interfaces.web import rows, samples
from raadhus.domains.meetings.models import Meeting
from raadhus.interfaces.web.views.kept import forget_all

PAGES = [
    "/",
    "/moeder/",
    "/sager/",
    "/sager/00.30.14-S00-10-21/",
    "/emner/00/",
    "/opfoelgning/",
    "/soeg/",
]
MOST = 21


def _asked(client, address: str) -> int:
    forget_all()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("address", PAGES)
def test_more_meetings_cost_no_more_queries(member, winter, address):
    before = _asked(member, address)
    for year in ("2019", "2020", "2021"):
        rows.store(replace(samples.WINTER, source=f"{year}.txt", starts_at=f"{year}-01-20T09:00", ends_at=None))
    assert _asked(member, address) == before <= MOST


def test_more_items_cost_no_more_queries(member, winter):
    many = replace(samples.WINTER, source="many.txt", starts_at="2023-01-20T09:00", items=samples.WINTER.items * 4)
    long = rows.store(many)
    assert _asked(member, f"/moeder/{long.pk}/") == _asked(member, f"/moeder/{winter.pk}/") <= MOST
    assert Meeting.objects.count() == 3

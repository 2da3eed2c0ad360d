"""A public register of any length: a page at a time, each row once, and nothing that has been closed since."""

import re

import pytest
from django.utils import timezone

from interfaces.web.samples import QUOTE
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings.models import Item
from raadhus.domains.publishing import changes
from raadhus.domains.publishing.models import PublishedRow
from raadhus.foundation.accounts.queries import Operator


@pytest.fixture
def register(winter) -> str:
    """The address of a register of 121 promises of one item."""
    row = Commitment.objects.get(quote=QUOTE)
    said = {"source_kind": "item", "source_id": row.source_id, "audience": row.audience, "kind": "task"}
    said |= {"made_in": row.made_in, "made_on": row.made_on, "found_in": "decision", "status": "accepted"}
    Commitment.objects.bulk_create(
        Commitment(**said, position=number, quote=f"Løfte {number}") for number in range(100, 221)
    )
    changes.set_publication(body=winter.body, is_on=True, revision=0, by=Operator(), at=timezone.now())
    return f"/offentligt/opfoelgning/{winter.body.pk}/"


def _said(text: str) -> list[str]:
    return re.findall(r"Løfte \d+", text)


def test_every_row_stands_on_one_page_and_in_the_files(outsider, register):
    pages = [outsider.get(f"{register}?side={number}").text for number in (1, 2, 3)]
    assert "121 beslutninger" in pages[0]
    assert "Side 3 af 3" in pages[2]
    assert [len(_said(page)) for page in pages] == [50, 50, 21]
    every = [row for page in pages for row in _said(page)]
    assert len(set(every)) == 121
    file = b"".join(outsider.get(f"{register}opfoelgning.csv")).decode("utf-8-sig")
    assert _said(file) == every
    assert [row["decision"] for row in outsider.get(f"{register}opfoelgning.json").json()["rows"]] == every


def test_what_was_closed_since_is_neither_shown_nor_counted(outsider, register):
    Item.objects.filter(pk=Commitment.objects.get(quote=QUOTE).source_id).update(is_closed=True)
    page = outsider.get(register).text
    assert "0 beslutninger" in page
    assert _said(page) == []


def test_of_a_single_promise_that_changed_one_row_is_noted(outsider, register):
    Commitment.objects.filter(quote="Løfte 150").update(quote="Løfte 999")
    assert "Løfte 150" not in b"".join(outsider.get(f"{register}opfoelgning.csv")).decode("utf-8-sig")
    assert changes.publish_what_is_due(at=timezone.now()) == 1
    assert PublishedRow.objects.filter(until__isnull=False).count() == 1
    assert "Løfte 999" in b"".join(outsider.get(f"{register}opfoelgning.csv")).decode("utf-8-sig")

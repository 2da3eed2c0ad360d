"""Saying yes or no to what a machine read."""

import pytest

from interfaces.web.samples import QUOTE
from raadhus.domains.followup.models import Commitment
from raadhus.foundation.audit.models import Entry

LIST = "/opfoelgning/?art=task"


@pytest.fixture
def promise(winter) -> Commitment:
    return Commitment.objects.get(quote=QUOTE)


def _status(promise: Commitment) -> str:
    promise.refresh_from_db()
    return promise.status


@pytest.mark.parametrize("to", ["accepted", "rejected"])
def test_an_administrator_settles_goes_back_to_the_list_and_can_undo(administrator, promise, to):
    page = administrator.post(f"/opfoelgning/{promise.pk}/", {"to": to, "next": LIST}, follow=True)
    assert _status(promise) == to
    assert page.request["PATH_INFO"] == "/opfoelgning/"
    assert 'name="to" value="suggested"' in page.text
    administrator.post(f"/opfoelgning/{promise.pk}/", {"to": "suggested", "next": LIST})
    assert _status(promise) == "suggested"


def test_htmx_gets_the_row_alone_with_the_way_back(administrator, promise):
    answer = administrator.post(f"/opfoelgning/{promise.pk}/", {"to": "rejected"}, headers={"HX-Request": "true"})
    assert answer.text.strip().startswith(f'<tr id="loefte-{promise.pk}"')
    assert "Fortryd" in answer.text
    assert "<html" not in answer.text
    assert answer.headers["HX-Trigger"] == "settled"


def test_the_figures_above_the_list_are_asked_for_again_with_the_same_filters_when_something_is_settled(
    administrator, promise
):
    page = administrator.get(f"{LIST}?fra=2022-01-01&ord=ark").text
    assert f'hx-get="{LIST}?fra=2022-01-01&amp;ord=ark" hx-trigger="settled from:body"' in page


@pytest.mark.parametrize("reader", ["member", "employee"])
def test_others_read_the_list_without_buttons_and_may_not_settle(request, reader, promise):
    client = request.getfixturevalue(reader)
    assert 'data-act="accept"' not in client.get(LIST).text
    assert client.post(f"/opfoelgning/{promise.pk}/", {"to": "accepted"}).status_code == 403
    assert _status(promise) == "suggested"


def test_a_word_that_is_no_status_changes_nothing(administrator, promise):
    assert administrator.post(f"/opfoelgning/{promise.pk}/", {"to": "glemt"}).status_code == 400
    assert _status(promise) == "suggested"


def test_a_promise_that_is_not_there_is_a_404(administrator, winter):
    assert administrator.post("/opfoelgning/987654/", {"to": "accepted"}).status_code == 404


def test_the_way_back_leads_nowhere_else(administrator, promise):
    answer = administrator.post(f"/opfoelgning/{promise.pk}/", {"to": "accepted", "next": "https://ude.example/"})
    assert answer.headers["Location"] == "/"


def test_thinking_again_stands_in_the_log_too(administrator, promise):
    for to in ("accepted", "suggested"):
        administrator.post(f"/opfoelgning/{promise.pk}/", {"to": to})
    told = Entry.objects.filter(object_kind="commitment", object_id=str(promise.pk)).order_by("number")
    assert list(told.values_list("action", flat=True)) == ["accepted_commitment", "reopened_commitment"]

"""Correcting what was read: the head, an item, a line."""

import pytest

from raadhus.domains.meetings.models import Item, UnreadLine

HEAD = {"body": "Ledergruppen", "starts_on": "2022-01-20", "starts_at": "09:00", "ends_at": "11:30"}


@pytest.fixture
def item(winter) -> Item:
    return Item.objects.get(meeting=winter, number="2")


@pytest.fixture
def line(winter) -> UnreadLine:
    return UnreadLine.objects.get(text__contains="notat 4b")


def _addresses(winter, item, line) -> list[str]:
    at = f"/ret/moede/{winter.pk}/"
    return [at, f"/ret/punkt/{item.pk}/", f"{at}linje/{line.pk}/"]


def test_the_ways_to_correct_are_for_administrators(administrator, member, winter, item, line):
    for address in _addresses(winter, item, line):
        assert administrator.get(address).status_code == 200
        assert member.get(address).status_code in (403, 404)
    assert "/ret/" in administrator.get(f"/moeder/{winter.pk}/").text
    assert "/ret/" not in member.get(f"/moeder/{winter.pk}/").text


def test_the_head_is_corrected_and_the_page_says_so(administrator, winter):
    page = administrator.post(f"/ret/moede/{winter.pk}/", HEAD | {"place": "Rådssalen"}, follow=True)
    assert "Rådssalen" in page.text
    assert "Det er rettet" in page.text


def test_what_the_house_refuses_stands_on_top_and_what_was_typed_is_kept(administrator, winter):
    typed = HEAD | {"starts_on": "", "place": "Et sted, der er skrevet"}
    page = administrator.post(f"/ret/moede/{winter.pk}/", typed)
    assert page.status_code == 200
    summary, refusal, first_field = (
        page.text.index(words) for words in ('class="summary"', "Et klokkeslæt kræver en dato", 'id="id_body"')
    )
    assert summary < refusal < first_field
    assert 'value="Et sted, der er skrevet"' in page.text


def test_a_field_that_makes_no_sense_says_so_at_the_field_and_on_top(administrator, winter):
    page = administrator.post(f"/ret/moede/{winter.pk}/", HEAD | {"starts_on": "i torsdags"})
    assert 'href="#id_starts_on"' in page.text
    assert "has-error" in page.text
    assert 'value="i torsdags"' in page.text


def test_an_outcome_set_by_a_person_is_no_longer_said_to_be_read(administrator, item):
    known = {"number": "2", "title": item.title, "case_number": "00.30.14-S00-10-21"}
    page = administrator.post(f"/ret/punkt/{item.pk}/", known | {"outcome": "deferred"}, follow=True)
    assert "Udfaldet er sat af et menneske" in page.text
    assert "Udsat" in page.text


def test_closing_an_item_takes_it_from_those_outside(administrator, outsider, item):
    known = {"number": "2", "title": item.title, "case_number": "", "outcome": "mixed", "is_closed": "on"}
    assert outsider.get(f"/punkter/{item.pk}/").status_code == 200
    administrator.post(f"/ret/punkt/{item.pk}/", known)
    assert outsider.get(f"/punkter/{item.pk}/").status_code == 404


def test_a_line_is_put_in_its_place(administrator, winter, item, line):
    address = f"/ret/moede/{winter.pk}/linje/{line.pk}/"
    page = administrator.post(address, {"item": item.pk, "section_kind": "account"}, follow=True)
    assert page.text.count("se notat 4b") == 1
    assert "Ikke forstået · linje 23" not in page.text


def test_a_line_set_aside_is_still_told_of(administrator, winter, line):
    page = administrator.post(f"/ret/moede/{winter.pk}/linje/{line.pk}/til-side/", follow=True)
    assert "Ikke forstået · linje 23" not in page.text
    assert "Lagt til side (1)" in page.text
    again = administrator.post(f"/ret/moede/{winter.pk}/linje/{line.pk}/til-side/", follow=True)
    assert "allerede placeret eller lagt til side" in again.text


def test_a_line_of_another_meeting_is_not_found_here(administrator, winter, line):
    assert administrator.get(f"/ret/moede/{winter.pk + 1}/linje/{line.pk}/").status_code == 404

"""Which bodies pass cases to which: drawn, as a table, as a file, and the cases behind each number."""

import csv
from dataclasses import replace
from io import StringIO

import pytest

from interfaces.web import rows, samples
from interfaces.web.samples import CANARY
from raadhus.domains.meetings.models import Body
from raadhus.foundation.audit.models import Entry


@pytest.fixture
def passed(winter):
    """The sheet and the closed matter went on to Teknikudvalget in February."""
    items = (samples.FOLLOWING_UP, samples.WINTER.items[2])
    later = replace(samples.WINTER, source="oeu.txt", body="Teknikudvalget", starts_at="2022-02-10T09:00", items=items)
    rows.store(later)
    return Body.objects.get(name="Ledergruppen"), Body.objects.get(name="Teknikudvalget")


@pytest.fixture
def address(passed) -> str:
    return "/opfoelgning/veje/{}/{}/".format(*(body.pk for body in passed))


def _csv(answer) -> list[list[str]]:
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(StringIO(text), delimiter=";"))


def test_the_ways_are_ranked_drawn_and_told_in_a_sentence(employee, address):
    page = employee.get("/opfoelgning/veje/").text
    assert "Ledergruppen sender mest videre til Teknikudvalget: 1 gang. 0 af 1 kom tilbage." in page
    assert '<rect class="way-sent" x="0.0" y="0" width="100.0" height="6">' in page
    assert f'href="{address}"' in page
    assert f'href="{address}?art=sent"' in page


def test_a_number_leads_to_its_cases_and_counts_only_what_the_reader_sees(employee, member, administrator, address):
    page = employee.get(address).text
    assert "1 gang</p>" in page
    assert "Ark til opfølgning på budgetaftalen" in page
    assert CANARY not in page
    assert "2 gange</p>" in administrator.get(address).text
    assert CANARY not in member.get(address).text
    assert "Ingen sager går denne vej" in employee.get(f"{address}?art=returned").text


def test_a_period_and_a_body_choose_and_an_odd_filter_filters_nothing(employee, passed, address):
    def seen(query: str) -> bool:
        return 'class="flows"' in employee.get(f"/opfoelgning/veje/?{query}").text

    assert seen("fra=2022-02-10&til=2022-02-10")
    assert not seen("til=2022-02-09")
    assert not seen("fra=2022-02-11")
    assert seen(f"forum={passed[1].pk}")
    assert not seen("forum=999")
    assert seen("fra=2022-99-99&til=i+går&forum=abc")
    assert "Ark til opf" in employee.get(f"{address}?fra=2022-02-10").text
    assert "Ark til opf" not in employee.get(f"{address}?fra=2022-02-11").text


def test_the_table_goes_out_as_a_file_in_which_nothing_is_run(administrator, passed):
    Body.objects.filter(pk=passed[0].pk).update(name="=1+1")
    head, row = _csv(administrator.get("/opfoelgning/veje/?form=csv"))
    assert head == ["Fra", "Til", "Sendt videre", "Sendt tilbage", "Lovet", "I alt"]
    assert row == ["'=1+1", "Teknikudvalget", "2", "0", "0", "2"]
    assert administrator.get("/opfoelgning/veje/?form=xlsx").status_code == 200


def test_who_sees_nothing_of_a_body_gets_no_page_of_it(employee, administrator, passed, address):
    audience = passed[1].open_audience
    audience.kind = "named"
    audience.save()
    assert employee.get(address).status_code == 404
    assert "Teknikudvalget" not in employee.get("/opfoelgning/veje/").text
    assert "Teknikudvalget" in administrator.get("/opfoelgning/veje/").text


def test_reading_of_closed_cases_behind_a_number_is_noted(administrator, passed, address):
    administrator.get(address)
    assert list(Entry.objects.filter(action="read").values_list("object_kind", "object_id")) == [
        ("body", str(passed[0].pk))
    ]

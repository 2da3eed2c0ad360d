"""A body's public page of follow-up: nothing but what was decided to be read by everybody, for anybody."""

import csv
import json
import re
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from interfaces.web import rows, samples
from interfaces.web.conftest import PASSWORD, _signed_in
from interfaces.web.samples import CANARY, QUOTE
from raadhus.domains.followup import changes as followup
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings.models import Body
from raadhus.domains.proceedings.changes import seat_member
from raadhus.domains.publishing import changes
from raadhus.foundation.accounts.changes import change_readers
from raadhus.foundation.accounts.models import User
from raadhus.foundation.accounts.queries import Operator
from raadhus.foundation.jobs.models import Job
from raadhus.interfaces.worker.publishing import publish_followup

OPERATOR = Operator()
INTERNAL = "Internt: skolerne nægter"


@pytest.fixture
def body(winter) -> Body:
    """The forum; its open items are for everybody, its promises accepted, and no follow-up is public yet."""
    for row in Commitment.objects.all():
        followup.accept_commitment(commitment=row, by=OPERATOR, at=timezone.now())
    return winter.body


@pytest.fixture
def address(body) -> str:
    changes.set_publication(body=body, is_on=True, revision=0, by=OPERATOR, at=timezone.now())
    return f"/offentligt/opfoelgning/{body.pk}/"


@pytest.fixture
def clerk(body):
    user = User.objects.create_user("sekretær", password=PASSWORD)
    seat_member(
        body=body, name="Sekretæren", user=user, role="secretary", group="", starts_on=date(2020, 1, 1),
        reads_closed=False, by=OPERATOR, at=timezone.now(),
    )  # fmt: skip
    return _signed_in(user)


@pytest.fixture
def promise(body) -> Commitment:
    row = Commitment.objects.get(quote=QUOTE)
    return followup.answer_commitment(
        commitment=row, text=INTERNAL, is_done=False, revision=row.revision, by=OPERATOR, at=timezone.now()
    )


def _without_its_own_address(answer) -> str:
    """The page without the secret of its form and the address that it was asked at."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.text).replace(answer.request["PATH_INFO"], "")


def test_a_body_that_does_not_publish_answers_as_one_that_is_not_there(outsider, body):
    for end in ("", "opfoelgning.csv", "opfoelgning.json"):
        answers = [outsider.get(f"/offentligt/opfoelgning/{pk}/{end}") for pk in (body.pk, 999)]
        assert {answer.status_code for answer in answers} == {404}
        assert len({_without_its_own_address(answer) for answer in answers}) == 1
    assert "Ingen forummer offentliggør" in outsider.get("/offentligt/opfoelgning/").text


def test_anybody_reads_what_became_of_what_was_decided_and_nothing_internal(outsider, promise, address):
    page = outsider.get(address).text
    assert f'href="{address}"' in outsider.get("/offentligt/opfoelgning/").text
    assert QUOTE in page
    assert "Økonomichefen</td>" in page
    assert "2 beslutninger" in page
    assert outsider.get(address).headers["Cache-Control"] == "no-cache"
    assert INTERNAL not in page
    assert CANARY not in page


def test_it_is_chosen_by_status_and_year_and_an_odd_filter_filters_nothing(outsider, promise, address):
    def seen(query: str) -> int:
        return outsider.get(f"{address}?{query}").text.count("<tr data-row>")

    assert [seen(one) for one in ("status=under_way", "status=open", "status=done", "status=zebra")] == [1, 1, 0, 2]
    assert [seen(one) for one in ("aar=2022", "aar=2021", "aar=x")] == [2, 0, 2]
    assert [outsider.get(f"{address}?aar={year}").text.count(" selected>2021") for year in (2021, 2022)] == [1, 0]


def test_it_is_taken_away_as_csv_and_json_and_nothing_else(outsider, promise, address):
    Commitment.objects.filter(pk=promise.pk).update(quote="=1+1")
    publish_followup({}, at=timezone.now())
    answer = outsider.get(f"{address}opfoelgning.csv?status=under_way")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    head, row = csv.reader(StringIO(text), delimiter=";")
    told = dict(zip(head, row, strict=True))
    assert (told["Forum"], told["Dato"], told["Sag"]) == ("Ledergruppen", "20-01-2022", "00.30.14-S00-10-21")
    assert (told["Beslutning"], told["Ansvarlig"], told["Status"]) == ("'=1+1", "Økonomichefen", "I gang")
    given = json.loads(outsider.get(f"{address}opfoelgning.json").content)
    assert given["body"] == "Ledergruppen"
    assert {one["status"] for one in given["rows"]} == {"open", "under_way"}
    assert given["rows"][0]["address"].startswith("http://testserver/punkter/")
    assert INTERNAL not in json.dumps(given)
    assert outsider.get(f"{address}opfoelgning.xlsx").status_code == 404


def test_an_administrator_lets_it_out_and_stops_it_and_others_do_not(administrator, clerk, outsider, body):
    setting = f"/forummer/{body.pk}/offentligt/"
    assert clerk.post(setting, {"is_on": "on", "revision": 0}).status_code == 403
    assert outsider.get(setting).status_code == 302
    page = administrator.post(setting, {"is_on": "on", "revision": 0}, follow=True).text
    assert "Opfølgningen er offentlig." in page
    assert "Alle kan læse, hvad der er blevet af det besluttede" in page
    assert outsider.get(f"/offentligt/opfoelgning/{body.pk}/").status_code == 200
    assert "blev ændret, mens" in administrator.post(setting, {"revision": 0}).text
    assert "ikke offentlig." in administrator.post(setting, {"revision": 1}, follow=True).text
    assert outsider.get(f"/offentligt/opfoelgning/{body.pk}/").status_code == 404


def test_a_forum_of_staff_is_told_why_it_cannot(administrator, winter):
    change_readers(audience=winter.body.open_audience, kind="signed_in", by=OPERATOR, at=timezone.now())
    page = administrator.post(f"/forummer/{winter.body.pk}/offentligt/", {"is_on": "on", "revision": 0}).text
    assert "Kun et forum, hvis referater er offentlige, kan det." in page


def test_the_keeper_releases_an_answer_word_for_word_and_takes_it_back(clerk, employee, outsider, promise, address):
    release = f"/loefter/{promise.pk}/offentligt/"
    assert f'href="{release}"' in clerk.get(f"/loefter/{promise.pk}/").text
    assert "Offentlig opfølgning" not in employee.get(f"/loefter/{promise.pk}/").text
    assert employee.get(release).status_code == employee.post(f"{release}tilbage/").status_code == 403
    assert f"ord for ord: „{INTERNAL}“" in clerk.get(release).text
    assert INTERNAL not in outsider.get(address).text
    page = clerk.post(release, {"revision": promise.revision}, follow=True).text
    assert "Svaret er offentligt." in page
    assert "Offentliggjorde svaret" in page
    assert INTERNAL in outsider.get(address).text
    assert "Bemærkningen er ikke offentlig mere." in clerk.post(f"{release}tilbage/", follow=True).text
    assert INTERNAL not in outsider.get(address).text


def test_whoever_has_not_signed_in_reads_no_answer_anywhere_that_was_not_released(outsider, employee, promise, address):
    followup.add_address(
        commitment=promise, address="/punkter/1/", words="Hemmeligt notat", by=OPERATOR, at=timezone.now()
    )
    pages = ("/opfoelgning/", "/opfoelgning/loefter.csv", f"/loefter/{promise.pk}/", "/sager/00.30.14-S00-10-21/")
    for asked in pages:
        told = outsider.get(asked)
        words = b"".join(told.streaming_content).decode() if told.streaming else told.text
        assert INTERNAL not in words, asked
        assert "Hemmeligt notat" not in words, asked
    assert INTERNAL in employee.get(f"/loefter/{promise.pk}/").text


def test_who_runs_the_body_sees_what_was_public_when_and_brings_it_up_to_date(clerk, employee, promise, address, body):
    log = f"/forummer/{body.pk}/offentligt/hvornaar/"
    assert employee.get(log).status_code == employee.post(f"/forummer/{body.pk}/offentligt/nu/").status_code == 403
    assert clerk.get(log).text.count("står der nu") == 2
    assert "Ikke fordelt" in clerk.get(log).text
    row = Commitment.objects.get(pk=promise.pk)
    followup.answer_commitment(
        commitment=row, text="Gjort", is_done=True, revision=row.revision, by=OPERATOR, at=timezone.now()
    )
    page = clerk.post(f"/forummer/{body.pk}/offentligt/nu/", follow=True).text
    assert page.count("<tr data-row>") == 3
    assert page.count("står der nu") == 2


def test_the_worker_brings_every_page_up_to_date_and_looks_again(outsider, promise, address):
    at = timezone.now()
    followup.reject_commitment(commitment=promise, by=OPERATOR, at=at)
    again = publish_followup({}, at=at)
    assert (again.run_at - at).total_seconds() == 300
    assert outsider.get(address).text.count("<tr data-row>") == 1
    assert not Job.objects.exists()


def test_more_promises_cost_the_public_page_no_more_queries(outsider, address, body):
    def asked() -> int:
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            outsider.get(address)
        return len(queries)

    before = asked()
    for year in ("2019", "2020"):
        rows.store(replace(samples.WINTER, source=f"{year}.txt", starts_at=f"{year}-01-20T09:00"))
    for row in Commitment.objects.filter(status="suggested"):
        followup.accept_commitment(commitment=row, by=OPERATOR, at=timezone.now())
    changes.publish_what_is_due(at=timezone.now())
    assert outsider.get(address).text.count("<tr data-row>") > 2
    assert asked() == before <= 12


def test_a_person_who_answers_for_a_promise_is_named_inside_the_house_alone(outsider, employee, body):
    row = Commitment.objects.get(quote=QUOTE)
    user = User.objects.create_user("olga", first_name="Olga", last_name="Olsen")
    followup.hand_over(
        commitment=row, to=followup.Owner(None, user), because="Ferie", revision=row.revision, by=OPERATOR,
        at=timezone.now(),
    )  # fmt: skip
    pages = [f"/loefter/{row.pk}/", "/opfoelgning/?status=accepted", f"/punkter/{row.source_id}/"]
    for address in pages:
        assert "Olga" in employee.get(address).text, address
        page = outsider.get(address).text
        assert "Olga" not in page, address
        assert "Forvaltningen" in page, address

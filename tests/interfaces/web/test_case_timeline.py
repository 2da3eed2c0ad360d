"""A case's timeline: drawn, as a list, as a table and as a file."""

import csv
from datetime import date
from io import StringIO
from itertools import pairwise
from types import SimpleNamespace

import pytest
from django.utils import timezone

from interfaces.web.samples import CANARY, QUOTE
from raadhus.domains.followup import changes
from raadhus.domains.followup.models import Commitment
from raadhus.domains.meetings.queries import Event, Line
from raadhus.foundation.accounts.queries import Operator
from raadhus.interfaces.web.timeline_drawing import APART, LEFT, RIGHT, draw
from raadhus.pure.documents.read.workbook import read_workbook

CASE = "/sager/00.30.14-S00-10-21/"
TODAY = date(2022, 2, 1)


def _line(*days: date, due: date | None = None) -> Line:
    promise = SimpleNamespace(due_last=due, progress="open") if due else None
    kind = "made" if due else "met"
    return Line("Et punkt", "Chefforum", tuple(Event(day, kind) for day in days), promise)


def test_the_first_day_stands_left_and_the_last_right_and_the_middle_between():
    (line,) = draw([_line(date(2022, 1, 1), date(2022, 1, 11), date(2022, 1, 21))], TODAY).lines
    assert [mark.x for mark in line.marks] == [LEFT, (LEFT + RIGHT) / 2, RIGHT]


def test_marks_of_days_close_together_never_lie_on_each_other_nor_leave_the_paper():
    days = [date(2022, 1, day) for day in (29, 30, 31)]
    (line, _) = draw([_line(*days), _line(date(2021, 1, 1))], TODAY).lines
    places = [mark.x for mark in line.marks]
    assert [right - left for left, right in pairwise(places)] == [APART, APART]
    assert places[-1] == RIGHT


def test_a_deadline_that_has_passed_is_late_and_one_ahead_is_not():
    made = date(2022, 1, 1)
    late, ahead = draw([_line(made, due=date(2022, 1, 31)), _line(made, due=date(2022, 2, 20))], TODAY).lines
    assert [late.is_late, ahead.is_late] == [True, False]
    assert ahead.due == RIGHT


def test_months_are_told_and_years_where_the_months_would_be_too_many():
    short = draw([_line(date(2022, 1, 1), date(2022, 4, 1))], TODAY).ticks
    assert [(day.month, is_year) for _x, day, is_year in short] == [(1, False), (2, False), (3, False), (4, False)]
    long = draw([_line(date(2011, 5, 10), date(2022, 4, 1))], TODAY).ticks
    assert [day.year for _x, day, is_year in long if is_year] == [2013, 2015, 2017, 2019, 2021]


def test_one_day_is_no_line_and_what_is_too_much_stands_in_the_table():
    assert draw([_line(TODAY)], TODAY) is None
    assert draw([_line(TODAY, date(2022, 3, 1))] * 20, TODAY).more == 4


def test_the_case_page_draws_it_with_the_story_in_a_sentence(employee, winter):
    page = employee.get(CASE).text
    assert "På 2 møder i 1 forum, fra 28. okt. 2021 til 20. jan. 2022, udskudt 1 gang, 2 løfter, 0 gjort." in page
    assert page.count('<circle class="dot') == 4
    assert 'aria-label="Drøftet 28. okt. 2021: Opfølgning på budgetaftalen"' in page
    assert page.count('<li class="of-') == 4
    assert "Tidslinje" not in employee.get("/sager/00.01.00-A21-2-21/").text


@pytest.mark.django_db
def test_a_closed_case_has_no_timeline_for_others(employee, outsider, member, winter):
    for form in ("csv", "xlsx"):
        address = f"/sager/82.02.00-G01-4-21/tidslinje.{form}"
        assert [client.get(address).status_code for client in (employee, outsider, member)] == [404, 404, 200]
    assert CANARY in b"".join(member.get("/sager/82.02.00-G01-4-21/tidslinje.csv").streaming_content).decode()
    assert employee.get(f"{CASE}tidslinje.pdf").status_code == 404


def test_it_goes_out_as_csv_and_excel_in_which_nothing_is_run(employee, winter):
    row = Commitment.objects.get(quote=QUOTE)
    changes.accept_commitment(commitment=row, by=Operator(), at=timezone.now())
    row.refresh_from_db()
    changes.answer_commitment(
        commitment=row, text="=1+1", is_done=False, revision=row.revision, by=Operator(), at=timezone.now()
    )
    content = b"".join(employee.get(f"{CASE}tidslinje.csv").streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(content), delimiter=";"))
    assert rows[1][:4] == ["28-10-2021", "Drøftet", "Ledergruppen", "Opfølgning på budgetaftalen"]
    assert rows[-1][1:5] == ["Svaret", "Ledergruppen", QUOTE, "'=1+1"]
    assert rows[-1][6] == "Økonomichefen"
    cells = read_workbook(employee.get(f"{CASE}tidslinje.xlsx").content, "t.xlsx").sheets[0].rows
    assert cells[len(rows)][5].value == "=1+1"

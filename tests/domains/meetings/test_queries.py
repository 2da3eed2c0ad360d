"""What the named reads give, in which order, and at what cost."""

from dataclasses import replace
from datetime import date

import pytest

from raadhus.domains.meetings import queries
from raadhus.domains.meetings.models import Body
from tests.cast import OPERATOR, closed_item, minutes_of, open_item


@pytest.fixture
def year(store):
    """Three meetings in two bodies and two years, the last with ten items."""
    store(minutes_of(starts_at="2021-12-02T09:00"))
    store(minutes_of(starts_at="2022-01-20T09:00", body="Direktørforum"))
    many = [replace(open_item(), number=str(number), title=f"Punkt {number}") for number in range(1, 11)]
    store(minutes_of(*many, starts_at="2022-02-03T09:00"))


def _days(meetings) -> list[str]:
    return [meeting.starts_on.isoformat() for meeting in meetings]


def test_meetings_come_newest_first_by_body_and_year(year, outsider):
    assert _days(queries.meetings_for(outsider)) == ["2022-02-03", "2022-01-20", "2021-12-02"]
    forum = Body.objects.get(name="Chefforum")
    assert _days(queries.meetings_for(outsider, body=forum)) == ["2022-02-03", "2021-12-02"]
    assert _days(queries.meetings_for(outsider, body=forum, year=2021)) == ["2021-12-02"]
    assert queries.years_for(outsider) == [2022, 2021]
    assert queries.years_for(outsider, body=Body.objects.get(name="Direktørforum")) == [2022]


def test_bodies_come_by_name_with_their_figures(year, outsider):
    told = [(body.name, body.meeting_count, body.last_on) for body in queries.bodies_for(outsider)]
    assert told == [("Chefforum", 2, date(2022, 2, 3)), ("Direktørforum", 1, date(2022, 1, 20))]


def test_the_front_page_spans_all_that_is_seen(year, outsider):
    page = queries.front_page(outsider)
    assert (page.first_on, page.last_on) == (date(2021, 12, 2), date(2022, 2, 3))
    assert _days(page.newest) == ["2022-02-03", "2022-01-20", "2021-12-02"]


def test_a_case_gathers_what_happened_under_its_number_newest_first(year, outsider):
    (case,) = queries.cases_for(outsider)
    assert (case.number, case.item_count, case.last_on) == ("15.40.00-P05-1-21", 12, date(2022, 2, 3))
    items = queries.items_of_case(outsider, "15.40.00-P05-1-21")
    assert [item.meeting.starts_on.year for item in items] == [2022] * 11 + [2021]
    assert items[0].title == "Punkt 1"


def test_a_subject_gathers_its_group_and_no_other(year, outsider):
    assert {queries.items_of_subject(outsider, number).count() for number in ("15", "15.40", "15.40.00")} == {12}
    assert not queries.items_of_subject(outsider, "1").exists()
    assert not queries.items_of_subject(outsider, "15.4").exists()


def test_neighbours_are_those_that_the_reader_sees(store, outsider, secretary):
    last = replace(open_item(), number="3", title="Eventuelt", case_number=None)
    stored = store(minutes_of(open_item(), closed_item(), last))
    first, _, third = queries.items_of(OPERATOR, queries.meeting_for(OPERATOR, stored.meeting_id))
    before, after = queries.previous_and_next(outsider, first)
    assert (before, after.title) == (None, "Eventuelt")
    assert queries.previous_and_next(OPERATOR, third)[0].title == "Lukket personsag"


def test_an_item_has_all_its_parts_in_order(stored, outsider):
    item = queries.item_for(outsider, stored.open_id)
    assert [part.heading for part in item.sections.all()] == ["Anledning", "Indstilling", "Beslutning"]
    assert (item.recommendation.by, item.recommendation.post.title) == ("Direktøren", "Direktøren")
    assert [point.text for point in item.decision.points.all()] == ["Godkendt. Bo Berg sender udkastet inden 1. marts."]
    assert [file.name for file in item.attachments.all()] == ["Tidsplan.pdf", "Skabelon.docx"]
    assert [(one.words, one.body.name) for one in item.references.all()] == [("Chefforum", "Chefforum")]
    assert [row.who for row in item.commitments] == [["Bo Berg"]]


@pytest.mark.parametrize("date_of", ["2021-12-02", "2022-02-03"])
def test_a_meeting_costs_the_same_with_two_items_and_with_ten(year, outsider, django_assert_num_queries, date_of):
    (meeting,) = queries.meetings_for(outsider).filter(starts_on=date_of, body__name="Chefforum")
    with django_assert_num_queries(8):
        for item in queries.items_of(outsider, meeting):
            _read_all(item)


def _read_all(item) -> None:
    assert list(item.sections.all())
    assert list(item.attachments.all())
    assert all(one.body.name for one in item.references.all())
    assert list(item.recommendation.points.all())
    assert list(item.decision.points.all())
    assert (item.case.number, item.case.subject) == ("15.40.00-P05-1-21", None)
    assert item.recommendation.post.title == "Direktøren"
    assert len(item.commitments) == 1


def test_lists_cost_a_constant_number_of_queries(year, outsider, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert all(meeting.body.name and meeting.current_version.number for meeting in queries.meetings_for(outsider))
    with django_assert_num_queries(1):
        assert len(queries.bodies_for(outsider)) == 2
    with django_assert_num_queries(1):
        assert len(queries.cases_for(outsider)) == 1
    with django_assert_num_queries(1):
        assert all(item.meeting.body.name for item in queries.items_of_subject(outsider, "15"))
    newest = queries.meetings_for(OPERATOR)[0]
    with django_assert_num_queries(2):
        assert list(queries.meeting_for(outsider, newest.pk).attendance.all())

"""Medians and spans, worked out by hand."""

from datetime import date

import pytest

from raadhus.domains.followup.rules.figures import AGES, LATENESS, median_of, spans

TODAY = date(2022, 3, 1)


@pytest.mark.parametrize(
    ("histogram", "middle"),
    [([], None), ([(7, 1)], 7), ([(30, 1), (10, 1)], 20), ([(5, 3), (9, 2)], 5), ([(0, 2), (4, 1), (9, 2)], 4)],
)
def test_the_median_is_the_one_in_the_middle(histogram, middle):
    assert median_of(histogram) == middle


def test_ages_go_back_from_today_without_a_gap():
    assert spans(AGES, TODAY, begin=0)[:2] == [
        ("month", date(2022, 1, 30), TODAY),
        ("quarter", date(2021, 11, 30), date(2022, 1, 29)),
    ]
    assert spans(AGES, TODAY, begin=0)[-1] == ("older", None, date(2021, 2, 28))


def test_lateness_begins_yesterday():
    assert spans(LATENESS, TODAY, begin=1) == [
        ("two_weeks", date(2022, 2, 15), date(2022, 2, 28)),
        ("two_months", date(2021, 12, 31), date(2022, 2, 14)),
        ("longer", None, date(2021, 12, 30)),
    ]

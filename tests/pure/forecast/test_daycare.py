import numpy as np
import pytest

from raadhus.pure.forecast.coverage import healthy_ageing, life_expectancy, places_needed, rate_of
from raadhus.pure.forecast.daycare import (
    AGES_IN_MONTHS,
    Coverage,
    children_by_month,
    enrolled,
    full_year_children,
    peak,
    places_short,
    staff,
)
from raadhus.pure.kernel.errors import Refused

NOBODY = np.zeros((3, 1, 8))


def covered(vuggestue: float = 0.0, boernehave: float = 0.0, **changes: object) -> Coverage:
    part = np.zeros((2, AGES_IN_MONTHS))
    part[0, 6:36], part[1, 36:] = vuggestue, boernehave
    return Coverage(("vuggestue", "børnehave"), part, **changes)


def test_a_cohort_is_spread_over_its_months_and_grows_a_month_at_a_time():
    people = NOBODY.copy()
    people[0, 0, 2] = people[1, 0, 3] = people[2, 0, 4] = 120.0
    children = children_by_month(people)
    assert children.shape == (24, 1, AGES_IN_MONTHS)
    assert children.sum(axis=(1, 2)) == pytest.approx(np.full(24, 120.0))
    assert np.flatnonzero(children[0, 0]).tolist() == list(range(24, 36))
    assert np.flatnonzero(children[7, 0]).tolist() == list(range(31, 43))


def test_the_newborn_come_in_the_month_of_their_birth():
    people = NOBODY.copy()
    people[1, 0, 0] = 120.0
    by_month = children_by_month(people).sum(axis=(1, 2))
    assert by_month[:13] == pytest.approx([10.0 * month for month in range(12)] + [120.0])
    summer = np.zeros(12)
    summer[6] = 1.0
    assert children_by_month(people, summer).sum(axis=(1, 2))[6:8].tolist() == [0, 120]


def test_a_place_from_six_months_on():
    people = NOBODY.copy()
    people[1, 0, 0] = people[2, 0, 1] = 120.0
    january = np.zeros(12)
    january[0] = 1.0
    places = enrolled(children_by_month(people, january), covered(vuggestue=0.5))[:, 0, 0]
    assert places[:8].tolist() == [0, 0, 0, 0, 0, 0, 0, 60]  # born mid-January, six months old on 1 August


def test_six_year_olds_of_the_year_leave_in_august_but_for_the_deferred():
    people = NOBODY.copy()
    people[0, 0, 5] = people[1, 0, 6] = people[2, 0, 7] = 100.0
    places = enrolled(children_by_month(people), covered(boernehave=1.0, deferred=0.1))[:, 0, 1]
    assert places[6] == pytest.approx(100)
    assert places[7] == pytest.approx(10)
    assert places[18] == pytest.approx(10, abs=5.1)  # those past 84 months are out of the table
    assert places[19] == 0


def test_the_peak_is_a_month_and_the_full_year_a_mean():
    places = np.arange(24.0).reshape(24, 1, 1)
    most, month = peak(places)
    assert most[:, 0, 0].tolist() == [11, 23]
    assert month[:, 0, 0].tolist() == [12, 12]
    assert full_year_children(places)[:, 0, 0].tolist() == [5.5, 17.5]
    assert places_short(most, 20.0)[:, 0, 0].tolist() == [0, 3]


def test_one_to_three_and_one_to_six():
    children = np.zeros((12, 1, AGES_IN_MONTHS))
    children[:, 0, 20], children[:, 0, 40] = 30.0, 60.0
    assert staff(children, covered(vuggestue=1.0, boernehave=1.0)) == pytest.approx([30 / 3 + 60 / 6])


def test_coverage_over_one_or_before_26_weeks_is_refused():
    with pytest.raises(Refused, match="alder 36 måneder"):
        covered(boernehave=1.2)
    part = np.zeros((1, AGES_IN_MONTHS))
    part[0, 3] = 0.2
    with pytest.raises(Refused, match="26 uger"):
        Coverage(("dagpleje",), part)


def test_places_by_rate_and_rates_from_users():
    people = np.full((1, 1, 2, 3), 100.0)
    rate = np.array([[0.0, 0.1, 0.2], [0.0, 0.1, 0.3]])
    assert places_needed(people, rate)[0, 0] == pytest.approx(70.0)
    assert rate_of(people[0, 0] * rate, people[0, 0]) == pytest.approx(rate)
    assert rate_of(np.array([[5.0]]), np.array([[10.0]]), prior=10)[0, 0] == pytest.approx(0.5)


def test_a_year_of_life_gained_in_health_makes_people_as_those_a_year_younger():
    rate = np.tile(np.linspace(0, 1.05, 106), (2, 1))
    gained = np.array([[0.0, 0.0], [1.0, 2.0]])
    shifted = healthy_ageing(rate, gained)
    assert shifted[0] == pytest.approx(rate)
    assert shifted[1, 0, 80] == pytest.approx(rate[0, 79])
    assert shifted[1, 1, 80] == pytest.approx(rate[1, 78])
    assert shifted[1, 1, 40] == rate[1, 40]
    assert healthy_ageing(rate, gained, part=0.0)[1] == pytest.approx(rate)


def test_life_expectancy_of_a_constant_risk():
    assert life_expectancy(np.full((1, 106), 0.1))[0] == pytest.approx(9.5, abs=0.01)  # 1/0.1 - 1/2

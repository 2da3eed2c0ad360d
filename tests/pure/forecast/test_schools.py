import csv

import numpy as np
import pytest

from raadhus.pure.forecast.classes import (
    Ceiling,
    chances_from_draws,
    chances_of_classes,
    classes_for,
    expected_classes,
    lasting_classes,
    rooms_short,
)
from raadhus.pure.forecast.schools import (
    Destinations,
    Schooling,
    children_of_homes,
    destinations_of,
    mean_progression,
    progression_of,
    pupils_of,
    starters,
    to_upper_school,
)
from raadhus.pure.kernel.errors import Refused

from .oracle_files import SAMPLES


def test_the_worked_example_of_grade_progression_comes_out_to_all_digits():
    with open(SAMPLES / "grade_progression.csv", encoding="utf-8") as file:
        table = list(csv.DictReader(line for line in file if not line.startswith("#")))
    history, expected = (
        np.array([float(r["enrollment"]) for r in table if r["part"] == part]).reshape(3, 3)
        for part in ("history", "projection")
    )
    ratios = [float(r["ratio"]) for r in table if r["part"] == "ratio"]
    progression = mean_progression(history)
    assert np.round(progression, 7).tolist() == ratios
    run = pupils_of(history[-1:], expected[:, :1], progression)
    assert np.round(run[1:, 0], 5).tolist() == expected.tolist()


def test_progression_from_counts_leans_on_all_districts():
    pupils = np.array([[[100.0, 50], [10, 10]], [[100, 90], [10, 12]]])  # year, district, grade
    assert progression_of(pupils)[:, 0] == pytest.approx([0.9, 1.2])
    common = 102 / 110
    assert progression_of(pupils, prior=10)[1, 0] == pytest.approx((12 + 10 * common) / 20)


def test_children_start_at_five_and_six_years_on_the_first_of_january():
    people = np.zeros((2, 1, 10))
    people[0, 0, 5], people[0, 0, 6], people[1, 0, 6] = 100, 40, 100
    assert starters(people, {5: 0.95, 6: 0.05})[:, 0].tolist() == [97.0, 5.0]


def test_a_start_over_one_is_refused():
    with pytest.raises(Refused, match="tilsammen er højst 1"):
        Schooling(np.ones((1, 9)), {5: 0.95, 6: 0.1})


def test_children_of_new_homes_stand_in_their_grade_but_not_twice_in_the_first():
    homes = np.zeros((1, 1, 20))
    homes[0, 0, 6], homes[0, 0, 9] = 3.0, 5.0
    grades = children_of_homes(homes)
    assert grades[0, 0].tolist() == [0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0]
    assert pupils_of(np.zeros((1, 11)), np.zeros((1, 1)), np.ones(10), grades)[1, 0, 3] == 5.0


def sent() -> Destinations:
    share = np.zeros((1, 10, 3))
    share[..., 0], share[..., 1], share[..., 2] = 0.7, 0.1, 0.2
    return Destinations(("Nordskolen", "Centerskolen"), ("privat",), share)


def test_pupils_go_where_their_district_goes_and_others_come_in():
    placed = sent().pupils(np.full((1, 1, 10), 100.0), from_outside=np.full((2, 10), 2.0))
    assert placed[0, :, 0] == pytest.approx([72, 12, 20])


def test_the_upper_school_takes_over_at_seventh_grade():
    share = to_upper_school(sent().share, {0: 1})
    assert share[0, 6].tolist() == [0.7, 0.1, 0.2]
    assert share[0, 7] == pytest.approx([0.0, 0.8, 0.2])
    assert share.sum(axis=-1) == pytest.approx(np.ones((1, 10)))


def test_shares_are_estimated_and_lean_on_the_district():
    counted = np.zeros((1, 1, 2, 2))
    counted[0, 0] = [[9, 1], [0, 10]]
    shares = destinations_of(counted, prior=10)
    assert shares[0, 0] == pytest.approx([(9 + 4.5) / 20, (1 + 5.5) / 20])


def test_shares_that_do_not_sum_to_one_are_refused_with_district_and_grade():
    share = sent().share
    share[0, 4, 0] = 0.9
    with pytest.raises(Refused, match=r"distrikt nr. 1, 4. klasse, summer til 1.2"):
        Destinations(("a", "b"), ("c",), share)


def test_the_ceiling_follows_the_cohort_not_only_the_year():
    assert [Ceiling().of(grade, 2024) for grade in (0, 1, 2, 3)] == [26, 28, 28, 28]
    assert [Ceiling().of(grade, 2026) for grade in (0, 1, 2, 3)] == [26, 26, 26, 28]
    assert (Ceiling(special_cases=True).of(0, 2025), Ceiling(special_cases=True).of(5, 2025)) == (28, 30)
    assert Ceiling().table((2023, 2025), 2).tolist() == [[28, 28], [26, 26]]


def test_twenty_six_expected_under_a_ceiling_of_twenty_six_is_not_one_class():
    chances = chances_of_classes(26, 26)
    assert chances[1] == pytest.approx(0.552, abs=0.001)
    assert chances[2] == pytest.approx(0.448, abs=0.001)
    assert chances.sum() == pytest.approx(1)
    assert expected_classes(chances) == pytest.approx(1.45, abs=0.005)
    assert classes_for(np.array(26.0), 26) == 1


def test_expected_classes_are_those_of_the_field_notes():
    assert expected_classes(chances_of_classes(52, 26)) == pytest.approx(2.46, abs=0.01)
    assert expected_classes(chances_of_classes(56, 28)) == pytest.approx(2.47, abs=0.01)


def test_more_uncertainty_spreads_the_classes_and_none_leaves_one():
    assert chances_of_classes(26, 26, variance=100.0)[3] > chances_of_classes(26, 26)[3]
    assert chances_of_classes(26, 26, variance=0.0)[:3].tolist() == [0, 1, 0]
    assert chances_of_classes(0, 26)[0] == 1


def test_draws_of_pupils_become_chances_of_classes():
    chances = chances_from_draws(np.array([[25.6, 10], [26, 20], [27, 0], [53, 30]]), 26.0, most=3)
    assert chances[:, 0].tolist() == [0, 0.5, 0.25, 0.25]
    assert chances[:, 1].tolist() == [0.25, 0.5, 0.25, 0]


def test_classes_last_split_and_merge():
    pupils = np.array([[29.0, 0, 0], [0, 24, 0], [0, 0, 22]])  # one cohort, smaller each year
    assert np.diagonal(lasting_classes(pupils, np.array(28.0))).tolist() == [2, 2, 2]
    assert np.diagonal(lasting_classes(pupils, np.array(28.0), merge_below=0.8)).tolist() == [2, 2, 1]
    growing = np.array([[28.0, 0], [0, 29]])
    assert np.diagonal(lasting_classes(growing, np.array(28.0))).tolist() == [1, 2]


def test_rooms_short_is_never_negative():
    assert rooms_short(np.array([12, 20]), 18).tolist() == [0, 2]

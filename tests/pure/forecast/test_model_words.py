"""What a model's configuration may say, how it is refused, and tables from district to district."""

import numpy as np
import pytest

from raadhus.pure.forecast.axes import Axes
from raadhus.pure.forecast.exchange import Exchange
from raadhus.pure.forecast.inputs import Inputs
from raadhus.pure.forecast.model import Model, Step
from raadhus.pure.forecast.population import project
from raadhus.pure.kernel.errors import Refused

WOMEN = 1


def women(figures: object) -> np.ndarray:
    """The figures for women (…, age), nobody and nothing for men: (…, sex, age)."""
    given = np.asarray(figures, dtype=float)
    return np.stack([np.zeros_like(given), given], axis=-2)


AXES = Axes(years=(2020, 2021), districts=("A", "B", "C"), ages=2)
TURNING = np.array([[[0, 1, 0], [0, 0, 1], [1, 0, 0]], [[0, 0, 1], [1, 0, 0], [0, 1, 0.0]]])


def moved(table: np.ndarray, rate: float = 0.5) -> np.ndarray:
    given = Inputs(
        women([[0, 100], [0, 0], [0, 0]]),
        np.array(0.0),
        np.array(0.0),
        np.array(1.0),
        exchanges=(Exchange(np.array(rate), destination=table),),
    )
    return project(given, AXES, Model("fra-til", steps=(Step("between"),))).population[..., WOMEN, 1]


def test_a_table_from_district_to_district_may_change_from_year_to_year():
    ended = moved(TURNING[..., np.newaxis, np.newaxis])
    assert ended[1] == pytest.approx(np.array([50, 50, 0]))  # A to B
    assert ended[2] == pytest.approx(np.array([25 + 25, 25, 25]))  # A to C, B to A


def test_a_row_of_the_table_must_sum_to_one_only_where_somebody_moves():
    assert moved(np.zeros((3, 3)), rate=0.0)[2] == pytest.approx(np.array([100, 0, 0]))
    half = TURNING[0].copy()
    half[1] = [0.5, 0, 0]
    with pytest.raises(Refused, match=r"række år 2020, fra B, køn M, kolonne alder 0 summer til 0\.5 i stedet for 1"):
        moved(half)


def test_a_word_no_model_knows_is_refused_with_those_it_knows():
    with pytest.raises(Refused, match="mortality kan ikke være “rate”; vælg en af probability, survival, central, haz"):
        Model("x", steps=(), mortality="rate")  # type: ignore[arg-type]
    with pytest.raises(Refused, match="kind kan ikke være “death”"):
        Model("x", steps=(Step("death"),))  # type: ignore[arg-type]
    with pytest.raises(Refused, match="age kan ikke være “first”"):
        Model("x", steps=(Step("deaths", age="first"),))  # type: ignore[arg-type]


def test_survival_over_one_is_refused_with_the_group_of_years_and_the_way_out():
    given = Inputs(women([[1, 1, 1]]), women([1, 1, 1.1]), np.array(0.0), np.array(1.0))
    with pytest.raises(Refused, match=r"kolonne alder 10-14: 1.1 er større end 1; ret værdien, eller .*signed_rates"):
        project(given, Axes(years=(1,), ages=3, width=5), Model("x", (Step("deaths"),), width=5, mortality="survival"))


def test_a_model_and_axes_of_different_width_are_told_to_agree():
    given = Inputs(women([[1, 1, 1]]), np.array(0.0), np.array(0.0), np.array(1.0))
    with pytest.raises(Refused, match="giv Model og Axes samme width"):
        project(given, Axes(years=(1,), ages=3, width=5), Model("x", (Step("deaths"),)))


def test_a_sex_ratio_by_district_is_refused_and_not_taken_for_draws():
    given = Inputs(women([[1, 1, 1]]), np.array(0.0), np.array(0.0), np.full((2, 1), 1.05))
    with pytest.raises(Refused, match=r"drenge pr\. pige skal være ét tal"):
        project(given, Axes(years=(1, 2), ages=3), Model("x", (Step("deaths"),)))


def test_a_figure_under_its_bound_is_not_sent_to_a_switch_that_would_not_take_it():
    axes = Axes(years=(2020,), districts=("A",), ages=3)
    for form in ("survival", "central"):
        given = Inputs(np.ones(axes.stock), np.full(axes.flow, -0.1), np.array(0.0), np.array(1.0))
        with pytest.raises(Refused, match=r"-0\.1 er mindre end 0; ret værdien\.$"):
            given.admit(axes, Model("x", steps=(Step("deaths"),), mortality=form))  # type: ignore[arg-type]

import numpy as np
import pytest

from raadhus.pure.forecast.axes import Axes
from raadhus.pure.forecast.history import Overlay, weighted, with_trend, year_weights
from raadhus.pure.forecast.shrinkage import estimate_prior, levels, shrunk
from raadhus.pure.forecast.topals import fit_topals, hats
from raadhus.pure.kernel.errors import Refused

from .oracle_files import SAMPLES, rows, shared


def topals_table(path) -> np.ndarray:
    """(population, age, column) of deaths, exposure, standard and published fit."""
    held: dict[tuple[str, ...], np.ndarray] = {}
    for row in rows(path):
        table = held.setdefault((row["id"], row["period"], row["sex"]), np.zeros((100, 4)))
        table[int(row["age"])] = [float(row[c]) for c in ("death", "exposure", "logmx_std", "logmx_fit")]
    return np.stack(list(held.values()))


def test_the_log_rates_of_98_municipalities_are_the_published_topals_fits():
    deaths, exposure, standard, published = np.moveaxis(
        topals_table(shared("oracles/topals/DK_topals_input_output.csv.gz")), 2, 0
    )
    assert len(deaths) == 98 * 6
    assert np.abs(fit_topals(deaths, exposure, standard).log_rate - published).max() < 1e-8


def test_albertslunds_log_rates_are_the_published_fit():
    deaths, exposure, standard, published = np.moveaxis(topals_table(SAMPLES / "topals_albertslund.csv"), 2, 0)
    assert np.abs(fit_topals(deaths, exposure, standard).log_rate - published).max() < 1e-8


def test_the_hats_sum_to_one_and_stand_at_their_knots():
    basis = hats(100, (0, 1, 10, 20, 40, 70))
    assert basis.shape == (100, 7)
    assert basis.sum(axis=1) == pytest.approx(np.ones(100))
    assert basis[10, 2] == 1.0
    assert basis[15].tolist() == [0, 0, 0.5, 0.5, 0, 0, 0]


def test_a_population_without_events_leans_on_the_standard_and_its_covariance_is_wide():
    standard = np.full((2, 100), -4.0)
    exposure = np.stack([np.full(100, 1.0), np.full(100, 5000.0)])
    fitted = fit_topals(exposure * np.exp(-4.0), exposure, standard)
    assert fitted.log_rate == pytest.approx(standard)
    assert (fitted.log_variance()[0] > 20 * fitted.log_variance()[1]).all()


def test_draws_have_the_covariance_of_the_fit():
    exposure = np.full((1, 100), 400.0)
    fitted = fit_topals(exposure * np.exp(-4.0), exposure, np.full((1, 100), -4.0))
    factors = np.log(fitted.draws(6000, np.random.default_rng(1)))
    assert factors.shape == (6000, 1, 100)
    assert factors.var(axis=0) == pytest.approx(fitted.log_variance(), rel=0.1)


def test_shrinkage_by_hand():
    # 4 events on 100 person-years, 0.02 one level up, a prior worth 6 events: (4 + 6) / (100 + 300)
    one = shrunk(np.array([[4.0]]), np.array([[100.0]]), np.array([[0.02]]), prior=6.0)
    assert one.rate[0, 0] == pytest.approx(0.025)
    assert one.variance[0, 0] == pytest.approx(0.025 / 400)
    none = shrunk(np.array([[0.0]]), np.array([[0.0]]), np.array([[0.02]]), prior=6.0)
    assert none.rate[0, 0] == pytest.approx(0.02)


def test_units_that_differ_only_by_chance_get_a_firm_prior_and_those_that_differ_truly_a_loose_one():
    random = np.random.default_rng(2)
    expected = np.full(400, 50.0)
    assert estimate_prior(random.poisson(expected).astype(float), expected) > 200
    true = random.gamma(5.0, 1 / 5.0, 400)
    assert estimate_prior(random.poisson(expected * true).astype(float), expected) == pytest.approx(5, rel=0.4)


def test_a_level_is_one_ratio_for_all_cells():
    events, exposure = np.array([[3.0, 5.0]]), np.array([[100.0, 100.0]])
    assert levels(events, exposure, np.array([0.02, 0.02]), prior=4.0).rate.tolist() == [12 / 8]


def test_the_corona_years_are_left_out_and_old_years_fade():
    weights = year_weights([2018, 2019, 2020, 2021, 2022], special={2020: 0.0, 2021: 0.5}, half_life=2)
    assert weights == pytest.approx([0.25, 0.5**1.5, 0.0, 0.5 * 0.5**0.5, 1.0])
    events, exposure = weighted(np.array([[4.0], [9.0]]), np.array([[10.0], [10.0]]), np.array([0.5, 1.0]))
    assert (events[0], exposure[0]) == (11.0, 15.0)


def test_leaving_out_every_year_is_refused():
    with pytest.raises(Refused, match="giv mindst ét år vægt"):
        year_weights([2020], special={2020: 0.0})


def test_an_overlay_brings_people_who_age_and_return():
    axes = Axes((2022, 2023, 2024), districts=("Nord", "Syd"), ages=4)
    profile = np.zeros((2, 4))
    profile[1, 1] = 1.0
    half_then_all = Overlay("Ukraine", np.array([80.0, 0, 0]), np.array([0, 0.5, 1.0]), profile, np.array([0.25, 0.75]))
    coming, leaving = half_then_all.flows(axes)
    assert coming[0, :, 1, 1].tolist() == [20.0, 60.0]
    assert leaving[1, :, 1, 2].tolist() == [10.0, 30.0]
    assert leaving[2, :, 1, 3].tolist() == [10.0, 30.0]
    assert leaving.sum() == coming.sum() == 80.0


def test_local_rates_follow_the_national_trend():
    national = np.array([[0.02], [0.01], [0.0]])
    assert with_trend(np.array([0.03]), national, np.array([0.02]))[:, 0] == pytest.approx([0.03, 0.015, 0.0])

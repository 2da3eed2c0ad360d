import numpy as np
import pytest

from raadhus.pure.forecast.axes import Axes
from raadhus.pure.forecast.backtest import Backtest, remembered
from raadhus.pure.forecast.baselines import constancy, hamilton_perry, pro_rata
from raadhus.pure.forecast.calibrate import fit_calibration
from raadhus.pure.forecast.cohort_moves import project_units
from raadhus.pure.forecast.measures import accuracy, coverage, crps_of_draws, crps_of_normal, skill
from raadhus.pure.forecast.normal import normal_point, normal_share, student_point
from raadhus.pure.kernel.errors import Refused

from .danish_history import denmark

GROUPS = {"i alt": slice(0, 106), "0-2": slice(0, 3), "3-5": slice(3, 6), "6-16": slice(6, 17)}


def test_the_measures_by_hand():
    found = accuracy(np.array([110.0, 95.0, 7.0]), np.array([100.0, 100.0, 0.0]))
    assert (found.n, found.mape, found.bias, found.wmape) == (2, 7.5, 2.5, 7.5)
    assert found.rmse_percent == pytest.approx(np.sqrt(62.5))
    assert (found.within_1, found.within_5) == (0.0, 0.0)
    assert coverage(np.array([1.0, 5.0]), np.array([3.0, 6.0]), np.array([2.0, 7.0])) == 0.5
    assert skill(2.0, 4.0) == 50.0


def test_the_score_of_a_normal_forecast_is_that_of_its_draws():
    draws = np.random.default_rng(1).normal(10, 2, 20000)
    assert crps_of_draws(draws, np.array(11.0)) == pytest.approx(
        crps_of_normal(np.array(10.0), np.array(2.0), np.array(11.0)), abs=0.02
    )
    assert crps_of_normal(np.array(10.0), np.array(0.0), np.array(13.0)) == 3.0


def test_the_quantiles_are_the_tabled_ones():
    assert normal_point(0.9) == pytest.approx(1.2815515655)
    assert normal_share(np.array([0.0, 1.96])) == pytest.approx([0.5, 0.9750021])
    assert student_point(0.9, 3) == pytest.approx(1.6377, abs=1e-4)
    assert student_point(0.975, 10) == pytest.approx(2.2281, abs=1e-4)


def test_hamilton_perry_by_hand():
    history = np.zeros((2, 1, 2, 50))
    history[0, 0, :, 30], history[1, 0, :, 31] = 100, 110
    history[1, 0, :, 0] = 11
    later = hamilton_perry(history, 2)
    assert later[0, 0, 0, 32] == 110  # nobody has gone from 31 to 32 in the history: everybody stays
    assert later[0, 0, 1, 0] == pytest.approx(11)


def test_constancy_and_pro_rata():
    history = np.stack([np.full((2, 2, 3), 100.0), np.full((2, 2, 3), 121.0)])
    assert (constancy(history, 3) == 121).all()
    assert pro_rata(history, 2)[1] == pytest.approx(np.full((2, 2, 3), 121 * 1.21**2))


def test_a_calibration_finds_the_growth_of_errors_and_holds_its_level():
    random = np.random.default_rng(4)
    size, horizon = random.uniform(500, 50000, 6000), random.integers(1, 6, 6000).astype(float)
    origin = random.integers(0, 40, 6000).astype(float)
    forecast = size * (1 + random.standard_normal(6000) * 0.5 * horizon**0.8 * size**-0.3)
    found = fit_calibration(size, forecast, horizon, origin)
    assert (found.b, found.g) == (pytest.approx(0.8, abs=0.1), pytest.approx(-0.3, abs=0.05))
    low, high = found.interval(size, horizon)
    assert coverage(low, high, forecast) == pytest.approx(0.8, abs=0.02)


def test_errors_shared_by_an_origin_widen_the_interval():
    random = np.random.default_rng(5)
    size, origin = np.full(300, 1000.0), np.repeat([0.0, 1.0, 2.0], 100)
    alone = size + random.standard_normal(300) * 30
    together = size + np.repeat([-30.0, 20.0, 35.0], 100) + random.standard_normal(300) * 3
    narrow = fit_calibration(size, alone, np.ones(300), origin)
    wide = fit_calibration(size, together, np.ones(300), origin)
    assert (
        narrow.c / np.quantile(np.abs(alone - size), 0.8)
        < 1.1 * wide.c / np.quantile(np.abs(together - size), 0.8) / 1.3
    )


def test_a_horizon_seen_twice_has_its_own_width_by_size_and_longer_ones_grow_from_it():
    sizes = np.tile(np.repeat([100.0, 1000.0, 10_000.0], 20), 2)
    part = np.tile(np.tile([0.05, -0.05], 10).repeat(3).reshape(20, 3).T.ravel() * np.repeat([4, 2, 1], 20), 2)
    origin = np.repeat([0.0, 1.0], 60)
    once, twice = np.full(60, 2.0), np.ones(120)
    found = fit_calibration(
        np.concatenate([sizes, sizes[:60]]),
        np.concatenate([sizes * (1 + part), sizes[:60] * (1 + 3 * part[:60])]),
        np.concatenate([twice, once]),
        np.concatenate([origin, np.zeros(60)]),
    )
    assert [one.horizon for one in found.seen] == [1.0]  # horizon 2 was seen from one origin only
    wide = found.relative_half_width(np.ones(3), np.array([100.0, 1000.0, 10_000.0]))
    assert wide == pytest.approx(np.array([0.2, 0.1, 0.05]), rel=1e-6)
    assert found.relative_half_width(np.full(3, 4.0), np.array([100.0, 1000.0, 10_000.0])) == pytest.approx(4 * wide)


def test_too_few_errors_are_refused():
    with pytest.raises(Refused, match="færre end 20"):
        fit_calibration(np.ones(3), np.ones(3), np.ones(3), np.ones(3))


def test_an_origin_without_a_known_future_is_refused():
    tried = Backtest(np.ones((3, 2, 2, 106)), GROUPS)
    with pytest.raises(Refused, match="vælg tidligere udgangsår"):
        tried.pairs(lambda origin, horizon: np.ones((horizon, 2, 2, 106)), [2], "i alt", 1)


@pytest.fixture(name="danish", scope="module")
def danish_backtest():
    codes, people, deaths, fertility = denmark()

    def ours(origin: int, horizon: int) -> np.ndarray:
        axes = Axes(tuple(range(2010 + origin, 2010 + origin + horizon)), tuple(codes))
        return project_units(people[: origin + 1], deaths[: origin + 4], fertility[: 37 + origin], axes).population[1:]

    forecasters = {
        "uændret": lambda origin, horizon: constancy(people[: origin + 1], horizon),
        "pro rata": lambda origin, horizon: pro_rata(people[: origin + 1], horizon),
        "Hamilton-Perry": lambda origin, horizon: hamilton_perry(people[: origin + 1], horizon),
        "Rådhus": ours,
    }
    return Backtest(people, GROUPS), {name: remembered(f, 5) for name, f in forecasters.items()}


def test_five_origins_of_98_municipalities_beat_every_baseline_in_every_group_and_horizon(danish):
    tried, forecasters = danish
    table = tried.table(forecasters, range(5, 10))
    for group in GROUPS:
        for horizon in (1, 3, 5):
            others = [table[name, group, horizon].mape for name in forecasters if name != "Rådhus"]
            assert table["Rådhus", group, horizon].mape < min(others), (group, horizon)


def test_origins_on_which_nothing_was_chosen_win_too_except_schoolchildren_at_short_horizons(danish):
    tried, forecasters = danish
    table = tried.table(forecasters, range(1, 5))
    lost = [
        (group, horizon)
        for group in GROUPS
        for horizon in (1, 3, 5)
        if table["Rådhus", group, horizon].mape
        >= min(table[n, group, horizon].mape for n in forecasters if n != "Rådhus")
    ]
    assert set(lost) <= {("6-16", 1), ("6-16", 3)}


def test_eighty_percent_intervals_hold_75_to_85_percent_over_all(danish):
    tried, forecasters = danish
    held = [
        (tried.intervals(forecasters["Rådhus"], range(5, 10), group, horizon, 1)[0], origins)
        for group in GROUPS
        for horizon, origins in ((1, 5), (3, 3), (5, 1))
    ]
    over_all = sum(share * origins for share, origins in held) / sum(origins for _, origins in held)
    assert 0.75 <= over_all <= 0.85

from dataclasses import replace

import numpy as np
import pytest

from raadhus.pure.forecast.chance import Chance, demographic_variance, with_noise
from raadhus.pure.forecast.draws import TYPICAL, Draws, Spread, draw_levels
from raadhus.pure.forecast.population import explained, project
from raadhus.pure.forecast.quantiles import RunningQuantiles

from .small_municipality import MODEL, axes_of, inputs_of


def test_levels_have_the_asked_spread_and_median_one():
    axes = axes_of(districts=2, years=3)
    levels = draw_levels({"in": Spread(level=0.1, local=0.2, shock=0.3)}, axes, draws=4000, seed=1)
    assert np.log(levels["in"]).std() == pytest.approx(np.sqrt(0.1**2 + 0.2**2 + 0.3**2), rel=0.03)
    assert np.median(levels["in"]) == pytest.approx(1.0, abs=0.02)
    assert (levels["deaths"] == 1).all()


def test_shocks_are_shared_by_districts_and_remembered_from_year_to_year():
    levels = np.log(draw_levels({"out": Spread(shock=0.1, memory=0.6)}, axes_of(2, 3), draws=4000, seed=1)["out"])
    assert np.array_equal(levels[..., 0], levels[..., 1])
    assert np.corrcoef(levels[:, 0, 0], levels[:, 1, 0])[0, 1] == pytest.approx(0.6, abs=0.05)


def test_a_new_district_does_not_change_the_draws_of_the_others():
    few, many = (draw_levels(TYPICAL, axes_of(count), draws=20, seed=5) for count in (2, 3))
    assert all(np.array_equal(few[name], many[name][..., :2]) for name in few)


def test_a_part_of_the_draws_is_the_same_draws():
    levels = draw_levels(TYPICAL, axes_of(), draws=10, seed=5)
    assert np.array_equal(Draws(levels).part(3, 7).levels["out"], levels["out"][3:7])


def test_whole_people_stay_whole_and_their_books_balance():
    axes = axes_of()
    run = project(inputs_of(axes), axes, MODEL, chance=Chance(np.random.default_rng(1)))
    assert np.array_equal(run.population, np.rint(run.population))
    assert (run.population >= 0).all()
    assert run.population[1:] == pytest.approx(explained(run))
    assert run.flows["between"].sum(axis=1) == pytest.approx(np.zeros((4, 2, 50)))


def test_the_variance_in_closed_form_is_that_of_whole_people():
    axes = axes_of(districts=2, years=3)
    inputs = inputs_of(axes, exchanges=())
    beside_each_other = replace(inputs, mortality=np.broadcast_to(inputs.mortality, (600, *axes.flow)))
    run = project(beside_each_other, axes, MODEL, chance=Chance(np.random.default_rng(5)))
    many = run.population[:, -1]
    expected = project(inputs, axes, MODEL)
    variance = demographic_variance(expected, inputs)
    assert many.mean(axis=0).sum() == pytest.approx(expected.population[-1].sum(), rel=0.005)
    bands = ((0, 3), (3, 17), (17, 50))
    for first, last in bands:
        drawn = many[..., first:last].sum(axis=(1, 2, 3)).var()
        assert variance[-1][..., first:last].sum() == pytest.approx(drawn, rel=0.2), (first, last)


def test_the_draws_of_one_run_have_arrivals_of_their_own():
    axes = axes_of(districts=2, years=1)
    inputs = inputs_of(axes, exchanges=())
    run = project(
        replace(inputs, mortality=np.broadcast_to(inputs.mortality, (40, *axes.flow))),
        axes,
        MODEL,
        chance=Chance(np.random.default_rng(6)),
    )
    for flow in ("in", "homes", "births", "out", "deaths"):
        assert len(set(run.total(flow)[:, 0])) > 5, flow


def test_noise_has_its_variance_and_never_makes_anybody_negative():
    people = np.full((2, 5000), 100.0)
    noisy = with_noise(people, np.array([25.0, 0.0]), np.random.default_rng(1))
    assert noisy[0].var() == pytest.approx(25, rel=0.1)
    assert np.array_equal(noisy[1], people[1])
    assert (with_noise(np.zeros((1, 99)), np.array([9.0]), np.random.default_rng(1)) >= 0).all()


def test_few_draws_give_exact_quantiles():
    running = RunningQuantiles(keep=64)
    running.add(np.arange(101.0)[:, np.newaxis])
    assert running.quantiles([0.1, 0.5, 0.9])[:, 0] == pytest.approx([9.6, 50, 90.4])


def test_many_draws_in_batches_and_two_halves_merged_are_nearly_the_whole():
    draws = np.random.default_rng(3).gamma(2.0, size=(20000, 3))
    one, other = RunningQuantiles(), RunningQuantiles()
    for batch in np.split(draws[:10000], 10):
        one.add(batch)
    for batch in np.split(draws[10000:], 10):
        other.add(batch)
    one.merge(other)
    for level in (0.1, 0.5, 0.9):
        estimate = one.quantiles([level])[0]
        reached = (draws <= estimate).mean(axis=0)
        assert reached == pytest.approx(np.full(3, level), abs=0.01)
